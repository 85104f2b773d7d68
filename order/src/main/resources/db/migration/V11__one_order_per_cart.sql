-- One order per content of a cart, whichever of its sessions completes first: only one that failed leaves room for
-- another. What is changed after the order is another content.
alter table orders add column cart_id text, add column cart_version bigint;
create unique index order_of_cart on orders (cart_id, cart_version) where cart_id is not null and status <> 'FAILED';
