#!/usr/bin/env bash
# Makes or updates the app registration that people sign in with, and says its client id. May be run again at will.
# Needs the Azure CLI, signed in as somebody who may make app registrations. ARM cannot do this: it is not Azure but Entra ID.
#
#   MODERATION_SCHOOL=ccc AZURE_ENV_NAME=prod infra/entra/register.sh
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
school="${MODERATION_SCHOOL:?set MODERATION_SCHOOL to the short code of the school}"
environment="${AZURE_ENV_NAME:?set AZURE_ENV_NAME to dev, test or prod}"
name="moderation-$school-$environment"

found="$(az ad app list --display-name "$name" --query "[?displayName=='$name'].appId" --output tsv)"
if [ "$(printf '%s' "$found" | grep -c .)" -gt 1 ]; then
  echo "More than one app registration is called $name; remove or rename what is not it." >&2
  exit 1
fi

if [ -n "$found" ]; then
  client="$found"
  az ad app update --id "$client" --app-roles "@$here/app-roles.json" --only-show-errors
else
  client="$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --enable-id-token-issuance true \
    --app-roles "@$here/app-roles.json" --query appId --output tsv --only-show-errors)"
fi

if ! az ad sp show --id "$client" --only-show-errors >/dev/null 2>&1; then
  az ad sp create --id "$client" --only-show-errors >/dev/null
fi
# Only who was given a role gets in.
az ad sp update --id "$client" --set appRoleAssignmentRequired=true --only-show-errors

if command -v azd >/dev/null && azd env get-values >/dev/null 2>&1; then
  azd env set MODERATION_CLIENT_ID "$client"
fi
echo "MODERATION_CLIENT_ID=$client"
