-- Customers are found by the beginning of a name or an e-mail address. The keys are stored: under row-level security an
-- index over an expression is of no use.

alter table customers.customers
    add column name_key text generated always as (lower(first_name || ' ' || last_name)) stored,
    add column family_key text generated always as (lower(last_name)) stored;

create index customers_by_name_key on customers.customers (store_id, name_key text_pattern_ops);
create index customers_by_family_key on customers.customers (store_id, family_key text_pattern_ops);
create index customers_by_email_key on customers.customers (store_id, email text_pattern_ops);
