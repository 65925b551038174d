targetScope = 'resourceGroup'

metadata name = 'Moderation'
metadata description = 'Everything one school needs to publish with care: one deployment, one resource group, one school.'

@description('Azure region of everything but Content Safety. Data of pupils stays in the European Union, so no other region is accepted.')
@allowed([
  'francecentral'
  'germanywestcentral'
  'italynorth'
  'northeurope'
  'polandcentral'
  'spaincentral'
  'swedencentral'
  'westeurope'
])
@metadata({ azd: { type: 'location' } })
param location string

@description('Azure region of Content Safety, which not every region of the European Union has.')
@allowed(['francecentral', 'polandcentral', 'swedencentral', 'westeurope'])
param safetyLocation string

@description('Which of the three environments this is; part of every name.')
@allowed(['dev', 'test', 'prod'])
param environmentName string

@description('Short code of the school; part of every name. Lower-case letters and digits, starting with a letter.')
@minLength(2)
@maxLength(10)
param schoolCode string

@description('Client id of the app registration that entra/register.sh made for this environment.')
param authClientId string

@description('Who is told of alerts and of the budget, by e-mail.')
param alertEmails string[]

@description('Budget a month, in the currency of the subscription.')
@minValue(1)
param budgetAmount int

@description('First day of the month the budget started in (yyyy-MM-01). Leave empty on the first deployment, then keep what that gave: Azure does not move the start of a budget.')
param budgetStart string = ''

@description('First day of this month. Not to be given: it stands here because only a default can ask for the date.')
param thisMonth string = utcNow('yyyy-MM-01')

@description('Reach storage, vault and Content Safety over a private network only. Costs more than everything else together; see docs/operations.md.')
param privateNetworking bool = false

@description('Address space of that network: a /24 that nothing the school links to uses.')
param addressPrefix string = '10.90.0.0/24'

@description('How many copies of the data Azure keeps and where: in one building, in three, or in three and another region of the EU.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageRedundancy string = 'Standard_ZRS'

@description('Days that deleted blobs, containers, secrets and the vault can still be brought back. Erasure is complete only after these days.')
@minValue(7)
@maxValue(90)
param softDeleteDays int = 14

@description('Days that an audit anchor can be neither changed nor deleted, by anybody. Anchors are hashes: no personal data.')
@minValue(1)
@maxValue(3650)
param auditRetentionDays int = 2555

@description('True once the policy on the audit container has been locked by hand (docs/operations.md). It then stays as it is.')
param auditPolicyLocked bool = false

@description('Days that a nightly backup of the tables is kept. Who is erased stays in the backups of before for so long.')
@minValue(7)
@maxValue(365)
param backupRetentionDays int = 30

@description('Days of these that a backup can be neither changed nor deleted, not even with the rights of the app.')
@minValue(1)
@maxValue(30)
param backupLockDays int = 7

@description('Days that logs and metrics are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Gigabytes of logs a day after which no more is taken in until tomorrow.')
@minValue(1)
@maxValue(100)
param logDailyCapGb int = 1

@description('F0 is free and small, and a subscription has one; S0 is paid a call.')
@allowed(['F0', 'S0'])
param safetySku string = 'S0'

@description('Memory of one instance of the app, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('The most instances that Azure may start at once.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Seconds that a message may wait on a queue before somebody is told.')
@minValue(60)
@maxValue(86400)
param oldestMessageSeconds int = 900

@description('Settings of the app that are to have another value than their own, by their name in Azure: { Review__HoldLasts: \'2.00:00:00\' }. docs/operations.md lists every setting.')
param settings { *: string } = {}

// Refused here, at validation, rather than deployed without anybody able to sign in or to hear of trouble.
var checkedClientId = length(authClientId) == 36
  ? authClientId
  : fail('authClientId is not a client id: run infra/entra/register.sh first.')
var checkedEmails = empty(filter(alertEmails, email => !contains(email, '@'))) && !empty(alertEmails)
  ? alertEmails
  : fail('alertEmails needs at least one e-mail address, and only e-mail addresses.')

var unique = take(uniqueString(resourceGroup().id, schoolCode, environmentName), 8)
var base = 'moderation-${schoolCode}-${environmentName}'
var appName = '${base}-${take(unique, 5)}'
var storageName = 'st${schoolCode}${environmentName}${unique}'
var vaultName = 'kv-${schoolCode}-${environmentName}-${take(unique, 5)}'
var safetyName = 'safety-${base}-${unique}'
var workspaceName = 'log-${base}'
var componentName = 'appi-${base}'
var identityName = 'id-${base}'
var networkName = 'vnet-${base}'
var deploymentContainer = 'deployment'
var tags = {
  'azd-env-name': environmentName
  application: 'moderation'
  school: schoolCode
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    workspaceName: workspaceName
    componentName: componentName
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    name: storageName
    location: location
    tags: tags
    redundancy: storageRedundancy
    softDeleteDays: softDeleteDays
    auditRetentionDays: auditRetentionDays
    auditPolicyLocked: auditPolicyLocked
    backupRetentionDays: backupRetentionDays
    backupLockDays: backupLockDays
    deploymentContainer: deploymentContainer
    closed: privateNetworking
  }
}

module safety 'modules/safety.bicep' = {
  params: {
    name: safetyName
    location: safetyLocation
    tags: tags
    sku: safetySku
    closed: privateNetworking
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: vaultName
    location: location
    tags: tags
    softDeleteDays: softDeleteDays
    closed: privateNetworking
    workspaceName: workspaceName
  }
  dependsOn: [monitoring]
}

module network 'modules/network.bicep' = if (privateNetworking) {
  params: {
    name: base
    networkName: networkName
    location: location
    tags: tags
    addressPrefix: addressPrefix
  }
}

module endpoints 'modules/endpoints.bicep' = if (privateNetworking) {
  params: {
    name: base
    location: location
    tags: tags
    networkName: networkName
    storageName: storageName
    vaultName: vaultName
    safetyName: safetyName
  }
  dependsOn: [network, storage, vault, safety]
}

module rbac 'modules/rbac.bicep' = {
  params: {
    identityName: identityName
    location: location
    tags: tags
    storageName: storageName
    safetyName: safetyName
    vaultName: vaultName
    componentName: componentName
  }
  dependsOn: [monitoring, storage, safety, vault]
}

module app 'modules/app.bicep' = {
  params: {
    name: appName
    planName: 'plan-${base}'
    location: location
    tags: tags
    identityName: identityName
    storageName: storageName
    deploymentContainer: deploymentContainer
    componentName: componentName
    safetyEndpoint: safety.outputs.endpoint
    vaultUri: vault.outputs.uri
    settings: settings
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    networkName: privateNetworking ? networkName : ''
  }
  // The roles first, and with storage closed the endpoints too: an instance that starts before them finds nothing.
  dependsOn: [endpoints, monitoring, network, rbac, storage]
}

module auth 'modules/auth.bicep' = {
  params: {
    appName: appName
    clientId: checkedClientId
  }
  dependsOn: [app]
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: base
    location: location
    tags: tags
    workspaceName: workspaceName
    emails: checkedEmails
    oldestMessageSeconds: oldestMessageSeconds
    budgetAmount: budgetAmount
    budgetStart: empty(budgetStart) ? thisMonth : budgetStart
  }
  dependsOn: [monitoring]
}

module workbook 'modules/workbook.bicep' = {
  params: {
    location: location
    tags: tags
    workspaceName: workspaceName
    title: 'Moderation ${schoolCode} ${environmentName}'
  }
  dependsOn: [monitoring]
}

@description('Name of the Functions app.')
output APP_NAME string = appName

@description('Host name of the app.')
output APP_HOST_NAME string = app.outputs.hostName

@description('Object id of the identity of the app, which the app registration must trust (entra/trust.sh).')
output APP_IDENTITY_PRINCIPAL_ID string = rbac.outputs.principalId

@description('Name of the storage account.')
output STORAGE_NAME string = storageName

@description('Address of the key vault.')
output VAULT_URI string = vault.outputs.uri
