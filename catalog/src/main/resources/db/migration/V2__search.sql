-- Search reads columns that the database derives from the product itself, so they cannot fall behind it. Both
-- extensions are trusted: the owner of the database may create them.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Text as it is compared: lower case, no accents, words of letters and digits with one blank between. unaccent is only
-- called stable because its dictionary could be changed; nobody does.
create function search_plain(raw text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(
        lower(public.unaccent('public.unaccent'::regdictionary, normalize(raw, nfkc)) collate "pg_c_utf8"),
        '[^[:alnum:]]+', ' ', 'g'));

create function search_attributes(attributes jsonb) returns text
    language sql immutable strict parallel safe
    return (select coalesce(string_agg(value, ' '), '') from jsonb_each_text(attributes));

-- The name counts most, as written and by its stems; then SKU and attributes; then the description.
create function search_words(name text, sku text, attributes jsonb, description text) returns tsvector
    language sql immutable strict parallel safe
    return setweight(to_tsvector('simple'::regconfig, search_plain(name)), 'A')
        || setweight(to_tsvector('english'::regconfig, search_plain(name)), 'A')
        || setweight(to_tsvector('simple'::regconfig, search_plain(sku)), 'B')
        || setweight(to_tsvector('simple'::regconfig, search_plain(search_attributes(attributes))), 'B')
        || setweight(to_tsvector('english'::regconfig, search_plain(search_attributes(attributes))), 'B')
        || setweight(to_tsvector('english'::regconfig, search_plain(description)), 'C');

alter table product
    add column search_name text not null generated always as (search_plain(name)) stored,
    add column search_words tsvector not null
        generated always as (search_words(name, sku, attributes, description)) stored;

create index product_by_words on product using gin (search_words) where active;

-- Every word of every product, by which a misspelt one is understood. Words are only added: one too many does no harm.
create table search_word (
    word text collate "C" primary key
);

create index search_word_by_likeness on search_word using gist (word gist_trgm_ops);

create function search_vocabulary(name text, attributes jsonb, description text) returns setof text
    language sql immutable strict parallel safe
    as $$
        select lexeme
          from unnest(to_tsvector('simple'::regconfig,
                                  search_plain(name || ' ' || search_attributes(attributes) || ' ' || description)))
         where length(lexeme) between 3 and 40
    $$;

insert into search_word (word)
select distinct word from product, search_vocabulary(name, attributes, description) as word;
