-- Whoever takes a checkout over goes on in the trace of the request that began it.
alter table checkout add column traceparent text;
