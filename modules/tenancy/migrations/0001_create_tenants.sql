-- Platforms with the modules they chose, merchants, and their stores with the hosts they answer to.

create schema tenancy;

create table tenancy.platforms (
    id uuid primary key,
    code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name text not null,
    -- The host of its own pages, in small letters and without a port; the one platform without it answers to the
    -- installation's public origin.
    host text,
    -- The default first.
    locales text[] not null check (cardinality(locales) > 0),
    created_at timestamptz not null default now(),
    constraint platforms_host_key unique nulls not distinct (host)
);

select orion.protect_platform_table('tenancy.platforms', 'id');

create table tenancy.platform_modules (
    platform_id uuid not null references tenancy.platforms (id),
    module text not null,
    enabled_at timestamptz not null,
    -- Null when it was the command line or the demo.
    enabled_by uuid,
    enabled_by_name text not null default '',
    primary key (platform_id, module)
);

select orion.protect_platform_table('tenancy.platform_modules');

create table tenancy.merchants (
    id uuid primary key,
    platform_id uuid not null references tenancy.platforms (id),
    code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name text not null,
    created_at timestamptz not null default now(),
    unique (platform_id, code),
    unique (platform_id, id)
);

select orion.protect_merchant_table('tenancy.merchants', 'id');

create table tenancy.stores (
    id uuid primary key,
    platform_id uuid not null,
    merchant_id uuid not null,
    code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name text not null,
    status text not null check (status in ('open', 'closed')),
    currency text not null,
    -- Of the storefront, the default first.
    locales text[] not null check (cardinality(locales) > 0),
    accent_hue smallint not null check (accent_hue between 0 and 360),
    neutral_hue smallint not null check (neutral_hue between 0 and 360),
    radius_px smallint not null check (radius_px between 0 and 24),
    serif boolean not null,
    legal_name text not null,
    vat_id text not null,
    rcs text not null,
    business_permit text not null,
    street text not null,
    postcode text not null,
    city text not null,
    -- ISO 3166-1 alpha-2.
    country text not null check (country ~ '^[A-Z]{2}$'),
    email text not null,
    phone text not null,
    tax_rate_bp integer not null check (tax_rate_bp between 0 and 10000),
    created_at timestamptz not null default now(),
    unique (platform_id, code),
    unique (merchant_id, id),
    foreign key (platform_id, merchant_id) references tenancy.merchants (platform_id, id)
);

create index stores_by_name on tenancy.stores (platform_id, lower(name));

select orion.protect_store_table('tenancy.stores', 'id');

-- Hosts of a store's own. Its subdomain of the platform's host needs no row.
create table tenancy.store_domains (
    store_id uuid not null references tenancy.stores (id),
    -- across tenants: a host leads to one store of the whole installation.
    host text not null unique check (host = lower(host)),
    -- The one links lead to.
    is_primary boolean not null,
    created_at timestamptz not null default now(),
    primary key (store_id, host)
);

create unique index store_domains_one_primary on tenancy.store_domains (store_id) where is_primary;

select orion.protect_store_table('tenancy.store_domains');
