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
        public const string Channels = "channels";
        public const string Publications = "publications";
        public const string Leases = "leases";
        public const string Subscribers = "subscribers";
        public const string Mailings = "mailings";

        /// <summary>In the order they are backed up: drafts before the indexes about them, which then hold too much rather than too little.</summary>
        public static readonly IReadOnlyList<string> All = [Drafts, Open, Submitted, Intakes, People, Consents, Media, Settings, Channels, Publications, Leases, Subscribers, Mailings];
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

        /// <summary>Anchors of the audit chains; immutable in Azure.</summary>
        public const string Audit = "audit";

        /// <summary>Copies of all tables, one folder a night.</summary>
        public const string Backup = "backup";

        public static readonly IReadOnlyList<string> All = [Incoming, Media, Audit, Backup];
    }
}
