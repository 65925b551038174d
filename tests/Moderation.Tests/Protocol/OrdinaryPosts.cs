namespace Moderation.Tests.Protocol;

/// <summary>What schools post on ordinary days. None of it may be blocked, and hardly any of it held.</summary>
internal static partial class OrdinaryPosts
{
    public static IEnumerable<string> All() =>
        $"{Daily}\n{Themes}\n{More}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private const string Daily = """
        Donderdag begint de eerste les om 9.20 uur in verband met een personeelsvergadering.
        Rooster 4H2: het 6e uur Engels is verplaatst naar lokaal 2.14.
        Morgen verkort rooster: alle lessen duren 40 minuten.
        De lessen Frans van mevrouw Postma vervallen vandaag.
        Vrijdag is er een studiedag; alle leerlingen zijn vrij.
        Let op: de bel gaat morgen tien minuten eerder.
        Het weekrooster van 16 tot en met 20 november staat in Magister.
        Klas 2A heeft dinsdag gym in de Reeshorst in plaats van in de eigen gymzaal.
        De toetsweek begint op maandag 23 maart. Succes met leren!
        In de toetsweek is de mediatheek open tot 17.00 uur.
        Herkansingen kun je tot donderdag aanvragen via je mentor.
        Het inhaaluur is op dinsdag het 8e uur in lokaal 114.
        Zaterdag 24 januari is onze open dag, van 10.00 tot 14.00 uur.
        Groep 8 opgelet: woensdagmiddag mag je drie proeflessen volgen!
        Kom proeven, ruiken en ontdekken in het scheikundelokaal.
        Ouders en kinderen zijn van harte welkom, aanmelden is niet nodig.
        Onze brugklassers geven zelf de rondleiding.
        Wat een drukte op de open avond! Bedankt voor jullie komst.
        Informatieavond over de profielkeuze: dinsdag 19.30 uur in de aula.
        Meld je aan voor een meeloopdag via info@school.example.
        Vragen? Bel 038 123 45 67 of loop binnen op Dorpsstraat 12.
        De sportdag was een feest: 28 teams, zon en ijsjes.
        Het voetbalteam van de onderbouw verloor de finale na strafschoppen. Kop op!
        De keeper hield drie ballen tegen en de spits schoot op de paal.
        Met een keihard schot in de kruising besliste onze aanvoerder de wedstrijd.
        Onze hockeysters slaan zich naar de halve finale.
        De schaakclub leert vanmiddag slaan, rokeren en mat zetten.
        Dammen: wie slaat de meeste schijven?
        Survivalrun in de modder: doodmoe maar dolgelukkig kwamen ze over de streep.
        Ook de docenten deden mee aan de estafette en werden eervol laatste.
        De atletiekbaan is morgen gereserveerd voor klas 1 en 2.
        Neem sportkleding, een handdoek en genoeg drinken mee.
        Het kerstconcert begint vrijdag om 19.30 uur in de Grote Kerk.
        Ons schoolorkest speelt muziek uit Star Wars en Harry Potter.
        De muzikale talentenavond is uitverkocht!
        Kaartjes voor de musical zijn te koop bij de receptie voor 5 euro.
        De voorstelling "De storm" gaat over vriendschap en verraad.
        In de dramales speelden we een moordscène, gelukkig bleef iedereen leven.
        De musical van 3V: een koningin, een dief en een heleboel leugens.
        Auditie voor het schooltoneel: woensdag na het 7e uur in de theaterzaal.
        Ons koor zoekt nog bassen en tenoren.
        De bas klonk geweldig in de nieuwe aula.
        Twintig leerlingen uit Münster logeren deze week in Zwolle.
        Aankomst in Barcelona! De zon schijnt en iedereen is moe maar blij.
        De uitwisseling met Polen gaat dit jaar naar Krakau en Auschwitz.
        De Italianen zijn vertrokken; ciao en tot volgend jaar!
        Het busje naar Parijs staat om 5.30 uur klaar bij het fietsenhok.
        Vergeet je paspoort, zorgpas en regenjas niet.
        De werkweek naar de Ardennen: raften, klimmen en marshmallows.
        We zijn veilig thuisgekomen uit Londen.
        De sponsorloop bracht 8.420 euro op voor schoon drinkwater.
        Leerlingen van 2H wassen auto's voor Serious Request.
        Doe mee met de kledinginzameling voor de voedselbank.
        Opbrengst van de kerstmarkt: 3.118 euro, dank jullie wel!
        Lege flessen inleveren kan tot vrijdag bij de conciërge.
        Klas 1D bakt taarten voor KWF Kankerbestrijding.
        We lopen de Vierdaagse voor onderzoek naar kanker bij kinderen.
        De opbrengst van de fancy fair gaat naar Stichting Leergeld.
        Alle 98 vmbo-leerlingen zijn geslaagd, proficiat!
        De vlag kan uit: 212 diploma's dit jaar.
        Diploma-uitreiking havo: woensdag om 19.00 uur, zaal open om 18.30 uur.
        Gefeliciteerd aan alle geslaagden, wij zijn trots op jullie!
        De uitslag van het eerste tijdvak is bekend. Zet hem op, herkansers!
        Over drie weken beginnen de examens. Rust goed uit.
        Examenstunt: het hele plein hing vol met slingers.
        De laatste schooldag van de zesdeklassers was hilarisch.
        Ouderavond klas 1: maak kennis met de mentor.
        De tafeltjesavond is dit jaar online. Plan zelf een gesprek van tien minuten.
        De ouderraad zoekt twee nieuwe leden.
        Koffieochtend voor ouders over huiswerk en plannen.
        Wat verwacht u van de nieuwe website? Laat het ons weten.
        Dank aan alle ouders die hielpen bij de open dag.
        Sinterklaas bracht een bezoek aan de brugklas, en de pieten strooiden raak.
        Heb jij je surprise al af? Lever hem in voor de eerste les.
        Morgen mag iedereen in kersttrui naar school.
        Vrolijk kerstfeest en een gelukkig nieuwjaar!
        Na de kerstvakantie zien we iedereen weer op maandag 5 januari.
        Het kerstgala is alleen voor leerlingen van de bovenbouw.
        Carnaval op school: wie heeft de gekste pruik?
        Op Paarse Vrijdag kleurt de aula paars. Doe je mee?
        Fijne meivakantie!
        Koningsdag: de vlag hangt uit en de school is dicht.
        Wegens code oranje vervallen vandaag de middaglessen.
        De storm blies een boom om op het plein, gelukkig raakte niemand gewond.
        Door de sneeuw starten we morgen om 10.00 uur.
        Het is glad: fiets voorzichtig.
        De verwarming in de B-vleugel is kapot, neem een extra trui mee.
        Vanwege een stroomstoring is de school vandaag gesloten.
        De lift is tot en met vrijdag buiten gebruik.
        In de kantine deze week: tomatensoep en broodje gezond voor 2,50 euro.
        Nieuw in de kantine: verse smoothies.
        Donderdag is het tostidag, op is op!
        De kantine is maandag dicht wegens schoonmaak.
        In de mediatheek staan driehonderd nieuwe boeken.
        Boek te laat? Deze week hoef je geen boete te betalen.
        De poëzieweek begint: hang jouw gedicht aan de lijn.
        De schrijver van het boekenweekgeschenk komt op bezoek.
        De voorleeswedstrijd is gewonnen door een leerling uit de brugklas.
        Vacature: wij zoeken een docent wiskunde voor 0,6 fte.
        Word jij onze nieuwe collega? Solliciteren kan tot 1 april.
        Wij zoeken een conciërge die van aanpakken weet.
        Stagiairs van de pabo en Windesheim zijn welkom.
        Rectificatie: de informatieavond is op 12 februari en niet op 2 februari.
        Foutje in onze vorige post: de voorstelling begint om 20.00 uur.
        Correctie: het telefoonnummer van de receptie is 038 123 45 67.
        De datum in de nieuwsbrief klopte niet, onze excuses.
        Met verdriet hebben wij kennisgenomen van het overlijden van een oud-collega. Wij wensen de familie sterkte.
        Vandaag was een moeilijke dag voor onze school. In de stilteruimte kun je een kaars aansteken.
        We staan stil bij het verlies van een van onze leerlingen. De mentoren zijn er voor jullie.
        Op 4 mei leggen leerlingen een krans bij het monument.
        Gevonden: een blauwe fietssleutel. Ophalen bij de conciërge.
        De kluisjes moeten voor de zomervakantie leeg zijn.
        Je boeken lever je in op donderdag tussen 9.00 en 12.00 uur.
        Fotograaf op school: dinsdag worden de klassenfoto's gemaakt.
        Haal je schoolpas op bij de receptie.
        Het schoolplein wordt opnieuw betegeld; gebruik de achteringang.
        De interne verbouwing van de theaterzaal is klaar.
        De nieuwe fietsenstalling biedt plaats aan 600 fietsen.
        Honderd zonnepanelen op ons dak!
        De nieuwe gymzaal is geopend met een klinkend doelpunt van de wethouder.
        De leerlingenraad vergadert maandag in lokaal 008.
        Stem mee over het thema van het schoolfeest.
        Het thema van het gala is Hollywood. Kaarten kosten 7,50 euro.
        Op het schoolfeest geldt: geen kaartje, geen toegang.
        Meld je aan voor de huiswerkklas, elke dag van 14.30 tot 17.00 uur.
        De wiskundeolympiade: vijf leerlingen door naar de tweede ronde.
        Ons team won de debatwedstrijd in Utrecht.
        Robotica: het team van 3T bouwde een robotarm.
        First Lego League: onze robot reed zichzelf klem, maar de jury was onder de indruk.
        De vlaggen hangen uit voor de Nederlandse kampioenen korfbal.
        Onze leerlingen planten bomen in het Park de Wezenlanden.
        We ruimen zwerfafval op rond de school; wat een rotzooi lag er!
        De moestuin van 1B levert de eerste radijsjes.
        Excursie naar Artis: apen, ezels en een slapende leeuw.
        In Burgers' Zoo zagen we varkens, een rund en een slang.
        Klas 2C bezoekt het Watersnoodmuseum over de ramp van 1953.
        De natuurkundeles liep uit de hand: de ballon knalde tegen het plafond.
        Kernfusie, zwarte gaten en antimaterie: lezing in de aula.
        We lieten een zelfgebouwd kanon tennisballen schieten tijdens de techniekdag.
        De vulkaan van 1A barstte precies op tijd uit.
        Paashazenspeurtocht op het plein, wie vindt het gouden ei?
        Pannenkoekendag in 1C: het beslag zat zelfs op de ramen.
        Het was een gezellige puinhoop in het kooklokaal, maar de soep was heerlijk.
        Klas 2C bakte de slechtst gelukte taart ooit en won er de lachprijs mee.
        De show werd gestolen door de dansende conciërge.
        Met hun rap stalen de brugklassers de harten van het publiek.
        Wie weet waar de bezem van onze heks uit het kersttoneel is?
        Jong Ondernemen: de minionderneming van 4H verkoopt duurzame drinkflessen.
        Bedrijvenbezoek: 3T keek rond bij een bakkerij en een garage.
        Maatschappelijke stage in het verzorgingshuis: koffie schenken en sjoelen.
        De brugklas zwom in het Hanzebad aan de Hogeland 10.
        We verzamelen bij Theater de Spiegel, Spinhuisplein 14.
        De boekpresentatie is in de Stadkamer, Zeven Alleetjes 1a, 8011 CV Zwolle.
        Tijdens het eindfeest in Hedon traden drie schoolbands op.
        De Chromebooks komen op dinsdag; haal de jouwe op in lokaal 105.
        Bestel je boeken voor 1 juli via de schoolsite www.school.example/boeken.
        Alles over je examen vind je op www.mijneindexamen.nl.
        Reisadvies: kijk op 9292.nl voor de vervangende bussen.
        De wifi is vanavond even uit door onderhoud.
        Wachtwoord vergeten? De helpdesk zit in lokaal 101.
        Zet je telefoon in de telefoontas aan het begin van de les.
        In nood bel je altijd 112.
        Je kunt gratis en anoniem bellen met de Kindertelefoon: 0800-0432.
        De vertrouwenspersonen zijn bereikbaar via de receptie.
        De EHBO-cursus begint weer: leer reanimeren en verbanden leggen.
        BHV-oefening: om 10.40 uur gaat het alarm af, dit is een test.
        Ontruimingsoefening geslaagd: in zes minuten stond iedereen buiten.
        De schoolarts en de jeugdverpleegkundige zijn er op dinsdag.
        De vaccinatiedag voor alle 14-jarigen is in de IJsselhallen.
        Hooikoorts? Vraag je mentor om een plek weg van het raam.
        Nog drie weken tot de vakantie, hou vol!
        De jaarkalender met alle vakanties staat op de website.
        Lustrum! Onze school bestaat 60 jaar.
        Reünie voor oud-leerlingen op 3 oktober. Weet je nog, die oude aula?
        Mevrouw Smit neemt na 38 jaar afscheid van onze school.
        Meneer De Wit werkt vandaag 25 jaar bij ons. Gefeliciteerd!
        Welkom aan onze zes nieuwe docenten.
        Dag van de Leraar: bedankt, toppers!
        De conrector reikte de prijzen uit.
        Onze rector fietst mee met de Alpe d'HuZes.
        De examensecretaris geeft uitleg over het PTA.
        De decaan is woensdag aanwezig voor vragen over vervolgstudies.
        Beroepenavond: veertig ouders vertelden over hun werk.
        Speeddaten met studenten van de universiteit.
        Techniekweek: meisjes en jongens solderen hun eigen zaklamp.
        Girls' Day: onze meiden bouwden een brug van spaghetti.
        Het Junior College start met een les Chinees.
        Cambridge-certificaten uitgereikt aan 41 leerlingen.
        De DELF-examens Frans zijn in februari.
        Latijn en Grieks: verkleed als Romein naar school.
        De Rome-reis: Forum, Colosseum en heel veel pizza.
        Schaatsen op de IJsselbaan, neem handschoenen mee.
        Het vwo-6-cabaret maakte grappen over iedereen, ook over de rector.
        De filmclub kijkt vrijdag een thriller met popcorn.
        Dungeons & Dragons in de pauze: versla de draak in lokaal 210.
        Levend stratego in het bos, klas 1 tegen klas 2.
        Lasergamen met de mentorklas was een groot succes.
        De quiz eindigde in een gelijkspel en een sudden death.
        Wie kraakt de code in onze escaperoom?
        Pubquiz van de docenten: de bètasectie wint weer.
        Kunst in de gang: kom de zelfportretten van 4V bekijken.
        De fotowedstrijd heeft als thema licht en schaduw.
        Graffitiworkshop: eindelijk mag je op de muur spuiten.
        De keramiekoven is kapot, de vazen volgen later.
        De naakttekeningen van Rembrandt zagen we in het Rijksmuseum.
        De bovenbouw bezoekt de tentoonstelling over Vincent van Gogh.
        We dansten de hele avond. Wat een fantastisch feest!
        Bedankt voor een onvergetelijk schooljaar.
        Max. 30 deelnemers, dus wees er snel bij.
        Doe je mee? Schrijf je in bij de gymsectie!
        Lekker weer, dus we eten buiten.
        Wat is jouw favoriete plek op school? Laat het weten in de reacties.
        Goed nieuws: de nieuwe studieruimte is open.
        Tot morgen!
        """;
}
