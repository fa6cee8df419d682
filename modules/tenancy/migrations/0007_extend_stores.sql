-- Stores: zone, units, numbers of orders, pictures; who may enter before launch; subdomains that change, and domains whose
-- ownership is checked.

alter table tenancy.stores
    -- Of the back office, the default first; empty for the platform's.
    add column office_locales text[] not null default '{}',
    add column time_zone text not null default 'Europe/Luxembourg',
    add column unit_system text not null default 'metric' check (unit_system in ('metric', 'imperial')),
    add column weight_unit text not null default 'kg' check (weight_unit in ('kg', 'g', 'lb', 'oz')),
    add column order_prefix text not null default '#' check (char_length(order_prefix) <= 12),
    add column order_suffix text not null default '' check (char_length(order_suffix) <= 12),
    add column order_start bigint not null default 1001 check (order_start > 0),
    -- Names of files of the store.
    add column logo text,
    add column logo_width integer check (logo_width > 0),
    add column logo_height integer check (logo_height > 0),
    add column favicon text,
    -- Who is let into the storefront while the store is open.
    add column access text not null default 'open' check (access in ('open', 'password', 'maintenance')),
    -- PHC string of the word that shoppers share.
    add column access_password_hash text,
    -- Whoever entered with an earlier version has to enter again.
    add column access_version integer not null default 1,
    add column preview_version integer not null default 1,
    -- Said to whoever is kept out, by language.
    add column access_messages jsonb not null default '{}',
    -- Below the platform's host; null for the code.
    add column subdomain text check (subdomain ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
    add constraint stores_access_has_password check (access <> 'password' or access_password_hash is not null);

create unique index stores_subdomain on tenancy.stores (platform_id, (coalesce(subdomain, code)));

-- Subdomains a store had. Until then they lead to it, and no other store can take them.
create table tenancy.former_subdomains (
    store_id uuid not null references tenancy.stores (id),
    platform_id uuid not null references tenancy.platforms (id),
    subdomain text not null,
    until timestamptz not null,
    primary key (store_id, subdomain)
);

-- across tenants: a host is looked up before it is known whose it is.
create index former_subdomains_by_name on tenancy.former_subdomains (platform_id, subdomain, until);

select orion.protect_store_table('tenancy.former_subdomains');

-- Domains that stores say are theirs. Several may say so; one that is proved becomes a row of store_domains, and only then
-- answers.
create table tenancy.domain_claims (
    store_id uuid not null references tenancy.stores (id),
    -- In small letters, as punycode.
    host text not null check (host = lower(host)),
    -- Has to stand in a record of the domain.
    token text not null,
    state text not null check (state in ('waiting', 'verified', 'failed')),
    -- Becomes the primary one when it is verified and there is none.
    wants_primary boolean not null,
    -- Whether the domain leads here, as far as was seen.
    leads_here boolean not null default false,
    -- What was found instead, for the page: a code and the records.
    finding text not null default '',
    found text[] not null default '{}',
    claimed_at timestamptz not null,
    -- When checking began; begins anew when somebody asks for it.
    checking_since timestamptz not null,
    checked_at timestamptz,
    checks integer not null default 0,
    verified_at timestamptz,
    primary key (store_id, host)
);

select orion.protect_store_table('tenancy.domain_claims');

-- What was there before was put in by operators, who knew.
select orion.set_scope('orion_platform', null, null, null);
insert into tenancy.domain_claims (store_id, host, token, state, wants_primary, claimed_at, checking_since, verified_at)
    select store_id, host, '', 'verified', is_primary, created_at, created_at, created_at from tenancy.store_domains;
reset role;
