using 'main.bicep'

// What `azd provision` takes: the environment's own values, and the defaults of main.bicep for the rest.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param safetyLocation = readEnvironmentVariable('MODERATION_SAFETY_LOCATION', 'westeurope')
param schoolCode = readEnvironmentVariable('MODERATION_SCHOOL', 'ccc')
param authClientId = readEnvironmentVariable('MODERATION_CLIENT_ID', '')
param alertEmails = split(readEnvironmentVariable('MODERATION_ALERT_EMAILS', ''), ',')
param budgetStart = readEnvironmentVariable('MODERATION_BUDGET_START', '')
param settings = json(readEnvironmentVariable('MODERATION_SETTINGS', '{}'))
param budgetAmount = int(readEnvironmentVariable('MODERATION_BUDGET', '20'))
param privateNetworking = bool(readEnvironmentVariable('MODERATION_PRIVATE_NETWORKING', 'false'))
param auditPolicyLocked = bool(readEnvironmentVariable('MODERATION_AUDIT_LOCKED', 'false'))
