-- Personal data is encrypted under the key of its subject. First both forms are there and the old one is read on; the
-- rows that are there are encrypted in the background; a later release drops the plain columns.
alter table orders
    alter column contact drop not null,
    add column contact_sealed bytea,
    add column contact_subject text;
alter table checkout_session
    add column customer_sealed bytea,
    add column shipping_address_sealed bytea;

-- What is still to be encrypted; rows that come now are in neither.
create index orders_plain on orders (id) where contact is not null;
create index checkout_session_plain on checkout_session (id) where customer is not null or shipping_address is not null;
