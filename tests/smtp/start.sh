#!/bin/sh
# Starts an Exim of Debian's package exim4-daemon-light in a folder of its own, for the opt-in test RealSmtpTests, and prints
# the settings of that test. Needs openssl and python3 as well. The machine's own mail server, if there is one, is not touched.
#
#   start.sh FOLDER            FOLDER is made anew
#   start.sh --stop FOLDER     stops what was started there
set -eu

if [ "${1:-}" = --stop ]; then
    for process in exim crl; do
        kill "$(cat "$2/$process.pid")" 2>/dev/null || true
    done
    exit 0
fi

here=$(cd "$(dirname "$0")" && pwd)
port=${MODERATION_SMTP_PORT:-8125}
password=$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
mkdir "$1"
folder=$(cd "$1" && pwd)
mkdir -p "$folder/spool" "$folder/mail/new" "$folder/mail/cur" "$folder/mail/tmp"

# Root delivers nothing itself: Exim forbids it.
user=$(id -un)
[ "$user" != root ] || user=Debian-exim
group=$(id -gn "$user")
sed -e "s|@FOLDER@|$folder|g" -e "s|@PORT@|$port|" -e "s|@USER@|$user|" -e "s|@GROUP@|$group|" -e "s|@PASSWORD@|$password|" \
    "$here/exim.conf" >"$folder/exim.conf"

# An authority of its own, with a list of what it revoked: the test checks the server's certificate as it would a real one.
cd "$folder"
mkdir crl
: >index.txt
cat >ca.conf <<END
[ca]
default_ca = own
[own]
database = index.txt
default_md = sha256
default_crl_days = 2
END
{
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=Moderation test authority $password" -keyout ca.key -out ca.pem
    openssl req -newkey rsa:2048 -nodes -subj "/CN=localhost" -keyout key.pem -out server.csr
    printf 'subjectAltName=DNS:localhost\ncrlDistributionPoints=URI:http://127.0.0.1:%s/%s.crl\n' "$((port + 1))" "$password" >extensions
    openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile extensions -out cert.pem
    openssl ca -config ca.conf -gencrl -cert ca.pem -keyfile ca.key -out crl.pem
    openssl crl -in crl.pem -outform DER -out "crl/$password.crl"
} >openssl.log 2>&1
python3 -m http.server --bind 127.0.0.1 --directory crl "$((port + 1))" >crl.log 2>&1 &
echo $! >crl.pid
chmod 644 key.pem
[ "$(id -un)" = "$user" ] || chown -R "$user:$group" "$folder/spool" "$folder/mail"

exim4 -C "$folder/exim.conf" -bd -q1m -oP "$folder/exim.pid"
tries=0
until [ -s "$folder/exim.pid" ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 30 ] || { echo "Exim does not start; see $folder/spool/paniclog" >&2; exit 1; }
    sleep 1
done

echo "export MODERATION_SMTP_PORT='$port'"
echo "export MODERATION_SMTP_PASSWORD='$password'"
echo "export MODERATION_SMTP_MAIL='$folder/mail/new'"
echo "export SSL_CERT_FILE='$folder/ca.pem'"
