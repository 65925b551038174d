namespace Moderation.Tests.Protocol;

internal static partial class RuleSentences
{
    /// <summary>Personal data, special data, sensitive matters, third parties, quotations.</summary>
    private const string People = """
        R13 H Met dank aan {U:Gerrit Tolsma} voor het uitlenen van de tractor.
        R13 H De prijs werd uitgereikt door {U:Hanneke Plomp}.
        R13 H Ook {U:Bennie de Hullu} was erbij.
        R13 H {U:Fatima Azzouzi} opende de tentoonstelling.
        R13 H Onze gids {U:Klaas Okken} wist alles.
        R13 H De vader van {U:Milan} hielp mee.
        R13 H Foto gemaakt bij {U:Wubbe Haan}.
        R13 H {U:Irma Sloot} zong prachtig.
        R13 - De klas las het dagboek van {U:Anne Frank}.
        R13 - We bezoeken de ateliers van {U:Van Gogh}.
        R13 - De musical over {U:Romeo} en Julia gaat vrijdag in première.
        R13 - Wie kent het verhaal van {U:Max Havelaar}?
        R13 - Een gastles over {U:Nelson Mandela}.
        R13 - De wiskundequiz draait om {U:Albert Einstein}.
        R13 - De gids in het museum wist alles.
        R13 - De moeder van het jaar? Dat zijn jullie allemaal.
        R32 B Haar BSN is 123456782.
        R32 B Burgerservicenummer: 1112.22.333
        R32 H Voor de reis: bsn 123456789 invullen.
        R32 B Maak het geld over op NL91ABNA0417164300 t.n.v. J. Pietersen.
        R32 H Doneer op NL91 ABNA 0417 1643 00 voor Stichting Vogelhulp.
        R32 H App voor meer informatie naar 06-12345678.
        R32 H Bel 038 765 43 21 voor de taxi.
        R32 B Vragen aan {P:Lot Vermeer}? App haar op 06 87654321.
        R32 B De moeder van een leerling is bereikbaar op 06-11223344.
        R32 H Mail voor de liftlijst naar jantje1985@gmail.com.
        R32 H Mail naar p.jansen@ergensanders.nl.
        R32 H Sanne, geboren op 12 maart 2011, is de jongste deelnemer.
        R32 H Geboortedatum: 04-09-2012
        R32 H Leerlingnummer 104523 heeft gewonnen.
        R32 H Wie is de eigenaar van de grijze Golf met kenteken 12-ABC-3?
        R32 H De auto met kenteken GB-123-K staat voor de nooduitgang.
        R32 H Lisa (13) uit Hattem wint de voorleeswedstrijd.
        R32 H De 14-jarige Daan loopt zondag de marathon.
        R32 H Emma woont in Stadshagen, vlak bij de sporthal.
        R32 H Zij woont aan de Molenweg 8.
        R32 B {P:Lot Vermeer} woont aan de Molenweg 8 in Zwolle.
        R32 H Stuur je kaartje naar 8012 KL 14.
        R32 - Bel de receptie: 038-1234567.
        R32 - Mail naar info@school.example of naar open.dag@school.example.
        R32 - In nood bel je 112; praten kan met de Kindertelefoon: 0800-0432.
        R32 - De voorstelling is in Schouwburg Odeon, Blijmarkt 25, 8011 NE Zwolle.
        R32 - Lokaal 1204 is verhuisd naar 2210.
        R32 - Het rooster van 3H2 en 4V1 staat online.
        R32 - Bestelnummer 123456782 ligt klaar in de mediatheek.
        R32 - De rekenmachine TI-84-CE is verplicht.
        R32 - Anne Frank werd geboren op 12 juni 1929.
        R32 - De sportdag is op 12-06-2026 in het Wezenlandenpark.
        R32 - In 2018 in de aula: de reünie van 1998.
        R32 - We verzamelen om 8.15 uur aan de Dorpsstraat 12.
        R32 - Kaarten kosten 7,50 euro per stuk.
        R32 - Er kwamen 1500 bezoekers en 250 brugklassers.
        R32 - Mevrouw Jansma is al 25 jaar in dienst.
        R32 - Informatie: info@kwf.nl.
        A14 H Sanne vertelt eerlijk over haar eetstoornis.
        A14 H {M:Bilal} praat open over zijn geloof.
        A14 H Tim heeft ADHD en dat zie je.
        A14 H {M:Yara} draagt sinds kort een hoofddoek vanwege haar geloof.
        A14 H Daan kwam vorige week uit de kast.
        A14 H {P:Lot Vermeer} ligt al dagen in het ziekenhuis.
        A14 H Een leerling uit 3B heeft kanker.
        A14 H Emma is gevlucht uit Syrië en zit nu in de schakelklas.
        A14 H Luuk is dyslectisch en leest toch twee boeken per week.
        A14 H Beterschap voor Bram uit 2C, die zijn been gebroken heeft!
        A14 H De ouders van een leerling zijn moslim.
        A14 - Ouderavond over autisme en puberteit.
        A14 - Leerlingen met dyslexie krijgen extra tijd bij het examen.
        A14 - Meld ziekte voor 8.00 uur bij de receptie.
        A14 - We vieren samen het einde van de ramadan.
        A14 - Wereldaidsdag: gastles van de GGD.
        A14 - De les Duits vervalt door ziekte.
        A14 - Faalangst? Meld je bij mevrouw Postma voor de training.
        A14 - In de moskee kregen we uitleg over de islam.
        A14 - Ons gebouw is goed bereikbaar met een rolstoel.
        A14 - De video is opgenomen in de aula.
        A14 - Genderdiversiteit staat centraal op Paarse Vrijdag.
        A14 - Sanne houdt een spreekbeurt over diabetes.
        R29 H Onze conciërge is ernstig ziek.
        R29 H Meneer Dekker zit thuis met een burn-out.
        R29 H Juf Karin gaat scheiden.
        R29 H Mevrouw Smit is in verwachting van haar tweede.
        R29 H De rector is geopereerd aan zijn knie.
        R29 H {S:Kees Molenaar} herstelt van een hartinfarct.
        R29 H Docent Postma is op non-actief gesteld.
        R29 H Meneer De Wit is vader geworden van een zoon.
        R29 - Vragen over het decanaat? Meneer Dekker helpt je verder.
        R29 - Mevrouw Smit geeft vanaf maandag Frans aan 2A.
        R29 - De rector opent de nieuwe mediatheek.
        R29 - Meneer De Wit gaat met pensioen na veertig jaar voor de klas.
        R29 - De conciërge heeft pleisters en gevonden voorwerpen.
        R29 - De schoolarts komt dinsdag op school.
        R29 - Onze decaan vertelt over studiekeuze.
        R29 - De zorgcoördinator organiseert een workshop over faalangst.
        R36 B {P:Lot Vermeer} blijft dit jaar zitten.
        R36 H Een leerling uit 3B is geschorst na een vechtpartij.
        R36 H De moeder van een leerling heeft grote schulden.
        R36 H Tim haalde een 3 voor wiskunde.
        R36 B {P:Jurre Tol} spijbelt al weken.
        R36 H Deze leerling woont in een pleeggezin.
        R36 H De ouders van Sem gaan uit elkaar.
        R36 H Jeugdzorg is betrokken bij een jongen uit 1C.
        R36 H Onze cateraar is failliet en betaalt niet.
        R36 H Het contract met de leverancier is opgezegd na ruzie.
        R36 B {P:Lot Vermeer} stond onvoldoende voor vier vakken.
        R36 H Emma moet haar herexamen Frans doen.
        R36 - Blijven zitten kon niemand toen de band begon.
        R36 - Alle leerlingen kregen een 10 voor inzet.
        R36 - De cijfers staan vanaf vrijdag in Magister.
        R36 - Klas 4H1 haalde gemiddeld een 7,2 voor het project.
        R36 - De herkansingen zijn op 14 juni.
        R36 - Armoede in de wereld: project van 2V.
        R36 - Het verzuimprotocol staat in de schoolgids.
        R36 - Dank aan onze sponsor en partners voor de prachtige prijzen.
        R36 - Op de bank blijven zitten? Kom sporten!
        R36 - De leerplichtambtenaar geeft voorlichting aan ouders.
        R44 H "We hebben enorm genoten," zegt een moeder uit de ouderraad.
        R44 H Volgens de conrector: "Dit is het mooiste schooljaar ooit."
        R44 H 'Ik wil later dokter worden', vertelt Sanne.
        R44 H Een brugklasser roept: "Mag het nog een keer?"
        R44 H Het was doodeng maar geweldig, aldus een deelnemer uit 4V.
        R44 H “Wat een avond!” lacht mevrouw De Boer.
        R44 H {P:Lot Vermeer}: "Ik vond het spannend."
        R44 H Een docent vertelt: het was even wennen maar het werkt.
        R44 - Het motto van dit jaar is "Samen sterk".
        R44 - De musical "Anatevka" vertelt het verhaal van een dorp.
        R44 - "To be or not to be", zegt Hamlet in onze voorstelling.
        R44 - Nelson Mandela zei: "Onderwijs is het krachtigste wapen."
        R44 - De workshop 'Durf te vragen' begint om 10.00 uur.
        R44 - Op het spandoek staat "Welkom terug".
        R44 - Een leerling vertelt over haar stage in Gambia.
        R44 - Breng mee: een etui, een schrift en 's middags gymschoenen.
        R44 - Onze band speelt 'Hallelujah' in de kerstviering.
        """;
}
