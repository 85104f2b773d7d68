-- People. What says who they are is encrypted under a data key of their own (data_key); once that is destroyed it says nothing.
create table customer (
    id            uuid primary key,
    username      text,
    email_index   bytea,
    email         bytea,
    name          bytea,
    phone         bytea,
    password_hash text,
    roles         text[]      not null,
    version       bigint      not null default 1,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    erased_at     timestamptz,
    constraint customer_username_key unique (username),
    constraint customer_email_key unique (email_index),
    constraint customer_is_whole_or_erased check (
        case when erased_at is null
             then email_index is not null and email is not null and name is not null and password_hash is not null
             else num_nonnulls(username, email_index, email, name, phone, password_hash) = 0 end)
);

create table address (
    id          uuid primary key,
    customer_id uuid        not null references customer,
    content     bytea       not null,
    version     bigint      not null default 1,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);
create index address_of_customer on address (customer_id, id);

-- One row per pair of login and client address that failed lately; the pair is a keyed hash.
create table login_throttle (
    pair     bytea primary key,
    failures int         not null,
    ends_at  timestamptz not null
);

-- A family is one login and all refresh tokens that came out of it, one after the other.
create table refresh_family (
    id          uuid primary key,
    customer_id uuid        not null references customer,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    revoked_at  timestamptz
);
create index refresh_family_of_customer on refresh_family (customer_id);
create table refresh_token (
    digest     bytea primary key,
    family_id  uuid        not null references refresh_family on delete cascade,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index refresh_token_of_family on refresh_token (family_id);

-- What is to be mailed. Content is encrypted: it holds an address.
create table letter (
    id             uuid primary key,
    kind           text        not null,
    recipient      bytea       not null,
    content        bytea       not null,
    correlation_id text        not null,
    attempts       int         not null default 0,
    created_at     timestamptz not null,
    due_at         timestamptz not null,
    constraint letter_waits_once unique (kind, recipient)
);
create index letter_due on letter (due_at);

-- Tokens that came by mail: used once, and only the newest of a kind.
create table proof (
    digest      bytea primary key,
    purpose     text        not null,
    customer_id uuid        not null references customer,
    email       bytea,
    expires_at  timestamptz not null,
    constraint proof_newest_only unique (purpose, customer_id)
);

-- JSON Web Keys; the private half is encrypted, and gone as soon as the key signs no more.
create table signing_key (
    kid        text primary key,
    public_jwk text        not null,
    private_jwk bytea,
    created_at timestamptz not null,
    retired_at timestamptz,
    check ((private_jwk is null) = (retired_at is not null))
);
create unique index signing_key_one_signs on signing_key ((true)) where retired_at is null;
