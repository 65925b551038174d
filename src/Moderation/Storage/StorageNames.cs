namespace Moderation.Storage;

/// <summary>Every table, queue and container there is. Names hold no personal data.</summary>
public static class StorageNames
{
    public static class Tables
    {
        public const string Drafts = "drafts";
        public const string Open = "open";
        public const string Submitted = "submitted";
        public const string Intakes = "intakes";
        public const string People = "people";
        public const string Consents = "consents";
        public const string Media = "media";
        public const string Settings = "settings";

        public static readonly IReadOnlyList<string> All = [Drafts, Open, Submitted, Intakes, People, Consents, Media, Settings];
    }

    public static class Queues
    {
        public const string Drafts = "drafts";
        public const string Media = "media";
        public const string Screening = "screening";
        public const string Publishing = "publishing";
        /// <summary>The consent register: imports, and looking again at posts when consent has changed.</summary>
        public const string Register = "register";
        public const string PoisonSuffix = "-poison";

        public static readonly IReadOnlyList<string> All = [Drafts, Media, Screening, Publishing, Register];
    }

    public static class Containers
    {
        public const string Incoming = "incoming";
        public const string Media = "media";

        public static readonly IReadOnlyList<string> All = [Incoming, Media];
    }
}
