using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moderation.Safety;

namespace Moderation.Tests.Safety;

public sealed class SafetySettingsTests
{
    [Fact]
    public void Defaults_are_valid_and_warn_at_two_hold_at_four_and_block_at_six()
    {
        var settings = Bind([]);
        Assert.All(Enum.GetValues<SafetyCategory>(), c => Assert.Equal((2, 4, 6), (settings.For(c).Warn, settings.For(c).Hold, settings.For(c).Block)));
    }

    [Theory]
    [InlineData("Safety:Hate:Hold", "1", "Hate")]
    [InlineData("Safety:Violence:Warn", "0", "Warn")]
    [InlineData("Safety:Sexual:Block", "3", "Sexual")]
    [InlineData("Safety:Tries", "0", "Tries")]
    [InlineData("Safety:TryWithin", "00:10:00", "TryWithin")]
    [InlineData("Safety:BlocklistCheckEvery", "00:00:01", "BlocklistCheckEvery")]
    public void A_wrong_value_is_refused_by_name(string key, string value, string named)
    {
        var wrong = Assert.Throws<OptionsValidationException>(() => Bind(new() { [key] = value }));
        Assert.Contains(named, wrong.Message, StringComparison.Ordinal);
    }

    private static SafetySettings Bind(Dictionary<string, string?> values)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IValidateOptions<SafetySettings>, SafetySettingsValidator>();
        services.AddOptions<SafetySettings>().Bind(new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection(SafetySettings.Section));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<SafetySettings>>().Value;
    }
}
