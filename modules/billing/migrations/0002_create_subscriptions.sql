-- Which merchant has which tier.

create table billing.subscriptions (
    merchant_id uuid not null,
    platform_id uuid not null,
    -- The merchant's name when the contract was made.
    party text not null,
    tier text not null,
    state text not null check (state in ('trialing', 'active', 'cancelled')),
    period text not null check (period in ('monthly', 'annual')),
    trial_ends_at timestamptz,
    started_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (merchant_id, platform_id),
    -- across tenants: tiers belong to the platform, and every merchant on it takes one.
    foreign key (platform_id, tier) references billing.tiers (platform_id, code),
    check (state <> 'trialing' or trial_ends_at is not null)
);
-- across tenants: a schedule looks for the trials of a whole platform that end.
create index subscriptions_by_trial_end on billing.subscriptions (platform_id, trial_ends_at) where state = 'trialing';
select orion.protect_merchant_table('billing.subscriptions');
