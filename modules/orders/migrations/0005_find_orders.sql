-- Orders are found by the beginning of a name or an e-mail address. The keys are stored: under row-level security an index
-- over an expression is of no use.

alter table orders.orders
    add column name_key text generated always as (lower(name)) stored,
    add column customer_key text generated always as (lower(customer_name)) stored,
    add column family_key text generated always as (lower(shipping_address ->> 'last_name')) stored,
    add column email_key text generated always as (lower(email)) stored;

create index orders_by_name_key on orders.orders (store_id, name_key text_pattern_ops);
create index orders_by_customer_key on orders.orders (store_id, customer_key text_pattern_ops);
create index orders_by_family_key on orders.orders (store_id, family_key text_pattern_ops);
create index orders_by_email_key on orders.orders (store_id, email_key text_pattern_ops);
