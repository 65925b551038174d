using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moderation.Safety;
using Moderation.Storage;
using Moderation.Tests.Infrastructure;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Moderation.Tests.Functions;

/// <summary>Program.cs as it stands, started with other settings.</summary>
[Collection(nameof(FunctionsFixture))]
public sealed class FunctionsCompositionTests(FunctionsFixture azure)
{
    /// <summary>The harness has the container checked as a whole: every service can be made, no scope leaks.</summary>
    [Fact]
    public async Task Program_starts_with_a_container_that_holds_together()
    {
        await using var process = await FunctionsProcess.StartAsync(azure.Settings());
        Assert.IsType<NoContentSafety>(process.Services.GetRequiredService<IContentSafety>());
        Assert.NotNull(process.Services.GetRequiredService(CompiledFunctions.Instance.TypeOf("WebApp")));
        Assert.Empty(process.Logs.Unexpected);
    }

    [Fact]
    public async Task Endpoint_switches_content_safety_on_and_the_client_leaves_trying_again_to_the_check()
    {
        await using var process = await FunctionsProcess.StartAsync(With("Safety:Endpoint", "https://school.cognitiveservices.azure.com/"));
        Assert.IsType(CompiledFunctions.Instance.TypeOf("AzureContentSafety"), process.Services.GetRequiredService<IContentSafety>());
        var options = (ClientOptions)CompiledFunctions.Instance.TypeOf("AzureContentSafety").GetMethod("NewClientOptions")!.Invoke(null, null)!; // declared so
        Assert.Equal(0, options.Retry.MaxRetries);
        Assert.False(options.Diagnostics.IsLoggingContentEnabled);
    }

    [Theory]
    [InlineData("Safety:Endpoint", "http://school.example/", "Safety:Endpoint")]
    [InlineData("Safety:Endpoint", "school.example", "Safety:Endpoint")]
    [InlineData("Safety:BlocklistName", "twee woorden", "BlocklistName")]
    [InlineData("Storage:Prefix", "t1", "Storage:Prefix")]
    [InlineData("AzureWebJobsStorage", "UseDevelopmentStorage=true", "AzureWebJobsStorage")]
    [InlineData("Storage:ConnectionString", "", "Storage:ConnectionString")]
    public async Task Program_does_not_start_on_a_setting_that_cannot_work(string key, string value, string named)
    {
        var refusal = await Record.ExceptionAsync(async () =>
        {
            await using var process = await FunctionsProcess.StartAsync(With(key, value));
        });
        Assert.NotNull(refusal);
        IReadOnlyCollection<Exception> failures = refusal is AggregateException many ? many.InnerExceptions : [refusal];
        Assert.All(failures, f => Assert.Contains(named, Assert.IsType<OptionsValidationException>(f).Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("school", "school", true)]
    [InlineData("school", "other", false)]
    [InlineData("school", null, true)]
    public void Account_is_the_one_the_triggers_listen_in(string ours, string? hosts, bool starts)
    {
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationManager { ["AzureWebJobsStorage:accountName"] = hosts };
        var validator = (IValidateOptions<StorageSettings>)Activator.CreateInstance(CompiledFunctions.Instance.TypeOf("TriggerStorage"), configuration)!; // a class
        Assert.Equal(starts, validator.Validate(null, new StorageSettings { AccountName = ours }).Succeeded);
    }

    [Fact]
    public async Task Telemetry_of_the_system_leaves_with_the_identity_of_the_app()
    {
        var settings = With("APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=00000000-0000-0000-0000-000000000000");
        settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "ClientId=x;Authorization=AAD";
        await using var process = await FunctionsProcess.StartAsync(settings);

        Assert.NotNull(process.Services.GetRequiredService<TracerProvider>());
        Assert.NotNull(process.Services.GetRequiredService<MeterProvider>());
        Assert.NotNull(process.Services.GetRequiredService<LoggerProvider>());
        Assert.IsType<DefaultAzureCredential>(Declared<TokenCredential>(process, "Azure.Monitor.OpenTelemetry.Exporter.AzureMonitorExporterOptions", "Credential"));
    }

    [Fact]
    public async Task Without_application_insights_nothing_is_exported()
    {
        await using var process = await FunctionsProcess.StartAsync(azure.Settings());
        Assert.Null(process.Services.GetService(CompiledFunctions.Instance.Declared("Azure.Monitor.OpenTelemetry.Exporter.AzureMonitorExporterOptions")));
    }

    [Theory]
    [InlineData("", "not-set-up", 200)]
    [InlineData("https://127.0.0.1:9/", "unavailable", 503)]
    public async Task Readiness_names_content_safety_where_it_is_set_up(string endpoint, string state, int status)
    {
        await using var process = await FunctionsProcess.StartAsync(With("Safety:Endpoint", endpoint));
        using var answer = await process.Http.GetAsync("/readyz", CancellationToken.None);
        var body = await answer.Content.ReadAsStringAsync(CancellationToken.None);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains($"\"content-safety\":\"{state}\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(401, false)]
    [InlineData(404, false)]
    public async Task Content_safety_is_looked_at_without_analysing_anything(int status, bool answers)
    {
        var asked = "";
        await using var service = await ScriptedServer.StartAsync(context =>
        {
            asked = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}";
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        var options = CompiledFunctions.Instance.TypeOf("AzureContentSafety").GetMethod("NewClientOptions")!.Invoke(null, null); // declared so
        var client = Activator.CreateInstance(CompiledFunctions.Instance.Declared("Azure.AI.ContentSafety.ContentSafetyClient"), service.Address, null, options);
        var adapter = Activator.CreateInstance(CompiledFunctions.Instance.TypeOf("AzureContentSafety"), client, service.Address, "school")!; // a class
        var answer = await (Task<bool>)adapter.GetType().GetMethod("AnswersAsync")!.Invoke(adapter, [CancellationToken.None])!; // declared so
        Assert.Equal(answers, answer);
        Assert.Equal("GET /contentsafety/text/blocklists/school?api-version=2023-10-01", asked);
    }

    private static T Declared<T>(FunctionsProcess process, string type, string property)
        where T : class
    {
        var service = process.Services.GetRequiredService(CompiledFunctions.Instance.Declared(type));
        return (T)service.GetType().GetProperty(property)!.GetValue(service)!; // declared so
    }

    private Dictionary<string, string?> With(string key, string? value)
    {
        var settings = azure.Settings();
        settings[key] = value;
        return settings;
    }
}
