create table product_view (
    sku      text primary key,
    name     text    not null,
    price    bigint  not null check (price >= 1),
    currency char(3) not null,
    active   boolean not null,
    version  bigint  not null
);

create table orders (
    id                 uuid primary key,
    order_number       text        not null unique,
    customer_id        text        not null,
    order_token_hash   bytea,
    status             text        not null,
    payment_status     text        not null,
    fulfillment_status text        not null,
    currency           char(3)     not null,
    subtotal           bigint      not null check (subtotal >= 0),
    discount           bigint      not null check (discount >= 0),
    shipping           bigint      not null check (shipping >= 0),
    tax                bigint      not null check (tax >= 0),
    total_amount       bigint      not null check (total_amount = subtotal - discount + shipping + tax),
    payment_method     text        not null,
    payment_provider   text,
    payment_id         text,
    failure_reason     text,
    contact            jsonb       not null,
    version            int         not null,
    created_at         timestamptz not null,
    updated_at         timestamptz not null
);
-- Keyset pages: ids are UUIDv7, so the id is the order of creation.
create index orders_of_customer on orders (customer_id, id desc);
create index orders_by_status on orders (status, id desc);

create table order_line (
    order_id   uuid   not null references orders (id),
    line_no    int    not null,
    sku        text   not null,
    name       text   not null,
    qty        int    not null check (qty between 1 and 999),
    unit_price bigint not null check (unit_price >= 1),
    primary key (order_id, line_no)
);
create index order_line_by_sku on order_line (sku, order_id);

-- One row per checkout. deadline_at says when somebody else may take it up; null once it is final.
create table checkout (
    order_id       uuid primary key references orders (id),
    state          text  not null,
    why            text,
    owed           jsonb not null default '[]',
    attempts       int   not null default 0,
    last_error     text,
    correlation_id text  not null,
    claim          jsonb not null,
    version        int   not null,
    started_at     timestamptz not null,
    deadline_at    timestamptz
);
create index checkout_deadline on checkout (deadline_at) where deadline_at is not null;

-- Every transition of an order, with its cause; event_id is the id under which it was published.
create table order_event (
    event_id    uuid primary key,
    order_id    uuid        not null references orders (id),
    version     int         not null,
    type        text        not null,
    cause       text        not null,
    occurred_at timestamptz not null,
    data        jsonb       not null,
    unique (order_id, version)
);

-- Order numbers: one sequence for ever, and where each day began in it. A gap is possible, a double is not.
create sequence order_number_seq;
create table order_number_day (
    day   date primary key,
    first bigint not null
);

create function next_order_number(today date) returns text language plpgsql as $$
declare
    began  bigint;
    number text;
begin
    select first into began from order_number_day where day = today;
    if not found then
        insert into order_number_day values (today, nextval('order_number_seq')) on conflict do nothing;
        select first into began from order_number_day where day = today;
    end if;
    number := (nextval('order_number_seq') - began)::text;
    return 'ORD-' || to_char(today, 'YYYYMMDD') || '-' || lpad(number, greatest(6, length(number)), '0');
end
$$;
