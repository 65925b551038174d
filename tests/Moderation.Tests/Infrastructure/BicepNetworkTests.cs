namespace Moderation.Tests.Infrastructure;

[Collection(nameof(BicepTests))]
public sealed class BicepNetworkTests(BicepFixture bicep)
{
    private const string Private = "MODERATION_PRIVATE_NETWORKING=true";
    private static readonly string[] Services = ["Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults", "Microsoft.CognitiveServices/accounts"];

    [Theory]
    [InlineData("dev")]
    [InlineData("test")]
    [InlineData("prod")]
    public async Task Without_private_networking_there_is_no_network(string parameters)
    {
        var deployment = await bicep.DeploymentAsync(parameters);

        Assert.DoesNotContain(deployment.Resources, r => r.Type.StartsWith("Microsoft.Network/", StringComparison.Ordinal));
        Assert.Equal("", deployment.The("Microsoft.Web/sites").At("virtualNetworkSubnetId"));
    }

    [Fact]
    public async Task With_private_networking_every_service_is_closed_and_has_an_endpoint_and_a_zone()
    {
        var deployment = await bicep.DeploymentAsync("main", Private);

        Assert.All(Services, service =>
        {
            Assert.Equal("Disabled", deployment.The(service).At("publicNetworkAccess"));
            Assert.Equal("Deny", deployment.The(service).At("networkAcls.defaultAction"));
        });
        var reached = deployment.Of("Microsoft.Network/privateEndpoints")
            .Select(e => e.Properties.GetProperty("privateLinkServiceConnections")[0].GetProperty("properties"))
            .Select(c => (Of: c.GetProperty("privateLinkServiceId").ToString(), Part: c.GetProperty("groupIds")[0].ToString()));
        Assert.Equal(
            [
                (deployment.The("Microsoft.CognitiveServices/accounts").Id, "account"),
                (deployment.The("Microsoft.Storage/storageAccounts").Id, "blob"),
                (deployment.The("Microsoft.Storage/storageAccounts").Id, "queue"),
                (deployment.The("Microsoft.Storage/storageAccounts").Id, "table"),
                (deployment.The("Microsoft.KeyVault/vaults").Id, "vault"),
            ],
            reached.OrderBy(r => r.Part, StringComparer.Ordinal));
        Assert.Equal(
            [
                "privatelink.blob.core.windows.net", "privatelink.cognitiveservices.azure.com", "privatelink.queue.core.windows.net",
                "privatelink.table.core.windows.net", "privatelink.vaultcore.azure.net",
            ],
            deployment.Of("Microsoft.Network/privateDnsZones").Select(z => z.Name).Order(StringComparer.Ordinal));
        Assert.Equal(5, deployment.Of("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count());
        Assert.Equal(5, deployment.Of("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count());
    }

    [Fact]
    public async Task App_joins_its_own_subnet_and_still_reaches_the_channels()
    {
        var deployment = await bicep.DeploymentAsync("main", Private);
        var subnets = deployment.The("Microsoft.Network/virtualNetworks").Properties.GetProperty("subnets").EnumerateArray().ToDictionary(s => s.GetProperty("name").ToString(), s => s.GetProperty("properties"));

        Assert.Equal(deployment.The("Microsoft.Network/virtualNetworks").Id + "/subnets/app", deployment.The("Microsoft.Web/sites").At("virtualNetworkSubnetId"));
        Assert.Equal("Microsoft.App/environments", subnets["app"].GetProperty("delegations")[0].GetProperty("properties").GetProperty("serviceName").ToString());
        Assert.Equal(deployment.The("Microsoft.Network/natGateways").Id, subnets["app"].GetProperty("natGateway").GetProperty("id").ToString());
        Assert.Equal("10.90.0.0/26", subnets["app"].GetProperty("addressPrefix").ToString());
        Assert.Equal("10.90.0.64/27", subnets["endpoints"].GetProperty("addressPrefix").ToString());
    }
}
