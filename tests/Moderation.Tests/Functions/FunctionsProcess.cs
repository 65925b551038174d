using System.Net;
using System.Reflection;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moderation.Storage;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Functions;

/// <summary>
/// The compiled program, running, with this class in the place of the Functions host: it calls the trigger methods with
/// what waits on the queues, rings the timers and serves the HTTP trigger over a real socket.
/// </summary>
internal sealed class FunctionsProcess : IAsyncDisposable
{
    private readonly Task main;
    private readonly IHost host;
    private readonly WebApplication front;

    private FunctionsProcess(Task main, IHost host, WebApplication front, LogCollector logs)
    {
        this.main = main;
        this.host = host;
        this.front = front;
        Logs = logs;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(front.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()), // Kestrel has it once started
        };
    }

    public IServiceProvider Services => host.Services;

    public LogCollector Logs { get; }

    /// <summary>Speaks to the HTTP trigger.</summary>
    public HttpClient Http { get; }

    private static Trigger HttpTrigger => CompiledFunctions.Instance.Triggers.Single(t => t.Kind == "Http");

    /// <summary>Runs Program.cs with these settings until it serves.</summary>
    /// <exception cref="Exception">Whatever the program throws when it cannot start.</exception>
    public static async Task<FunctionsProcess> StartAsync(IReadOnlyDictionary<string, string?> settings, TimeProvider? time = null)
    {
        var logs = new LogCollector();
        var built = new TaskCompletionSource<IHost>(TaskCreationOptions.RunContinuationsAsynchronously);
        var main = Task.Run(() => RunProgram(settings, time, logs, built));
        if (await Task.WhenAny(built.Task, main) == main)
            await main;
        var host = await built.Task;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(started.SetResult);
        if (await Task.WhenAny(started.Task, main) == main)
            await main;
        return new FunctionsProcess(main, host, await StartFrontAsync(host.Services), logs);
    }

    /// <summary>Passes one request straight to the trigger.</summary>
    public static async Task InvokeAsync(IServiceProvider services, HttpContext context)
    {
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        var result = await (Task<IActionResult>)HttpTrigger.InvokeAsync(NewFunctions(scope.ServiceProvider), context.Request);
        await result.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
    }

    public Task InvokeAsync(HttpContext context) => InvokeAsync(Services, context);

    public async Task DeliverAsync(string queue, QueueMessage message)
    {
        await using var scope = Services.CreateAsyncScope();
        await CompiledFunctions.Instance.Triggers.Single(t => t.Queue == queue).InvokeAsync(NewFunctions(scope.ServiceProvider), message);
    }

    public async Task RingAsync(string schedule)
    {
        await using var scope = Services.CreateAsyncScope();
        var trigger = CompiledFunctions.Instance.Triggers.Single(t => t.Schedule == schedule);
        await trigger.InvokeAsync(NewFunctions(scope.ServiceProvider), Activator.CreateInstance(trigger.Method.GetParameters()[0].ParameterType)!); // a class
    }

    /// <summary>Delivers what waits on the queues of all triggers until they are empty, with the poison rule of host.json.</summary>
    /// <returns>Deliveries, failed ones too.</returns>
    public async Task<int> PumpAsync()
    {
        var clients = Services.GetRequiredService<StorageClients>();
        var deliveries = 0;
        for (var before = -1; before != deliveries;)
        {
            before = deliveries;
            foreach (var name in CompiledFunctions.Instance.Triggers.Select(t => t.Queue).OfType<string>())
            {
                var queue = clients.Queue(name);
                foreach (var message in (await queue.ReceiveMessagesAsync(16, TimeSpan.FromMinutes(10))).Value)
                {
                    deliveries++;
                    if (await TryDeliverAsync(name, message))
                    {
                        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
                    }
                    else if (message.DequeueCount >= HostJson.MaxDequeueCount)
                    {
                        await clients.Queue(name + StorageNames.Queues.PoisonSuffix).SendMessageAsync(message.Body);
                        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
                    }
                    else
                    {
                        await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero);
                    }
                }
            }
        }

        return deliveries;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await front.DisposeAsync();
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await main;
    }

    private async Task<bool> TryDeliverAsync(string name, QueueMessage message)
    {
        try
        {
            await DeliverAsync(name, QueuesModelFactory.QueueMessage(message.MessageId, message.PopReceipt, message.Body, message.DequeueCount, message.NextVisibleOn, message.InsertedOn, message.ExpiresOn));
            return true;
        }
        catch (Exception e) when (e is not InvalidOperationException { Source: "System.Linq" }) // no or two triggers: the test is wrong
        {
            return false;
        }
    }

    private static object NewFunctions(IServiceProvider services) => ActivatorUtilities.CreateInstance(services, HttpTrigger.Method.DeclaringType!); // a method has one

    private static Task RunProgram(IReadOnlyDictionary<string, string?> settings, TimeProvider? time, LogCollector logs, TaskCompletionSource<IHost> built)
    {
        var application = CompiledFunctions.Instance.Declared("Microsoft.Azure.Functions.Worker.Builder.FunctionsApplication");
        Set<HostApplicationBuilder>(application, "Prepare", builder =>
        {
            builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
            builder.ConfigureContainer(new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
            if (time is not null)
                builder.Services.AddSingleton(time);
        });
        Set<IHost>(application, "Built", built.SetResult);
        // The compiler's own name for top-level statements that await.
        var program = CompiledFunctions.Instance.App.EntryPoint!.DeclaringType!.GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Single(m => m.ReturnType == typeof(Task)); // an exe has one
        string[] args = [.. settings.Select(s => $"--{s.Key}={s.Value}")];
        return (Task)program.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [args], null)!; // it returns a task
    }

    private static void Set<T>(Type application, string property, Action<T> action) =>
        ((AsyncLocal<Action<T>?>)application.GetProperty(property)!.GetValue(null)!).Value = action; // declared so

    /// <summary>The host's side of HTTP: it matches its own catch-all first, then hands over the context.</summary>
    private static async Task<WebApplication> StartFrontAsync(IServiceProvider services)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapMethods("/" + HttpTrigger.Route, HttpTrigger.Methods ?? [], (RequestDelegate)(context => InvokeAsync(services, context)));
        await app.StartAsync();
        return app;
    }
}
