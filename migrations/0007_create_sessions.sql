-- Who is signed in. The cookie's token is kept as a hash only: a copy of this table opens no session.

create table orion.sessions (
    id uuid primary key,
    token_hash bytea not null unique,
    kind text not null check (kind in ('operator', 'member', 'customer')),
    principal_id uuid not null,
    platform_id uuid not null,
    store_id uuid,
    ip text not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null
);

create index sessions_by_principal on orion.sessions (kind, principal_id);
create index sessions_by_age on orion.sessions (platform_id, last_used_at);

select orion.protect_operator_table('orion.sessions');
