using Moderation.LocalHost;
using Moderation.LocalHost.Checking;
using Moderation.LocalHost.Samples;
using Moderation.LocalHost.Storage;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

try
{
    return Arguments.Parse(args) switch
    {
        Arguments.Serve serve => await ServeCommand.RunAsync(serve, stop.Token),
        Arguments.Demo => await DemoCommand.RunAsync(stop.Token),
        Arguments.Check check => await CheckCommand.RunAsync(check, stop.Token),
        Arguments.Import import => await ImportCommand.RunAsync(import, stop.Token),
        Arguments.Verify verify => await VerifyCommand.RunAsync(verify, stop.Token),
        Arguments.Backup backup => await BackupCommands.MakeAsync(backup, stop.Token),
        Arguments.Backups backups => await BackupCommands.ListAsync(backups, stop.Token),
        Arguments.RestoreFrom restore => await BackupCommands.RestoreAsync(restore, stop.Token),
        Arguments.Wrong wrong => Say(2, wrong.Why + Environment.NewLine + Environment.NewLine + Arguments.Usage),
        _ => Say(0, Arguments.Usage),
    };
}
catch (LocalException e)
{
    return Say(1, e.Message);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}

static int Say(int exitCode, string text)
{
    (exitCode == 0 ? Console.Out : Console.Error).WriteLine(text);
    return exitCode;
}
