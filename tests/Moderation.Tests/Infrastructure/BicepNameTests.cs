using System.Text.RegularExpressions;

namespace Moderation.Tests.Infrastructure;

[Collection(nameof(BicepTests))]
public sealed class BicepNameTests(BicepFixture bicep)
{
    private const string LongestSchool = "MODERATION_SCHOOL=abcdefghij";

    /// <summary>learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules; the site is kept to the 32 characters of a host id.</summary>
    private static readonly Dictionary<string, string> Limits = new()
    {
        ["Microsoft.Authorization/roleAssignments"] = @"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
        ["Microsoft.CognitiveServices/accounts"] = @"^[a-z0-9][a-z0-9-]{0,62}[a-z0-9]$",
        ["Microsoft.Consumption/budgets"] = @"^[A-Za-z0-9_-]{1,63}$",
        ["Microsoft.Insights/actionGroups"] = @"^[^:<>+/&%\\?|]{1,259}[^:<>+/&%\\?|. ]$",
        ["Microsoft.Insights/components"] = @"^[\w.()-]{0,259}[\w()-]$",
        ["Microsoft.Insights/diagnosticSettings"] = @"^[^*<>%:&\\?+/]{1,260}$",
        ["Microsoft.Insights/scheduledQueryRules"] = @"^[^*<>%{}&:\\?/#|]{1,259}[^*<>%{}&:\\?/#|. ]$",
        ["Microsoft.Insights/workbooks"] = @"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
        ["Microsoft.KeyVault/vaults"] = @"^(?=.{3,24}$)[a-zA-Z](-?[a-zA-Z0-9])+$",
        ["Microsoft.ManagedIdentity/userAssignedIdentities"] = @"^[A-Za-z0-9][A-Za-z0-9_-]{2,127}$",
        ["Microsoft.Network/natGateways"] = @"^[A-Za-z0-9]([\w.-]{0,78}\w)?$",
        ["Microsoft.Network/privateDnsZones"] = @"^(?=.{1,63}$)[a-z0-9-]+(\.[a-z0-9-]+)+$",
        ["Microsoft.Network/privateDnsZones/virtualNetworkLinks"] = @"^[A-Za-z0-9]([\w.-]{0,78}\w)?$",
        ["Microsoft.Network/privateEndpoints"] = @"^[A-Za-z0-9]([\w.-]{0,62}\w)?$",
        ["Microsoft.Network/privateEndpoints/privateDnsZoneGroups"] = @"^[A-Za-z0-9]([\w.-]{0,78}\w)?$",
        ["Microsoft.Network/publicIPAddresses"] = @"^[A-Za-z0-9]([\w.-]{0,78}\w)?$",
        ["Microsoft.Network/virtualNetworks"] = @"^[A-Za-z0-9][\w.-]{0,62}\w$",
        ["Microsoft.OperationalInsights/workspaces"] = @"^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$",
        ["Microsoft.Storage/storageAccounts"] = @"^[a-z0-9]{3,24}$",
        ["Microsoft.Storage/storageAccounts/blobServices"] = "^default$",
        ["Microsoft.Storage/storageAccounts/blobServices/containers"] = @"^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$",
        ["Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"] = "^default$",
        ["Microsoft.Storage/storageAccounts/managementPolicies"] = "^default$",
        ["Microsoft.Storage/storageAccounts/queueServices"] = "^default$",
        ["Microsoft.Storage/storageAccounts/queueServices/queues"] = @"^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$",
        ["Microsoft.Storage/storageAccounts/tableServices"] = "^default$",
        ["Microsoft.Storage/storageAccounts/tableServices/tables"] = "^[A-Za-z][A-Za-z0-9]{2,62}$",
        ["Microsoft.Web/serverfarms"] = @"^[A-Za-z0-9-]{1,60}$",
        ["Microsoft.Web/sites"] = @"^[a-z0-9][a-z0-9-]{0,30}[a-z0-9]$",
        ["Microsoft.Web/sites/basicPublishingCredentialsPolicies"] = "^(ftp|scm)$",
        ["Microsoft.Web/sites/config"] = "^(appsettings|authsettingsV2)$",
    };

    /// <summary>prod and test have the longest names, with private networking the most of them; dev and main are held to it as well.</summary>
    [Theory]
    [InlineData("dev")]
    [InlineData("test")]
    [InlineData("prod")]
    [InlineData("main")]
    [InlineData("main", "MODERATION_PRIVATE_NETWORKING=true")]
    [InlineData("prod", "MODERATION_PRIVATE_NETWORKING=true", LongestSchool)]
    public async Task Names_are_within_the_limits_of_Azure(string parameters, params string[] settings)
    {
        var deployment = await bicep.DeploymentAsync(parameters, settings);

        Assert.All(deployment.Resources, resource =>
        {
            Assert.True(Limits.TryGetValue(resource.Type, out var limit), $"{resource.Type} has no rule for its name here.");
            Assert.Matches(new Regex(limit), resource.LastName);
        });
    }

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts")]
    [InlineData("Microsoft.KeyVault/vaults")]
    [InlineData("Microsoft.CognitiveServices/accounts")]
    [InlineData("Microsoft.Web/sites")]
    public async Task Names_that_must_be_unique_in_the_world_differ_by_environment_and_school(string type)
    {
        var names = new List<string> { (await bicep.DeploymentAsync("prod", "MODERATION_PRIVATE_NETWORKING=true", LongestSchool)).The(type).Name };
        foreach (var environment in BicepFixture.Environments)
            names.Add((await bicep.DeploymentAsync(environment)).The(type).Name);

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public async Task School_code_that_would_break_a_name_is_refused() =>
        Assert.Contains("maximum allowable length is 10", await bicep.RefusalAsync("prod", LongestSchool + "k"), StringComparison.Ordinal);
}
