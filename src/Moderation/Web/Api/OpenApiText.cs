using Microsoft.AspNetCore.OpenApi;

namespace Moderation.Web.Api;

/// <summary>The API document's own words, and what the generator cannot see.</summary>
internal static class OpenApiText
{
    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Moderation";
            document.Info.Version = "1";
            document.Info.Description =
                "Hand in posts, follow them, decide on them. Errors are problem details (RFC 9457): 'detail' in Dutch and 'detailEn' in English say what to do, 'errors' and 'errorsEn' the same by field. "
                + "A request that changes something and carries a cookie must come from a page of this site.";
            // Where it is reached depends on the host and on what stands before it.
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
    }
}
