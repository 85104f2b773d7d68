-- Every price that a product has had, written in the statement that gives it the price.
create table price_change (
    id         bigint generated always as identity primary key,
    product_id uuid        not null references product (id),
    price      bigint      not null,
    currency   text        not null,
    valid_from timestamptz not null
);

create index price_change_by_product on price_change (product_id, id);

insert into price_change (product_id, price, currency, valid_from)
select id, price, currency, updated_at from product;
