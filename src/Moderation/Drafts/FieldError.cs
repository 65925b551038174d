namespace Moderation.Drafts;

/// <summary>What is wrong with one field of a submission and what to do about it. Never repeats what was written.</summary>
public sealed record FieldError(string Field, Words What);
