using System.Reflection;

namespace Moderation.Tests.Functions;

/// <summary>A compiled trigger method, read from its attributes by name as the host's own indexing does.</summary>
internal sealed record Trigger(string Function, MethodInfo Method, string Kind, object Attribute)
{
    public string? Queue => Read<string>("QueueName");

    public string? Schedule => Read<string>("Schedule");

    public string? Route => Read<string>("Route");

    public string[]? Methods => Read<string[]>("Methods");

    public string? Level => Attribute.GetType().GetProperty("AuthLevel")?.GetValue(Attribute)?.ToString();

    public static Trigger? TryRead(MethodInfo method)
    {
        if (method.GetCustomAttributes().SingleOrDefault(a => a.GetType().Name == "FunctionAttribute") is not { } function)
            return null;
        var trigger = method.GetParameters().SelectMany(p => p.GetCustomAttributes()).Single(a => a.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal));
        return new Trigger((string)function.GetType().GetProperty("Name")!.GetValue(function)!, method, trigger.GetType().Name[..^"TriggerAttribute".Length], trigger); // declared so
    }

    /// <param name="first">What the trigger delivers.</param>
    /// <returns>The method's own task.</returns>
    public Task InvokeAsync(object functions, object first) =>
        (Task)Method.Invoke(functions, BindingFlags.DoNotWrapExceptions, null, Method.GetParameters().Length == 1 ? [first] : [first, CancellationToken.None], null)!; // a trigger returns its task

    private T? Read<T>(string property)
        where T : class => Attribute.GetType().GetProperty(property)?.GetValue(Attribute) as T;
}
