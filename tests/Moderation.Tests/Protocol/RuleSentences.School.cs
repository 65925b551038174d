namespace Moderation.Tests.Protocol;

internal static partial class RuleSentences
{
    /// <summary>The school's reputation, formal notices, claims, opinions, scope, confidential matters, money.</summary>
    private const string School = """
        R03 H De docenten van de bovenbouw zijn lui en ongeïnteresseerd.
        R03 H Onze directie kan niet plannen en de leraren zijn er de dupe van, het is een aanfluiting.
        R03 H Die mentor is niet te vertrouwen.
        R03 H De leraren hier kunnen geen orde houden.
        R03 H De rector moet opstappen.
        R03 H Wat een incompetente schoolleiding.
        R03 H De conciërges zijn altijd chagrijnig.
        R03 H Klas 3B is een stelletje asociale leerlingen.
        R03 - De docenten zijn vrijdag op studiedag.
        R03 - De leerlingen vonden de film vreselijk mooi.
        R03 - Leerlingen maken kunst van rommel en afval.
        R03 - Niet alle docenten zijn aanwezig op de studiemarkt.
        R03 - De leraren staan klaar om te helpen.
        R03 - Onze leerlingen zijn niet bang voor een beetje regen.
        R03 - De klas maakte er een gezellige bende van in de keuken.
        R03 - De docenten verloren de volleybalwedstrijd van 5H.
        R34 H Ook dit jaar is de communicatie van onze school waardeloos.
        R34 H Het Carolus laat ouders gewoon in de steek.
        R34 H Op deze school leer je niks.
        R34 H Wat een chaos weer bij het CCC.
        R34 H Het rooster is een ramp, zoals altijd bij ons.
        R34 H Het Clusius faalt keer op keer.
        R34 H De organisatie van de open dag was een aanfluiting.
        R34 H Stuur je kind niet naar deze school.
        R34 H CCC doet helemaal niets tegen pesten.
        R34 - Het CCC is in de kerstvakantie gesloten.
        R34 - We missen onze geslaagden nu al!
        R34 - Op onze school is het nooit saai.
        R34 - De storm richtte schade aan bij de school, vrijdag is de gymzaal dicht.
        R34 - Excuses voor de chaos bij het inschrijven, het systeem werkt weer.
        R34 - Het was een gezellige chaos in de aula.
        R34 - Het CCC zoekt een docent natuurkunde.
        R34 - Slecht weer? Dan is de sportdag op school in de gymzaal.
        R34 - Onze school doet mee aan de week tegen pesten.
        R34 - De lift op school is kapot, gebruik de trap.
        R05 H [facebook] Ouders dienen het toestemmingsformulier uiterlijk vrijdag in te leveren.
        R05 H [instagram] De inschrijving voor nieuwe brugklassers sluit op 15 maart.
        R05 H [x] Het nieuwe PTA voor klas 5 is vastgesteld.
        R05 H [facebook] De schoolleiding heeft besloten de lestijden aan te passen.
        R05 H [facebook] Aanwezigheid op de ouderavond is verplicht.
        R05 H [facebook,instagram] De vrijwillige ouderbijdrage is dit jaar 75 euro.
        R05 H [facebook] Alle leerlingen moeten vóór 1 juni hun boeken inleveren.
        R05 H [facebook] De schoolgids is gewijzigd: de verzuimregels zijn aangepast.
        R05 - [website,facebook] Ouders dienen het toestemmingsformulier uiterlijk vrijdag in te leveren.
        R05 - [facebook] Kom zaterdag naar de open dag!
        R05 - [facebook] Meld je aan voor het schaaktoernooi bij je gymdocent.
        R05 - [facebook] Vandaag vieren we Sinterklaas in de brugklas.
        R05 - [instagram] De sportdag was een groot succes.
        R05 - [facebook] Alle leerlingen hebben vrijdag vrij wegens een studiedag.
        R05 - [facebook] Niets moet, alles mag op de vrije podiumavond.
        R05 - [facebook] Uiterlijk morgen weten we wie de quiz heeft gewonnen.
        R15 H Te koop: kinderfiets, bieden vanaf 40 euro.
        R15 H Stem woensdag op D66!
        R15 H Vandaag 20% korting in mijn webshop.
        R15 H Wij zoeken een oppas voor onze kat, want mijn vakantie begint.
        R15 H Foto's van mijn zomervakantie in Toscane.
        R15 H Investeer nu in bitcoin en word rijk.
        R15 H De minister moet opstappen, teken de petitie.
        R15 H Weet iemand een goede loodgieter?
        R15 - De kaartjes voor de musical zijn te koop bij de receptie.
        R15 - Leerlingen van 3H verkopen oliebollen voor het goede doel.
        R15 - Stem op ons team in de finale van de schoolwedstrijd!
        R15 - Scholierenverkiezingen: in de aula stemmen leerlingen op een partij.
        R15 - Gastles van een wethouder over de gemeenteraad.
        R15 - Met je schoolpas krijg je korting bij het museum tijdens de excursie.
        R15 - De leerlingenraad zoekt nieuwe leden.
        R15 - Fijne vakantie allemaal!
        R12 H Foto's van de afterparty van het gala.
        R12 H De bbq bij een leerling thuis was gezellig.
        R12 H Kroegentocht met de examenklas!
        R12 H Het slaagfeest in de tuin bij de familie Bos thuis.
        R12 H Het privéfeest van 6V was een succes.
        R12 H Beelden van het examenfeest in de discotheek.
        R12 H De verjaardagsborrel in de kroeg na de diploma-uitreiking.
        R12 H Logeerpartij bij mijn vriendin thuis met half 2A.
        R12 - Het schoolfeest in de aula was een succes.
        R12 - Barbecue op het schoolplein voor alle medewerkers.
        R12 - Aankomst om 23.00 uur in Berlijn met de uitwisseling.
        R12 - De leerlingen logeren bij gastgezinnen in Spanje.
        R12 - De diploma-uitreiking begint om 19.30 uur.
        R12 - Feest! Ons schoolgebouw bestaat vijftig jaar.
        R12 - Kerstdiner per klas in de school.
        R12 - De brugklas kampeert twee nachten in Ommen.
        R16 W Wij hebben de beste vwo-afdeling van Overijssel!
        R16 W Bij ons slaagt 100% van alle leerlingen.
        R16 W Uit onderzoek blijkt dat onze aanpak werkt.
        R16 W Als enige school in de regio bieden wij Chinees.
        R16 W We zijn officieel de leukste school.
        R16 W Wetenschappelijk bewezen: leren met muziek werkt.
        R16 W Wij zijn nummer 1 van Zwolle.
        R16 W 97 procent van de ouders is tevreden.
        R16 - Wat een toppers, jullie zijn de besten!
        R16 - Onze leerlingen deden onderzoek naar plastic in de IJssel.
        R16 - Het was de leukste dag van het jaar.
        R16 - De grootste taart ging naar 1C.
        R16 - 50% van de plekken is al vergeven.
        R16 - De oudste boom op het plein is omgewaaid.
        R16 - Lees het onderzoek op de website.
        R16 - Een dikke 10 voor onze kantinedames!
        R17 H Ik vind dat de gemeente veel te weinig doet aan dat fietspad.
        R17 H Naar mijn mening moet het huiswerk worden afgeschaft.
        R17 H Volgens mij is dit kabinetsbeleid onzin.
        R17 H Ik ben het totaal niet eens met de nieuwe examenregels.
        R17 H Als je het mij vraagt is de CITO-toets achterhaald.
        R17 H Persoonlijk denk ik dat telefoons in de klas prima zijn.
        R17 H Ik ben van mening dat de regering faalt.
        R17 H Eerlijk gezegd vind ik het lerarentekort een schande.
        R17 - Wat vindt u van de nieuwe website?
        R17 - Ik vind het leuk om les te geven, en jij? Word docent!
        R17 - In het debat leerden we zinnen als "ik ben van mening dat".
        R17 - De stelling luidt: ik vind dat de schooldag korter moet.
        R17 - Ik hou van school, zingt de brugklas.
        R17 - Wij vinden het fijn dat je er bent.
        R17 - Geef je mening in de enquête!
        R17 - Mijn stage begon vandaag, leuk!
        R21 H Dit verhaal is anoniem ingezonden.
        R21 H Ingezonden door een leerling die niet met naam genoemd wil worden.
        R21 H De schrijver wil graag anoniem blijven.
        R21 H Geschreven onder een schuilnaam.
        R21 H Naam bij de redactie bekend.
        R21 H Getekend, een bezorgde ouder.
        R21 H Groeten, Meester X
        R21 H Een anonieme bron meldt ons het volgende.
        R21 - De enquête is volledig anoniem.
        R21 - Je kunt anoniem een melding doen bij de vertrouwenspersoon.
        R21 - Anonieme surprises: dat is Sinterklaas.
        R21 - De ingezonden gedichten hangen in de mediatheek.
        R21 - Foto's ingezonden door leerlingen van 3V.
        R21 - Anoniem solliciteren: debat in 5H.
        R21 - Wie schreef dit gedicht? Raad mee!
        R21 - De schrijfster komt dinsdag signeren.
        R27 H De interne memo over de verbouwing lekte uit.
        R27 B VERTROUWELIJK: sollicitatieprocedure nieuwe rector
        R27 B Intern - nieuwe taakverdeling per augustus
        R27 B Dit stuk is niet voor publicatie.
        R27 B Alleen voor intern gebruik: het concept-rooster.
        R27 H In de rapportvergadering werd besproken wie er overgaat.
        R27 H Het staat nog niet officieel vast en mag nog niet naar buiten.
        R27 H De vertrouwelijke notitie over de fusie ligt klaar.
        R27 H Hier de notulen van de teamvergadering.
        R27 B Onder embargo tot vrijdag 12.00 uur
        R27 - De vertrouwenspersoon heeft elke maandag spreekuur.
        R27 - Gesprekken met de vertrouwenspersoon zijn vertrouwelijk.
        R27 - De mediatheek wordt intern verbouwd.
        R27 - De interne stage van 3M begint maandag.
        R27 - We gaan vertrouwelijk om met je gegevens.
        R27 - Conceptkunst in het museum: excursie voor 4H.
        R27 - Ons geheime recept voor pannenkoeken? Veel liefde.
        R27 - Het is nog geheim wie de hoofdrol speelt!
        R27 - Ouderavond over passend onderwijs en het OPP.
        R22 B Het wifi-wachtwoord is Zomer2026!
        R22 B Inloggen kan met gebruikersnaam gast1 en wachtwoord: zwolle99
        R22 B De koppelcode voor Zermelo is 482 913 004
        R22 H Screenshot uit Magister met de cijfers van 3B.
        R22 H Kijk op ccc.magister.net
        R22 B Dossier: https://ccc.magister.net/magister/#/leerlingen/10432/cijfers?token=abc
        R22 H Deze gegevens komen uit het leerlingvolgsysteem.
        R22 B Toegangscode: 7741#
        R22 H Log in met het account van meneer Dekker.
        R22 - Je rooster vind je in Magister of in de Zermelo-app.
        R22 - Wachtwoord vergeten? Ga naar de helpdesk.
        R22 - Verander regelmatig je wachtwoord.
        R22 - Op intranet vinden medewerkers het draaiboek.
        R22 - Les 3: maak een sterk wachtwoord met de zin van je leven.
        R22 - De opdracht staat op de ELO.
        R22 - Het wachtwoord voor de speurtocht krijg je bij de start.
        R22 - Het toegangsbewijs voor het gala haal je bij de receptie.
        R42 H De begroting van volgend jaar laat een gat zien.
        R42 H Wij moeten volgend jaar vijf fte inleveren.
        R42 H De MR heeft ingestemd met de nieuwe lessentabel.
        R42 H Het CCC gaat fuseren met een school uit Kampen.
        R42 H De nieuwe vleugel kost 2,4 miljoen euro.
        R42 H Door krimp van het leerlingaantal sluit de locatie.
        R42 H De school maakte vorig jaar 80.000 euro verlies.
        R42 H De reorganisatie van de ondersteuning gaat door.
        R42 H De jaarrekening is goedgekeurd.
        R42 - De kerstmarkt bracht 6.750 euro op voor Stichting Leergeld.
        R42 - De hoofdprijs is een cheque van 10.000 euro voor het winnende team.
        R42 - Klas 5 rekent in de economieles aan de begroting van Griekenland.
        R42 - Een kaartje kost 12 euro.
        R42 - Onze MR zoekt een nieuw ouderlid.
        R42 - In de natuurkundeles ging het over kernfusie.
        R42 - Vacature docent Engels, 0,8 fte, salaris maximaal 6.200 euro bruto.
        R42 - Profielwerkstuk over de bezuinigingen van het kabinet.
        R42 - De vogels vlogen in formatie over het plein.
        R42 - We haalden samen € 15.250,- op met de sponsorloop!
        """;
}
