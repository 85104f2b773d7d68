-- Outbox in the shape of Debezium's event router. A row is deleted once the broker has acknowledged it.
-- seq orders the facts of one key: they are added while the row of their aggregate is locked.
create table outbox (
    seq           bigint generated always as identity primary key,
    id            uuid        not null unique,
    aggregatetype text        not null, -- topic
    aggregateid   text        not null, -- key
    type          text        not null,
    payload       text,                 -- JSON; null is a tombstone
    headers       jsonb       not null,
    created_at    timestamptz not null
);

-- Which facts a consumer has worked off; written in the transaction of the effect.
create table inbox (
    consumer text        not null,
    event_id uuid        not null,
    seen_at  timestamptz not null default now(),
    primary key (consumer, event_id)
);
create index inbox_seen_at on inbox (seen_at);
