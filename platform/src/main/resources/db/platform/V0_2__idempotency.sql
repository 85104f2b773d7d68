-- One row per idempotency key of one caller on one route. status is null while the first request is running.
create table idempotency_key (
    caller       text        not null,
    route        text        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       int,
    headers      jsonb,
    body         bytea,
    claimed_at   timestamptz not null default now(),
    primary key (caller, route, key)
);
create index idempotency_key_claimed_at on idempotency_key (claimed_at);
