alter table orders add column refunded_amount bigint not null default 0 check (refunded_amount between 0 and total_amount);

-- A wish to take the order back: who, why, and the idempotency claim that its end answers.
alter table checkout add column cancellation jsonb;
create index checkout_open on checkout (started_at) where deadline_at is not null;

-- Money given back on an order, asked of payment under refund_id. deadline_at says when somebody else may take it up;
-- null once nothing is left to do.
create table refund (
    refund_id      uuid primary key,
    order_id       uuid        not null references orders (id),
    amount         bigint      not null check (amount > 0),
    reason         text        not null,
    restock        jsonb       not null default '[]',
    status         text        not null check (status in ('PENDING', 'SUCCEEDED', 'FAILED')),
    failure_reason text,
    claim          jsonb       not null,
    correlation_id text        not null,
    traceparent    text,
    attempts       int         not null default 0,
    last_error     text,
    version        int         not null default 1,
    created_at     timestamptz not null,
    deadline_at    timestamptz
);
create index refund_of_order on refund (order_id);
create index refund_deadline on refund (deadline_at) where deadline_at is not null;
