namespace Moderation.Protocol.Rules;

/// <summary>Domain names against a list: a listed domain stands for its subdomains as well, and for nothing that merely ends alike.</summary>
internal static class Domains
{
    public static bool Matches(string host, IReadOnlyList<string> domains)
    {
        var name = host.AsSpan().Trim('.');
        foreach (var domain in domains)
            if (name.Equals(domain, StringComparison.OrdinalIgnoreCase)
                || name.Length > domain.Length && name.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && name[^(domain.Length + 1)] == '.')
                return true;
        return false;
    }
}
