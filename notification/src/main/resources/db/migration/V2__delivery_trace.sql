-- A mail may be sent hours after its fact: it goes on in the same trace.
alter table delivery add column traceparent text;
