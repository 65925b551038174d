using 'main.bicep'

// What the school publishes with.
param environmentName = 'prod'
param location = 'westeurope'
param safetyLocation = 'westeurope'
param schoolCode = readEnvironmentVariable('MODERATION_SCHOOL', 'ccc')
param authClientId = readEnvironmentVariable('MODERATION_CLIENT_ID', '')
param alertEmails = split(readEnvironmentVariable('MODERATION_ALERT_EMAILS', ''), ',')
param budgetStart = readEnvironmentVariable('MODERATION_BUDGET_START', '')
param settings = json(readEnvironmentVariable('MODERATION_SETTINGS', '{}'))
param privateNetworking = bool(readEnvironmentVariable('MODERATION_PRIVATE_NETWORKING', 'false'))
param auditPolicyLocked = bool(readEnvironmentVariable('MODERATION_AUDIT_LOCKED', 'false'))

// Two to three times what an ordinary school costs (docs/operations.md).
param budgetAmount = int(readEnvironmentVariable('MODERATION_BUDGET', '20'))
param storageRedundancy = 'Standard_GZRS'
param softDeleteDays = 14
// Seven years, as long as the school must be able to account for what it published.
param auditRetentionDays = 2555
param backupRetentionDays = 30
param backupLockDays = 7
param logRetentionDays = 90
param safetySku = 'S0'
