-- One order per content of a cart, whichever of its sessions completes first: only one that failed leaves room for
-- another. What is changed after the order is another content.
alter table orders add column cart_id text, add column cart_version bigint;

-- What is being paid while this comes in counts as well.
update orders o set cart_id = paid.cart_id, cart_version = paid.version
from (select distinct on (s.cart_id, s.cart->>'version') s.order_id, s.cart_id, (s.cart->>'version')::bigint as version
      from checkout_session s join orders p on p.id = s.order_id where p.status = 'PENDING') paid
where o.id = paid.order_id;

create unique index order_of_cart on orders (cart_id, cart_version) where cart_id is not null and status <> 'FAILED';
