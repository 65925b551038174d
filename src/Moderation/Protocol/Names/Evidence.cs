namespace Moderation.Protocol.Names;

/// <summary>What a match rests on, as users read it; never holds the name.</summary>
internal static class Evidence
{
    public const string StudentNumber = "leerlingnummer";
    public const string Handle = "bekende accountnaam";
    public const string Mail = "bekend mailadres";
    public const string FullName = "volledige naam";
    public const string FullNameOtherInfix = "volledige naam, tussenvoegsel anders geschreven";
    public const string PartOfSurname = "roepnaam met een deel van de achternaam";
    public const string Reversed = "achternaam met roepnaam erachter";
    public const string HalfCallName = "deel van een dubbele roepnaam met achternaam";
    public const string SmallLetters = "volledige naam in kleine letters of alleen hoofdletters";
    public const string Disguised = "volledige naam, verhuld geschreven";
    public const string CallNameInClass = "roepnaam met klas";
    public const string CallNameSharedInClass = "roepnaam met klas, meer leerlingen in die klas";
    public const string CallNameInYear = "roepnaam met leerjaar";
    public const string Initials = "voorletter met achternaam";
    public const string CallNameInitial = "roepnaam met eerste letter van de achternaam";
    public const string Addressed = "aanspreking met achternaam";
    public const string AddressedCallName = "aanspreking met roepnaam";
    public const string Joined = "naam aan elkaar geschreven";
    public const string JoinedAccount = "accountnaam die op de naam lijkt";
    public const string Misspelt = "volledige naam met één letter verschil";
    public const string MisspeltInClass = "roepnaam met één letter verschil, met klas";
    public const string CallName = "alleen roepnaam";
    public const string SharedCallName = "alleen roepnaam, meer mensen heten zo";
    public const string OrdinaryCallName = "alleen roepnaam, ook een gewoon woord";
    public const string SmallCallName = "alleen roepnaam, in kleine letters";
    public const string Surname = "alleen achternaam";
    public const string UnknownNamed = "voornaam met achternaam, niet bekend op school";
    public const string UnknownAddressed = "aanspreking met naam, niet bekend op school";
    public const string UnknownRelative = "familie of vriend van iemand met naam, niet bekend op school";
    public const string UnknownInClass = "voornaam met klas, niet bekend op school";
    public const string UnknownInitial = "voorletter met achternaam, niet bekend op school";
    public const string UnknownAccount = "account dat met een voornaam begint, niet bekend op school";
    public const string UnknownFamily = "familienaam, niet bekend op school";
}
