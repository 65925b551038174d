using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Moderation.Storage;

namespace Moderation.Functions;

/// <summary>Every trigger of the system, one line each: the map of what is deployed.</summary>
public sealed class Functions(Pipeline pipeline, WebApp web)
{
    [Function(nameof(Drafts))]
    public Task Drafts([QueueTrigger(StorageNames.Queues.Drafts)] QueueMessage message, CancellationToken cancellationToken) =>
        Handle(StorageNames.Queues.Drafts, message, cancellationToken);

    [Function(nameof(Media))]
    public Task Media([QueueTrigger(StorageNames.Queues.Media)] QueueMessage message, CancellationToken cancellationToken) =>
        Handle(StorageNames.Queues.Media, message, cancellationToken);

    [Function(nameof(Screening))]
    public Task Screening([QueueTrigger(StorageNames.Queues.Screening)] QueueMessage message, CancellationToken cancellationToken) =>
        Handle(StorageNames.Queues.Screening, message, cancellationToken);

    [Function(nameof(Publishing))]
    public Task Publishing([QueueTrigger(StorageNames.Queues.Publishing)] QueueMessage message, CancellationToken cancellationToken) =>
        Handle(StorageNames.Queues.Publishing, message, cancellationToken);

    [Function(nameof(Register))]
    public Task Register([QueueTrigger(StorageNames.Queues.Register)] QueueMessage message, CancellationToken cancellationToken) =>
        Handle(StorageNames.Queues.Register, message, cancellationToken);

    [Function(nameof(DraftsPoison))]
    public Task DraftsPoison([QueueTrigger(StorageNames.Queues.Drafts + StorageNames.Queues.PoisonSuffix)] QueueMessage message, CancellationToken cancellationToken) =>
        Handle(StorageNames.Queues.Drafts + StorageNames.Queues.PoisonSuffix, message, cancellationToken);

    [Function(nameof(MediaPoison))]
    public Task MediaPoison([QueueTrigger(StorageNames.Queues.Media + StorageNames.Queues.PoisonSuffix)] QueueMessage message, CancellationToken cancellationToken) =>
        Handle(StorageNames.Queues.Media + StorageNames.Queues.PoisonSuffix, message, cancellationToken);

    [Function(nameof(ScreeningPoison))]
    public Task ScreeningPoison([QueueTrigger(StorageNames.Queues.Screening + StorageNames.Queues.PoisonSuffix)] QueueMessage message, CancellationToken cancellationToken) =>
        Handle(StorageNames.Queues.Screening + StorageNames.Queues.PoisonSuffix, message, cancellationToken);

    [Function(nameof(PublishingPoison))]
    public Task PublishingPoison([QueueTrigger(StorageNames.Queues.Publishing + StorageNames.Queues.PoisonSuffix)] QueueMessage message, CancellationToken cancellationToken) =>
        Handle(StorageNames.Queues.Publishing + StorageNames.Queues.PoisonSuffix, message, cancellationToken);

    [Function(nameof(RegisterPoison))]
    public Task RegisterPoison([QueueTrigger(StorageNames.Queues.Register + StorageNames.Queues.PoisonSuffix)] QueueMessage message, CancellationToken cancellationToken) =>
        Handle(StorageNames.Queues.Register + StorageNames.Queues.PoisonSuffix, message, cancellationToken);

    [Function(nameof(Sweep))]
    public Task Sweep([TimerTrigger(Pipeline.SweepSchedule)] TimerInfo timer, CancellationToken cancellationToken) =>
        pipeline.RunTimerAsync(Pipeline.SweepTimer, cancellationToken);

    [Function(nameof(Channels))]
    public Task Channels([TimerTrigger(Pipeline.ChannelsSchedule)] TimerInfo timer, CancellationToken cancellationToken) =>
        pipeline.RunTimerAsync(Pipeline.ChannelsTimer, cancellationToken);

    [Function(nameof(Audit))]
    public Task Audit([TimerTrigger(Pipeline.AuditSchedule)] TimerInfo timer, CancellationToken cancellationToken) =>
        pipeline.RunTimerAsync(Pipeline.AuditTimer, cancellationToken);

    [Function(nameof(Backup))]
    public Task Backup([TimerTrigger(Pipeline.BackupSchedule)] TimerInfo timer, CancellationToken cancellationToken) =>
        pipeline.RunTimerAsync(Pipeline.BackupTimer, cancellationToken);

    [Function(nameof(Vitals))]
    public Task Vitals([TimerTrigger(Pipeline.VitalsSchedule)] TimerInfo timer, CancellationToken cancellationToken) =>
        pipeline.RunTimerAsync(Pipeline.VitalsTimer, cancellationToken);

    [Function(nameof(Tidy))]
    public Task Tidy([TimerTrigger(Pipeline.TidySchedule)] TimerInfo timer, CancellationToken cancellationToken) =>
        pipeline.RunTimerAsync(Pipeline.TidyTimer, cancellationToken);

    [Function(nameof(Blocklist))]
    public Task Blocklist([TimerTrigger(Pipeline.BlocklistSchedule)] TimerInfo timer, CancellationToken cancellationToken) =>
        pipeline.RunTimerAsync(Pipeline.BlocklistTimer, cancellationToken);

    /// <summary>One catch-all: the pages and the API are a nested ASP.NET Core pipeline, the same one the local host serves.</summary>
    [Function(nameof(Web))]
    public async Task<IActionResult> Web(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "delete", "head", "options", Route = "{*path}")] HttpRequest request)
    {
        await web.HandleAsync(request.HttpContext);
        return new EmptyResult();
    }

    private Task Handle(string queue, QueueMessage message, CancellationToken cancellationToken) =>
        pipeline.HandleAsync(queue, message.Body.ToString(), message.DequeueCount, cancellationToken);
}
