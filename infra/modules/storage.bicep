metadata description = 'The one storage account: tables, queues, blobs, the deployment package, the immutable audit anchors and the backups.'

@description('Name of the storage account: 3 to 24 lower-case letters and digits, unique in the world.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Tags on every resource.')
param tags { *: string }

@description('How many copies Azure keeps and where.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param redundancy string

@description('Days that a deleted blob or container can still be brought back. Erasure is complete only after these days.')
@minValue(1)
@maxValue(90)
param softDeleteDays int

@description('Days that an audit anchor can be neither changed nor deleted, by anybody.')
@minValue(1)
@maxValue(3650)
param auditRetentionDays int

@description('True once the policy on the audit container has been locked by hand: Azure then refuses to have it written again.')
param auditPolicyLocked bool

@description('Days that a nightly backup is kept.')
@minValue(7)
@maxValue(365)
param backupRetentionDays int

@description('Days that a backup can be neither changed nor deleted, not even with the rights of the app.')
@minValue(1)
@maxValue(30)
param backupLockDays int

@description('Name of the container that holds the deployed package.')
param deploymentContainer string

@description('True when the account is reached by private endpoints only.')
param closed bool

// The names are those of Moderation.Storage.StorageNames; a test holds the two lists together. The app creates what is
// missing at start; here they exist before the first instance runs, so that its queue triggers find their queues.
var tables = ['drafts', 'open', 'submitted', 'intakes', 'people', 'consents', 'media', 'settings', 'channels', 'publications', 'leases', 'subscribers', 'mailings']
var queues = ['drafts', 'media', 'screening', 'publishing', 'register']
var containers = ['incoming', 'media', deploymentContainer]
var auditContainer = 'audit'
var backupContainer = 'backup'

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: closed ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      // Without a network of its own the app comes from addresses nobody knows in advance; then identity is the lock.
      defaultAction: closed ? 'Deny' : 'Allow'
    }
  }

  resource blobService 'blobServices' = {
    name: 'default'
    properties: {
      // No versioning: a photo that must be erased would live on as a version.
      isVersioningEnabled: false
      deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
      containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    }

    resource blobContainers 'containers' = [
      for container in containers: {
        name: container
        properties: { publicAccess: 'None' }
      }
    ]

    resource audit 'containers' = {
      name: auditContainer
      properties: { publicAccess: 'None' }

      // Each anchor is a blob of its own, written once: appending to an anchor is not needed, so not allowed.
      resource policy 'immutabilityPolicies' = if (!auditPolicyLocked) {
        name: 'default'
        properties: {
          immutabilityPeriodSinceCreationInDays: auditRetentionDays
          allowProtectedAppendWrites: false
        }
      }
    }

    resource backup 'containers' = {
      name: backupContainer
      properties: { publicAccess: 'None' }

      // Whoever gets hold of the app's identity could empty the tables, but not the last nights' copies of them.
      resource policy 'immutabilityPolicies' = {
        name: 'default'
        properties: {
          immutabilityPeriodSinceCreationInDays: backupLockDays
          allowProtectedAppendWrites: false
        }
      }
    }
  }

  resource queueService 'queueServices' = {
    name: 'default'

    resource stageQueues 'queues' = [
      for queue in queues: {
        name: queue
      }
    ]

    resource poisonQueues 'queues' = [
      for queue in queues: {
        name: '${queue}-poison'
      }
    ]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource appTables 'tables' = [
      for table in tables: {
        name: table
      }
    ]
  }

  resource lifeCycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            // The media stage moves an upload on within minutes; what lies here after a week was never finished.
            name: 'forget-unfinished-uploads'
            enabled: true
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['incoming/'] }
              actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: 7 } } }
            }
          }
          {
            // Looked at seldom once published. Deleting is the app's retention, which knows what still needs the file.
            name: 'cool-old-media'
            enabled: true
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['media/'] }
              actions: { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 90 } } }
            }
          }
          {
            // Each night is a version of its own, written once, in a folder named by its day.
            name: 'forget-old-backups'
            enabled: true
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${backupContainer}/'] }
              actions: { baseBlob: { delete: { daysAfterCreationGreaterThan: backupRetentionDays } } }
            }
          }
        ]
      }
    }
    dependsOn: [blobService]
  }
}
