-- What of the order's discount and tax falls on a line, so that its units can be given back at what was paid for them.
-- The rest of the tax is that of shipping.
alter table order_line
    add column discount bigint not null default 0 check (discount >= 0),
    add column tax      bigint not null default 0 check (tax >= 0);

-- Older orders do not say how it was split: in proportion to what the lines cost, without a cent lost or made.
with line as (
    select l.order_id, l.line_no, o.discount, o.subtotal, l.qty * l.unit_price as own,
           sum(l.qty * l.unit_price) over (partition by l.order_id order by l.line_no) as up_to
    from order_line l join orders o on o.id = l.order_id
    where o.discount > 0)
update order_line l
set discount = round(line.discount * up_to / subtotal) - round(line.discount * (up_to - own) / subtotal)
from line where l.order_id = line.order_id and l.line_no = line.line_no;

with line as (
    select l.order_id, l.line_no, o.tax, o.subtotal - o.discount + o.shipping as taxed,
           l.qty * l.unit_price - l.discount as own,
           sum(l.qty * l.unit_price - l.discount) over (partition by l.order_id order by l.line_no) as up_to
    from order_line l join orders o on o.id = l.order_id
    where o.tax > 0)
update order_line l
set tax = round(line.tax * up_to / taxed) - round(line.tax * (up_to - own) / taxed)
from line where l.order_id = line.order_id and l.line_no = line.line_no;

-- Which units were given back, whether or not they went back on the shelf as well.
alter table refund add column items jsonb not null default '[]';
update refund set items = restock;
