metadata description = 'The private endpoints of storage, vault and Content Safety.'

@description('Start of every name in the network.')
param name string

@description('Azure region.')
param location string

@description('Tags on every resource.')
param tags { *: string }

@description('Name of the network.')
param networkName string

@description('Name of the storage account.')
param storageName string

@description('Name of the key vault.')
param vaultName string

@description('Name of the Content Safety account.')
param safetyName string

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: networkName

  resource subnet 'subnets' existing = {
    name: 'endpoints'
  }
}

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource safety 'Microsoft.CognitiveServices/accounts@2024-10-01' existing = {
  name: safetyName
}

// Zone names: learn.microsoft.com/azure/private-link/private-endpoint-dns
var targets = [
  { group: 'blob', id: storage.id, zone: 'privatelink.blob.${environment().suffixes.storage}' }
  { group: 'queue', id: storage.id, zone: 'privatelink.queue.${environment().suffixes.storage}' }
  { group: 'table', id: storage.id, zone: 'privatelink.table.${environment().suffixes.storage}' }
  { group: 'vault', id: vault.id, zone: 'privatelink.vaultcore.azure.net' }
  { group: 'account', id: safety.id, zone: 'privatelink.cognitiveservices.azure.com' }
]

module endpoints 'endpoint.bicep' = [
  for target in targets: {
    params: {
      name: name
      location: location
      tags: tags
      networkId: network.id
      subnetId: network::subnet.id
      serviceId: target.id
      groupId: target.group
      zoneName: target.zone
    }
  }
]
