using 'main.bicep'

// For building: everything as small as it goes, thrown away at will. Made-up pupils only.
param environmentName = 'dev'
param location = 'westeurope'
param safetyLocation = 'westeurope'
param schoolCode = readEnvironmentVariable('MODERATION_SCHOOL', 'ccc')
param authClientId = readEnvironmentVariable('MODERATION_CLIENT_ID', '')
param alertEmails = split(readEnvironmentVariable('MODERATION_ALERT_EMAILS', ''), ',')
param budgetStart = readEnvironmentVariable('MODERATION_BUDGET_START', '')
param settings = json(readEnvironmentVariable('MODERATION_SETTINGS', '{}'))

param budgetAmount = 10
param storageRedundancy = 'Standard_LRS'
param softDeleteDays = 7
// A day, or the resource group cannot be deleted for years.
param auditRetentionDays = 1
param backupRetentionDays = 7
param backupLockDays = 1
param logRetentionDays = 30
param safetySku = 'F0'
