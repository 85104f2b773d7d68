-- Names are compared and sorted in code point order of their lower case, the same on every machine.

create table category (
    id          uuid primary key,
    parent_id   uuid constraint category_parent_fk references category (id),
    name        text        not null,
    slug        text        not null constraint category_slug_key unique,
    description text        not null,
    version     bigint      not null default 1,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    constraint category_not_own_parent check (parent_id <> id)
);

create index category_by_parent on category (parent_id);

create table product (
    id          uuid primary key,
    sku         text        not null constraint product_sku_key unique,
    name        text        not null,
    name_key    text collate "pg_c_utf8" not null
        generated always as (lower(name collate "pg_c_utf8")) stored,
    slug        text        not null,
    description text        not null,
    price       bigint      not null check (price >= 1),
    currency    text        not null check (currency ~ '^[A-Z]{3}$'),
    category_id uuid        not null constraint product_category_fk references category (id),
    attributes  jsonb       not null check (jsonb_typeof(attributes) = 'object'),
    image_url   text,
    -- False: withdrawn from sale. The row stays, so that its SKU is never given to something else.
    active      boolean     not null,
    -- Average of the reviews times 100; 0 while there are none.
    rating      integer     not null default 0,
    version     bigint      not null default 1,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);

-- One keyset index per sort; each is read in both directions. Withdrawn products are few, so they are filtered.
create index product_by_name on product (name_key, id);
create index product_by_price on product (price, id);
create index product_by_created_at on product (created_at, id);
create index product_by_rating on product (rating, id);
create index product_by_category on product (category_id, created_at, id);

-- What inventory last said about a SKU; it may speak before the product exists, hence no foreign key.
create table availability (
    sku        text primary key,
    available  bigint      not null check (available >= 0),
    version    bigint      not null,
    updated_at timestamptz not null
);
