-- When a waiting event is looked at next. One whose payment is open, or not known yet, waits; the longer, the more seldom.
alter table provider_event add column due_at timestamptz not null default '-infinity';
drop index provider_event_waiting;
create index provider_event_waiting on provider_event (due_at) where worked_off_at is null;
