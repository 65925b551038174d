using Moderation.LocalHost.Storage;
using Moderation.Storage;

namespace Moderation.LocalHost.SignIn;

/// <summary>The made-up people that may sign in here: <c>samples/school/users.json</c>.</summary>
public sealed class SampleUsers
{
    public SampleUsers(string samples)
    {
        var file = Path.Combine(samples, "school", "users.json");
        All = File.Exists(file)
            ? [.. Json.Read<List<SampleUser>>(File.ReadAllText(file)).Select(u => new User(u.Id, u.Name, u.Roles.ToHashSet()))]
            : throw new LocalException($"The sample users are missing: {file}. Run from a checkout of the repository.");
    }

    public IReadOnlyList<User> All { get; }

    public User? Find(string? id) => All.FirstOrDefault(u => u.Id == id);

    private sealed record SampleUser(string Id, string Name, IReadOnlyList<Role> Roles);
}
