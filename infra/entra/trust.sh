#!/usr/bin/env bash
# After the first deployment: the app registration trusts the identity of the app instead of a secret, and may send people
# back to the app. May be run again at will.
#
#   MODERATION_CLIENT_ID=… APP_HOST_NAME=… APP_IDENTITY_PRINCIPAL_ID=… infra/entra/trust.sh
# The last two are outputs of the deployment.
set -euo pipefail
client="${MODERATION_CLIENT_ID:?infra/entra/register.sh says it}"
host="${APP_HOST_NAME:?an output of the deployment}"
principal="${APP_IDENTITY_PRINCIPAL_ID:?an output of the deployment}"
tenant="$(az account show --query tenantId --output tsv)"

az ad app update --id "$client" --web-redirect-uris "https://$host/.auth/login/aad/callback" --only-show-errors

wanted="$(az ad app federated-credential list --id "$client" --query "[?subject=='$principal'].name" --output tsv)"
if [ -z "$wanted" ]; then
  az ad app federated-credential create --id "$client" --only-show-errors --parameters "{
    \"name\": \"app-identity-$principal\",
    \"issuer\": \"https://login.microsoftonline.com/$tenant/v2.0\",
    \"subject\": \"$principal\",
    \"audiences\": [\"api://AzureADTokenExchange\"],
    \"description\": \"The identity that the app runs as.\"
  }" >/dev/null
fi
echo "$host signs people in as $client."
