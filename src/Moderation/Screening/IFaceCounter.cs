namespace Moderation.Screening;

/// <summary>
/// Counts faces in a picture: a number and nothing else. It recognises nobody, compares with nobody and keeps nothing (A20). No model
/// stands behind it yet: that is decided on its own, with an assessment of what it means for children's data.
/// </summary>
public interface IFaceCounter
{
    /// <summary>False: it is not asked, and no picture is opened for it.</summary>
    bool Counts { get; }

    /// <param name="picture">A cleaned picture, JPEG, at most 2,048 pixels.</param>
    /// <returns>How many faces are clear enough to be recognisable; null when it cannot tell.</returns>
    Task<int?> CountAsync(BinaryData picture, CancellationToken cancellationToken);
}
