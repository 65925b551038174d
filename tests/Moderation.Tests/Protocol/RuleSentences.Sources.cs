namespace Moderation.Tests.Protocol;

internal static partial class RuleSentences
{
    /// <summary>Links, shared posts, rights, logos in text, tests, core values.</summary>
    private const string Sources = """
        R45 B RT @zwollenaar123: wat een mooie open dag
        R45 B Via @mamavan2 kregen we deze foto.
        R45 B Doorgestuurd bericht: morgen geen bus!
        R45 B https://www.instagram.com/willekeurig_iemand/p/Cxyz123/
        R45 B Repost @hockeyclub.zwolle
        R45 H Kijk dit filmpje: https://youtu.be/dQw4w9WgXcQ
        R45 H Ik deel hier graag het bericht van een oud-leerling.
        R45 H Overgenomen van de Facebookpagina van de buurtvereniging.
        R45 B https://x.com/iemandanders/status/1234567890
        R45 - Volg ons op https://www.instagram.com/carolusclusius/
        R45 - Lees ons bericht op https://www.school.example/nieuws/opendag
        R45 - Deel je ervaring met ons!
        R45 - Wij delen graag onze mooiste momenten.
        R45 - Deel dit bericht met je klasgenoten.
        R45 - Zie https://www.facebook.com/carolusclusius/posts/123
        R45 - We reizen via Utrecht naar Brussel.
        R45 - Per e-mail via info@school.example.
        R50 H Meld je aan via tinyurl.com/sportdag26
        R50 H Info op www.leukesitevoorkinderen.com
        R50 H http://bit.ly/2abcDEF
        R50 H Bestellen? https://t.ly/abc
        R50 B Kijk op www.pornhub.com
        R50 B Zie dumpert.nl voor de beelden
        R50 H Bekijk https://school.example.nep-inlog.ru/aanmelden
        R50 H Alles staat op onbekendeblog.nl/post/12
        R50 - Zie www.school.example/opendag
        R50 - Meer over het examen op examenblad.nl
        R50 - https://www.rijksoverheid.nl/onderwerpen/voortgezet-onderwijs
        R50 - Plan je reis op 9292.nl
        R50 - Kaarten via de website van het theater.
        R50 - Onze site is vernieuwd.Kijk snel.
        R50 - De les begint om 8.30 uur.Tot dan!
        R50 - Doneer op www.kika.nl
        R38 H Foto: ANP
        R38 H © De Stentor
        R38 H Beeld van Shutterstock
        R38 H Plaatje van Google gehaald, leuk hè?
        R38 H Artikel overgenomen uit de krant
        R38 H Foto's: Getty Images
        R38 H Illustratie: Disney
        R38 H Hieronder de hele songtekst van het winnende lied
        R38 - Foto: mevrouw Smit
        R38 - Foto's: leerlingen van 4H
        R38 - © Carolus Clusius College
        R38 - Wie maakt de mooiste foto van de herfst?
        R38 - Gastles over auteursrecht en internet.
        R38 - De krant was op bezoek.
        R38 - Foto: sectie kunst
        R38 - Schrijf een gedicht voor de poëzieweek!
        R47 H Live uit de toetszaal: iedereen zwoegt op wiskunde!
        R47 H Foto's van tijdens het examen Engels.
        R47 H Ze zijn nu bezig met opgave 7.
        R47 H De antwoorden van het examen scheikunde vind je hier.
        R47 H Vraag 3 ging over de Gouden Eeuw, pittig examen!
        R47 H Stiekem een filmpje gemaakt tijdens de luistertoets.
        R47 H Toetsvragen gedeeld in de klas: dit krijg je morgen.
        R47 H Selfie vanuit het examenlokaal!
        R47 - Heel veel succes met de examens!
        R47 - Telefoons zijn tijdens het examen niet toegestaan.
        R47 - Tijdens de toetsweek is de mediatheek open tot 17.00 uur.
        R47 - De examentraining is op 3 april.
        R47 - Oefen met oude examens op examenblad.nl.
        R47 - De uitslag van de examens is bekend: proficiat!
        R47 - Het examenfeest is op 2 juli.
        R47 - Vandaag startten de eindexamens met Nederlands.
        R33 W Winnen is alles, de rest is bijzaak.
        R33 W Tweede plaats is de eerste verliezer.
        R33 W Alleen de besten tellen.
        R33 W Bij ons is geen plaats voor losers.
        R33 - Winnen is mooi, samen spelen is mooier.
        R33 - Iedereen telt mee.
        R33 - Verliezen hoort erbij.
        R33 - Alle talenten zijn welkom.
        R46 W Leerlingen ontwierpen zelf een nieuw logo voor onze school.
        R46 - Het nieuwe logo van KWF hangt in de gang.
        R46 - Leerlingen ontwierpen een logo voor hun minionderneming.
        R46 - De logopedist komt donderdag.
        """;
}
