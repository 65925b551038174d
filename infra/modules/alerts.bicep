metadata description = 'What somebody must hear of, to whom, and the budget. docs/operations.md says what to do about each.'

@description('Start of every name here.')
param name string

@description('Azure region.')
param location string

@description('Tags on every resource.')
param tags { *: string }

@description('Name of the Log Analytics workspace that holds the metrics.')
param workspaceName string

@description('Who is told, by e-mail.')
@minLength(1)
param emails string[]

@description('Seconds that a message may wait on a queue before somebody is told.')
@minValue(60)
param oldestMessageSeconds int

@description('Budget a month, in the currency of the subscription.')
@minValue(1)
param budgetAmount int

@description('First day of the month that the budget starts in (yyyy-MM-01). Keep it as it is once deployed.')
@minLength(10)
@maxLength(10)
param budgetStart string

@description('A metric of the app, and above which value it is an alert.')
type metricAlert = {
  @description('Short name, part of the resource name.')
  id: string

  @description('Metric of the meter Moderation.')
  metric: string

  @description('Told when the metric is above this.')
  above: int

  @description('0 is the worst, 4 the least.')
  severity: 0 | 1 | 2 | 3 | 4

  @description('First line of the message.')
  title: string

  @description('What it means and what to do first.')
  text: string
}

var metricAlerts metricAlert[] = [
  {
    id: 'poison'
    metric: 'moderation.poison.messages'
    above: 0
    severity: 1
    title: 'Moderation: a draft is stuck'
    text: 'A message failed five times and its draft is stuck. Open the draft, read the reason, retry or reject.'
  }
  {
    id: 'waiting'
    metric: 'moderation.queue.oldest_age_seconds'
    above: oldestMessageSeconds
    severity: 2
    title: 'Moderation: messages are waiting too long'
    text: 'The oldest message on a queue is too old. Look whether the app runs and whether a service it needs is down.'
  }
  {
    id: 'overdue'
    metric: 'moderation.holds.overdue'
    above: 0
    severity: 3
    title: 'Moderation: a draft is held longer than promised'
    text: 'Nobody decided in time. It went to management and will not publish by itself. Ask management to decide.'
  }
  {
    id: 'unknown'
    metric: 'moderation.publications.unknown'
    above: 0
    severity: 1
    title: 'Moderation: nobody knows whether a post went out'
    text: 'A channel cannot say whether a post is there. Look on the channel and record what you see. Do not post again first.'
  }
  {
    id: 'reconnect'
    metric: 'moderation.channels.reconnect'
    above: 0
    severity: 2
    title: 'Moderation: a channel must be connected again'
    text: 'A channel refuses its token. Its posts wait. An administrator connects the channel again on the channels page.'
  }
  {
    id: 'audit'
    metric: 'moderation.audit.broken'
    above: 0
    severity: 0
    title: 'Moderation: the audit trail does not add up'
    text: 'Verification of the audit chain failed. Set the stop, change nothing, and call the privacy officer.'
  }
  {
    id: 'nightly'
    metric: 'moderation.nightly.age_seconds'
    above: 129600 // 36 hours: one night may be late, none may be missed
    severity: 2
    title: 'Moderation: a nightly run did not finish'
    text: 'The verification of the audit trail or the backup of the tables has not finished for a day and a half. Look at the timers audit and backup.'
  }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'Moderation'
    enabled: true
    emailReceivers: [
      for (email, i) in emails: {
        name: 'person-${i + 1}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

// The value of a metric: gauges arrive as one measurement a row, whose maximum may be left out.
resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in metricAlerts: {
    name: 'alert-${name}-${alert.id}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.title
      description: alert.text
      severity: alert.severity
      enabled: true
      scopes: [workspace.id]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT15M'
      autoMitigate: true
      // The table exists from the first metric on, which is after this.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: 'AppMetrics | where Name == "${alert.metric}" | summarize Value = max(coalesce(Max, Sum))'
            metricMeasureColumn: 'Value'
            timeAggregation: 'Maximum'
            operator: 'GreaterThan'
            threshold: alert.above
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [group.id] }
    }
  }
]

// All of the above trust the app to report. This one does not: the sweep reports every few minutes or it is not running.
resource silence 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'alert-${name}-silence'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'Moderation: the app reports nothing'
    description: 'No metric came in for half an hour, so no other alert can fire. Look whether the app runs and whether the log cap was reached.'
    severity: 1
    enabled: true
    scopes: [workspace.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AppMetrics | where Name == "moderation.queue.oldest_age_seconds" | summarize Value = count()'
          metricMeasureColumn: 'Value'
          timeAggregation: 'Maximum'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [group.id] }
  }
}

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'budget-${name}'
  properties: {
    category: 'Cost'
    amount: budgetAmount
    timeGrain: 'Monthly'
    timePeriod: { startDate: budgetStart }
    notifications: {
      spent80: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: emails
        contactGroups: [group.id]
      }
      expected100: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: emails
        contactGroups: [group.id]
      }
    }
  }
}
