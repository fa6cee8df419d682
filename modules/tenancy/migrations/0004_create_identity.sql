-- What people prove who they are with beside a password, links in mails, and where they have signed in. Users belong to no
-- tenant, so neither does anything of theirs.

alter table tenancy.users
    add column email_verified_at timestamptz,
    add column last_sign_in_at timestamptz;

-- Whether everybody in the merchant's team has to have a second factor.
alter table tenancy.merchants add column second_factor_required boolean not null default false;

-- The secret of the user's authenticator app.
create table tenancy.second_factors (
    user_id uuid primary key references tenancy.users (id) on delete cascade,
    -- Encrypted with the installation's key.
    secret text not null,
    -- Null until a code has shown that the app has it.
    confirmed_at timestamptz,
    -- The step of the code used last: no code is good twice.
    last_step bigint not null default 0,
    created_at timestamptz not null
);

select orion.protect_operator_table('tenancy.second_factors');

-- Codes for whoever has lost the app; a row goes when its code is used.
create table tenancy.recovery_codes (
    user_id uuid not null references tenancy.users (id) on delete cascade,
    code_hash bytea not null,
    primary key (user_id, code_hash)
);

select orion.protect_operator_table('tenancy.recovery_codes');

create table tenancy.passkeys (
    user_id uuid not null references tenancy.users (id) on delete cascade,
    id uuid not null,
    name text not null,
    -- The host it was made for, and works on.
    host text not null,
    -- across tenants: an authenticator names its key before anybody knows whose it is.
    credential_id bytea not null unique,
    -- The public key with its counter.
    credential jsonb not null,
    created_at timestamptz not null,
    last_used_at timestamptz,
    primary key (user_id, id)
);

select orion.protect_operator_table('tenancy.passkeys');

-- Browsers that are not asked for the second factor for a while.
create table tenancy.trusted_devices (
    user_id uuid not null references tenancy.users (id) on delete cascade,
    token_hash bytea not null,
    expires_at timestamptz not null,
    primary key (user_id, token_hash)
);

create index trusted_devices_by_end on tenancy.trusted_devices (expires_at);

select orion.protect_operator_table('tenancy.trusted_devices');

-- Steps of signing in and of making a passkey that are under way. Used once.
create table tenancy.challenges (
    token_hash bytea primary key,
    purpose text not null check (purpose in ('second_factor', 'passkey_sign_in', 'passkey_add')),
    -- Null where anybody may answer.
    user_id uuid references tenancy.users (id) on delete cascade,
    data jsonb not null,
    expires_at timestamptz not null
);

create index challenges_by_end on tenancy.challenges (expires_at);
create index challenges_by_user on tenancy.challenges (user_id);

select orion.protect_operator_table('tenancy.challenges');

-- Links in mails: to a new password, to confirm an e-mail address. Used once.
create table tenancy.user_links (
    id uuid primary key,
    user_id uuid not null references tenancy.users (id) on delete cascade,
    purpose text not null check (purpose in ('password', 'email')),
    platform_id uuid not null references tenancy.platforms (id),
    -- The address to confirm.
    email text,
    -- Null until the mail is written.
    token_hash bytea unique,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create index user_links_by_user on tenancy.user_links (user_id, purpose, created_at);
create index user_links_by_end on tenancy.user_links (expires_at);

select orion.protect_operator_table('tenancy.user_links');

-- Where people have signed in, to notice what is unlike before.
create table tenancy.sign_ins (
    user_id uuid not null references tenancy.users (id) on delete cascade,
    id uuid not null,
    kind text not null check (kind in ('operator', 'member')),
    platform_id uuid not null references tenancy.platforms (id),
    ip text not null,
    -- The part of the address that neighbours share.
    network text not null,
    -- Browser and system.
    browser text not null,
    method text not null check (method in ('password', 'second_factor', 'trusted_device', 'passkey')),
    at timestamptz not null,
    primary key (user_id, id)
);

create index sign_ins_by_age on tenancy.sign_ins (at);

select orion.protect_operator_table('tenancy.sign_ins');
