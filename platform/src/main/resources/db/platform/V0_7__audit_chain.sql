-- Where a deed came from: the address of the caller.
alter table audit_entry add column origin text not null default '';

-- Each entry is chained to the one before by a hash, in the background, so that nobody can change or take away an entry
-- without being found out. Entries themselves are not touched.
create table audit_link (
    position   bigint primary key,
    entry_id   uuid        not null unique references audit_entry,
    hash       bytea       not null,
    chained_at timestamptz not null
);
create trigger audit_link_for_good before update or delete or truncate on audit_link
    for each statement execute function audit_is_for_good();
