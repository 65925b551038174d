metadata description = 'The Functions app on its Flex Consumption plan, with every setting that the code binds.'

@description('Name of the app: at most 32 characters, because the host cuts longer ones and two apps may then share locks.')
@minLength(2)
@maxLength(32)
param name string

@description('Name of the plan.')
@minLength(1)
@maxLength(60)
param planName string

@description('Azure region.')
param location string

@description('Tags on every resource.')
param tags { *: string }

@description('Name of the identity the app runs as.')
param identityName string

@description('Name of the storage account.')
param storageName string

@description('Name of the container that holds the deployed package.')
param deploymentContainer string

@description('Name of the Application Insights component.')
param componentName string

@description('Address of Content Safety.')
param safetyEndpoint string

@description('Address of the key vault.')
param vaultUri string

@description('Settings of the school, in place of the defaults of the code.')
param settings { *: string }

@description('Memory of one instance in MB. Cleaning a photo takes most of it.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('The most instances that Azure may start at once.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int

@description('Name of the network the app joins, in its subnet app; empty when there is no private network.')
param networkName string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' existing = if (!empty(networkName)) {
  name: networkName

  resource subnet 'subnets' existing = {
    name: 'app'
  }
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

// Every setting that the code binds stands in this file, at the value it has by itself: a test holds the file against the code.
var sample = loadJsonContent('../../local.settings.sample.json').Values

// A key, where there are none; names that the triggers do not listen on; a wall and a folder instead of channels and a vault; and what
// Flex Consumption refuses.
var neverInAzure = [
  'AzureWebJobsStorage'
  'Channels__SandboxUrl'
  'Channels__TokenFolder'
  'FUNCTIONS_WORKER_RUNTIME'
  'Storage__ConnectionString'
  'Storage__Prefix'
  'WEBSITE_AUTH_ENABLED'
]

// What follows from the other resources stands in own, below.
var setHere = [
  'Channels__VaultUrl'
  'Safety__Endpoint'
  'Storage__AccountName'
  'Web__SignInPath'
  'Web__SignOutByPost'
  'Web__SignOutPath'
]
var defaults = toObject(
  filter(items(sample), setting => !contains(union(neverInAzure, setHere), setting.key)),
  setting => setting.key,
  setting => setting.value
)

// Settings that a channel has each of its own, by its code; without one the channel's own addresses count.
var families = ['Connect__Channels__']

// A misspelt setting would count for nothing and say nothing.
var unknown = filter(
  objectKeys(settings),
  setting => !contains(defaults, setting) && empty(filter(families, family => startsWith(setting, family)))
)
var checkedSettings = empty(unknown)
  ? settings
  : fail('settings has names that do not exist or that the template sets itself: ${join(unknown, ', ')}.')

var own = {
  // The host, its queue triggers and its timers.
  AzureWebJobsStorage__accountName: storage.name
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId

  // Telemetry, with the identity as well.
  APPLICATIONINSIGHTS_CONNECTION_STRING: component.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'

  // Sign-in proves itself with the identity; its name is prescribed by App Service.
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identity.properties.clientId

  // The code. DefaultAzureCredential reads AZURE_CLIENT_ID to know which identity is meant.
  AZURE_CLIENT_ID: identity.properties.clientId
  Storage__AccountName: storage.name
  Safety__Endpoint: safetyEndpoint
  Channels__VaultUrl: vaultUri

  // Signing in and out is the platform's here (auth.bicep).
  Web__SignInPath: '/.auth/login/aad'
  Web__SignOutByPost: 'false'
  Web__SignOutPath: '/.auth/logout?post_logout_redirect_uri=/signed-out'
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Enabled'
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: empty(networkName) ? null : network::subnet.id
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
  }

  // Deployment is done with Entra ID; there is no publishing password to leak.
  resource ftpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scmPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(defaults, { Channels__PublicUrl: 'https://${app.properties.defaultHostName}' }, checkedSettings, own)
  }
}

@description('Host name that people and the smoke test visit.')
output hostName string = app.properties.defaultHostName
