-- One row per mail. Whom it goes to is asked when it is sent; no personal data lies here.
create table delivery (
    order_id       uuid        not null,
    kind           text        not null,
    content        jsonb       not null,
    correlation_id text        not null,
    status         text        not null check (status in ('DUE', 'SENT', 'FAILED')),
    attempts       int         not null default 0,
    last_error     text,
    created_at     timestamptz not null,
    due_at         timestamptz not null,
    settled_at     timestamptz,
    primary key (order_id, kind)
);
create index delivery_due on delivery (due_at) where status = 'DUE';
