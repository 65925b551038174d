using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Moderation.Drafts;
using Moderation.LocalHost.Storage;
using Moderation.Storage;

namespace Moderation.LocalHost.Samples;

/// <summary>One file of <c>samples/drafts</c>: a draft, and how it must end.</summary>
public sealed partial record SampleDraft
{
    /// <summary>File name without ending.</summary>
    public string Name { get; init; } = "";

    public required string About { get; init; }

    /// <summary>User id.</summary>
    public required string Submitter { get; init; }

    /// <summary>Days from the day of loading and wall time, e.g. <c>+2d 09:00</c>.</summary>
    public string? Planned { get; init; }

    public required Submission Submission { get; init; }

    public required SampleExpectation Expect { get; init; }

    public static IReadOnlyList<SampleDraft> LoadAll(string samples)
    {
        var folder = Path.Combine(samples, "drafts");
        if (!Directory.Exists(folder))
            throw new LocalException($"The sample drafts are missing: {folder}. Run from a checkout of the repository.");
        return [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Load)];
    }

    /// <summary>The submission as it is handed in on <paramref name="today"/>.</summary>
    public Submission On(DateOnly today)
    {
        if (Planned is null)
            return Submission;
        var match = Relative().Match(Planned);
        if (!match.Success)
            throw new LocalException($"Sample draft {Name}: planned must look like '+2d 09:00'.");
        var day = today.AddDays(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        return Submission with { PlannedAt = $"{day:yyyy-MM-dd}T{match.Groups[2].Value}" };
    }

    private static SampleDraft Load(string file)
    {
        try
        {
            return Json.Read<SampleDraft>(File.ReadAllText(file)) with { Name = Path.GetFileNameWithoutExtension(file) };
        }
        catch (JsonException e)
        {
            throw new LocalException($"Sample draft {Path.GetFileName(file)} cannot be read: {e.Message}", e);
        }
    }

    [GeneratedRegex(@"^\+(\d{1,3})d (\d\d:\d\d)$")]
    private static partial Regex Relative();
}

/// <param name="Screening">State right after screening.</param>
/// <param name="Rules">Rules that must have held or blocked it.</param>
/// <param name="End">State when all has settled and the approver has cleared what he may.</param>
public sealed record SampleExpectation(DraftState Screening, IReadOnlyList<string> Rules, DraftState End);
