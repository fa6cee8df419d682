-- The people who buy in a store. The same person in two stores is two customers.

create schema customers;

create table customers.customers (
    store_id uuid not null,
    id uuid not null,
    -- In small letters.
    email text not null check (email = lower(email)),
    -- Null for whoever has no account: they cannot sign in.
    password_phc text,
    first_name text not null,
    last_name text not null,
    phone text not null,
    locale text not null,
    accepts_marketing boolean not null,
    -- The merchant's own words; the customer never sees them.
    note text not null default '',
    created_at timestamptz not null,
    primary key (store_id, id),
    constraint customers_email_key unique (store_id, email)
);
create index customers_by_age on customers.customers (store_id, created_at desc);
select orion.protect_store_table('customers.customers');

create table customers.addresses (
    store_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    first_name text not null,
    last_name text not null,
    company text not null,
    line1 text not null,
    line2 text not null,
    postcode text not null,
    city text not null,
    country text not null,
    phone text not null,
    is_default boolean not null,
    created_at timestamptz not null,
    primary key (store_id, id),
    foreign key (store_id, customer_id) references customers.customers (store_id, id) on delete cascade
);
create index addresses_by_customer on customers.addresses (store_id, customer_id);
create unique index one_default_address on customers.addresses (store_id, customer_id) where is_default;
select orion.protect_store_table('customers.addresses');
