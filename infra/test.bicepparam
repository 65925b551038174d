using 'main.bicep'

// For trying out a version before the school gets it: built like prod, kept for less long. Made-up pupils only.
param environmentName = 'test'
param location = 'westeurope'
param safetyLocation = 'westeurope'
param schoolCode = readEnvironmentVariable('MODERATION_SCHOOL', 'ccc')
param authClientId = readEnvironmentVariable('MODERATION_CLIENT_ID', '')
param alertEmails = split(readEnvironmentVariable('MODERATION_ALERT_EMAILS', ''), ',')
param budgetStart = readEnvironmentVariable('MODERATION_BUDGET_START', '')
param settings = json(readEnvironmentVariable('MODERATION_SETTINGS', '{}'))

param budgetAmount = 15
param storageRedundancy = 'Standard_ZRS'
param softDeleteDays = 7
param auditRetentionDays = 7
param backupRetentionDays = 7
param backupLockDays = 1
param logRetentionDays = 30
param safetySku = 'S0'
