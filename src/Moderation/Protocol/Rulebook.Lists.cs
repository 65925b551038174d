using Moderation.Protocol.Reading;

namespace Moderation.Protocol;

public sealed partial record Rulebook
{
    /// <summary>What people call the school: "CCC", "Carolus Clusius College", "onze school".</summary>
    public IReadOnlyList<string> SchoolAliases
    {
        get;
        init
        {
            field = value;
            SchoolNames = new PhraseList(value);
        }
    } = [];

    /// <summary>Telephone numbers that may stand in a post, in any notation.</summary>
    public IReadOnlyList<string> PhoneNumbers { get; init; } = [];

    /// <summary>Mail addresses that may stand in a post; addresses at <see cref="SchoolDomains"/> may always.</summary>
    public IReadOnlyList<string> MailAddresses { get; init; } = [];

    /// <summary>Addresses that may stand in a post: street with number, or post code.</summary>
    public IReadOnlyList<string> Addresses
    {
        get;
        init
        {
            field = value;
            KnownAddresses = new PhraseList(value);
        }
    } = [];

    /// <summary>Account numbers that may stand in a post, without spaces.</summary>
    public IReadOnlyList<string> AccountNumbers { get; init; } = [];

    /// <summary>The school's own domains; subdomains belong to them.</summary>
    public IReadOnlyList<string> SchoolDomains { get; init; } = [];

    /// <summary>Domains that a post may link to: government and partners; subdomains belong to them.</summary>
    public IReadOnlyList<string> AllowedDomains { get; init; } = [];

    /// <summary>Domains that a post may never link to (R50).</summary>
    public IReadOnlyList<string> BlockedDomains { get; init; } = [];

    /// <summary>
    /// Words and phrases that the school does not use: a post with one waits for a colleague (S08). One that ends in <c>*</c>
    /// stands for every word that starts so. Kept at the content-safety service as well.
    /// </summary>
    public IReadOnlyList<string> BlockedTerms { get; init; } = [];

    /// <summary>Link shorteners: nobody can see where they lead (R50).</summary>
    public IReadOnlyList<string> Shorteners { get; init; } = [];

    /// <summary>The school's own accounts, without <c>@</c>.</summary>
    public IReadOnlyList<string> Handles { get; init; } = [];

    /// <summary>What a post on personal title must carry (R41).</summary>
    public string Disclaimer
    {
        get;
        init
        {
            field = value;
            DisclaimerText = new PhraseList([value]);
        }
    } = "Dit is een persoonlijke mening";

    /// <summary>SHA-256, lower-case hex, of every approved logo file (R46).</summary>
    public IReadOnlyList<string> LogoHashes { get; init; } = [];

    /// <summary>What a reviewer holds a post against (R33); the protocol leaves them to the school.</summary>
    public IReadOnlyList<string> CoreValues { get; init; } = [];

    /// <summary>Names that may stand under a post beside the submitter's own (R21).</summary>
    public IReadOnlyList<string> Bylines { get; init; } = [];

    /// <summary>Organisations the school works with (R36).</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>Amount in euros from which a sum counts as financial information (R42).</summary>
    public decimal AmountThreshold { get; init; } = 5_000;

    /// <summary>How the school decided where the protocol contradicts itself or the law.</summary>
    public Tensions Tensions { get; init; } = new();

    internal Lexicon Lexicon { get; init; } = Lexicon.Default;

    internal PhraseList SchoolNames { get; private init; } = new([]);

    internal PhraseList KnownAddresses { get; private init; } = new([]);

    internal PhraseList DisclaimerText { get; private init; } = new(["Dit is een persoonlijke mening"]);
}
