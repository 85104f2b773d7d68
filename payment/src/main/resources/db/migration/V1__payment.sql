-- One payment for each order. A tombstone says that the payment of an order was undone before it was asked for.
create table payment (
    payment_id          uuid primary key,
    order_id            uuid        not null constraint payment_order unique,
    tombstone           boolean     not null default false,
    status              text        not null check (status in
        ('PENDING', 'PROCESSING', 'UNKNOWN', 'AUTHORIZED', 'SUCCEEDED', 'FAILED', 'VOIDED', 'PARTIALLY_REFUNDED', 'REFUNDED')),
    amount              bigint check (amount > 0),
    currency            char(3),
    payment_method      text,
    capture             boolean,
    captured_amount     bigint      not null default 0 check (captured_amount between 0 and amount),
    refunded_amount     bigint      not null default 0 check (refunded_amount between 0 and captured_amount),
    provider            text        not null,
    provider_payment_id text,
    failure_reason      text,
    closed_reason       text,
    version             bigint      not null,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    constraint payment_complete check
        (tombstone or (amount is not null and currency is not null and payment_method is not null and capture is not null))
);
create index payment_status on payment (status, payment_id) where not tombstone;
-- Undone on the order's behalf while money is still held: to be finished by the sweep.
create index payment_owed on payment (updated_at)
    where closed_reason is not null and status in ('AUTHORIZED', 'SUCCEEDED', 'PARTIALLY_REFUNDED');

-- One row per step that the provider was or may have been asked for, written before the call.
create table attempt (
    attempt_id     uuid primary key,
    payment_id     uuid        not null references payment,
    operation      text        not null check (operation in ('AUTHORIZE', 'CAPTURE', 'VOID', 'REFUND')),
    status         text        not null check (status in
        ('STARTED', 'ASKED_AGAIN', 'UNKNOWN', 'SUCCEEDED', 'FAILED', 'NOT_SENT')),
    amount         bigint      not null check (amount > 0),
    caller         text,
    request_key    text,
    request        text,
    asks           int         not null,
    started_at     timestamptz not null,
    asked_at       timestamptz not null,
    finished_at    timestamptz,
    failure_reason text
);
create index attempt_payment on attempt (payment_id);
-- Two steps of one payment never run beside each other.
create unique index attempt_open on attempt (payment_id) where status in ('STARTED', 'ASKED_AGAIN', 'UNKNOWN');
-- An idempotency key stands for one request of its caller and route.
create unique index attempt_request on attempt (caller, operation, request_key) where status <> 'NOT_SENT';
create index attempt_unresolved on attempt (asked_at) where status in ('STARTED', 'ASKED_AGAIN', 'UNKNOWN');

-- What the provider told by webhook, once each; worked off afterwards.
create table provider_event (
    event_id      text primary key,
    type          text        not null,
    order_id      uuid,
    payload       jsonb       not null,
    received_at   timestamptz not null,
    worked_off_at timestamptz
);
create index provider_event_waiting on provider_event (received_at) where worked_off_at is null;
