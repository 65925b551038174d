using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Moderation.Tests.Functions;

/// <summary>Every setting that the code binds, read from its settings classes: those with a constant <c>Section</c>.</summary>
internal static class BoundSettings
{
    public static readonly IReadOnlyList<Type> Classes =
    [
        .. new[] { typeof(Pipeline).Assembly, CompiledFunctions.Instance.App }.SelectMany(a => a.GetTypes()).Where(t => SectionOf(t) is not null),
    ];

    /// <summary>Settings by name as they stand in Azure (<c>Section__Key</c>), each with the values it has by itself: two classes may share one.</summary>
    public static readonly ILookup<string, string> Defaults =
        Classes.SelectMany(c => Leaves(c, SectionOf(c)!.Replace(":", "__", StringComparison.Ordinal))).ToLookup(l => l.Key, l => l.Default, StringComparer.Ordinal); // selected so

    public static IReadOnlyList<string> Names { get; } = [.. Defaults.Select(d => d.Key).Order(StringComparer.Ordinal)];

    /// <summary>Settings that there are one of for each name the school gives, a channel's code: <c>Section__Key__&lt;code&gt;__Key</c>.</summary>
    public static IReadOnlyList<string> Families { get; } =
    [
        .. Classes.SelectMany(c => c.GetProperties().Where(p => ItemOf(p) is not null)
            .SelectMany(p => Leaves(ItemOf(p)!, $"{SectionOf(c)}__{p.Name}__<code>"))).Select(l => l.Key).Order(StringComparer.Ordinal), // selected so
    ];

    /// <summary>True for a class that is no section but what a section holds many of.</summary>
    public static bool IsItem(Type type) => Classes.Any(c => c.GetProperties().Any(p => ItemOf(p) == type));

    private static Type? ItemOf(PropertyInfo property) =>
        property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Dictionary<,>) ? type.GetGenericArguments()[1] : null;

    public static string? SectionOf(Type type) =>
        type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true } field ? field.GetRawConstantValue() as string : null;

    private static IEnumerable<(string Key, string Default)> Leaves(Type type, string prefix)
    {
        var defaults = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }))
        {
            var key = $"{prefix}__{property.Name}";
            var value = property.GetValue(defaults);
            if (TypeDescriptor.GetConverter(property.PropertyType).CanConvertFrom(typeof(string)))
            {
                yield return (key, Text(value));
                continue;
            }

            foreach (var leaf in Leaves(property.PropertyType, key))
                yield return leaf;
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
