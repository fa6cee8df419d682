-- The pretend card provider of development and tests: what a real one would keep in its own database.

create table payments.fake_sessions (
    platform_id uuid not null,
    id text not null,
    -- The caller's `Idempotency-Key`.
    request_key text not null,
    -- What the caller asked for, to notice another question under the same key.
    request jsonb not null,
    status text not null check (status in ('open', 'processing', 'paid', 'failed', 'expired')),
    failure text,
    -- A card that asks for a confirmation has been entered.
    needs_confirmation boolean not null default false,
    settles_at timestamptz,
    created_at timestamptz not null,
    primary key (platform_id, id)
);
create unique index fake_sessions_request_key on payments.fake_sessions (platform_id, request_key);
select orion.protect_platform_table('payments.fake_sessions');

create table payments.fake_refunds (
    platform_id uuid not null,
    id text not null,
    request_key text not null,
    session_id text not null,
    amount_minor bigint not null check (amount_minor > 0),
    created_at timestamptz not null,
    primary key (platform_id, id),
    foreign key (platform_id, session_id) references payments.fake_sessions (platform_id, id)
);
create unique index fake_refunds_request_key on payments.fake_refunds (platform_id, request_key);
select orion.protect_platform_table('payments.fake_refunds');
