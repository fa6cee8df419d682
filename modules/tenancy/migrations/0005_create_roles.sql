-- Roles of merchants' teams and of operators, invitations, transfers of ownership, locked users, API keys.

-- Roles of a merchant's own making. The presets (owner, manager, staff, viewer) have no row: what they allow follows from
-- the modules that are on.
create table tenancy.roles (
    merchant_id uuid not null references tenancy.merchants (id),
    id uuid not null,
    name text not null check (name <> ''),
    -- Ids of permissions.
    permissions text[] not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (merchant_id, id)
);

create unique index roles_name_key on tenancy.roles (merchant_id, lower(name));

select orion.protect_merchant_table('tenancy.roles');

-- A foreign key is checked against the rows there are by the tables' owner, who names no tenant.
alter table tenancy.memberships no force row level security;
alter table tenancy.roles no force row level security;

alter table tenancy.memberships
    add column role_id uuid,
    add constraint memberships_role_fkey foreign key (merchant_id, role_id) references tenancy.roles (merchant_id, id),
    -- What roles replaced; it goes with a later version.
    alter column permissions set default '{}',
    drop constraint memberships_role_check;

alter table tenancy.memberships force row level security;
alter table tenancy.roles force row level security;

select orion.set_scope('orion_platform', null, null, null);

-- Whoever held permissions of their own gets a role with these, the same for the same.
insert into tenancy.roles (merchant_id, id, name, permissions, created_at, updated_at)
select merchant_id, gen_random_uuid(),
       'Staff' || case when place > 1 then ' ' || place else '' end, permissions, now(), now()
from (select merchant_id, permissions, row_number() over (partition by merchant_id order by permissions) as place
      from tenancy.memberships where role = 'staff' group by merchant_id, permissions) held;

update tenancy.memberships m set role = 'own', role_id = r.id
from tenancy.roles r
where m.role = 'staff' and r.merchant_id = m.merchant_id and r.permissions = m.permissions;

reset role;

alter table tenancy.memberships
    add constraint memberships_role_check check (role in ('owner', 'manager', 'staff', 'viewer', 'own')),
    add constraint memberships_own_role_check check ((role = 'own') = (role_id is not null));

create index memberships_by_role on tenancy.memberships (merchant_id, role_id) where role_id is not null;

-- Roles of a platform's own making for its operators, beside administrator, support and viewer.
create table tenancy.operator_roles (
    platform_id uuid not null references tenancy.platforms (id),
    id uuid not null,
    name text not null check (name <> ''),
    permissions text[] not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (platform_id, id)
);

create unique index operator_roles_name_key on tenancy.operator_roles (platform_id, lower(name));

select orion.protect_operator_table('tenancy.operator_roles');

alter table tenancy.operators
    add column role text not null default 'administrator'
        constraint operators_role_check check (role in ('administrator', 'support', 'viewer', 'own')),
    add column role_id uuid,
    add constraint operators_role_fkey foreign key (platform_id, role_id) references tenancy.operator_roles (platform_id, id),
    add constraint operators_own_role_check check ((role = 'own') = (role_id is not null));

-- Operators list users by name.
create index users_by_name on tenancy.users (lower(name), id);

-- Users who may not come in on a platform, whatever they are there.
create table tenancy.user_locks (
    platform_id uuid not null references tenancy.platforms (id),
    user_id uuid not null references tenancy.users (id),
    reason text not null,
    locked_at timestamptz not null,
    locked_by uuid,
    locked_by_name text not null,
    primary key (platform_id, user_id)
);

select orion.protect_operator_table('tenancy.user_locks');

-- Who is asked to join a merchant's team, or to become an operator where there is no merchant. Read and written across
-- tenants: whoever accepts belongs to none yet.
create table tenancy.invitations (
    platform_id uuid not null references tenancy.platforms (id),
    id uuid not null,
    -- Null for operators.
    merchant_id uuid,
    email text not null check (email = lower(email)),
    role text not null,
    role_id uuid,
    -- Null for all stores of the merchant.
    stores uuid[],
    locale text not null,
    -- across tenants: the link holds nothing but the token. Null once it cannot be used any more.
    token_hash bytea unique,
    -- Null when it was the command line.
    invited_by uuid references tenancy.users (id),
    invited_by_name text not null,
    created_at timestamptz not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    accepted_by uuid,
    revoked_at timestamptz,
    primary key (platform_id, id),
    foreign key (platform_id, merchant_id) references tenancy.merchants (platform_id, id)
);

-- One that is open for an address and a team.
create unique index invitations_open_key on tenancy.invitations (platform_id, merchant_id, email) nulls not distinct
    where accepted_at is null and revoked_at is null;
create index invitations_by_role on tenancy.invitations (platform_id, role_id)
    where role_id is not null and accepted_at is null and revoked_at is null;

select orion.protect_operator_table('tenancy.invitations');

-- A merchant handed over: asked for by the owner, done when the new one accepts.
create table tenancy.owner_transfers (
    merchant_id uuid not null references tenancy.merchants (id),
    id uuid not null,
    from_user uuid not null references tenancy.users (id),
    to_user uuid not null references tenancy.users (id),
    -- across tenants: the link holds nothing but the token. Null once it cannot be used any more.
    token_hash bytea unique,
    locale text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    revoked_at timestamptz,
    primary key (merchant_id, id)
);

-- One at a time.
create unique index owner_transfers_open_key on tenancy.owner_transfers (merchant_id)
    where accepted_at is null and revoked_at is null;

select orion.protect_merchant_table('tenancy.owner_transfers');

-- Keys for programs that work in a store's name.
create table tenancy.api_keys (
    store_id uuid not null references tenancy.stores (id),
    id uuid not null,
    name text not null check (name <> ''),
    -- How the key begins, for recognition.
    prefix text not null,
    -- across tenants: a program sends nothing but the key.
    token_hash bytea not null unique,
    -- Ids of permissions.
    scopes text[] not null,
    created_by uuid not null references tenancy.users (id),
    created_by_name text not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz,
    revoked_by_name text not null default '',
    primary key (store_id, id)
);

create index api_keys_by_age on tenancy.api_keys (store_id, created_at);

select orion.protect_store_table('tenancy.api_keys');
