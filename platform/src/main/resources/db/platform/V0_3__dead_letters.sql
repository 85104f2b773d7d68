-- Facts that could not be worked off, kept for operators beside the topic <topic>.dlq. One row per record of the source topic.
create table dead_letter (
    id             uuid        primary key, -- v7: newest first is id descending
    topic          text        not null,
    partition      int         not null,
    "offset"       bigint      not null,
    key            bytea,
    consumer       text        not null,
    reason         text        not null,
    stack_hash     text        not null,
    headers        jsonb       not null, -- [{name, value}] in order; value in base64, so that a replay sends the same bytes
    payload        bytea,                -- null is a tombstone
    attempts       int         not null,
    failed_at      timestamptz not null,
    replayed_at    timestamptz,
    correlation_id text        not null,
    unique (topic, partition, "offset")
);
create index dead_letter_waiting on dead_letter (id) where replayed_at is null;
create index dead_letter_failed_at on dead_letter (failed_at);
