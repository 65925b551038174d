using System.Collections;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moderation.Safety;
using Moderation.Storage;

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
        var failures = refusal is AggregateException many ? many.InnerExceptions : [refusal];
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

        Assert.Contains(Pipeline.Activities.Name, Declared<IEnumerable>(process, "OpenTelemetry.Trace.TracerProviderBuilder", "Sources").Cast<string>());
        Assert.Contains(Pipeline.Activities.Name, Declared<IEnumerable>(process, "OpenTelemetry.Metrics.MeterProviderBuilder", "Meters").Cast<string>());
        Assert.IsType<DefaultAzureCredential>(Declared<TokenCredential>(process, "Azure.Monitor.OpenTelemetry.Exporter.AzureMonitorExporterOptions", "Credential"));
    }

    [Fact]
    public async Task Without_application_insights_nothing_is_exported()
    {
        await using var process = await FunctionsProcess.StartAsync(azure.Settings());
        Assert.Null(process.Services.GetService(CompiledFunctions.Instance.Declared("Azure.Monitor.OpenTelemetry.Exporter.AzureMonitorExporterOptions")));
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
