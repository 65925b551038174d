using System.Text.Json.Serialization;

namespace Moderation.Consent;

/// <summary>
/// Why a decision is not a yes, for whoever keeps the register. There is no reason for protected people on purpose:
/// they get <see cref="NoConsent"/>, like everybody without a record (I8).
/// Higher explains better when several apply.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsentReason>))]
public enum ConsentReason
{
    [JsonStringEnumMemberName("no-consent")] NoConsent,
    [JsonStringEnumMemberName("not-yet-valid")] NotYetValid,
    [JsonStringEnumMemberName("too-young")] TooYoungToDecide,
    [JsonStringEnumMemberName("no-authority")] NoAuthority,
    [JsonStringEnumMemberName("no-evidence")] NoEvidence,
    [JsonStringEnumMemberName("ended-by-import")] EndedByImport,
    [JsonStringEnumMemberName("expired")] Expired,
    [JsonStringEnumMemberName("text-changed")] TextChanged,
    [JsonStringEnumMemberName("turned-sixteen")] TurnedSixteen,
    [JsonStringEnumMemberName("not-informed")] NotInformed,
    [JsonStringEnumMemberName("birth-date-missing")] BirthDateMissing,
    [JsonStringEnumMemberName("refused")] Refused,
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,
    [JsonStringEnumMemberName("unknown-purpose")] UnknownPurpose,
    [JsonStringEnumMemberName("unknown-person")] UnknownPerson,
    [JsonStringEnumMemberName("register-missing")] RegisterMissing,
    [JsonStringEnumMemberName("objection-without-authority")] ObjectionWithoutAuthority,
    [JsonStringEnumMemberName("objection-after-sixteen")] ObjectionAfterSixteen,
}

internal static class ConsentReasonWords
{
    /// <summary>One sentence for the people who may see the register. Findings in a draft never use it: they say the same for every reason.</summary>
    public static Words Of(ConsentReason reason) => reason switch
    {
        ConsentReason.NotYetValid => new("De toestemming gaat pas later in.", "The consent starts later."),
        ConsentReason.TooYoungToDecide => new("Alleen de leerling zelf zei ja, maar onder de 16 beslist een ouder of voogd.", "Only the pupil said yes, but under 16 a parent or guardian decides."),
        ConsentReason.NoAuthority => new("Het ja komt van iemand van wie niet vaststaat dat die gezag heeft.", "The yes comes from somebody who is not known to have authority."),
        ConsentReason.NoEvidence => new("Van het ja is geen bewijs vastgelegd.", "There is no proof on record of the yes."),
        ConsentReason.EndedByImport => new("Het eerdere ja staat niet meer in de laatste import.", "The earlier yes is no longer in the latest import."),
        ConsentReason.Expired => new("De toestemming is verlopen en moet opnieuw worden gevraagd.", "The consent has expired and must be asked for again."),
        ConsentReason.TextChanged => new("De toestemming is gegeven voor een eerdere tekst en moet opnieuw worden gevraagd.", "The consent was given for an earlier text and must be asked for again."),
        ConsentReason.TurnedSixteen => new("De leerling is 16 geworden en heeft zelf nog geen ja gegeven.", "The pupil has turned 16 and has not said yes personally."),
        ConsentReason.NotInformed => new("De leerling is 16 geworden en is nog niet geïnformeerd over de toestemming van de ouders.", "The pupil has turned 16 and has not yet been told about the parents' consent."),
        ConsentReason.BirthDateMissing => new("De geboortedatum ontbreekt, dus niet te zeggen is wie mag beslissen.", "The date of birth is missing, so nobody can say who may decide."),
        ConsentReason.Refused => new("Er is nee gezegd.", "Somebody who may decide said no."),
        ConsentReason.Withdrawn => new("De toestemming is ingetrokken.", "The consent was withdrawn."),
        ConsentReason.UnknownPurpose => new("Voor dit doel vraagt de school geen toestemming, dus geldt nee.", "The school asks no consent for this purpose, so it is a no."),
        ConsentReason.UnknownPerson => new("Deze persoon staat niet in het register.", "This person is not in the register."),
        ConsentReason.RegisterMissing => new("Het toestemmingenregister is niet beschikbaar, dus geldt nee.", "The consent register is not available, so it is a no."),
        ConsentReason.ObjectionWithoutAuthority => new("Iemand zonder gezag heeft bezwaar gemaakt; een mens moet dit beoordelen.", "Somebody without authority objects; a person must judge this."),
        ConsentReason.ObjectionAfterSixteen => new("De leerling zei ja, maar daarna heeft iemand anders bezwaar gemaakt; een mens moet dit beoordelen.", "The pupil said yes, but somebody else objected afterwards; a person must judge this."),
        _ => new("Er is geen geldige toestemming vastgelegd.", "There is no valid consent on record."),
    };
}
