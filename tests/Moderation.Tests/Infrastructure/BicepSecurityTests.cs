using System.Text.Json;
using Moderation.Storage;

namespace Moderation.Tests.Infrastructure;

[Collection(nameof(BicepTests))]
public sealed class BicepSecurityTests(BicepFixture bicep)
{
    public static TheoryData<string, string, string, string> Locks => new()
    {
        { "Microsoft.Storage/storageAccounts", "allowSharedKeyAccess", "False", "" },
        { "Microsoft.Storage/storageAccounts", "allowBlobPublicAccess", "False", "" },
        { "Microsoft.Storage/storageAccounts", "allowCrossTenantReplication", "False", "" },
        { "Microsoft.Storage/storageAccounts", "minimumTlsVersion", "TLS1_2", "" },
        { "Microsoft.Storage/storageAccounts", "supportsHttpsTrafficOnly", "True", "" },
        { "Microsoft.Storage/storageAccounts/blobServices", "deleteRetentionPolicy.enabled", "True", "" },
        { "Microsoft.Storage/storageAccounts/blobServices", "containerDeleteRetentionPolicy.enabled", "True", "" },
        { "Microsoft.CognitiveServices/accounts", "disableLocalAuth", "True", "" },
        { "Microsoft.KeyVault/vaults", "enableRbacAuthorization", "True", "" },
        { "Microsoft.KeyVault/vaults", "enablePurgeProtection", "True", "" },
        { "Microsoft.OperationalInsights/workspaces", "features.disableLocalAuth", "True", "" },
        { "Microsoft.Insights/components", "DisableLocalAuth", "True", "" },
        { "Microsoft.Web/sites", "httpsOnly", "True", "" },
        { "Microsoft.Web/sites", "siteConfig.minTlsVersion", "1.2", "" },
        { "Microsoft.Web/sites", "siteConfig.ftpsState", "Disabled", "" },
        { "Microsoft.Web/sites", "functionAppConfig.runtime.name", "dotnet-isolated", "" },
        { "Microsoft.Web/sites", "functionAppConfig.runtime.version", "10.0", "" },
        { "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "allow", "False", "ftp" },
        { "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "allow", "False", "scm" },
        { "Microsoft.Web/sites/config", "globalValidation.requireAuthentication", "True", "authsettingsV2" },
        { "Microsoft.Web/sites/config", "globalValidation.unauthenticatedClientAction", "RedirectToLoginPage", "authsettingsV2" },
        { "Microsoft.Web/sites/config", "httpSettings.requireHttps", "True", "authsettingsV2" },
        { "Microsoft.Web/sites/config", "login.tokenStore.enabled", "False", "authsettingsV2" },
    };

    [Theory]
    [MemberData(nameof(Locks))]
    public async Task Every_lock_is_on_in_every_environment(string type, string path, string value, string name)
    {
        foreach (var environment in (string[])[.. BicepFixture.Environments, "main"])
            Assert.Equal(value, (await bicep.DeploymentAsync(environment)).The(type, name.Length == 0 ? null : name).At(path));
    }

    [Fact]
    public async Task Sign_in_takes_the_own_tenant_only_and_needs_no_secret()
    {
        var deployment = await bicep.DeploymentAsync("prod");
        var auth = deployment.The("Microsoft.Web/sites/config", "authsettingsV2");

        Assert.EndsWith("'00000000-0000-4000-8000-000000000000')]", auth.At("identityProviders.azureActiveDirectory.registration.openIdIssuer"), StringComparison.Ordinal);
        var setting = auth.At("identityProviders.azureActiveDirectory.registration.clientSecretSettingName");
        Assert.Equal("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", setting);
        Assert.Equal(deployment.AppSettings["AZURE_CLIENT_ID"], deployment.AppSettings[setting]);
    }

    [Fact]
    public async Task Only_paths_that_say_nothing_about_anybody_are_reached_without_signing_in()
    {
        var auth = (await bicep.DeploymentAsync("prod")).The("Microsoft.Web/sites/config", "authsettingsV2");

        var paths = auth.Properties.GetProperty("globalValidation").GetProperty("excludedPaths").EnumerateArray().Select(p => p.ToString());

        Assert.Equal(["/healthz", "/readyz", "/assets/*", "/signed-out", "/u/*", "/outbound/*"], paths);
    }

    [Theory]
    [InlineData("MODERATION_CLIENT_ID=", "register.sh")]
    [InlineData("MODERATION_ALERT_EMAILS=nobody", "alertEmails")]
    public async Task Deployment_nobody_can_sign_in_to_or_hears_of_is_refused(string setting, string says) =>
        Assert.Contains(says, await bicep.RefusalAsync("prod", setting), StringComparison.Ordinal);

    [Fact]
    public async Task Storage_holds_what_the_code_uses()
    {
        var deployment = await bicep.DeploymentAsync("prod");

        Assert.Equal(StorageNames.Tables.All.Order(), deployment.Of("Microsoft.Storage/storageAccounts/tableServices/tables").Select(t => t.LastName).Order());
        Assert.Equal(
            StorageNames.Queues.All.Concat(StorageNames.Queues.All.Select(q => q + StorageNames.Queues.PoisonSuffix)).Order(),
            deployment.Of("Microsoft.Storage/storageAccounts/queueServices/queues").Select(q => q.LastName).Order());
        Assert.Equal(
            StorageNames.Containers.All.Append("deployment").Order(),
            deployment.Of("Microsoft.Storage/storageAccounts/blobServices/containers").Select(c => c.LastName).Order());
    }

    [Fact]
    public async Task No_container_is_public()
    {
        var deployment = await bicep.DeploymentAsync("prod");

        Assert.All(deployment.Of("Microsoft.Storage/storageAccounts/blobServices/containers"), c => Assert.Equal("None", c.At("publicAccess")));
    }

    [Theory]
    [InlineData("dev", "1", "1")]
    [InlineData("test", "7", "1")]
    [InlineData("prod", "2555", "7")]
    public async Task Audit_anchors_and_fresh_backups_cannot_be_changed_and_nothing_else_is_kept_from_being_erased(string parameters, string anchors, string backups)
    {
        var deployment = await bicep.DeploymentAsync(parameters);

        var policies = deployment.Of("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies").ToDictionary(p => p.Name.Split('/')[^2]);

        Assert.Equal([StorageNames.Containers.Audit, StorageNames.Containers.Backup], policies.Keys.Order(StringComparer.Ordinal));
        Assert.All(policies.Values, p => Assert.Equal("False", p.At("allowProtectedAppendWrites")));
        Assert.Equal(anchors, policies[StorageNames.Containers.Audit].At("immutabilityPeriodSinceCreationInDays"));
        Assert.Equal(backups, policies[StorageNames.Containers.Backup].At("immutabilityPeriodSinceCreationInDays"));
        Assert.Equal("False", deployment.The("Microsoft.Storage/storageAccounts/blobServices").At("isVersioningEnabled"));
    }

    [Fact]
    public async Task Locked_policy_is_left_as_it_is()
    {
        var deployment = await bicep.DeploymentAsync("prod", "MODERATION_AUDIT_LOCKED=true", "MODERATION_BUDGET_START=");

        Assert.DoesNotContain(
            deployment.Of("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"), p => p.Name.EndsWith("/audit/default", StringComparison.Ordinal));
        Assert.Single(deployment.Of("Microsoft.Storage/storageAccounts/blobServices/containers"), c => c.LastName == "audit");
    }

    [Theory]
    [InlineData("dev", 7)]
    [InlineData("prod", 30)]
    public async Task Life_cycle_deletes_unfinished_uploads_and_old_backups_and_nothing_else(string parameters, int days)
    {
        var policy = (await bicep.DeploymentAsync(parameters)).The("Microsoft.Storage/storageAccounts/managementPolicies");
        var definitions = policy.Properties.GetProperty("policy").GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("definition")).ToList();

        Assert.All(definitions, d => Assert.NotEmpty(Prefixes(d)));
        var deleting = definitions.Where(d => d.GetProperty("actions").GetRawText().Contains("\"delete\"", StringComparison.Ordinal)).ToDictionary(d => Assert.Single(Prefixes(d)));
        Assert.Equal([StorageNames.Containers.Backup + "/", StorageNames.Containers.Incoming + "/"], deleting.Keys.Order(StringComparer.Ordinal));
        var backups = deleting[StorageNames.Containers.Backup + "/"].GetProperty("actions").GetProperty("baseBlob").GetProperty("delete");
        Assert.Equal(days, backups.GetProperty("daysAfterCreationGreaterThan").GetInt32());
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("test")]
    [InlineData("prod")]
    public async Task No_setting_of_the_app_holds_a_key(string parameters)
    {
        var settings = (await bicep.DeploymentAsync(parameters)).AppSettings;

        Assert.DoesNotContain("AzureWebJobsStorage", settings.Keys);
        Assert.DoesNotContain("Storage__ConnectionString", settings.Keys);
        Assert.DoesNotContain(settings, s => s.Value.Contains("AccountKey", StringComparison.OrdinalIgnoreCase) || s.Value.Contains("list", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
        Assert.EndsWith(";Authorization=AAD', " + settings["AZURE_CLIENT_ID"].Trim('[', ']') + ")]", settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FUNCTIONS_WORKER_RUNTIME")]
    [InlineData("FUNCTIONS_EXTENSION_VERSION")]
    [InlineData("WEBSITE_RUN_FROM_PACKAGE")]
    [InlineData("WEBSITE_CONTENTAZUREFILECONNECTIONSTRING")]
    [InlineData("WEBSITE_CONTENTSHARE")]
    public async Task Settings_that_Flex_Consumption_refuses_are_not_set(string setting) =>
        Assert.DoesNotContain(setting, (await bicep.DeploymentAsync("prod")).AppSettings.Keys);

    [Fact]
    public async Task Host_queues_and_code_use_the_same_account_and_identity()
    {
        var deployment = await bicep.DeploymentAsync("prod");
        var settings = deployment.AppSettings;

        Assert.Equal(deployment.The("Microsoft.Storage/storageAccounts").Name, settings["Storage__AccountName"]);
        Assert.Equal(settings["Storage__AccountName"], settings["AzureWebJobsStorage__accountName"]);
        Assert.Contains(deployment.The("Microsoft.ManagedIdentity/userAssignedIdentities").Id, settings["AZURE_CLIENT_ID"], StringComparison.Ordinal);
        Assert.Equal(settings["AZURE_CLIENT_ID"], settings["AzureWebJobsStorage__clientId"]);
        Assert.Equal("false", settings["Intake__TrustQueueSubmitter"]);
    }

    private static IEnumerable<string> Prefixes(JsonElement definition) =>
        definition.GetProperty("filters").GetProperty("prefixMatch").EnumerateArray().Select(p => p.ToString());
}
