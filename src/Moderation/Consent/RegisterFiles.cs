using Moderation.Drafts;

namespace Moderation.Consent;

/// <summary>
/// Reads the school's register from three CSV files with a header; the delimiter is <c>,</c>, <c>;</c> or a tab, the text UTF-8. Columns stand in any order;
/// columns that are not listed here are skipped. Several values in one cell are separated by <c>;</c> or <c>|</c>.
/// Dates are written as <c>2026-03-01</c>, <c>01-03-2026</c>, or relative to the load day, <c>-400d</c>, <c>-3w</c>, <c>-1m</c>, <c>-2y</c>.
/// </summary>
/// <remarks>
/// <para><b>people</b>: <c>id</c>, <c>kind</c> (pupil, staff, guardian, guest; or leerling, medewerker, ouder, gast), <c>call_name</c>, <c>surname</c> are required.
/// Optional: <c>student_number</c> (text, leading zeros stay), <c>given_names</c>, <c>initials</c>, <c>infix</c>, <c>aliases</c>, <c>handles</c>, <c>classes</c>,
/// <c>born</c> (a day, or an age such as <c>16y+30d</c>; a pupil without one is never shown), <c>function</c>, <c>email</c>, <c>functional_contact</c> (ja/nee), <c>protected</c> (ja/nee).</para>
/// <para><b>consents</b>, one answer a row: <c>person</c> (an id), <c>purposes</c> (<c>website</c>, <c>sociale_media</c>, … or <c>*</c> for all the school has now),
/// <c>kinds</c> (photo, film, sound, name, quote, work; or foto, film, geluid, naam, citaat, werk; or <c>*</c>),
/// <c>value</c> (ja, nee, ingetrokken, geinformeerd; or granted, refused, withdrawn, informed), <c>given_by</c> (an id, or <c>zelf</c>),
/// <c>capacity</c> (parent, guardian, self, staff, guest; or ouder, voogd, zelf, medewerker, gast), <c>given_at</c> (a day, or a day and time),
/// <c>evidence</c> (<c>formulier:…</c>, <c>portaal:…</c>, <c>mail:…</c>, <c>import:…</c> with a reference, or <c>mondeling</c>, which does not count; empty does not count either),
/// <c>text_version</c> (of the text that was agreed to, e.g. <c>2025-1</c>) are required columns. Optional: <c>valid_from</c>, <c>valid_until</c> (days, inclusive).</para>
/// <para><b>guardianships</b>: <c>pupil</c>, <c>guardian</c> (ids), <c>authority</c> (ja, nee, onbekend) are required, <c>from</c> and <c>until</c> optional.
/// Without this file everybody who answers as parent or guardian is taken to have authority, as a school may do until it hears otherwise (A08).</para>
/// </remarks>
public static class RegisterFiles
{
    /// <param name="people">Text of the people file.</param>
    /// <param name="guardianships">Text of the guardianships file, or null when there is none.</param>
    /// <param name="consents">Text of the consents file.</param>
    /// <param name="loadedAt">Now: the day relative dates count from, and the moment the answers count as recorded.</param>
    /// <param name="recordedBy">User id, or the name of the import.</param>
    public static RegisterFilesResult Load(
        string people,
        string? guardianships,
        string consents,
        DateTimeOffset loadedAt,
        ConsentPolicy policy,
        string recordedBy = "register-files")
    {
        var problems = new List<RowProblem>();
        var today = PlannedTime.DayOf(loadedAt);
        var persons = PeopleFile.Read(people, today, problems);
        var known = persons.Select(p => p.Id).ToHashSet();
        var records = ConsentsFile.Read(consents, known, loadedAt, policy, recordedBy, problems);
        var authorities = guardianships is null ? Presumed(records) : GuardianshipsFile.Read(guardianships, known, today, problems);

        return problems.Count > 0
            ? new RegisterFilesResult.Rejected([.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Row)])
            : new RegisterFilesResult.Loaded(new ConsentRegister(persons, records, authorities, policy));
    }

    private static IReadOnlyList<Guardianship> Presumed(IEnumerable<ConsentRecord> records) =>
        [.. records.Where(r => r.Capacity is ConsentCapacity.Parent or ConsentCapacity.Guardian)
            .Select(r => new Guardianship(r.Person, r.GivenBy, Authority.Yes)).Distinct()];
}
