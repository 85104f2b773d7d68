create table product (
    sku      text primary key,
    name     text    not null,
    price    bigint  not null,
    currency char(3) not null
);
create table stock (
    sku      text primary key,
    on_hand  integer not null,
    reserved integer not null default 0,
    check (reserved between 0 and on_hand)
);
create table reservation (
    order_id uuid    not null,
    sku      text    not null,
    qty      integer not null,
    status   text    not null,
    primary key (order_id, sku)
);
create table movement (
    movement_id    bigint generated always as identity primary key,
    order_id       uuid        not null,
    sku            text        not null,
    type           text        not null,
    on_hand_delta  integer     not null,
    reserved_delta integer     not null,
    occurred_at    timestamptz not null
);
create index movement_by_sku on movement (sku, movement_id);
create sequence order_number;
create table orders (
    id             uuid primary key,
    order_number   text        not null unique,
    customer_id    text        not null,
    email          text,
    status         text        not null,
    payment_status text        not null,
    payment_id     text,
    currency       char(3)     not null,
    total_amount   bigint      not null,
    version        integer     not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null
);
create index orders_of_customer on orders (customer_id, created_at desc);
create index orders_by_status on orders (status, created_at desc);
create table order_line (
    order_id   uuid    not null references orders,
    sku        text    not null,
    name       text    not null,
    qty        integer not null,
    unit_price bigint  not null,
    primary key (order_id, sku)
);
create table order_event (
    event_id    uuid primary key,
    order_id    uuid        not null references orders,
    version     integer     not null,
    type        text        not null,
    occurred_at timestamptz not null,
    unique (order_id, version)
);
create table idempotency_key (
    caller text not null,
    key    text not null,
    answer text,
    primary key (caller, key)
);
create table outbox (
    seq     bigint generated always as identity primary key,
    id      uuid not null unique,
    topic   text not null,
    key     text not null,
    payload text not null
);
insert into product select 'SKU-' || lpad(n::text, 5, '0'), 'Product ' || n, 100 + n * 10, 'USD' from generate_series(1, 500) n;
insert into stock select sku, 1000000, 0 from product;
