-- Which orders can be served when each takes what the ones before it have left: all of its lines, or none.
--
-- Line i is of order number arrival[i] and wants wanted[i] units of stock number item[i], of which available[item[i]] can
-- be had; an item that is null is in no stock. Lines stand in order of arrival, those of one order side by side.
create function first_come_first_served(arrival integer[], item integer[], wanted integer[], available integer[])
    returns setof integer language plpgsql immutable as $$
declare
    lines  constant integer := coalesce(cardinality(arrival), 0);
    first  integer := 1;
    after  integer;
    enough boolean;
begin
    while first <= lines loop
        enough := true;
        after := first;
        while after <= lines and arrival[after] = arrival[first] loop
            enough := enough and coalesce(available[item[after]] >= wanted[after], false);
            after := after + 1;
        end loop;
        if enough then
            for line in first .. after - 1 loop
                available[item[line]] := available[item[line]] - wanted[line];
            end loop;
            return next arrival[first];
        end if;
        first := after;
    end loop;
end
$$;
