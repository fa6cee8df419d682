-- Guesses at an account's secrets, over all addresses and processes. Accounts stand here as hashes only.

create table orion.throttle (
    purpose text not null,
    -- Of the account, and of the device where it is one the account has signed in on before.
    key_hash bytea not null,
    -- When the last guesses were evaluated, the oldest first.
    recent timestamptz[] not null,
    -- Wrong ones since the last right one.
    failures integer not null,
    blocked_until timestamptz,
    used_at timestamptz not null,
    primary key (purpose, key_hash)
);

create index throttle_by_age on orion.throttle (used_at);

select orion.protect_operator_table('orion.throttle');
