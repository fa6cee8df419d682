-- Orders of guests find their customer, and orders of customers who have had their account deleted lose them.

-- Set when the account behind an order was deleted: what the order knows of the person goes as soon as it is finished.
alter table orders.orders add column is_forgotten boolean not null default false;

create index orders_of_guests on orders.orders (store_id, lower(email)) where customer_id is null;
-- across tenants: the nightly clean-up is one statement
create index orders_to_anonymise on orders.orders (id) where is_forgotten;
