using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Moderation.Telemetry;

namespace Moderation.Web;

/// <summary>The outermost layer: every failure and every empty error answer becomes words that say what to do.</summary>
internal sealed partial class Failures(RequestDelegate next, ILogger<Failures> logger)
{
    private static readonly Words Broken = new(
        "Door een fout aan onze kant is dit niet gelukt. Er is niets verloren; probeer het over een minuut nog eens en bel anders de beheerder.",
        "An error on our side stopped this. Nothing is lost; try again in a minute, and call the administrator if it goes on.");

    private static readonly Words FormTooLarge = new(
        "De bestanden zijn samen te groot om in één keer te sturen; 100 MB mag. Ga terug en zet JavaScript aan: dan gaan grote bestanden vanzelf in delen. Of maak de film korter of kleiner.",
        "Together the files are too large to send at once; 100 MB is the most. Go back and switch JavaScript on: then large files go in parts by themselves. Or make the film shorter or smaller.");

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e)
        {
            await Bodies.DrainAsync(context.Request);
            await AnswerAsync(context, e.StatusCode);
            return;
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // nobody waits for an answer any more
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Log.Failed(logger, StrippedException.Of(e), context.Request.Method, context.GetEndpoint()?.DisplayName);
            await AnswerAsync(context, StatusCodes.Status500InternalServerError);
            return;
        }

        var response = context.Response;
        if (response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            await AnswerAsync(context, response.StatusCode);
    }

    private static async Task AnswerAsync(HttpContext context, int status)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        await Answers.RefuseAsync(context, status, WordsFor(context.Request, status));
    }

    private static Words WordsFor(HttpRequest request, int status) => status switch
    {
        StatusCodes.Status400BadRequest => new("Het verzoek was niet leesbaar. Ga terug en probeer het opnieuw.", "The request could not be read. Go back and try again."),
        StatusCodes.Status401Unauthorized => Denials.SignInFirst,
        StatusCodes.Status404NotFound => Answers.Nothing,
        StatusCodes.Status405MethodNotAllowed => new("Dit adres kent deze handeling niet. Zie /api/openapi.json.", "This address does not know this method. See /api/openapi.json."),
        StatusCodes.Status408RequestTimeout => new("Het versturen duurde te lang. Probeer het opnieuw, liefst op een snellere verbinding.", "Sending took too long. Try again, on a faster connection if you can."),
        StatusCodes.Status413PayloadTooLarge => Answers.IsApi(request) ? Answers.TooLarge : FormTooLarge,
        StatusCodes.Status415UnsupportedMediaType => new("Stuur de inhoud als application/json.", "Send the content as application/json."),
        >= 400 and < 500 => new("Dit verzoek kan zo niet worden uitgevoerd. Ga terug en probeer het opnieuw.", "This request cannot be carried out like this. Go back and try again."),
        _ => Broken,
    };

    private static partial class Log
    {
        [LoggerMessage(600, LogLevel.Error, "{Method} {Endpoint} failed")]
        public static partial void Failed(ILogger logger, Exception exception, string method, string? endpoint);
    }
}
