namespace Moderation.Web.Pages;

/// <summary>Element id of a form field, so that an error at the top can lead to it.</summary>
public static class FieldId
{
    /// <returns><c>media[0].alt</c> gives <c>f-media-0-alt</c>.</returns>
    public static string Of(string field) => "f-" + field.Replace("].", "-", StringComparison.Ordinal).Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-');
}
