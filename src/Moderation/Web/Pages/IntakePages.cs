using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Drafts;

namespace Moderation.Web.Pages;

/// <summary>Messages on the queue that could not become a draft.</summary>
internal static class IntakePages
{
    private const int Most = 100;

    public static void MapIntakePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/intakes", ListAsync).RequireAuthorization(Policies.Intakes);
        routes.MapPost("/intakes/{id}/dismiss", async (string id, HttpContext context, RejectedIntakes intakes, CancellationToken cancellationToken) =>
        {
            if (id is not { Length: 32 } || !id.All(char.IsAsciiHexDigitLower))
                return Answers.NotFound(context.Request);
            await intakes.DismissAsync(id, cancellationToken);
            return Redirects.To("/intakes");
        }).RequireAuthorization(Policies.Intakes);
    }

    private static async Task<IResult> ListAsync(RejectedIntakes intakes, CancellationToken cancellationToken)
    {
        var all = new List<RejectedIntake>();
        await foreach (var intake in intakes.AllAsync(cancellationToken))
        {
            all.Add(intake);
            if (all.Count > Most)
                break;
        }

        return Page.Of<IntakesPage, IntakesModel>(new([.. all.Take(Most).OrderByDescending(i => i.At)], all.Count > Most));
    }
}

public sealed record IntakesModel(IReadOnlyList<RejectedIntake> Intakes, bool More);
