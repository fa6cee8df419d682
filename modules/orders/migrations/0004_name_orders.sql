-- What an order is called: its number as the store wrote numbers when it was placed. Addresses and counting stay with the
-- number itself.

-- Empty for orders from before, which are called `#` and their number.
alter table orders.orders add column name text not null default '';

create index orders_by_name on orders.orders (store_id, lower(name)) where name <> '';

-- Stores choose where they begin.
alter table orders.counters drop constraint counters_last_number_check;
alter table orders.counters add constraint counters_last_number_check check (last_number > 0);
