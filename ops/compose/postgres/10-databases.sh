#!/bin/bash
# A database and a role each; nobody has a right on another's. Runs once, on an empty data directory.
set -euo pipefail

own() {
    psql --set ON_ERROR_STOP=1 --username postgres --set name="$1" --set password="$2" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
}

own account "$ACCOUNT_DATABASE_PASSWORD"
own catalog "$CATALOG_DATABASE_PASSWORD"
own inventory "$INVENTORY_DATABASE_PASSWORD"
own payment "$PAYMENT_DATABASE_PASSWORD"
own orders "$ORDERS_DATABASE_PASSWORD"
own notification "$NOTIFICATION_DATABASE_PASSWORD"
psql --set ON_ERROR_STOP=1 --username postgres \
    --command 'revoke connect, temporary on database postgres, template1 from public'
