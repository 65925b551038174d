using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Moderation.Web.Pages;

/// <summary>A page: a Razor component that gets everything it shows as one model and asks for nothing itself.</summary>
public abstract class PageOf<TModel> : ComponentBase
{
    [Parameter, EditorRequired]
    public required Frame Frame { get; set; }

    [Parameter, EditorRequired]
    public required TModel Model { get; set; }
}

public static class Page
{
    /// <summary>Renders <typeparamref name="TPage"/> as the answer. Whole before it is sent: what fails halfway becomes a proper error page.</summary>
    public static IResult Of<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TPage : PageOf<TModel> => new Rendered<TPage, TModel>(model, status);

    private sealed class Rendered<TPage, TModel>(TModel model, int status) : IResult
        where TPage : PageOf<TModel>
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var services = httpContext.RequestServices;
            await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(PageOf<>.Frame)] = Frame.Of(httpContext),
                [nameof(PageOf<>.Model)] = model,
            });
            var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString());
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            await httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}

/// <param name="Status">HTTP status it goes out with.</param>
public sealed record Message(int Status, Words Title, Words What);
