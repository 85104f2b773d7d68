-- Who compares the reservations that have changed lately shall not read all of them. Rows lie about in the order of their
-- time, so ranges of pages suffice: no entry for each row, no write for each order.
create index reservation_lately on reservation
    using brin (coalesce(closed_at, created_at)) with (pages_per_range = 32, autosummarize = on);
