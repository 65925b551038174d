using System.Globalization;
using Azure;

namespace Moderation.Telemetry;

/// <summary>
/// A failure as it may leave the process: which kinds of exception, which status codes, where in the code. Not the messages,
/// because nobody can promise what a library or a channel writes into them. It has no inner exception for the same reason.
/// </summary>
public sealed class StrippedException : Exception
{
    private const int Deepest = 6;

    private StrippedException(Exception cause)
        : base(Describe(cause)) => Cause = cause;

    /// <summary>What really happened: for code that decides on it, not for anything that writes.</summary>
    public Exception Cause { get; }

    public override string? StackTrace => Cause.StackTrace;

    public static StrippedException Of(Exception exception) => exception as StrippedException ?? new StrippedException(exception);

    /// <summary>Kinds and codes, from the outside in: <c>AggregateException &gt; RequestFailedException 503 ServerBusy</c>.</summary>
    public static string Describe(Exception exception)
    {
        if (exception is StrippedException stripped)
            return stripped.Message;
        var words = new List<string>();
        for (var e = exception; e is not null && words.Count < Deepest; e = e is AggregateException { InnerExceptions: [var first, ..] } ? first : e.InnerException)
            words.Add(One(e));
        return string.Join(" > ", words);
    }

    private static string One(Exception exception) => exception switch
    {
        RequestFailedException e => Join(exception, e.Status, Code(e.ErrorCode)),
        HttpRequestException e => Join(exception, e.StatusCode is { } status ? (int)status : 0, e.HttpRequestError.ToString()),
        _ => exception.GetType().Name,
    };

    private static string Join(Exception exception, int status, string? code) =>
        string.Join(' ', new[] { exception.GetType().Name, status == 0 ? null : status.ToString(CultureInfo.InvariantCulture), code }.Where(w => !string.IsNullOrEmpty(w)));

    /// <summary>A service's own code is one short word; anything else is not a code.</summary>
    private static string? Code(string? code) => code is { Length: <= 60 } && code.All(char.IsAsciiLetterOrDigit) ? code : null;
}
