metadata description = 'One page for the administrator: how the pipeline is doing now and how it did.'

@description('Azure region.')
param location string

@description('Tags on every resource.')
param tags { *: string }

@description('Name of the Log Analytics workspace that the page asks.')
param workspaceName string

@description('Title of the page.')
param title string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(workspace.id, 'moderation')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: title
    category: 'workbook'
    sourceId: workspace.id
    version: '1.0'
    serializedData: loadTextContent('workbook.json')
  }
}
