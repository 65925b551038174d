using Moderation.Drafts;
using Moderation.Publishing;

namespace Moderation.Web.Pages;

/// <summary>What the chosen channels say of a text that is being written. Files are judged on handing in.</summary>
public sealed record LimitsModel(IReadOnlyList<ChannelLimit> Channels)
{
    public static LimitsModel Of(DraftFields fields, ChannelRegister register)
    {
        var (submission, _) = DraftFieldsMapping.ToSubmission(fields);
        return new([.. from channel in fields.Channels.Distinct(StringComparer.Ordinal).Select(register.Find).OfType<Channel>()
            let length = ChannelLimits.LengthOf(channel, ChannelLimits.MessageOf(channel, submission).Message, media: null)
            let errors = ChannelLimits.Check(channel, submission, media: null)
            where length is not null || errors.Count > 0
            select new ChannelLimit(channel, length, errors)]);
    }
}

/// <param name="Length">Null where the channel has no limit.</param>
public sealed record ChannelLimit(Channel Channel, TextLength? Length, IReadOnlyList<FieldError> Errors);
