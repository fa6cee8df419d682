-- What people see of their sessions, when a session ends, and whether somebody else acts in it.

alter table orion.sessions
    add column user_agent text not null default '',
    -- However busy, it ends then.
    add column expires_at timestamptz not null default now() + interval '60 days',
    -- Without a request for this long, it ends.
    add column idle_secs integer not null default 1209600 check (idle_secs > 0),
    -- Whether the browser keeps it when it is closed.
    add column remembered boolean not null default true,
    add column second_factor_at timestamptz,
    -- The operator who acts as the person, and why.
    add column impersonator_id uuid,
    add column impersonator_name text not null default '',
    add column impersonation_reason text not null default '',
    -- The rights changed: the next request gets a new token.
    add column renew boolean not null default false,
    -- The token of before is good for the requests that were under way.
    add column previous_hash bytea,
    add column renewed_at timestamptz;

create index sessions_by_previous on orion.sessions (previous_hash) where previous_hash is not null;
create index sessions_by_end on orion.sessions (expires_at);
