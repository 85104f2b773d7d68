-- Units of an order that stands are put back one refund at a time, so an order can return a SKU more than once: each time
-- under a reason of its own. Everything else of an order has no reason and happens to a SKU once.
drop index movement_once_per_order;
create unique index movement_once_per_order on movement (order_id, sku, type, reason) nulls not distinct
    where order_id is not null;

-- Of each of skus, how much of the quantity is back; null: nothing yet.
alter table reservation add column restocked integer[];
alter table reservation add constraint restocked_is_of_skus
    check (restocked is null or cardinality(restocked) = cardinality(skus));

-- What was put back by which command, so that a repeat is known.
create table restock (
    order_id     uuid        not null references reservation,
    restock_id   uuid        not null,
    skus         text[]      not null,
    quantities   integer[]   not null,
    restocked_at timestamptz not null,
    primary key (order_id, restock_id)
);
