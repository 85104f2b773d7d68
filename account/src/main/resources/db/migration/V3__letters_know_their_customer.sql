-- So that what waits for a customer goes with them. Null for a mail of which only the address is known, and for what an
-- older replica queues.
alter table letter add column customer_id uuid;
create index letter_customer on letter (customer_id) where customer_id is not null;
