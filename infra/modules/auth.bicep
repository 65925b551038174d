metadata description = 'Signing in with Entra ID, before a request reaches the app. Who may do what follows from the app roles (entra/app-roles.json).'

@description('Name of the Functions app.')
param appName string

@description('Client id of the app registration that entra/register.sh made.')
@minLength(36)
@maxLength(36)
param clientId string

// Reached without signing in: what says nothing about anybody. A route that channels or readers call without an account
// (a signed picture, one-click unsubscribe) is added here when the app has it, and guards itself.
var anonymousPaths = [
  '/healthz' // does the process run
  '/readyz' // does what it leans on answer
  '/assets/*' // styles and scripts of the pages
  '/signed-out' // or signing out would sign in again
  '/u/*' // unsubscribing from a mailing, with the token that stands in it
  '/outbound/*' // pictures of a post on its way to a channel that fetches them; signed and short-lived
]

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource auth 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true, runtimeVersion: '~1' }
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'RedirectToLoginPage'
      redirectToProvider: 'azureactivedirectory'
      excludedPaths: anonymousPaths
    }
    httpSettings: { requireHttps: true }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: clientId
          // The school's own tenant and no other.
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          // No secret: this setting names the identity that vouches for the app (entra/trust.sh).
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
        }
        validation: { allowedAudiences: [clientId, 'api://${clientId}'] }
      }
    }
    login: {
      // A working day; a phone left on a desk is signed out by the next one.
      cookieExpiration: { convention: 'FixedTime', timeToExpiration: '08:00:00' }
      tokenStore: { enabled: false }
    }
  }
}
