-- The sums of a SKU's movements up to one of them, which nothing can come before any more: whoever compares the books
-- often adds the later ones to them instead of all there ever were. Whoever compares the whole does without.
create table closing (
    sku      text collate "C" primary key references stock,
    up_to    uuid   not null,
    on_hand  bigint not null,
    reserved bigint not null
);
