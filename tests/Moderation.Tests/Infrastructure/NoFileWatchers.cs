using System.Runtime.CompilerServices;

namespace Moderation.Tests.Infrastructure;

/// <summary>Every web host watches its settings files; hundreds of them at once are more than Linux allows one user.</summary>
internal static class NoFileWatchers
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
