using Azure;
using Azure.AI.ContentSafety;
using Microsoft.AspNetCore.Http;
using Moderation.Safety;

namespace Moderation.Functions.Tests;

/// <summary>The blocklist adapter and the real client over HTTP (apis.md §11.4).</summary>
public sealed class AzureBlocklistHttpTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Items_of_every_page_are_read()
    {
        await using var service = await ScriptedService.StartAsync(context => WriteAsync(context, 200, context.Request.Query.ContainsKey("skip")
            ? """{"value":[{"blocklistItemId":"i-2","text":"zuipkeet"}]}"""
            : $$"""{"value":[{"blocklistItemId":"i-1","text":"klubfeest","description":"x"}],"nextLink":"{{context.Request.Scheme}}://{{context.Request.Host}}{{context.Request.Path}}?skip=1&api-version=2023-10-01"}"""));

        Assert.Equal([new("i-1", "klubfeest"), new BlocklistItem("i-2", "zuipkeet")], await Adapter(service).ReadAsync(None));
        Assert.Equal(2, service.Requests.Count);
        Assert.All(service.Requests, r => Assert.Equal("GET", r.Method));
        Assert.StartsWith("/contentsafety/text/blocklists/school/blocklistItems", service.Requests.First().PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_that_is_not_there_is_made()
    {
        await using var service = await ScriptedService.StartAsync(context => context.Request.Method == "PATCH"
            ? WriteAsync(context, 201, """{"blocklistName":"school","description":"x"}""")
            : WriteAsync(context, 404, """{"error":{"code":"ResourceNotFound","message":"no such list"}}"""));

        Assert.Empty(await Adapter(service).ReadAsync(None));
        var made = Assert.Single(service.Requests, r => r.Method == "PATCH");
        Assert.Equal("/contentsafety/text/blocklists/school?api-version=2023-10-01", made.PathAndQuery);
        Assert.False(string.IsNullOrEmpty(made.Body.GetProperty("description").GetString()));
    }

    [Fact]
    public async Task Terms_are_added_and_items_removed_as_the_service_wants_it()
    {
        await using var service = await ScriptedService.StartAsync(context => context.Request.Path.Value!.EndsWith(":addOrUpdateBlocklistItems", StringComparison.Ordinal) // a request has a path
            ? WriteAsync(context, 200, """{"blocklistItems":[{"blocklistItemId":"i-1","text":"klubfeest"},{"blocklistItemId":"i-2","text":"één ding"}]}""")
            : WriteAsync(context, 204, ""));

        await Adapter(service).AddAsync(["klubfeest", "één ding"], None);
        await Adapter(service).RemoveAsync(["i-8", "i-9"], None);

        var (added, removed) = (service.Requests.First(), service.Requests.Last());
        Assert.Equal(("POST", "/contentsafety/text/blocklists/school:addOrUpdateBlocklistItems?api-version=2023-10-01"), (added.Method, added.PathAndQuery));
        Assert.Equal(["klubfeest", "één ding"], added.Body.GetProperty("blocklistItems").EnumerateArray().Select(i => i.GetProperty("text").GetString()));
        Assert.Equal(("POST", "/contentsafety/text/blocklists/school:removeBlocklistItems?api-version=2023-10-01"), (removed.Method, removed.PathAndQuery));
        Assert.Equal(["i-8", "i-9"], removed.Body.GetProperty("blocklistItemIds").EnumerateArray().Select(i => i.GetString()));
    }

    [Theory]
    [InlineData(429, NotAnalysedReason.Busy)]
    [InlineData(503, NotAnalysedReason.Outage)]
    [InlineData(401, NotAnalysedReason.Refused)]
    public async Task Failure_is_told(int status, NotAnalysedReason reason)
    {
        await using var service = await ScriptedService.StartAsync("""{"error":{"code":"X","message":"Y"}}""", status, retryAfter: "0");
        var failure = await Record.ExceptionAsync(() => Adapter(service).ReadAsync(None));
        Assert.Equal(reason, SafetyFailure.FromException(Assert.IsType<Exception>(failure, exactMatch: false), DateTimeOffset.UnixEpoch)?.Reason);
    }

    private static async Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        if (json.Length == 0)
            return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }

    /// <summary>With a key, because the identity's token goes over TLS only; without waiting between tries.</summary>
    private static AzureBlocklist Adapter(ScriptedService service)
    {
        var options = AzureBlocklist.NewClientOptions();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        return new(new BlocklistClient(service.Address, new AzureKeyCredential("key"), options), "school");
    }
}
