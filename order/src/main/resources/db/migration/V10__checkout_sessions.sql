-- What shipping and tax need of a product.
alter table product_view
    add column weight_grams int  not null default 500 check (weight_grams >= 0),
    add column tax_category text not null default 'STANDARD' check (tax_category in ('STANDARD', 'REDUCED', 'ZERO'));

-- Codes that customers enter. used counts the orders that have it, without those that failed or were cancelled.
create table promotion (
    code        text primary key,
    kind        text        not null check (kind in ('PERCENTAGE', 'AMOUNT', 'FREE_SHIPPING', 'BUY_X_GET_Y')),
    percent     int check (percent between 1 and 100),
    amount      bigint check (amount >= 1),
    currency    char(3),
    sku         text,
    buy         int check (buy >= 1),
    free        int check (free >= 1),
    valid_from  timestamptz,
    valid_until timestamptz,
    usage_limit int check (usage_limit >= 0),
    used        int         not null default 0 check (used >= 0),
    active      boolean     not null default true,
    version     int         not null default 1,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);
create table promotion_use (
    order_id uuid primary key references orders (id),
    code     text not null references promotion (code)
);

-- Shipping by weight: the first bracket of an option that holds the parcel. Country '**' is every country that has no
-- rows of its own.
create table shipping_rate (
    country     char(2) not null,
    currency    char(3) not null,
    code        text    not null,
    up_to_grams bigint  not null,
    name        text    not null,
    amount      bigint  not null check (amount >= 0),
    primary key (country, currency, code, up_to_grams)
);
insert into shipping_rate (country, currency, code, up_to_grams, name, amount)
select country, currency, code, up_to_grams, name, amount * factor
from (values ('standard', 'Standard, 3 to 5 days', 1000, 500),
             ('standard', 'Standard, 3 to 5 days', 5000, 900),
             ('standard', 'Standard, 3 to 5 days', 30000, 1900),
             ('standard', 'Standard, 3 to 5 days', 1000000000000, 9900),
             ('express', 'Express, next working day', 1000, 1500),
             ('express', 'Express, next working day', 5000, 2500),
             ('express', 'Express, next working day', 30000, 4900)) as bracket (code, name, up_to_grams, amount),
     (values ('US', 1), ('CA', 2), ('**', 3),
             ('AT', 1), ('BE', 1), ('DE', 1), ('ES', 1), ('FR', 1), ('GB', 1), ('IE', 1), ('IT', 1), ('NL', 1),
             ('PL', 1)) as zone (country, factor),
     (values ('USD'), ('EUR'), ('GBP')) as money (currency);

-- Tax in basis points on prices that are net; what has no row is not taxed. No sales tax of the states of the US.
create table tax_rate (
    country      char(2) not null,
    category     text    not null check (category in ('STANDARD', 'REDUCED', 'ZERO')),
    basis_points int     not null check (basis_points between 0 and 10000),
    primary key (country, category)
);
insert into tax_rate (country, category, basis_points)
select country, category, basis_points
from (values ('AT', 2000, 1000), ('BE', 2100, 600), ('DE', 1900, 700), ('ES', 2100, 1000), ('FR', 2000, 550),
             ('GB', 2000, 500), ('IE', 2300, 1350), ('IT', 2200, 1000), ('NL', 2100, 900),
             ('PL', 2300, 800)) as rate (country, standard, reduced),
     lateral (values ('STANDARD', standard), ('REDUCED', reduced)) as kind (category, basis_points);

-- A checkout from cart to order. The id is random: whoever knows it may go on with a guest's. cart holds the lines as
-- they were read last. cart_due says when the cart of a placed order is to be removed next.
create table checkout_session (
    id               uuid primary key,
    cart_id          text        not null,
    customer_id      text,
    status           text        not null check (status in ('OPEN', 'COMPLETED', 'EXPIRED')),
    order_id         uuid unique references orders (id),
    customer         jsonb,
    shipping_address jsonb,
    shipping_option  text,
    promotion        text,
    cart             jsonb       not null,
    version          int         not null default 1,
    created_at       timestamptz not null,
    expires_at       timestamptz not null,
    cart_due         timestamptz,
    check ((status = 'COMPLETED') = (order_id is not null))
);
create index checkout_session_open on checkout_session (expires_at) where status = 'OPEN';
create index checkout_session_cart on checkout_session (cart_due) where cart_due is not null;

-- One order per session, whatever races: only one that failed leaves room for another.
alter table orders add column session_id uuid;
create unique index order_of_session on orders (session_id) where session_id is not null and status <> 'FAILED';
