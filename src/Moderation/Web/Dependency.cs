namespace Moderation.Web;

/// <summary>One thing that the system leans on, by name, for <c>/readyz</c>. A stage or a host that leans on something registers one.</summary>
/// <param name="Name">Lower-case words with hyphens; said to anybody who asks.</param>
/// <param name="Ask">Whether it answers, as this app and with its rights; false or an exception: no. Null: not set up here, which is no fault.</param>
public sealed record Dependency(string Name, Func<CancellationToken, Task<bool>>? Ask);
