namespace Moderation.Tests.Protocol;

internal static partial class RuleSentences
{
    /// <summary>Tone, swearing, forbidden content, threats, insults, mockery.</summary>
    private const string Language = """
        R02 - Jammer genoeg gaat het concert vanavond niet door; de zangeres heeft geen stem meer.
        R02 - Onze handbalsters werden tweede. Even slikken, maar wat zijn we trots.
        R02 - Slecht nieuws voor de fietsers: het fietspad is tot vrijdag dicht.
        R02 - We nemen vandaag met verdriet afscheid van het oude gymgebouw.
        R02 - De excursie is verplaatst, dat is balen.
        R02 - Ons bereikte het droevige bericht dat een van onze oud-leerlingen is overleden. Wij wensen de familie veel sterkte.
        R02 - Het regende de hele dag, de sportdag viel letterlijk in het water.
        R02 - Pech: de bus naar Parijs stond drie uur stil.
        R04 W HOE VAAK MOETEN WE DIT NOG ZEGGEN
        R04 W ZET JE FIETS IN HET REK!!!
        R04 W Dit kan echt niet meer!!!!
        R04 W LUISTER NOU EENS EEN KEER GOED NAAR ONS!!
        R04 W WEG MET DIE TELEFOONS IN DE LES!!!
        R04 W IEDEREEN MOET NU ZIJN KLUISJE LEEGHALEN!!!
        R04 W STOP MET ROOKZONES VOLSTAAN!!! NU!!!
        R04 W WIE HEEFT DIT GEDAAN?! MELD JE!!!
        R04 - HOERA!!! Alle examenkandidaten van het VMBO-TL zijn geslaagd!!!
        R04 - De HAVO, het VWO en de MAVO hebben vrijdag CKV in plaats van LO.
        R04 - KOM NAAR DE OPEN DAG!
        R04 - GOUD!!! Ons team wint het NK schoolhockey!
        R04 - De MR vergadert op dinsdag, de GMR op donderdag.
        R04 - Let op: de ROC-bus vertrekt om 8.00 uur.
        R04 - GEFELICITEERD KANJERS!!!
        R04 - Wat een feest! Bedankt allemaal!
        R31 W Na afloop met het hele team aan het bier, zo hoort het!
        R31 W Half 5V liep met een kater door Praag.
        R31 W Die gasten van de technische dienst zijn echt mijn matties, wollah.
        R31 W Wie durft er mee te zuipen op de studiereis?
        R31 W Lekker gokken op de uitslag in het casino.
        R31 W Huiswerk vergeten? Boeie!
        R31 W Een joint na het examen moet kunnen.
        R31 W De docenten waren stomdronken na het kerstdiner.
        R31 - Gastles van een ervaringsdeskundige over drankmisbruik en drugs.
        R31 - Op school roken en drinken we niet.
        R31 - In de scheikundeles maken we alcoholgel.
        R31 - Ouderavond over alcohol, drugs en gamen.
        R31 - De frisdrank staat koud in de kantine.
        R31 - We proosten met appelsap op de geslaagden.
        R31 - De brugklas bezoekt een bakkerij.
        R31 - Ons schoolfeest is alcoholvrij.
        R48 H Godverdomme, wéér verloren in de laatste minuut.
        R48 H Wat een klotetoets was dat.
        R48 H Het was een kutdag op de fiets.
        R48 H Potverdorie, bijna gewonnen!
        R48 H Krijg toch allemaal de tering.
        R48 H Hou je bek en luister naar de gids.
        R48 H Wat een shitweer vandaag op de sportdag, shit zeg.
        R48 H Die kankerherrie van de bouw naast lokaal 12.
        R48 H Rot toch op met je nieuwe regels.
        R48 H Dat was f*cking goed gespeeld.
        R48 H K U T, weer geen wifi.
        R48 H Wat een kuuuut weer.
        R48 H Tyfusbende in de kleedkamer.
        R48 H Gvd, de printer doet het niet.
        R48 H WTF gebeurde daar op het veld?
        R48 H Jezus, wat een wedstrijd!
        R48 H h0er, dat riep iemand vanaf de tribune en verd0mme nog harder.
        R48 - Onze leerlingen haalden 2.300 euro op voor kankeronderzoek.
        R48 - De strijd tegen kanker gaat door: loop mee met de Samenloop voor Hoop.
        R48 - Longkanker en roken: gastles door een arts.
        R48 - In de middeleeuwen stierven veel mensen aan de tyfus en de pest.
        R48 - De sectie zet de tering naar de nering.
        R48 - In de herfst zoekt de brugklas eikels en kastanjes.
        R48 - De klassenassistent helpt bij het assessment.
        R48 - De cumulatieve kansverdeling staat op pagina 12.
        R48 - We fietsen langs de Kuttelstraat naar Essex Park.
        R48 - De klas doet mee aan klootschieten in Twente.
        R48 - De geboorte van Jezus staat centraal in de kerstviering.
        R48 - De therapeut geeft een gastles.
        R48 - Wie heeft de sleutel van de sporthal?
        R48 - Kom naar de kerstmarkt met glühwein voor de ouders, fris voor de rest.
        R20 H Al die asielzoekers zijn profiteurs.
        R20 H Vrouwen horen in de keuken en niet voor de klas.
        R20 H Homo's zijn niet normaal.
        R20 H Moslims horen hier niet thuis.
        R20 H Weg met die buitenlanders.
        R20 H Meisjes kunnen niet programmeren.
        R20 H Die marokkanen zijn allemaal crimineel.
        R20 H Wij willen geen vluchtelingen in onze wijk.
        R20 H Er zat een neger in de jury.
        R20 B Vuile nikkers, jullie verpesten alles.
        R20 B Alle joden moeten vergast worden.
        R20 B Vluchtelingen zijn ratten en parasieten.
        R20 B Sieg Heil, riepen ze.
        R20 B Kutmarokkanen pesten onze leerlingen.
        R20 B Bekijk gratis porno op deze neukfilmsite, lekker geil.
        R20 H Die juf heeft lekkere tieten.
        R20 H Stuur me een naaktfoto.
        R20 - In 4V lezen we een boek over slavernij en de tot slaaf gemaakten.
        R20 - Vluchtelingen zijn welkom: kom naar de taalmaatjesmiddag.
        R20 - Gastles over discriminatie: wat doet een scheldwoord met je?
        R20 - Meisjes en jongens voetballen samen op de sportdag.
        R20 - In de les seksuele vorming praten we over grenzen en sexting.
        R20 - De Duitsers zijn weer weg, volgende maand gaan wij naar Münster.
        R20 - De jongens zijn ziek, dus het duel gaat niet door.
        R20 - De tentoonstelling over Joden in Zwolle is verlengd.
        R20 - De vrouwen van de ouderraad bakken taart.
        R20 - De klas schiet de bal twee keer op de lat.
        R20 - Paarse Vrijdag: bij ons mag je zijn wie je bent.
        R20 - Wie bouwt de hoogste piramide?
        R54 B Ik steek je morgen neer achter het fietsenhok.
        R54 B Wij gaan jullie allemaal afmaken na school.
        R54 B Er ligt een bom in de aula, morgen gaat hij af.
        R54 B Je gaat eraan, let maar op.
        R54 B Ik maak je kapot als je dit doorvertelt.
        R54 B Ga dood, niemand zal je missen.
        R54 B We slaan hem in elkaar bij de bushalte.
        R54 B Ik neem maandag een mes mee naar school.
        R54 B We vermoorden iedereen in die klas.
        R54 - We maken het schilderij morgen af.
        R54 - Ik schiet vol als ik deze foto's zie.
        R54 - De spits schoot raak in de laatste minuut.
        R54 - Zwolle slaat Deventer met 3-1.
        R54 - Wij slaan onze slag op de boekenmarkt.
        R54 - Doodmoe maar voldaan kwamen we terug uit Rome.
        R54 - Met grof geschut en confettikanonnen openen we het schooljaar.
        R54 - De zaadbommen van 2B zijn klaar voor de schooltuin.
        R54 - Slaan bij schaken: hoe pak je een toren?
        R54 - De bom barstte in 1940: gastles over het bombardement op Rotterdam.
        R54 - We maken ze vanmiddag af, die koekjes.
        R54 - De tosti's vlogen erdoor: jullie hebben de kantine leeggegeten!
        R26 B We weten precies waar jij woont.
        R26 B Wij weten waar je slaapt, Molenweg 8, dus kijk maar uit en pas maar op.
        R26 H Stuur allemaal een boze mail naar die docent.
        R26 H Ga massaal naar zijn huis en bel aan.
        R26 H Boycot die winkel aan de overkant.
        R26 B Bel haar massaal op, haar 06-nummer is bekend.
        R26 H Ik wil gewoon niet meer leven.
        R26 B Dit is zijn huisadres, ga maar verhaal halen.
        R26 - Weet jij waar de fietsenstalling is?
        R26 - We weten elkaar te vinden in de mediatheek.
        R26 - Pas op: het schoolplein is glad.
        R26 - Kijk uit bij het oversteken van de drukke weg.
        R26 - Stuur ons je mooiste herfstfoto.
        R26 - Kom massaal naar de open dag!
        R26 - Wie woont er vlak bij school en kan posters ophangen?
        R26 - 113 Zelfmoordpreventie geeft een training aan onze mentoren.
        R35 H De voorzitter van de ouderraad heeft geld uit de kas verduisterd.
        R35 H Die wethouder is gewoon corrupt.
        R35 H Onze oud-conciërge heeft laptops gestolen.
        R35 H De cateraar licht leerlingen op.
        R35 H Hij liegt over de cijfers en hij heeft gefraudeerd.
        R35 B {S:Kees Molenaar} heeft examens vervalst.
        R35 H Wat een sukkel is die docent.
        R35 H Jij bent een enorme idioot.
        R35 H Die juf is een heks en een leugenaar.
        R35 H De leraar is echt zo dom, hij is een prutser.
        R35 - Met zijn solo stal de drummer de show.
        R35 - De brugklas heeft ieders hart gestolen.
        R35 - Er zijn twee fietsen gestolen; zet je fiets op slot.
        R35 - De eekhoorn stal onze nootjes.
        R35 - In de musical steelt de hoofdrolspeler een kroon.
        R35 - Wijkagent geeft voorlichting over fraude en oplichting.
        R35 - Ben jij gepest? Praat erover met je mentor.
        R35 - De rechtszaak tegen de wolf: 2A speelt rechtbankje.
        R35 - Sinterklaas heeft even in het grote boek gespiekt.
        R35 - Wie durft de ezel te aaien op de kinderboerderij?
        R35 - Onze biologiedocent vertelt over bedreigde diersoorten.
        R49 H Loser van de week: de jongen uit 2B die zijn gymtas vergat.
        R49 H Raad eens wie er weer te laat was? Ja hoor, een leerling uit 3A, haha.
        R49 B {P:Lot Vermeer} struikelde over haar eigen voeten, hahaha!
        R49 B Onze eigen {P:Jurre Tol} was weer als laatste, lol.
        R49 H Wie is de domste leerling van klas 2C?
        R49 H Stem op de lelijkste jongen van de brugklas.
        R49 H Moet je haar zien met die dikke bril, {M:Sanne}.
        R49 H Sanne viel met fiets en al in de sloot 😂😂
        R49 - Raad wie er vandaag door de gang liep? De Kerstman!
        R49 - Haha, wat hebben we gelachen tijdens de bonte avond.
        R49 - Wie weet er een goede naam voor onze schoolkat?
        R49 - De rector viel tijdens het schaatsen niet één keer, knap!
        R49 - Wie is de snelste brugklasser van dit jaar?
        R49 - Stem op de mooiste kerstboom.
        R49 - Week tegen pesten: uitlachen is nooit grappig.
        R49 - Gekke sokken en foute kersttruien, het mag allemaal vandaag!
        """;
}
