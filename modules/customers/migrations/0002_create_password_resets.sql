-- Links that let a customer choose a new password. Only a hash of the link's token is kept.

create table customers.password_resets (
    store_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    token_hash bytea not null,
    expires_at timestamptz not null,
    primary key (store_id, id),
    foreign key (store_id, customer_id) references customers.customers (store_id, id) on delete cascade
);
create unique index password_resets_by_token on customers.password_resets (store_id, token_hash);
create index password_resets_by_customer on customers.password_resets (store_id, customer_id);
select orion.protect_store_table('customers.password_resets');
