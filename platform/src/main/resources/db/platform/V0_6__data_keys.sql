-- A key for each subject whose personal data is kept, itself encrypted under a master key of the configuration. A
-- destroyed key keeps its row: what was encrypted under it is erased, and no other key takes its place.
create table data_key (
    key_id        uuid primary key,
    subject       text        not null unique,
    wrapped       bytea,
    master_key_id text        not null,
    created_at    timestamptz not null,
    destroyed_at  timestamptz,
    check ((wrapped is null) = (destroyed_at is not null))
);
create index data_key_to_rewrap on data_key (master_key_id, key_id) where wrapped is not null;
