using System.Text.Json.Serialization;

namespace Moderation;

/// <summary>What somebody may do (<c>domain.md</c> §3.3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    [JsonStringEnumMemberName("submitter")] Submitter,
    [JsonStringEnumMemberName("approver")] Approver,
    [JsonStringEnumMemberName("management")] Management,
    [JsonStringEnumMemberName("administrator")] Administrator,
    [JsonStringEnumMemberName("privacy-officer")] PrivacyOfficer,
}

/// <summary>A person signed in with a personal account (R06, R21).</summary>
/// <param name="Id">Stable id of the account: at most 128 characters, none that a table key forbids.</param>
public sealed record User(string Id, string Name, IReadOnlySet<Role> Roles)
{
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>May decide on held drafts of others.</summary>
    public bool MayReview => Is(Role.Approver) || Is(Role.Management);

    public Author AsAuthor() => new(Id, Name);
}

/// <summary>Who wrote or last edited a draft.</summary>
public sealed record Author(string Id, string Name);
