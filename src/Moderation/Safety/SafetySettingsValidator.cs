using Microsoft.Extensions.Options;

namespace Moderation.Safety;

/// <summary>Checks the settings at start, naming every wrong key at once.</summary>
[OptionsValidator]
public sealed partial class SafetySettingsValidator : IValidateOptions<SafetySettings>;
