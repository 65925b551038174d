using Microsoft.AspNetCore.Authentication;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moderation;
using Moderation.Functions;
using Moderation.Storage;
using Moderation.Web;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddAppTelemetry(builder.Configuration);
builder.Services.AddModeration(builder.Configuration).AddModerationWeb().AddSingleton<WebApp>();
builder.Services.AddContentSafety(builder.Configuration);
builder.Services.AddSingleton<IValidateOptions<StorageSettings>, TriggerStorage>();
builder.Services.AddAuthentication(EasyAuth.SchemeName).AddScheme<AuthenticationSchemeOptions, EasyAuth>(EasyAuth.SchemeName, null);

var host = builder.Build();
await host.Services.GetRequiredService<StorageClients>().CreateAllAsync(CancellationToken.None);
await host.RunAsync();
