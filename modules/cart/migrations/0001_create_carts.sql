-- What shoppers put aside to buy.

create schema cart;

create table cart.carts (
    store_id uuid not null,
    id uuid not null,
    -- Of the cookie's token: a copy of this table opens no cart.
    token_hash bytea not null,
    -- A customer's cart opens for that customer alone; the token only says that there is one.
    customer_id uuid,
    state text not null default 'open' check (state in ('open', 'bought', 'merged')),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (store_id, id),
    constraint carts_token unique (store_id, token_hash)
);
create unique index carts_by_customer on cart.carts (store_id, customer_id) where state = 'open' and customer_id is not null;
create index carts_by_age on cart.carts (store_id, updated_at);
select orion.protect_store_table('cart.carts');

create table cart.lines (
    store_id uuid not null,
    cart_id uuid not null,
    variant_id uuid not null,
    quantity bigint not null check (quantity between 1 and 999),
    added_at timestamptz not null,
    -- What it was called and what it cost when the shopper last decided on it.
    title text not null,
    unit_price_minor bigint not null check (unit_price_minor >= 0),
    currency text not null,
    primary key (store_id, cart_id, variant_id),
    foreign key (store_id, cart_id) references cart.carts (store_id, id) on delete cascade
);
select orion.protect_store_table('cart.lines');
