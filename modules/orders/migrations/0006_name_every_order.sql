-- Orders from before stores chose how numbers look are called `#` and their number. Now that is written with them.

select orion.set_scope('orion_platform', null, null, null);
update orders.orders set name = '#' || number where name = '';
reset role;

alter table orders.orders alter column name drop default;
alter table orders.orders add constraint orders_named check (name <> '');
-- The stored key's index is the one that is used.
drop index orders.orders_by_name;
