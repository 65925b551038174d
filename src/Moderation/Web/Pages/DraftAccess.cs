using Moderation.Drafts;
using Moderation.Media;

namespace Moderation.Web.Pages;

/// <summary>Pure: whose draft or file somebody may see, and what they may do with it. To others it does not exist.</summary>
internal static class DraftAccess
{
    public static bool MaySee(User user, DraftHead head) => IsAuthor(user, head) || user.MayReview;

    public static bool MayEdit(User user, DraftHead head) =>
        (head.Submitter.Id == user.Id || user.MayReview) && head.State.MayEdit() && head.State != DraftState.Draft && !head.HasLeft;

    public static bool MayWithdraw(User user, DraftHead head) =>
        (head.Submitter.Id == user.Id || user.Is(Role.Management)) && !head.State.IsFinal() && !head.HasLeft;

    public static bool MayConfirm(User user, DraftHead head) => head.State == DraftState.Draft && head.Submitter.Id == user.Id;

    /// <summary>A reviewer has something to decide here.</summary>
    public static bool MayReview(User user, DraftHead head) =>
        user.MayReview && (head.AwaitsPerson || (head.State == DraftState.Blocked && user.Is(Role.Management)));

    public static bool MaySee(User user, MediaAsset asset) => asset.Owner == user.Id || user.MayReview;

    private static bool IsAuthor(User user, DraftHead head) => head.Submitter.Id == user.Id || head.LastEditor.Id == user.Id;
}
