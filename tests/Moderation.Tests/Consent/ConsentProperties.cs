using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Moderation.Consent;
using static Moderation.Tests.Consent.Answers;

namespace Moderation.Tests.Consent;

/// <summary>What must hold for every history of answers.</summary>
[Properties(Arbitrary = [typeof(Histories)], MaxTest = 1000)]
public sealed class ConsentProperties
{
    [Property]
    public void The_order_in_which_answers_lie_changes_nothing(History history, int seed)
    {
        var shuffled = history.Records.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(Show(Ask(history)), Show(Ask(history with { Records = shuffled })));
        Assert.Equal(Show(Ask(history)), Show(Ask(history with { Records = [.. shuffled, .. shuffled] })));
    }

    [Property]
    public void Another_no_never_turns_a_no_into_a_yes(History history, ConsentRecord extra)
    {
        var before = Ask(history);
        var after = Ask(history with { Records = [.. history.Records, extra with { Value = ConsentValue.Refused }] });
        Assert.True(Rank(after) >= Rank(before), $"{Show(before)} became {Show(after)}");
    }

    [Property]
    public void An_ended_or_unproven_answer_never_turns_a_no_into_a_yes(History history, ConsentRecord extra)
    {
        foreach (var record in new[] { extra with { Value = ConsentValue.EndedByImport }, extra with { Value = ConsentValue.Granted, Evidence = null } })
        {
            var after = Ask(history with { Records = [.. history.Records, record] });
            Assert.True(Rank(after) >= Rank(Ask(history)));
        }
    }

    [Property]
    public void A_yes_needs_a_yes(History history) =>
        Assert.IsType<ConsentDecision.Refused>(Ask(history with { Records = [.. history.Records.Where(r => r.Value != ConsentValue.Granted)] }));

    [Property]
    public void A_protected_person_is_never_more_than_unknown(History history)
    {
        var shielded = Ask(history with { Person = history.Person with { Protected = true } });
        Assert.Equal(Ask(history with { Records = [], Person = Pupil() }), shielded);
    }

    [Property]
    public void A_missing_birth_date_is_never_a_yes_for_a_pupil(History history) =>
        Assert.IsType<ConsentDecision.Refused>(Ask(history with { Person = history.Person with { BornOn = null } }));

    [Property]
    public void Who_decides_changes_on_the_sixteenth_birthday_and_never_back(DateTime day)
    {
        var born = DateOnly.FromDateTime(day).AddYears(-(day.Year - 2008) % 20);
        var person = Pupil() with { BornOn = born };
        var birthday = SchoolCalendar.Birthday(born, 16);
        Assert.Equal(Decider.Guardians, ConsentRules.DeciderOf(person, birthday.AddDays(-1)));
        Assert.Equal(Decider.Self, ConsentRules.DeciderOf(person, birthday));
        Assert.Equal(Decider.Self, ConsentRules.DeciderOf(person, birthday.AddDays(400)));
    }

    [Property]
    public void Only_the_pupil_can_make_it_a_yes_from_sixteen_on(History history)
    {
        var sixteen = history with { Person = Pupil("2010-01-01"), Policy = ConsentPolicy.School, At = At("2026-06-01") };
        var others = sixteen with { Records = [.. history.Records.Where(r => r.GivenBy != Child)] };
        Assert.IsType<ConsentDecision.Refused>(Ask(others));
    }

    [Property]
    public void Only_somebody_with_authority_can_make_it_a_yes_under_sixteen(History history)
    {
        var young = history with { Person = Pupil("2013-01-01"), At = At("2026-06-01"), Guardianships = [] };
        Assert.IsType<ConsentDecision.Refused>(Ask(young));
    }

    [Property]
    public void Without_a_record_it_is_a_no(History history) =>
        Assert.IsType<ConsentDecision.Refused>(Ask(history with { Records = [] }));

    [Property]
    public void Records_that_were_given_later_than_the_moment_change_nothing_unless_they_say_no(History history, ConsentRecord extra)
    {
        var later = extra with { Value = ConsentValue.Granted, GivenAt = history.At.AddDays(1), RecordedAt = history.At.AddDays(1) };
        Assert.Equal(Rank(Ask(history)), Rank(Ask(history with { Records = [.. history.Records, later] })));
    }

    [Property]
    public void Answers_about_another_purpose_kind_or_person_change_nothing(History history, ConsentRecord extra)
    {
        foreach (var other in new[] { extra with { Purposes = ["jaarboek"] }, extra with { Kinds = [MediaKind.Work] }, extra with { Person = PersonId.Parse("p-2") } })
        {
            if (other.Value != ConsentValue.Informed) // being told is about everything
                Assert.Equal(Show(Ask(history)), Show(Ask(history with { Records = [.. history.Records, other] })));
        }
    }

    [Property]
    public void A_withdrawal_by_whoever_decides_is_a_no_until_that_giver_says_yes_again(History history)
    {
        var day = Moderation.Drafts.PlannedTime.DayOf(history.At);
        var giver = ConsentRules.DeciderOf(history.Person, day) == Decider.Self ? Child : Mother;
        if (giver == Mother && Guardianship.On(day, history.Guardianships, Child, Mother) != Authority.Yes)
            return;
        var earlier = history.Records.Where(r => r.Order < history.At.AddMinutes(-2)).ToArray();
        var withdrawn = history with { Records = [.. earlier, new ConsentRecord
        {
            Person = Child, Purposes = ["website"], Kinds = [MediaKind.Photo], Value = ConsentValue.Withdrawn, GivenBy = giver,
            Capacity = giver == Child ? ConsentCapacity.Self : ConsentCapacity.Parent, GivenAt = history.At.AddMinutes(-1), RecordedBy = "tests", RecordedAt = history.At,
        }] };
        Assert.IsType<ConsentDecision.Refused>(Ask(withdrawn));
        Assert.IsType<ConsentDecision.Refused>(Ask(withdrawn with { Records = [.. withdrawn.Records, Yes(giver == Child ? Mother : Child, "2026-05-31") with { GivenAt = history.At }] }));
    }

    [Property]
    public void A_channel_is_a_yes_only_when_every_purpose_it_needs_is(History history)
    {
        var channel = new Moderation.Publishing.Channel { Code = "n", Name = "N", Type = Moderation.Publishing.ChannelType.Newsletter, ConsentPurpose = "pers", ArchivePublic = true };
        var register = new ConsentRegister([history.Person], history.Records, history.Guardianships, history.Policy);
        var each = channel.ConsentPurposes.Select(p => Rank(register.Decide(Child, p, MediaKind.Photo, history.At))).ToList();
        Assert.Equal(2, each.Count);
        Assert.Equal(each.Max(), Rank(register.Decide(Child, channel, MediaKind.Photo, history.At)));
    }

    [Property]
    public void The_day_of_the_sixteenth_birthday_is_where_a_parents_yes_stops(DateTime day)
    {
        var born = DateOnly.FromDateTime(day).AddYears(-(day.Year - 2008) % 20);
        var birthday = SchoolCalendar.Birthday(born, 16);
        var midnight = SchoolCalendar.StartOf(birthday);
        var person = Pupil() with { BornOn = born };
        var yes = Yes(Mother, "2025-09-01") with { GivenAt = midnight.AddDays(-30), RecordedAt = midnight.AddDays(-30) };
        ConsentDecision At(DateTimeOffset at) => ConsentRules.Decide(person, [yes], BothParents, "website", MediaKind.Photo, at, ConsentPolicy.School);
        Assert.IsType<ConsentDecision.Granted>(At(midnight.AddTicks(-1)));
        Assert.Equal(new ConsentDecision.Refused(ConsentReason.TurnedSixteen), At(midnight));
    }

    [Property]
    public void The_same_answer_has_the_same_id_and_another_answer_another(ConsentRecord record)
    {
        Assert.Equal(record.Id, (record with { RecordedAt = record.RecordedAt.AddDays(1), RecordedBy = "x", Purposes = [.. record.Purposes.Reverse()] }).Id);
        Assert.NotEqual(record.Id, (record with { GivenAt = record.GivenAt.AddTicks(1) }).Id);
        Assert.NotEqual(record.Id, (record with { Value = record.Value == ConsentValue.Granted ? ConsentValue.Refused : ConsentValue.Granted }).Id);
    }

    [Fact]
    public void The_histories_reach_every_decision()
    {
        // The rarest reasons come once in some hundreds.
        var found = Histories.All().Generator.Sample(20_000).Select(Ask).ToLookup(Rank);
        Assert.All([0, 1, 2], rank => Assert.True(found[rank].Count() > 20, $"{rank}: {found[rank].Count()}"));
        var reasons = found[2].Cast<ConsentDecision.Refused>().Select(r => r.Reason).Distinct().ToList();
        Assert.Superset(new HashSet<ConsentReason> { ConsentReason.Refused, ConsentReason.Withdrawn, ConsentReason.Expired, ConsentReason.TextChanged, ConsentReason.NoEvidence, ConsentReason.NoAuthority, ConsentReason.EndedByImport, ConsentReason.TurnedSixteen, ConsentReason.TooYoungToDecide }, reasons.ToHashSet());
    }

    private static ConsentDecision Ask(History h) => ConsentRules.Decide(h.Person, h.Records, h.Guardianships, "website", MediaKind.Photo, h.At, h.Policy);

    private static int Rank(ConsentDecision decision) => decision switch { ConsentDecision.Granted => 0, ConsentDecision.Doubtful => 1, _ => 2 };

    private static string Show(ConsentDecision decision) => decision switch
    {
        ConsentDecision.Granted g => $"yes {g.Record.Id}",
        ConsentDecision.Doubtful d => $"doubt {d.Reason}",
        ConsentDecision.Refused r => $"no {r.Reason}",
        _ => "?",
    };

    public sealed record History(Person Person, ConsentRecord[] Records, IReadOnlyList<Guardianship> Guardianships, DateTimeOffset At, ConsentPolicy Policy);

    public static class Histories
    {
        // Few moments, so that answers often fall together.
        private static readonly Gen<DateTimeOffset> Moments = Gen.Elements(
            At("2025-06-01"), At("2025-08-01"), At("2025-08-01T12:00"), At("2026-01-14T23:59"), At("2026-01-15"), At("2026-02-01"), At("2026-02-01T10:00"), At("2026-05-31"));

        public static Arbitrary<ConsentRecord> Records() => (
            from giver in Gen.Elements(Child, Mother, Mother, Father)
            from value in Gen.Elements(ConsentValue.Granted, ConsentValue.Granted, ConsentValue.Granted, ConsentValue.Refused, ConsentValue.Withdrawn, ConsentValue.EndedByImport, ConsentValue.Informed)
            from at in Moments
            from wholeDay in Gen.Elements(true, false)
            from evidence in Gen.Elements(true, true, true, false)
            from version in Gen.Elements("2025-1", "2025-1", "2019-1")
            from until in Gen.Elements<DateOnly?>(null, null, new DateOnly(2026, 1, 1))
            from purposes in Gen.Elements<string[]>(["website"], ["website", "pers"], ["pers"])
            from capacity in Gen.Elements(true, true, true, false)
            select new ConsentRecord
            {
                Person = Child, Purposes = purposes, Kinds = [MediaKind.Photo], Value = value, GivenBy = giver,
                Capacity = (giver == Child) == capacity ? ConsentCapacity.Self : ConsentCapacity.Parent,
                GivenAt = at, WholeDay = wholeDay, ValidUntil = until, TextVersion = version,
                Evidence = evidence ? new(EvidenceSource.Form, "F-1") : null, RecordedBy = "tests", RecordedAt = at,
            }).ToArbitrary();

        public static Arbitrary<History> All() => (
            from records in Records().Generator.ArrayOf()
            from mother in Gen.Elements(Authority.Yes, Authority.Yes, Authority.No)
            from father in Gen.Elements(Authority.Yes, Authority.No, Authority.Unknown)
            from born in Gen.Elements("2010-01-15", "2013-01-01", "2008-02-29")
            from at in Gen.Elements(At("2025-09-01"), At("2026-01-15"), At("2026-06-01"))
            from sixteen in Gen.Elements(SixteenPolicy.Confirm, SixteenPolicy.Inform)
            from validity in Gen.Elements(ConsentValidity.UntilWithdrawal, ConsentValidity.SchoolYear)
            select new History(Pupil(born), records, [new(Child, Mother, mother), new(Child, Father, father)], at,
                new ConsentPolicy { Sixteen = sixteen, Validity = validity })).ToArbitrary();
    }
}
