-- The money as double-entry books: each row is one side of a pair that is written by the very statement that changes
-- captured_amount or refunded_amount of a payment, from the difference it makes.
create table ledger_entry (
    entry_id   bigint generated always as identity primary key,
    payment_id uuid        not null,
    order_id   uuid        not null,
    attempt_id uuid        not null references attempt,
    account    text        not null check (account in ('provider_receivable', 'customer_funds', 'refunds')),
    side       text        not null check (side in ('DEBIT', 'CREDIT')),
    amount     bigint      not null check (amount > 0),
    currency   char(3)     not null,
    booked_at  timestamptz not null,
    -- One attempt moves money once.
    constraint ledger_entry_once unique (attempt_id, account)
);
create index ledger_entry_order on ledger_entry (order_id);

-- Payments from before the books: what was captured by the attempt that brought it, and each refund.
insert into ledger_entry (payment_id, order_id, attempt_id, account, side, amount, currency, booked_at)
select moved.payment_id, moved.order_id, moved.attempt_id, entry.account, entry.side, moved.amount, moved.currency, moved.at
from (
    (select distinct on (p.payment_id) p.payment_id, p.order_id, a.attempt_id, p.captured_amount as amount, p.currency,
            coalesce(a.finished_at, p.updated_at) as at, 'provider_receivable' as debited, 'customer_funds' as credited
     from payment p join attempt a using (payment_id)
     where p.captured_amount > 0
       and (a.operation in ('AUTHORIZE', 'CAPTURE') and a.status = 'SUCCEEDED'
            or a.operation = 'VOID' and a.failure_reason = 'captured')
     order by p.payment_id, array_position(array['CAPTURE', 'VOID', 'AUTHORIZE'], a.operation))
    union all
    select p.payment_id, p.order_id, a.attempt_id, a.amount, p.currency,
           coalesce(a.finished_at, p.updated_at), 'refunds', 'provider_receivable'
    from payment p join attempt a using (payment_id)
    where a.operation = 'REFUND' and a.status = 'SUCCEEDED'
) moved, lateral (values (debited, 'DEBIT'), (credited, 'CREDIT')) as entry(account, side)
order by moved.at;

create function refuse_to_change_books() returns trigger language plpgsql as $$
begin
    raise exception 'Books are only added to: % has no %', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;
create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
    for each statement execute function refuse_to_change_books();
