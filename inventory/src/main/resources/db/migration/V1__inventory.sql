-- PostgreSQL is the truth about stock. Every change of a stock row is a movement in the same statement, so that on_hand and
-- reserved always equal the sums of their movements. Needs PostgreSQL 18 (uuidv7).

-- Changed several times per order, never grown: room on the page keeps such updates away from the index.
create table stock (
    sku                 text collate "C" primary key check (sku ~ '^[A-Z0-9][A-Z0-9-]{1,63}$'),
    on_hand             integer     not null check (on_hand <= 1000000000),
    reserved            integer     not null default 0,
    low_stock_threshold integer     not null check (low_stock_threshold >= 0),
    version             bigint      not null default 1,
    updated_at          timestamptz not null,
    constraint stock_covers_holds check (reserved between 0 and on_hand)
) with (fillfactor = 50);

-- One row per order, for good: a closed one is the tombstone that refuses a command which comes late. A release of an
-- order that is not known yet leaves a row without lines.
create table reservation (
    order_id     uuid primary key,
    status       text        not null check (status in ('HELD', 'COMMITTED', 'RELEASED', 'EXPIRED', 'RETURNED')),
    skus         text[]      not null,
    quantities   integer[]   not null,
    created_at   timestamptz not null,
    -- null: was never a hold
    expires_at   timestamptz,
    closed_at    timestamptz,
    -- when the order was found confirmed while its hold had expired and the stock was gone; null again once it is committed
    shortfall_at timestamptz,
    check (cardinality(skus) = cardinality(quantities)),
    check (status <> 'HELD' or (expires_at is not null and cardinality(skus) > 0))
);
create index reservation_due on reservation (expires_at) where status = 'HELD';
create index reservation_shortfall on reservation (shortfall_at) where shortfall_at is not null;

create table movement (
    movement_id    uuid primary key default uuidv7(),
    sku            text collate "C" not null references stock,
    type           text             not null check (
        type in ('RECEIVED', 'ADJUSTED', 'RESERVED', 'RELEASED', 'EXPIRED', 'COMMITTED', 'RETURNED')),
    on_hand_delta  integer          not null,
    reserved_delta integer          not null,
    order_id       uuid,
    reason         text,
    occurred_at    timestamptz      not null,
    constraint movement_moves check (on_hand_delta <> 0 or reserved_delta <> 0)
);
create index movement_by_sku on movement (sku, movement_id);
-- No order can do the same to a SKU twice, whatever the code above believes.
create unique index movement_once_per_order on movement (order_id, sku, type) where order_id is not null;
