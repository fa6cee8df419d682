-- People who work with Orion. A user is global; what they may do where stands beside it.

create table tenancy.users (
    id uuid primary key,
    email text not null check (email = lower(email)),
    -- PHC string.
    password_hash text not null,
    name text not null,
    locale text,
    created_at timestamptz not null default now(),
    constraint users_email_key unique (email)
);

select orion.protect_operator_table('tenancy.users');

create table tenancy.operators (
    platform_id uuid not null references tenancy.platforms (id),
    user_id uuid not null references tenancy.users (id),
    created_at timestamptz not null default now(),
    primary key (platform_id, user_id)
);

select orion.protect_operator_table('tenancy.operators');

create table tenancy.memberships (
    merchant_id uuid not null references tenancy.merchants (id),
    id uuid not null,
    user_id uuid not null references tenancy.users (id),
    -- Null for all stores of the merchant.
    store_id uuid,
    role text not null check (role in ('owner', 'staff')),
    -- An owner's are all of them, whatever stands here.
    permissions text[] not null,
    created_at timestamptz not null default now(),
    primary key (merchant_id, id),
    unique nulls not distinct (merchant_id, user_id, store_id),
    foreign key (merchant_id, store_id) references tenancy.stores (merchant_id, id)
);

-- across tenants: a user is asked for the merchants they work for.
create index memberships_by_user on tenancy.memberships (user_id);

select orion.protect_merchant_table('tenancy.memberships');
