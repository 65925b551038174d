using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Moderation.Media;

namespace Moderation.Web.Pages;

/// <summary>Reads forms: small ones whole, the one with files part by part.</summary>
internal static class Forms
{
    /// <summary>A whole form with its files. Larger files go in blocks, which the page's script does by itself.</summary>
    public const long MaxWithFiles = 100L * 1024 * 1024;

    private const int MaxFields = 1_000;

    public static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            throw NotAForm();
        request.Body = Bodies.Limit(request, Bodies.MaxJson);
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw NotAForm();
        }
    }

    /// <summary>Every file goes straight on to the store; only the fields are kept.</summary>
    /// <exception cref="BadHttpRequestException">413: too large; 400: not a form.</exception>
    public static async Task<FormWithFiles> ReadWithFilesAsync(HttpRequest request, User by, Uploads uploads, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return new FormWithFiles(await ReadAsync(request, cancellationToken), []);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 200)
            throw NotAForm();

        var fields = new KeyValueAccumulator();
        var files = new List<TakenFile>();
        var room = Bodies.MaxJson;
        try
        {
            var reader = new MultipartReader(boundary, Bodies.Limit(request, MaxWithFiles));
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } disposition || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 } name)
                    continue;
                if (disposition.IsFileDisposition())
                {
                    var fileName = (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).ToString();
                    if (fileName.Length > 0 && files.Count < Drafts.SubmissionRules.MaxMedia)
                        files.Add(new TakenFile(UploadName.Sanitise(fileName), await uploads.TakeAsync(by, fileName, section.Body, cancellationToken)));
                    continue;
                }

                var value = await ReadFieldAsync(section.Body, room, cancellationToken);
                room -= value.Length;
                fields.Append(name, Encoding.UTF8.GetString(value));
                if (fields.ValueCount > MaxFields)
                    throw NotAForm();
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw NotAForm();
        }

        return new FormWithFiles(new FormCollection(new Dictionary<string, StringValues>(fields.GetResults(), StringComparer.Ordinal)), files);
    }

    internal static async Task<byte[]> ReadFieldAsync(Stream body, int room, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > room)
                throw new BadHttpRequestException("The form is too large.", StatusCodes.Status413PayloadTooLarge);
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    internal static BadHttpRequestException NotAForm() => new("The request is not a form.", StatusCodes.Status400BadRequest);
}

internal sealed record FormWithFiles(IFormCollection Fields, IReadOnlyList<TakenFile> Files);

/// <param name="Name">Sanitised name, for the message when it was refused.</param>
internal sealed record TakenFile(string Name, UploadOutcome Outcome);
