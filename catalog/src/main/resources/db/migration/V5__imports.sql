-- A file of products that was taken in, and how far it has been worked off.
create table import_job (
    id          uuid primary key,
    created_by  text        not null,
    created_at  timestamptz not null,
    total       integer     not null,
    added       integer     not null default 0,
    changed     integer     not null default 0,
    failed      integer     not null default 0,
    -- Until then a replica works on it; one that dies lets it go by doing nothing.
    lease_until timestamptz not null,
    finished_at timestamptz
);

create index import_job_open on import_job (created_at) where finished_at is null;

-- Rows that wait. One goes in the transaction that writes its product, so none is worked off twice.
create table import_row (
    job_id  uuid    not null references import_job (id),
    line    integer not null,
    payload bytea   not null,
    primary key (job_id, line)
);

create table import_error (
    job_id uuid    not null references import_job (id),
    line   integer not null,
    code   text    not null,
    detail text    not null,
    errors jsonb   not null,
    primary key (job_id, line)
);
