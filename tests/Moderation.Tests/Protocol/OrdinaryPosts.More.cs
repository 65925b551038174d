namespace Moderation.Tests.Protocol;

internal static partial class OrdinaryPosts
{
    /// <summary>Written after the rules, to see what they hold needlessly.</summary>
    private const string More = """
        De wachttijd bij de receptie is vandaag wat langer door een storing.
        We hebben een vacature voor roostermaker.
        De roostermakers hebben hard gewerkt: het nieuwe rooster staat klaar.
        Wat een heerlijke chaos tijdens het eindfeest!
        De brugklassers waren bang voor de achtbaan maar gingen toch.
        We verloren met 4-0, maar de sfeer was top.
        Het oude fietsenhok was een gevaar voor de weggebruikers en is nu gesloopt.
        De directie bedankt alle vrijwilligers.
        De winnaars krijgen een waardebon van 25 euro.
        Voor 12,50 euro heb je een schooltrui.
        Leerlingen verdienden 1.830 euro met hun eigen bedrijf.
        De schoolkrant interviewt elke maand een docent.
        Ons nieuwe telefoonnummer voor ziekmeldingen: 038-123 45 67, keuze 1.
        Ga langs bij je mentor als je ergens mee zit.
        Je kunt met alles terecht bij onze vertrouwenspersoon.
        Bloedprikken, hartmassage en hechten: de EHBO-club oefent op een varkenspoot.
        We kijken de film Schindler's List en praten na.
        Wie wint de strijd om de gouden bezem?
        De klas met de minste rommel wint een taart.
        Honderd jaar vrouwenkiesrecht: tentoonstelling in de hal.
        De Turkse ouders organiseren een buffet.
        Poolse pannenkoeken en Syrische falafel op het internationale diner.
        Op 10 mei is de Dag van de Verpleging, de zorgklas bakt cake voor Isala.
        Op 20 november gaan we met 30 leerlingen naar het Anne Frank Huis.
        In de film wordt een bank beroofd, maar wie was de dader?
        Kijk jij wel eens een serie met ondertiteling? Goed voor je Engels!
        De nieuwe regels voor telefoongebruik zijn bekend: thuis of in de kluis.
        Vergeet niet je boeken in te leveren, anders betaal je een boete.
        Op maandag 14 december zijn alle leerlingen om 14.00 uur vrij.
        Ons jeugdteam trapte af tegen PEC Zwolle onder 16.
        De docent LO valt vrijdag in voor zijn collega.
        De stroom viel uit, dus lazen we bij kaarslicht.
        Gelukkig is niemand gewond geraakt bij de aanrijding voor school.
        De brandweer rukte uit voor een aangebrande tosti.
        Samen maken we er een knallend eindfeest van.
        Kaartverkoop voor het gala: ma t/m do in de pauze.
        De oud-leerlingen van lichting 1976 komen op bezoek.
        Ons gebouw is morgen een stembureau; stemmen kan van 7.30 tot 21.00 uur.
        We wensen alle moslims een gezegende ramadan.
        Chanoeka, Kerst of Holi: wat vier jij thuis?
        Help! De schooltuin wordt opgegeten door slakken.
        De printer op de tweede verdieping is kapot.
        Speciaal voor de vierdejaars: profielwerkstukavond op 9 maart.
        Geef je op als dj voor het onderbouwfeest.
        Wil jij je haar doneren? De kapper komt woensdag op school voor Stichting Haarwensen.
        Slechts 5 plekken over voor de skireis, kosten 495 euro.
        Het slagingspercentage is dit jaar 96%.
        Docent Spaans gezocht (0,4 fte), reageren kan tot 8 mei.
        Mevrouw Hofstra is maandag jarig, taart in de personeelskamer!
        Meneer Bakker en klas 3A wonnen het volleybaltoernooi.
        De mentor van 2C is bereikbaar via Magister.
        De leerlingen van het gymnasium spelen Antigone.
        Hij was even kwijt, maar onze mascotte is weer terecht!
        Het gaat sneeuwen: trek warme kleren aan.
        De les gaat over de vraag waarom mensen liegen.
        Je hoeft niet perfect te zijn.
        Zij aan zij liepen we de avondvierdaagse.
        Klas 2T maakt een podcast over eenzaamheid.
        Hoe zit het met het examenreglement? De examensecretaris legt het uit op dinsdag.
        De bus had pech bij Hoogeveen, we zijn een uur later thuis.
        "Samen naar de top" is de titel van ons jaarverslag.
        Ons thema 'Wie ben ik?' sluiten we af met een expositie.
        Doe de quiz: hoe gezond eet jij?
        Nog 10 nachtjes slapen tot het schoolkamp in Ommen!
        Rookvrije generatie: ook op ons plein wordt niet gerookt of gevapet.
        Voorkom diefstal: laat geen waardevolle spullen in je jas zitten.
        Wie heeft mijn trui gezien? Gevonden voorwerpen liggen bij de conciërge.
        De zesde klas dronk voor het laatst samen koffie in de aula.
        Het weer zit niet mee; de buitenles wordt een binnenles.
        Er is weinig parkeerruimte, kom dus op de fiets.
        {P:Bas de Groot} uit 5H2 wint de wiskundeolympiade!
        Gefeliciteerd, {P:Lot Vermeer} en {P:Jurre Tol}, met jullie gouden medaille.
        {S:Kees Molenaar} geeft dit jaar de cursus fotografie.
        Na de zomer is {S:Kees Molenaar} de nieuwe teamleider van de onderbouw.
        {P:Lot Vermeer} speelt de hoofdrol in de musical over een gestolen kroon.
        Roosterwijziging 3M1: scheikunde vervalt, wiskunde schuift naar het 4e uur. Huiswerk blijft hetzelfde.
        Wat een geweldige avond gisteren! Meer dan 300 bezoekers genoten van muziek, dans en theater. Dank aan alle leerlingen, ouders en collega's die dit mogelijk maakten. Tot volgend jaar!
        De kerstpakkettenactie heeft 84 gevulde dozen opgeleverd voor de voedselbank. Klas 2B verzamelde de meeste potten pindakaas. Super gedaan!
        Het is zover: de examens beginnen. Zorg dat je op tijd bent, neem je legitimatie mee en laat je telefoon thuis. Succes!
        Vanwege werkzaamheden aan de Dorpsstraat is de hoofdingang volgende week dicht. Gebruik de ingang bij de sporthal. De fietsenstalling blijft open.
        Zaterdag staan onze leerlingen op de markt met een kraam vol zelfgemaakte jam. De opbrengst gaat naar het Ronald McDonald Huis. Kom je ook?
        Onze school doet mee aan het onderzoek van Windesheim naar slaap bij jongeren. Leerlingen vullen anoniem een vragenlijst in.
        Vijf leerlingen vertegenwoordigen Nederland op de Biologie Olympiade. We duimen voor ze!
        De storing is verholpen. Bellen naar de receptie kan weer.
        Wie komt ons team versterken als kantinemedewerker? Voor 12 uur per week.
        Leerlingen uit 4V maakten een podcast over de Zwolse geschiedenis. Luisteren kan via onze site.
        Klas 3B ging op bezoek bij de brandweer en mocht zelf spuiten. Niemand bleef droog!
        Vandaag op het menu van de kookles: kippenpootjes met rode kool.
        De rookmelder ging af door een mislukte pizza. Geen paniek, alles onder controle.
        De boksclinic leerde ons: slaan mag, maar alleen op de zak.
        Ze schoten als komeet omhoog in de ranglijst.
        Twee pinguïns sloegen hun vleugels uit: de poolexpo is geopend.
        Ons team werd afgedroogd met 12-1, maar er werd veel gelachen.
        De brugklassers maakten kennis met elkaar tijdens het kennismakingskamp in Ommen.
        De mentor belt alle ouders in de eerste schoolweek.
        Verloren: zwarte rugzak met sleutels. Terugbrengen bij de receptie graag.
        Let op je spullen, er wordt de laatste tijd veel gestolen in de stad.
        De les van vandaag: hoe herken je een leugen?
        Oorlog en vrede: dichtwedstrijd voor de onderbouw.
        Het schoolplein is omgetoverd tot ijsbaan.
        Leerlingen interviewden bewoners van het verzorgingstehuis.
        Wij bieden huiswerkbegeleiding voor 90 euro per maand.
        Studiereis naar Athene: 620 euro, inclusief vlucht en hotel.
        De school heeft 1.312 leerlingen en 140 medewerkers.
        Bezoek de website voor alle data, tijden en zalen.
        We gaan weer naar school! Op maandag 24 augustus zien we elkaar terug.
        Herinnering: lever je herfstgedicht in voor de wedstrijd.
        Leuk nieuws voor alle schakers: de school krijgt een buitenbord.
        Onze aula is nu een bioscoop: vrijdag draait The Lion King.
        De klas van de toekomst? Kom meedenken op dinsdagavond.
        Dyslexie of een beperking? De faciliteitenkaart vraag je aan bij de zorgcoördinator.
        Ouders van brugklassers krijgen maandag de uitnodiging voor de kennismakingsavond.
        Klasgenoten van toen gezocht voor de reünie van 1986.
        Het jaarboek is klaar en kost 15 euro.
        Zes leerlingen slaagden cum laude!
        De bètaweek sluit af met een proef met vloeibare stikstof.
        Ze zijn gek op techniek, onze vmbo'ers.
        De slechtste grap van het cabaret won toch de publieksprijs.
        Iedereen is weer beter, dus de repetitie gaat door.
        We verwelkomen onze gasten uit Turkije, Polen en Spanje.
        Vrouwen in de wetenschap: expositie in de bètagang.
        Jongens tegen meisjes: wie bouwt de sterkste brug?
        Meisjes uit klas 2 winnen het zaalvoetbal, de jongens moeten nog trainen.
        Homo sapiens of neanderthaler? Maak de quiz.
        Joodse muziek, Arabische dans en Hollandse pot op het wereldfeest.
        Onze kat Moos is ziek en komt even niet op school.
        Mevrouw Postma loopt de marathon van Rotterdam, succes!
        Afscheid van meneer Kuipers: na veertig jaar natuurkunde gaat hij met pensioen.
        Dag meneer Bos, dag mevrouw Hoekstra: bedankt voor alles!
        Docent van het jaar: stem nu op jouw favoriet.
        Van harte welkom aan onze stagiairs Engels, gym en Nederlands.
        Elke dinsdag is er een yogales voor collega's.
        De kascommissie zoekt een lid met gevoel voor cijfers.
        Ontmoet de schrijver van het boek 'Gijp' in de mediatheek.
        Wij steunen de actie van Giro555.
        Bloemen voor de dames van de schoonmaak, zonder hen zijn we nergens.
        Docent Max vertelt over Mars en Venus.
        Max Verstappen is populair bij klas 2.
        De kanker-op-kaart-actie van KWF bracht 900 euro op.
        Bas en tenor gezocht voor het schoolkoor.
        De fleur is er nog niet af: het schoolfeest gaat tot elf uur door.
        Job zoekt job: gastles over solliciteren.
        Wat een drama! De toneelclub speelt Griekse tragedies.
        De ramp met de Titanic, nagebouwd in Lego.
        Slecht nieuws voor luilakken: de les begint weer om 8.30 uur.
        Verkeerde lokaal? Kijk op het scherm in de hal.
        Docent ziek? Kijk in Magister voor de wijzigingen.
        Van de mentor hoor je in welke groep je zit.
        De voetballers van 3H namen wraak en wonnen met 4-1.
        De rector deelde taart uit in de pauze.
        Waar is de gymzaal? Achter de fietsenstalling links.
        Geen school op vrijdag 1 mei.
        Let op: de parkeerplaats is vol, gebruik P+R.
        We trekken ten strijde tegen voedselverspilling.
        Dodenherdenking: twee minuten stilte om 20.00 uur.
        Het lokaal van Frans is verhuisd naar de eerste verdieping.
        De sleutel van kluis 214 ligt bij de receptie.
        Alle hens aan dek voor de open dag.
        Bel bij ziekte 038 123 45 67 tussen 7.30 en 8.15 uur.
        Onze leerlingen spraken met een oud-politicus over de democratie.
        Deze zomer wordt het dak vernieuwd; dat kan wat overlast geven.
        Gezocht: oude computers voor het techlab.
        Voor leerlingen die extra hulp willen bij rekenen is er een steunles.
        Heb je een vraag over je cijfers? Ga langs bij je vakdocent.
        Wees lief voor elkaar, ook online.
        Zeg nee tegen racisme.
        Jouw mening telt: vul de leerlingenquête in.
        Wie verslaat de rector met tafeltennis?
        De wolven, de heks en de ziener: weerwolven in de mentorles.
        De klas rouwde om goudvis Henk.
        Kleding die te klein is geworden? Breng hem naar de ruilbeurs.
        """;
}
