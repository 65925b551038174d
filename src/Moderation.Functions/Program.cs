using Azure.AI.ContentSafety;
using Azure.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moderation;
using Moderation.Functions;
using Moderation.Safety;
using Moderation.Storage;
using Moderation.Web;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults();
builder.Services.AddModeration(builder.Configuration).AddModerationWeb().AddSingleton<WebApp>();
builder.Services.AddAuthentication(EasyAuth.SchemeName).AddScheme<AuthenticationSchemeOptions, EasyAuth>(EasyAuth.SchemeName, null);
if (builder.Configuration["Safety:Endpoint"] is { Length: > 0 } endpoint)
    builder.Services.AddSingleton<IContentSafety>(new AzureContentSafety(new ContentSafetyClient(new Uri(endpoint), new DefaultAzureCredential()), builder.Configuration["Safety:BlocklistName"] ?? ""));

var host = builder.Build();
await host.Services.GetRequiredService<StorageClients>().CreateAllAsync(CancellationToken.None);
await host.RunAsync();
