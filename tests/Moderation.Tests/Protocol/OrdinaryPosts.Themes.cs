namespace Moderation.Tests.Protocol;

internal static partial class OrdinaryPosts
{
    /// <summary>Lessons and themes whose words sound grave, and words that hide others.</summary>
    private const string Themes = """
        Gastles over alcohol en drugs voor alle derde klassen.
        Theatervoorstelling over groepsdruk, drank en uitgaan.
        Ouderavond: hoe praat je met je puber over vapen?
        Week tegen Pesten: stop het, voordat het groot wordt.
        Anti-pestcoördinatoren leggen uit wat je kunt doen als je gepest wordt.
        Pesten is nooit leuk. Praat erover met je mentor.
        De les over online haat maakte indruk.
        Cyberpesten: wat doe je als iemand een naaktfoto doorstuurt?
        Mediawijsheid: herken nepnieuws en phishing.
        Hackers laten zien hoe snel je wachtwoord gekraakt is.
        De wijkagent geeft les over messenbezit en groepsdruk.
        Halt-medewerkers praten met 2M over vuurwerk en straf.
        Geschiedenis: 5V onderzoekt de slavernij in Suriname.
        De klas bezocht Kamp Westerbork en sprak over de Holocaust.
        Tijdens de oorlog zaten in ons gebouw Duitse soldaten.
        De Februaristaking, het verzet en de Hongerwinter: project van 3H.
        In 1943 werden Joodse leerlingen van deze school weggevoerd; we noemen hun namen.
        Napoleon verloor bij Waterloo; 2V speelde de slag na.
        De Romeinen, gladiatoren en slaven: tekenopdracht in 1A.
        Debat in 5H: moet de doodstraf terug?
        Stelling: de monarchie moet worden afgeschaft. Wat vindt de klas?
        Biologie: de voortplanting, van eicel tot baby.
        Lentekriebels: een week over verliefdheid, grenzen en seksualiteit.
        Condooms, anticonceptie en soa's: vragen mogen anoniem in de doos.
        Ontleding: we snijden een varkenshart open.
        De spijsvertering nagebouwd met panty's en beschuit.
        Parasieten en bacteriën onder de microscoop.
        Economie: inflatie, begrotingstekort en de staatsschuld uitgelegd.
        De klas speelde de rechtbank na: schuldig of onschuldig aan diefstal?
        Bezoek aan de rechtbank: een echte zitting over fraude.
        Maatschappijleer: bezoek aan de Tweede Kamer.
        Scholierenverkiezingen: 612 leerlingen brachten hun stem uit.
        Gastles van een vluchteling: indrukwekkend en hoopvol.
        Taalmaatjes gezocht voor nieuwkomers in de schakelklas.
        De iftar in de aula is voor iedereen.
        Kerstviering in de kerk, met het verhaal van Jozef en Maria.
        Religies in de stad: moskee, synagoge en kerk op één dag.
        Diversiteitsweek: wie ben jij en wie mag je zijn?
        Regenboogvlag gehesen op Coming Outdag.
        Wereldautismedag: hoe maken we de school prikkelarm?
        Workshop faalangst: zo blijf je kalm bij een toets.
        Training voor mentoren over rouw en verlies.
        Mentale gezondheid: het is oké om niet oké te zijn.
        113 is er voor iedereen die het niet meer ziet zitten.
        Wereldkankerdag: gastspreker van het ziekenhuis.
        Een rolstoelparcours laat zien hoe lastig een drempel is.
        Kinderarmoede in Nederland: profielwerkstuk wint prijs.
        Watertekort, honger en eerlijke handel: projectweek klas 1.
        Klimaatcrisis of niet? Lezing met stevige discussie.
        De watersnoodramp: 70 jaar later.
        Aardbevingen en tsunami's: bouw een veilig huis.
        Slachtoffers van de tsunami: actie van 2T.
        De Zwarte Dood in de middeleeuwen, met pestmeesters.
        Macbeth: moord, macht en waanzin in de theaterzaal.
        De klucht "De gestolen kaas" is zaterdag te zien.
        Toneelstuk "Wie vermoordde de rector?" uitverkocht.
        Detectiveavond: zoek de moordenaar in de mediatheek.
        Boektip: een roman over een meisje met anorexia.
        Boekbespreking: een jongen ontdekt dat zijn vader crimineel is.
        Documentaire over kindsoldaten, daarna gesprek.
        De Hunger Games-middag: wie overleeft het parcours?
        Weerwolven in de pauze: het dorp slaapt en de wolven eten.
        Minecraftclub: bouw je eigen school en blaas hem niet op.
        Paintballen in de projectweek is alleen voor klas 5.
        Boogschieten en bijlwerpen tijdens het Vikingkamp.
        De schietspoel op het weefgetouw doet het weer.
        Kanonnen en kruit: bezoek aan de vesting Bourtange.
        Zij schoten foto's van de zonsopgang boven de IJssel.
        De tijd vliegt: we slaan een jaar over en openen in 2028.
        We slaan de handen ineen met de basisscholen.
        De bom is gebarsten: het thema van het gala is bekend!
        Doodgewone spullen als kunst: kom kijken.
        Dodelijk lekker: de brownies van 1E.
        Moordend tempo in de cross, maar iedereen haalde de finish.
        Het was een slachtveld in de bakles: overal bloem.
        Ze vochten voor elk punt en wonnen met 25-23.
        De scheidsrechter floot terecht voor hands.
        Penalty gemist, prijs gewonnen: de sportiviteitsbeker is van ons.
        De klassenassistent van 1B neemt afscheid.
        Assertiviteitstraining voor brugklassers.
        Excursie naar Essex en Sussex gaat door.
        De cumulatieve toets telt twee keer mee.
        Basgitaar en basklarinet gezocht.
        De Kuttelstraat is afgesloten, fiets om via de Kampersingel.
        De heer Kloots uit de raad van advies opent het plein niet, wel de voorzitter.
        Dikke pret in de sneeuw.
        De Dikke van Dale is het geheime wapen van 4V.
        Het analoge horloge: de klok leren lezen kan nog steeds.
        Spaanse les: het werkwoord putar bestaat niet, cantar wel.
        Vakkentest Engels: shall, should en shell.
        Hoe schrijf je pokkenprik? Het Groot Dictee.
        Titel van het gedicht: "Verdwaald in de mist".
        De mol, de das en de vos: natuurles in het bos.
        Een aap, een noot en een mies: oude leesplankjes gezocht.
        In het bos vonden we eikels, kastanjes en een dode egel.
        De ezel in de kerststal was van karton.
        De trut in het toneelstuk werd prachtig gespeeld.
        Het monster van Frankenstein: filmavond met nagesprek.
        Heksenketel op het plein: de braderie is begonnen.
        Spookhuis van 2D: griezelen voor 1 euro.
        Halloweenbal: bloed, spinnen en limonade.
        Racisme herkennen en bespreken: teamtraining.
        Waarom gebruiken we het n-woord niet? Gesprek in 4H.
        Discriminatie op de arbeidsmarkt: onderzoek van 5V.
        De Week van de Democratie: iedereen telt mee.
        Anne Frank schreef haar dagboek op dertienjarige leeftijd.
        Malala vertelde in 2014 waarom meisjes naar school moeten.
        "I have a dream": Martin Luther King in de les Engels.
        Het thema van de dagopening is "Vertrouwen".
        De expositie heet 'Kwetsbaar'.
        De opdracht: maak een poster over gezond eten.
        Blinde vlek: proefje met je eigen ogen.
        Doof toneel: spelen zonder woorden.
        Waarom zijn tongen roze? Vraag het de biologieclub.
        Aan tafel! De kookclub maakt coq au vin zonder vin.
        Wijnvlekken en vetvlekken: schoonmaakproef bij scheikunde.
        Bier brouwen in de chemieles? We doen het met ginger ale.
        De verslavende puzzels van de wiskundeclub.
        Vertrouwelijk praten kan in de kamer naast de mediatheek.
        Geheime lootjes trekken: vrijdag in het mentoruur.
        Interne stage: een dag meelopen met de conciërge.
        De concepttekening van het nieuwe plein hangt in de hal.
        Het verzuimloket is verhuisd naar de receptie.
        De zorgcoördinatoren stellen zich voor.
        Leerlingen met dyslexie kunnen een Daisyspeler lenen.
        Huiswerkbegeleiding is gratis voor gezinnen met een smalle beurs.
        Sparen voor de Londenreis kan in vier termijnen.
        De prijs van de rekenmachine is 129 euro.
        De loterij: hoofdprijs een fiets ter waarde van 600 euro.
        Het record staat op 1.245 rondjes.
        Artikelnummer 4711-AB is niet meer leverbaar bij de boekwinkel.
        De code van het lied is 12-34-56 in de liedbundel.
        Groep A speelt in zaal 3, groep B in zaal 4.
        Klas 1A tot en met 1F gaat dinsdag, 2A tot en met 2E woensdag.
        Van 8.30 tot 8.45 uur inloop, daarna start in lokaal 0.12.
        De bus (lijn 4, 8 en 11) stopt voor de deur.
        Parkeren kan op P3 of in de garage.
        Geboren organisator? De feestcommissie zoekt versterking.
        De baby-egels in de schooltuin maken het goed.
        Onze schoolkat is ziek en ligt bij de dierenarts.
        De computer is ziek: het netwerk heeft een virus.
        Ziek? Ouders melden dat voor 8.00 uur via de app.
        De griep heerst: was je handen.
        Liefs uit Lissabon van 5V2!
        """;
}
