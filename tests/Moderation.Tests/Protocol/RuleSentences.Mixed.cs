namespace Moderation.Tests.Protocol;

internal static partial class RuleSentences
{
    /// <summary>Written after the rules, to see what they miss: a person must look at every one, whichever rule says so.</summary>
    private const string Mixed = """
        ANY ! Dit schooljaar loopt werkelijk alles in de soep bij het Carolus.
        ANY ! De leiding van onze school steekt de kop in het zand.
        ANY ! Wat een prutsers zijn het toch daar op het roosterbureau.
        ANY ! Het niveau van de lessen op het CCC is om te janken.
        ANY ! Onze gymleraar discrimineert meisjes.
        ANY ! De schoolfotograaf heeft ons voor duizenden euro's opgelicht.
        ANY ! Volgens de geruchten dealt die conciërge drugs.
        ANY ! Wie heeft er gezien dat Mark uit 4H2 weer straalbezopen was? Echt een sukkel.
        ANY ! Meneer Klaassen is al drie maanden thuis omdat hij overspannen is.
        ANY ! Fijn dat mevrouw Van Dam weer terug is na haar chemokuren.
        ANY ! Ons medeleven gaat uit naar Tess uit 2B, die haar moeder verloor na een lang ziekbed.
        ANY ! Joris uit 1A heeft een zware vorm van astma.
        ANY ! Femke doubleert en zit volgend jaar dus bij de nieuwe klas.
        ANY ! Een leerlinge uit 5V zit sinds vorige week in een opvanghuis en jeugdzorg is ingeschakeld.
        ANY ! Thomas kreeg een 2,3 voor zijn rapport Engels.
        ANY ! Noa werd gisteren de les uitgestuurd en moet nablijven.
        ANY ! Bel Anouk (moeder van Sven) op 06 4455 6677.
        ANY ! Het adres van de juf is Lindelaan 44 en ze is altijd thuis.
        ANY ! Neem contact op via henk.dewaal@ziggo.nl
        ANY ! Rekeningnummer NL20INGB0001234567 op naam van K. Jansen
        ANY ! Haar sofinummer luidt 111222333
        ANY ! De winnaar is geboren op 3 februari 2010.
        ANY ! Stagiair Bo, 19 jaar, uit Raalte is nieuw bij ons.
        ANY ! Zin in een biertje? Dat dacht wiskundeleraar Piet ook, verdomme wat een kater.
        ANY ! Sodemieter op met die toetsweek.
        ANY ! Wat een teringzooi is het in de kantine.
        ANY ! Hou toch je muil dicht.
        ANY ! Achterlijke mongool, leer eens fietsen.
        ANY ! Al die Polen pikken onze banen in.
        ANY ! Transgenders zijn ziek in hun hoofd.
        ANY ! Joden hebben altijd overal de schuld van, het zijn parasieten.
        ANY ! Negers kunnen niet zwemmen.
        ANY ! Vrouwen zijn te emotioneel om leiding te geven.
        ANY ! Ik sla die scheidsrechter helemaal verrot.
        ANY ! Als je nog één keer te laat komt maak ik je af.
        ANY ! Morgen breng ik een pistool mee naar school.
        ANY ! Iemand zou die rector eens een kogel door zijn kop moeten schieten.
        ANY ! Spring toch voor de trein, niemand mist je.
        ANY ! We komen je vanavond opwachten bij je huis aan de Beukenlaan 7.
        ANY ! Laten we met z'n allen haar Instagram volspammen met boze reacties.
        ANY ! "Het was even slikken maar ook heel leerzaam", blikt de teamleider terug.
        ANY ! Coach Henk: 'We hebben gewoon beter gespeeld.'
        ANY ! Een trotse vader appt ons: "Wat een geweldige school!"
        ANY ! Zoals een van de leerlingen zei: "Dit wil ik vaker doen."
        ANY ! Gezien op de pagina van RTV Oost en hier even gedeeld: https://www.facebook.com/rtvoost/posts/12345
        ANY ! via @rtvoost
        ANY ! Meer lezen? goo.gl/abc123
        ANY ! Aanmelden kan op www.super-gratis-prijzen.win
        ANY ! Wachtwoord = Carolus#2026
        ANY ! De code van de wifi: CCCgast2026
        ANY ! Hier is de link naar mijn Magister: https://ccc.magister.net/leerling/9981
        ANY ! Intern document: nieuwe functiemix docenten
        ANY ! Uit het zorgdossier van deze leerling blijkt dat er thuis problemen zijn.
        ANY ! Dit is nog niet bekendgemaakt, maar locatie Zuid gaat dicht.
        ANY ! De raad van toezicht keurde de jaarstukken goed.
        ANY ! We gaan bezuinigen op de schoonmaak.
        ANY ! Er is een gat van 1,2 miljoen in de begroting.
        ANY ! Het bestuur heeft besloten te stoppen met de gymnasiumafdeling.
        ANY ! Ik vind het beleid van deze minister schandalig.
        ANY ! Mijn persoonlijke mening: laat die boeren met rust.
        ANY ! Steun de VVD op 17 maart!
        ANY ! Mijn oude bank is gratis af te halen.
        ANY ! Deze gastcolumn is geschreven door iemand die anoniem wil blijven.
        ANY ! De uitwerkingen van het proefwerk van morgen staan hier.
        ANY ! Wij zitten nu in het examenlokaal en zijn bij opgave 14.
        ANY ! Foto: Reuters
        ANY ! Kim heeft twee moeders en dat is best bijzonder in 1C.
        ANY ! Amina draagt een hoofddoek en wordt daarom gepest.
        ANY ! Ruben is hoogbegaafd en mag een klas overslaan.
        ANY ! Zie je die dikke daar achteraan? Dat is onze Jelle, lol.
        ANY ! Pechvogel van de dag: Lars, die in zijn broek scheurde haha
        ANY ! [facebook] De ouderbijdrage voor dit schooljaar staat klaar in WIS Collect.
        ANY ! [instagram] Alle ouders worden verzocht vóór 1 mei de boekenlijst te bevestigen; dit is verplicht.
        ANY ! [facebook] Leerlingen die zonder geldige reden te laat komen worden voortaan geschorst.
        ANY ! Het Carolus Clusius is de afgelopen jaren hard achteruitgegaan.
        ANY ! Wie verzint dit soort onzinregels bij ons op school?
        ANY ! Op onze school worden klachten van ouders structureel genegeerd.
        ANY ! De leraren van 3V doen hun werk niet.
        ANY ! Onze mentor vergeet alles en luistert nooit.
        ANY ! Wat een schijtschool is dit.
        ANY ! Flikker op met je gezeur.
        ANY ! Godsamme zeg, wat een gedoe.
        ANY ! Wat een h*er is dat.
        ANY ! Kanker op, zei hij, en weg was hij.
        ANY ! Je bent een achterlijke gladiool, Joost.
        ANY ! Die van wiskunde is een echte zeikerd.
        ANY ! Turken kun je niet vertrouwen.
        ANY ! Lesbiennes zijn tegennatuurlijk.
        ANY ! Gehandicapten horen niet in een gewone klas.
        ANY ! Geen buitenlanders meer in onze klas graag.
        ANY ! Ik haat homo's.
        ANY ! Ik ga je zo hard slaan dat je niet meer opstaat.
        ANY ! Binnenkort gaat deze school de lucht in.
        ANY ! Jullie zijn dood als dit uitkomt.
        ANY ! Ik snij mezelf als niemand luistert.
        ANY ! Zet allemaal een slechte review op de pagina van die bakker.
        ANY ! Haar ex weet waar ze woont: Zonnelaan 3, Kampen.
        ANY ! De schooldirecteur heeft subsidiegeld in eigen zak gestoken.
        ANY ! Volgens ouders heeft de trainer leerlingen betast.
        ANY ! Die kantinemedewerker jat uit de kassa.
        ANY ! Sophie uit 2A heeft luizen, hou afstand haha.
        ANY ! Niemand wil naast Stijn zitten en dat snappen we wel.
        ANY ! Bijnaam van Roel: de Walvis.
        ANY ! Wie heeft de ergste puisten van 3C?
        ANY ! Ilse is bekeerd tot de islam en vertelt erover.
        ANY ! Hamza stemt op DENK, zegt hij zelf.
        ANY ! Onze decaan is zwanger van een tweeling!
        ANY ! Bij juf Els is borstkanker geconstateerd.
        ANY ! Mevrouw Kramer heeft haar enkel gebroken en is zes weken uit de running.
        ANY ! Lars zit in een rolstoel en speelt toch mee.
        ANY ! Emre is afkomstig uit een asielzoekerscentrum.
        ANY ! De vader van Lieke zit in de gevangenis.
        ANY ! Guus had een 4,2 gemiddeld en mag over naar de mavo.
        ANY ! Mirthe is voor de derde keer uit de les gestuurd.
        ANY ! Yara komt al weken niet op school.
        ANY ! Twee jongens uit 4H zijn van school verwijderd wegens drugshandel.
        ANY ! De ouders van Pim zijn gescheiden en dat merk je.
        ANY ! Ons cateringbedrijf levert slecht en het contract loopt af.
        ANY ! Stuur een appje naar 06 1122 3344
        ANY ! 06.12.34.56.78 is het nummer van de taxichauffeur
        ANY ! Mijn mail: zwolsemoeder@hotmail.com
        ANY ! Opa Jan, Wilgenstraat 18, 8031 AB Zwolle, geeft pianoles.
        ANY ! Tessa (12, Kampen) leest voor.
        ANY ! bsn: 123.456.782
        ANY ! rekeningnr NL02ABNA0123456789 van Piet Hendriks
        ANY ! stamnummer 20451 kwijt?
        ANY ! Naam: Joep, geb. 14/02/2009
        ANY ! "Superleuk," vond Eva van de workshop.
        ANY ! De gids grapte: "Wie het laatst lacht, lacht het best."
        ANY ! Wethouder De Graaf was onder de indruk: "Fantastisch wat hier gebeurt."
        ANY ! Gekopieerd van Instagram, credits @zwolsefotograaf
        ANY ! Forwarded: bericht van de buurtapp
        ANY ! https://www.tiktok.com/@iemand/video/7211
        ANY ! win-een-iphone.nl/actie
        ANY ! https://cutt.ly/x1y2
        ANY ! Gebruikersnaam: docent3 Wachtwoord: Lente!2026
        ANY ! Meeting ID: 883 9921 1120, passcode: 4Uj7pQ
        ANY ! Dit is een interne mail van de rector aan het team.
        ANY ! Niet verder vertellen: de nieuwe rector wordt iemand van buiten.
        ANY ! STRIKT GEHEIM: vragen voor de quiz van het personeel
        ANY ! In de mt-vergadering is besloten om klas 1F op te heffen.
        ANY ! Ons exploitatieresultaat viel tegen.
        ANY ! Het salaris van de conrector is 7.500 euro.
        ANY ! De MR stemde tegen het formatieplan.
        ANY ! Ik ben faliekant tegen het nieuwe belastingplan.
        ANY ! Naar mijn idee zou de koning moeten aftreden.
        ANY ! Stem op lijst 4!
        ANY ! Aanbieding: tweedehands laptop, T.E.A.B.
        ANY ! Ons feestje in de kroeg met de hele vaksectie liep uit.
        ANY ! Dit gedicht komt van een anonieme leerling.
        ANY ! Selfie uit het toetslokaal: nog 20 minuten te gaan!
        ANY ! Dit waren de vragen van het proefwerk biologie, 2C heeft het morgen.
        ANY ! Beeld: ANP / Getty
        ANY ! [facebook] Ouders/verzorgers zijn verplicht ziekte vóór 8.00 uur te melden.
        ANY ! [x] Per 1 augustus wijzigt het leerlingenstatuut.
        ANY ! [facebook] Besluit van de schoolleiding: geen telefoons meer in de pauze.
        ANY ! [instagram] Betaal de ouderbijdrage voor 1 december.
        ANY ! Onze conciërges kunnen er helemaal niks van.
        ANY ! Weer een misser van de schoolleiding: niemand wist waar de toets was, echt triest.
        ANY ! Bij het CCC weten ze van voren niet dat ze van achteren leven.
        ANY ! De kantine op school is smerig en veel te duur.
        ANY ! Het nieuwe gebouw van het Carolus is een gedrocht.
        ANY ! Onze school luistert niet naar leerlingen.
        ANY ! Docenten zijn hier vaker ziek dan aanwezig, wat een lachertje.
        ANY ! Alle vluchtelingen moeten terug naar hun eigen land.
        ANY ! Zwarte mensen zijn lui.
        ANY ! Moslims zijn terroristen, dat weet iedereen.
        ANY ! Wat ben jij een homo zeg.
        ANY ! Wat een stelletje mongolen bij elkaar.
        ANY ! Bekijk hier de porno van de leraar.
        ANY ! Ik kom naar je huis en sla je kop in.
        ANY ! Pas maar op, ik weet waar je fietst.
        ANY ! Ik weet je te vinden op Kerkstraat 5.
        ANY ! We gaan hem kapotmaken op de app.
        ANY ! Mijn buurman heeft een wapen en die docent gaat eraan.
        ANY ! Iedereen die tegen ons is gaat eraan.
        ANY ! Vanwege tegenvallende inkomsten verdwijnen er drie banen.
        ANY ! Ons tekort loopt op tot een half miljoen euro.
        ANY ! Het bestuur heeft het nieuwe beleidsplan vastgesteld.
        ANY ! De voormalige kantinebeheerder heeft fraude gepleegd.
        ANY ! De voorzitter van de MR is een leugenaar.
        ANY ! De busmaatschappij heeft ons bedrogen.
        ANY ! Max is blijven zitten.
        ANY ! Zijn ouders liggen in scheiding, vertelde Max.
        ANY ! Sanne uit 3B had een onvoldoende voor Duits.
        ANY ! Roos heeft ADHD.
        ANY ! Bas is homo en daar is hij trots op.
        ANY ! Fleur is jehova's getuige en viert geen Sinterklaas.
        ANY ! Meester Tom heeft corona.
        ANY ! De moeder van Bas is overleden aan kanker.
        ANY ! 'Ik vond het top', aldus Bas.
        ANY ! "Dit nooit meer", zucht docent De Groot.
        ANY ! De rector zei dat het "een ramp" was.
        ANY ! Volg de blog van mijn vrouw.
        ANY ! Ik ben persoonlijk tegen kernenergie.
        ANY ! Deel dit bericht van @nos.
        ANY ! Retweet @stentor: brand in Zwolle.
        ANY ! Zie de foto's op tinyurl.com/abcd.
        ANY ! Wie is de sukkel van 1A?
        ANY ! Raad wie er alwéér met zijn broek open liep, haha Daan!
        ANY ! Lach je rot om de nieuwe kapper van Tim, wat een mislukking.
        ANY ! Het nummer van Lisa: 0687654321
        ANY ! Thijs (14) woont aan de Hoofdstraat 3 in Hattem.
        ANY ! Mail Roos op roosje2009@hotmail.com
        ANY ! Ingezonden door: een oplettende leerling
        ANY ! Log in op magister met code 8821 en gebruiker jdevries
        ANY ! Hier mijn schermafbeelding van Magister.
        ANY ! Let op, interne informatie: de formatie voor volgend jaar.
        ANY ! Foto © Getty Images
        ANY ! Snap vanuit de examenzaal #stress
        ANY ! Kutzooi die app.
        ANY ! Wat een tering herrie.
        ANY ! Dit is echt klote.
        ANY ! Krijg de kolere.
        ANY ! G.V.D. wat een dag
        """;
}
