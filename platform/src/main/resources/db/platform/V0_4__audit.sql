-- What people with special rights did: written in the transaction of the deed, never changed.
create table audit_entry (
    entry_id       uuid primary key,
    actor          text        not null,
    action         text        not null,
    subject        text        not null,
    reason         text        not null,
    correlation_id text        not null,
    occurred_at    timestamptz not null
);
create index audit_entry_subject on audit_entry (subject);

create function audit_is_for_good() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is only ever added to.';
end
$$;
create trigger audit_entry_for_good before update or delete or truncate on audit_entry
    for each statement execute function audit_is_for_good();
