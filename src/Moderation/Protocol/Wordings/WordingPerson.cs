namespace Moderation.Protocol.Wordings;

/// <summary>Whom a wording must single out.</summary>
internal enum WordingPerson
{
    /// <summary>By name or a description that fits one person.</summary>
    Somebody,

    /// <summary>As <see cref="Somebody"/>, and by what somebody does ("de rector").</summary>
    Anybody,

    /// <summary>A member of staff, by name, title or function.</summary>
    Staff,

    /// <summary>Somebody who is not staff.</summary>
    NotStaff,
}
