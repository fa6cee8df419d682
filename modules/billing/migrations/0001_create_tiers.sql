-- What a platform sells to merchants.

create schema billing;

create table billing.tiers (
    platform_id uuid not null,
    code text not null,
    -- Null for a price on request.
    monthly_minor bigint check (monthly_minor >= 0),
    annual_minor bigint check (annual_minor >= 0),
    currency text not null,
    trial_days integer not null check (trial_days between 0 and 365),
    -- How much of a feature may be used, by its code; null for as much as one likes.
    limits jsonb not null default '{}',
    features text[] not null default '{}',
    -- Lower stands first.
    position integer not null,
    is_highlighted boolean not null default false,
    is_visible boolean not null default true,
    primary key (platform_id, code)
);
select orion.protect_platform_table('billing.tiers');

create table billing.tier_texts (
    platform_id uuid not null,
    code text not null,
    locale text not null,
    name text not null,
    description text not null,
    primary key (platform_id, code, locale),
    foreign key (platform_id, code) references billing.tiers (platform_id, code) on delete cascade
);
select orion.protect_platform_table('billing.tier_texts');
