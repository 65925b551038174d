metadata description = 'Azure AI Content Safety, reached with identities only.'

@description('Name of the account and of its sub-domain, which Entra ID sign-in needs.')
@minLength(2)
@maxLength(64)
param name string

@description('Azure region in the EU where Content Safety exists.')
param location string

@description('Tags on every resource.')
param tags { *: string }

@description('F0 is free and small, and a subscription has one; S0 is paid a call.')
@allowed(['F0', 'S0'])
param sku string

@description('True when the service is reached by a private endpoint only.')
param closed bool

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: name
  location: location
  tags: tags
  kind: 'ContentSafety'
  sku: { name: sku }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: closed ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: closed ? 'Deny' : 'Allow' }
  }
}

@description('Address that the app calls.')
output endpoint string = account.properties.endpoint
