using System.Text.Json;
using System.Text.RegularExpressions;

namespace Moderation.Tests.Infrastructure;

[Collection(nameof(BicepTests))]
public sealed class BicepRoleTests(BicepFixture bicep)
{
    /// <summary>learn.microsoft.com/azure/role-based-access-control/built-in-roles, and why the code needs each.</summary>
    private static readonly (string On, string Role)[] Needed =
    [
        ("Microsoft.Storage/storageAccounts", "ba92f5b4-2d11-453d-a403-e96b0029c9fe"), // Storage Blob Data Contributor: media, anchors, the host
        ("Microsoft.Storage/storageAccounts", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"), // Storage Queue Data Contributor: triggers, QueueSender
        ("Microsoft.Storage/storageAccounts", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"), // Storage Table Data Contributor: every store
        ("Microsoft.CognitiveServices/accounts", "a97b65f3-24c7-4388-baec-2e87135dc908"), // Cognitive Services User: analysis, blocklist
        ("Microsoft.KeyVault/vaults", "b86a8fe4-44ce-4948-aee5-eccb2c155cd7"), // Key Vault Secrets Officer: renewed tokens are written back
        ("Microsoft.Insights/components", "3913510d-42f4-4e42-8a64-420c390055eb"), // Monitoring Metrics Publisher: telemetry
    ];

    [Theory]
    [InlineData("dev")]
    [InlineData("test")]
    [InlineData("prod")]
    public async Task Every_role_the_code_needs_is_given_and_no_other(string parameters)
    {
        var deployment = await bicep.DeploymentAsync(parameters);

        var given = deployment.Of("Microsoft.Authorization/roleAssignments").Select(r => (TypeOfScope(r.Id), r.At("roleDefinitionId").Split('/')[^1]));

        Assert.Equal(Needed.Order(), given.Order());
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Only_the_identity_of_the_app_gets_a_role_so_only_it_can_send_to_the_queue_drafts(string parameters)
    {
        var deployment = await bicep.DeploymentAsync(parameters);
        var identity = deployment.The("Microsoft.ManagedIdentity/userAssignedIdentities").Id;

        Assert.All(deployment.Of("Microsoft.Authorization/roleAssignments"), role =>
        {
            Assert.Matches(@"^\[reference\('" + Regex.Escape(identity) + @"'.*\)\.principalId\]$", role.At("principalId"));
            Assert.Equal("ServicePrincipal", role.At("principalType"));
        });
        Assert.Equal("False", deployment.The("Microsoft.Storage/storageAccounts").At("allowSharedKeyAccess"));
    }

    [Fact]
    public async Task Roles_stand_in_one_file()
    {
        await bicep.TemplateAsync();
        var files = Directory.GetFiles(Path.Combine(BicepCompiler.Repository, "infra"), "*.bicep", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains("Microsoft.Authorization/roleAssignments@", StringComparison.Ordinal));

        Assert.Equal("rbac.bicep", Path.GetFileName(Assert.Single(files)));
    }

    [Fact]
    public async Task App_runs_as_that_identity_and_as_no_other()
    {
        var deployment = await bicep.DeploymentAsync("prod");
        var identity = deployment.The("Microsoft.ManagedIdentity/userAssignedIdentities").Id;
        var app = deployment.The("Microsoft.Web/sites");

        Assert.Equal("UserAssigned", app.Json.GetProperty("identity").GetProperty("type").ToString());
        Assert.Equal(identity, Assert.Single(app.Json.GetProperty("identity").GetProperty("userAssignedIdentities").EnumerateObject()).Name);
        Assert.Equal("UserAssignedIdentity", app.At("functionAppConfig.deployment.storage.authentication.type"));
        Assert.Equal(identity, app.At("functionAppConfig.deployment.storage.authentication.userAssignedIdentityResourceId"));
        Assert.Equal(identity, app.At("keyVaultReferenceIdentity"));
    }

    [Fact]
    public void App_roles_are_those_of_the_design()
    {
        using var roles = JsonDocument.Parse(File.ReadAllText(Path.Combine(BicepCompiler.Repository, "infra", "entra", "app-roles.json")));
        var all = roles.RootElement.EnumerateArray().ToList();

        Assert.Equal(["submitter", "approver", "management", "administrator", "privacy-officer"], all.Select(r => r.GetProperty("value").ToString()));
        Assert.Equal(all.Count, all.Select(r => r.GetProperty("id").GetGuid()).Distinct().Count());
        Assert.All(all, r => Assert.True(r.GetProperty("isEnabled").GetBoolean()));
        Assert.All(all, r => Assert.Equal(["User"], r.GetProperty("allowedMemberTypes").EnumerateArray().Select(t => t.ToString())));
    }

    private static string TypeOfScope(string id)
    {
        var scope = id[..id.IndexOf("/providers/Microsoft.Authorization/", StringComparison.Ordinal)];
        var parts = scope[(scope.LastIndexOf("/providers/", StringComparison.Ordinal) + "/providers/".Length)..].Split('/');
        return $"{parts[0]}/{parts[1]}";
    }
}
