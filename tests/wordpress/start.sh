#!/bin/sh
# Starts a WordPress of Debian's packages in a folder of its own, for the opt-in test RealWordPressTests, and prints the
# settings of that test. Nothing of the machine's own web server or databases is touched.
#
#   start.sh FOLDER [WORDPRESS]     FOLDER is made anew; WORDPRESS is where WordPress stands (/usr/share/wordpress)
#   start.sh --stop FOLDER          stops what was started there
set -eu

if [ "${1:-}" = --stop ]; then
    for process in php mariadb; do
        kill "$(cat "$2/$process.pid")" 2>/dev/null || true
    done
    exit 0
fi

here=$(cd "$(dirname "$0")" && pwd)
folder=$1
source=${2:-/usr/share/wordpress}
port=${MODERATION_WORDPRESS_PORT:-8199}

mkdir "$folder"
folder=$(cd "$folder" && pwd)
# Links into parts that are not installed (scripts of the dashboard) stay behind; the REST API needs none of them.
cp -rL --no-preserve=mode "$source" "$folder/site" 2>/dev/null || true
mkdir -p "$folder/site/wp-content/uploads"
cp "$here/wp-config.php" "$folder/site/wp-config.php"
chmod -R a+rwX "$folder"

user=$(id -un)
mariadb-install-db --no-defaults --user="$user" --datadir="$folder/data" --auth-root-authentication-method=normal >"$folder/mariadb.log" 2>&1
mariadbd --no-defaults --user="$user" --datadir="$folder/data" --socket="$folder/db.sock" --pid-file="$folder/mariadb.pid" --skip-networking \
    --innodb-buffer-pool-size=32M --innodb-flush-log-at-trx-commit=0 >>"$folder/mariadb.log" 2>&1 &
until mariadb --no-defaults --user=root --socket="$folder/db.sock" -e 'CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4' 2>/dev/null; do
    sleep 1
done

export WORDPRESS_SOCKET="$folder/db.sock" WORDPRESS_SITE="http://127.0.0.1:$port"
password=$(php "$here/install.php" "$folder/site")
php -d post_max_size=200M -d upload_max_filesize=200M -S "127.0.0.1:$port" -t "$folder/site" >"$folder/php.log" 2>&1 &
echo $! >"$folder/php.pid"
tries=0
until php -r 'exit(@fsockopen("127.0.0.1", (int) $argv[1]) ? 0 : 1);' "$port"; do
    tries=$((tries + 1))
    [ "$tries" -lt 60 ] || { echo "PHP does not answer; see $folder/php.log" >&2; exit 1; }
    sleep 1
done

echo "export MODERATION_WORDPRESS_URL='http://127.0.0.1:$port/?rest_route='"
echo "export MODERATION_WORDPRESS_USER='redactie'"
echo "export MODERATION_WORDPRESS_PASSWORD='$password'"
