-- The provider's charges as its list told them when it was read last; kept a day longer than the list is walked.
create table provider_charge (
    charge_id       text primary key,
    order_id        uuid        not null,
    state           text        not null check (state in ('NOWHERE', 'HELD', 'TAKEN')),
    said            text        not null,
    captured_amount bigint      not null,
    refunded_amount bigint,
    currency        text        not null,
    created_at      timestamptz not null,
    walk            bigint      not null
);
create index provider_charge_order on provider_charge (order_id);
create index provider_charge_created on provider_charge (created_at);

-- Where the walk over the provider's list stands, and what the last whole walk looked at. A single row.
create table reconciliation (
    single         boolean primary key default true check (single),
    walk           bigint      not null default 1,
    started_at     timestamptz,
    begins_at      timestamptz,
    position       text,
    checked        bigint      not null default 0,
    leased_until   timestamptz not null default '-infinity',
    last_ended_at  timestamptz,
    last_checked   bigint      not null default 0
);
insert into reconciliation default values;

-- The report: orders whose money is told differently here and there, seen again when both sides were read once more.
create table payment_mismatch (
    order_id  uuid primary key,
    kind      text        not null,
    ours      text        not null,
    theirs    text        not null,
    found_at  timestamptz not null,
    looked_at timestamptz not null
);
create index payment_mismatch_looked on payment_mismatch (looked_at);
