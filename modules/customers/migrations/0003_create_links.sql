-- Accounts whose e-mail address is confirmed, accounts that are locked, and the links that are sent by mail.

alter table customers.customers
    -- Since when it is shown that the e-mail address is theirs. Null for whoever has registered and not confirmed yet, and
    -- for accounts from before there was confirming: these sign in, and confirm with the next link to a password.
    add column verified_at timestamptz,
    -- When an account was asked for in the shop; null for whoever the merchant knows without one.
    add column registered_at timestamptz,
    -- Since when the merchant keeps them out.
    add column locked_at timestamptz,
    -- When they last signed in.
    add column signed_in_at timestamptz,
    -- When they last said whether they want the store's news.
    add column marketing_at timestamptz;

-- Links by mail: to complete a registration, to choose a password, to change an e-mail address. Whatever is asked for is
-- written here by the same statement, whether anybody is known by the address or not; a job looks, and writes the mail.
-- They take the place of customers.password_resets, which the next version drops.
create table customers.links (
    store_id uuid not null,
    id uuid not null,
    kind text not null check (kind in ('registration', 'password', 'email')),
    -- Where it is sent; in small letters.
    email text not null check (email = lower(email)),
    -- Whose it is, once somebody has looked.
    customer_id uuid,
    -- What somebody who registers has entered: it becomes the customer's when they confirm, not before.
    first_name text not null default '',
    last_name text not null default '',
    accepts_marketing boolean not null default false,
    locale text not null,
    -- Where to go on in the shop.
    next text not null default '',
    -- The order somebody registers after: its address is kept.
    order_id uuid,
    asked_at timestamptz not null,
    mailed_at timestamptz,
    -- Of the link's token; null where the mail holds none.
    token_hash bytea,
    used_at timestamptz,
    expires_at timestamptz not null,
    primary key (store_id, id),
    constraint links_by_token unique (store_id, token_hash),
    foreign key (store_id, customer_id) references customers.customers (store_id, id) on delete cascade
);
create index links_by_email on customers.links (store_id, email, kind, mailed_at);
create index links_by_customer on customers.links (store_id, customer_id);
-- across tenants: the nightly clean-up is one statement
create index links_by_end on customers.links (expires_at);
select orion.protect_store_table('customers.links');
