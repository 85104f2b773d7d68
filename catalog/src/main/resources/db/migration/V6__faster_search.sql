-- Suggestions are names, so they are found by the words of names: what SKUs or descriptions have costs them nothing.
create function search_name_words(search_name text) returns tsvector
    language sql immutable strict parallel safe
    return to_tsvector('simple'::regconfig, search_name) || to_tsvector('english'::regconfig, search_name);

create index product_by_name_words on product using gin (search_name_words(search_name)) where active;

-- Only words that share letters are looked at: a tenth of the work of walking the tree of signatures.
drop index search_word_by_likeness;

create index search_word_by_likeness on search_word using gin (word gin_trgm_ops);
