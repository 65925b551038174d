using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Moderation.Consent.Import;

namespace Moderation.Web.Pages;

/// <summary>Reads the form that holds an export. The file is kept in memory only: it never touches a disk of ours.</summary>
internal sealed record ImportForm(IFormCollection Fields, byte[]? File)
{
    private const int MaxFields = 1_000;

    /// <exception cref="BadHttpRequestException">413: too large; 400: not a form.</exception>
    public static async Task<ImportForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return new ImportForm(await Forms.ReadAsync(request, cancellationToken), null);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 200)
            throw Forms.NotAForm();

        var fields = new KeyValueAccumulator();
        byte[]? file = null;
        var room = Bodies.MaxJson;
        try
        {
            var reader = new MultipartReader(boundary, Bodies.Limit(request, ImportDesk.MaxBytes + Bodies.MaxJson));
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } disposition || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 } name)
                    continue;
                if (disposition.IsFileDisposition())
                {
                    var content = await Forms.ReadFieldAsync(section.Body, ImportDesk.MaxBytes, cancellationToken);
                    if (content.Length > 0)
                        file ??= content;
                    continue;
                }

                var value = await Forms.ReadFieldAsync(section.Body, room, cancellationToken);
                room -= value.Length;
                fields.Append(name, Encoding.UTF8.GetString(value));
                if (fields.ValueCount > MaxFields)
                    throw Forms.NotAForm();
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw Forms.NotAForm();
        }

        return new ImportForm(new FormCollection(new Dictionary<string, StringValues>(fields.GetResults(), StringComparer.Ordinal)), file);
    }
}
