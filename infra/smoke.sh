#!/usr/bin/env bash
# Does a fresh deployment stand, and is it shut? Reads only, needs no sign-in.
#
#   infra/smoke.sh HOST-NAME-OF-THE-APP NAME-OF-THE-STORAGE-ACCOUNT
set -euo pipefail
host="${1:?host name of the app}"
storage="${2:?name of the storage account}"
failures=0

status() { curl --silent --show-error --max-time 60 --output /dev/null --write-out '%{http_code}' "$@" || true; }

expect() { # what, pattern of the status, curl arguments
  local what="$1" pattern="$2" got
  shift 2
  got="$(status "$@")"
  if [[ "$got" =~ ^($pattern)$ ]]; then
    echo "ok    $what ($got)"
  else
    echo "WRONG $what: expected $pattern, got $got" >&2
    failures=$((failures + 1))
  fi
}

# The first request starts an instance, and new roles take up to ten minutes to work. /readyz also wants a consent
# register, which a new school does not have yet: that is said, not failed.
ready=''
for try in $(seq 1 40); do
  ready="$(curl --silent --max-time 60 "https://$host/readyz" || true)"
  if [[ "$ready" == *'"tables":"ok"'* && "$ready" == *'"queues":"ok"'* && "$ready" == *'"blobs":"ok"'* ]]; then
    break
  fi
  echo "waiting for https://$host/readyz ($try)"
  sleep "${SMOKE_PAUSE:-15}"
done

for dependency in tables queues blobs; do
  if [[ "$ready" == *"\"$dependency\":\"ok\""* ]]; then
    echo "ok    the app reaches its $dependency"
  else
    echo "WRONG the app does not reach its $dependency" >&2
    failures=$((failures + 1))
  fi
done
[[ "$ready" == *'"consent-register":"ok"'* ]] || echo "note  there are no consents yet, so nothing that shows people goes out"

expect 'the app answers' 200 "https://$host/healthz"
expect 'the pages want a sign-in' '302|401' "https://$host/"
expect 'a forged identity is not believed' '302|401|403' --header 'X-MS-CLIENT-PRINCIPAL: e30=' "https://$host/"
expect 'nothing can be sent without a sign-in' '302|401|403' --request POST --header 'Content-Type: application/json' --data '{}' "https://$host/api/drafts"
expect 'plain http is turned away' '301|307|308' "http://$host/healthz"
expect 'media are not public' '403|404|409' "https://$storage.blob.core.windows.net/media?restype=container&comp=list"
expect 'the queue is not public' '401|403|404' --request POST --data '<QueueMessage><MessageText>e30=</MessageText></QueueMessage>' "https://$storage.queue.core.windows.net/drafts/messages"

if [ "$failures" -gt 0 ]; then
  echo "$failures checks failed" >&2
  exit 1
fi
