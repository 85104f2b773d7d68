-- Who has bought what, as confirmed orders tell: whoever bought a product may say once what they think of it.
create table purchase (
    user_id   text not null,
    sku       text not null,
    order_id  uuid not null,
    bought_at timestamptz not null,
    primary key (user_id, sku)
);

create table review (
    id         uuid primary key,
    product_id uuid        not null references product (id),
    user_id    text        not null,
    rating     smallint    not null check (rating between 1 and 5),
    title      text        not null,
    text       text        not null,
    created_at timestamptz not null,
    constraint review_one_each unique (product_id, user_id)
);

-- Ids are ordered by time, so this is also the order of a list.
create index review_by_product on review (product_id, id);

alter table product
    add column review_count bigint not null default 0,
    add column rating_sum bigint not null default 0;
