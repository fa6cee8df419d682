-- Platforms of an operator's making, stores that are suspended or on their way out, lists that stay quick with ten thousand
-- stores, and operators who help by looking through somebody's eyes.

alter table tenancy.platforms
    -- Null for the design system's own.
    add column accent_hue smallint check (accent_hue between 0 and 360),
    -- The path of a file; empty for none.
    add column logo text not null default '',
    add column support_email text not null default '';

alter table tenancy.merchants add column email text not null default '';

-- Beside `status`, which is what the store goes back to.
alter table tenancy.stores
    add column suspended_at timestamptz,
    add column suspension_reason text not null default '',
    -- The store is closed from the request on; from this moment its rows are removed.
    add column delete_after timestamptz,
    add column deletion_requested_by text not null default '',
    -- Removing has begun: there is no way back.
    add column erasing_since timestamptz;

create function tenancy.state_of(status text, suspended_at timestamptz, delete_after timestamptz) returns text
language sql immutable parallel safe
as $$ select case when delete_after is not null then 'closing' when suspended_at is not null then 'suspended' else status end $$;

-- The words of a name as they are searched for: in small letters, without accents.
create function tenancy.words_of(text) returns tsvector
language sql immutable parallel safe
as $$
    select to_tsvector('pg_catalog.simple'::regconfig, regexp_replace(
        translate(lower($1), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿœæßÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝ',
                  'aaaaaaceeeeiiiinooooouuuuyyoasaaaaaaceeeeiiiinooooouuuuy'),
        '[^[:alnum:]]+', ' ', 'g'))
$$;

create index stores_by_state on tenancy.stores
    (platform_id, tenancy.state_of(status, suspended_at, delete_after), lower(name), id);
create index stores_by_age on tenancy.stores (platform_id, created_at, id);
create index stores_by_id on tenancy.stores (platform_id, id);
create index merchants_by_name on tenancy.merchants (platform_id, lower(name), id);
create index merchants_by_age on tenancy.merchants (platform_id, created_at, id);
-- across tenants: words stand in the index of all platforms; every question names its platform beside them.
create index stores_by_words on tenancy.stores using gin (tenancy.words_of(name || ' ' || code));
-- across tenants: as above.
create index merchants_by_words on tenancy.merchants using gin (tenancy.words_of(name || ' ' || code));
-- across tenants: users belong to nobody.
create index users_by_words on tenancy.users using gin (tenancy.words_of(name));
-- across tenants: users belong to nobody.
create index users_by_prefix on tenancy.users (email text_pattern_ops);
-- across tenants: a host leads to one store of the whole installation.
create index store_domains_by_prefix on tenancy.store_domains (host text_pattern_ops);

-- How many merchants and stores there are, kept by triggers: counting ten thousand rows for every page would cost more than
-- the page.
create table tenancy.counts (
    platform_id uuid not null references tenancy.platforms (id),
    -- `merchants`, or the state of stores.
    what text not null,
    count bigint not null,
    primary key (platform_id, what)
);
select orion.protect_operator_table('tenancy.counts');

select orion.set_scope('orion_platform', null, null, null);
insert into tenancy.counts (platform_id, what, count)
select platform_id, 'merchants', count(*) from tenancy.merchants group by platform_id
union all
select platform_id, tenancy.state_of(status, suspended_at, delete_after), count(*) from tenancy.stores group by 1, 2;
reset role;

create function tenancy.count_merchants() returns trigger
language plpgsql set search_path = pg_catalog
as $$
begin
    if tg_op = 'INSERT' then
        insert into tenancy.counts as c (platform_id, what, count)
        select platform_id, 'merchants', count(*) from added group by platform_id
        on conflict (platform_id, what) do update set count = c.count + excluded.count;
    else
        insert into tenancy.counts as c (platform_id, what, count)
        select platform_id, 'merchants', -count(*) from removed group by platform_id
        on conflict (platform_id, what) do update set count = c.count + excluded.count;
    end if;
    return null;
end
$$;

create function tenancy.count_stores() returns trigger
language plpgsql set search_path = pg_catalog
as $$
begin
    if tg_op = 'INSERT' then
        insert into tenancy.counts as c (platform_id, what, count)
        select platform_id, tenancy.state_of(status, suspended_at, delete_after), count(*) from added group by 1, 2
        on conflict (platform_id, what) do update set count = c.count + excluded.count;
    elsif tg_op = 'DELETE' then
        insert into tenancy.counts as c (platform_id, what, count)
        select platform_id, tenancy.state_of(status, suspended_at, delete_after), -count(*) from removed group by 1, 2
        on conflict (platform_id, what) do update set count = c.count + excluded.count;
    else
        insert into tenancy.counts as c (platform_id, what, count)
        select platform_id, what, sum(change) from (
            select platform_id, tenancy.state_of(status, suspended_at, delete_after) as what, 1 as change from added
            union all
            select platform_id, tenancy.state_of(status, suspended_at, delete_after), -1 from removed
        ) changed group by 1, 2 having sum(change) <> 0 order by 1, 2
        on conflict (platform_id, what) do update set count = c.count + excluded.count;
    end if;
    return null;
end
$$;

create trigger count_added after insert on tenancy.merchants
    referencing new table as added for each statement execute function tenancy.count_merchants();
create trigger count_removed after delete on tenancy.merchants
    referencing old table as removed for each statement execute function tenancy.count_merchants();
create trigger count_added after insert on tenancy.stores
    referencing new table as added for each statement execute function tenancy.count_stores();
create trigger count_changed after update on tenancy.stores
    referencing new table as added old table as removed for each statement execute function tenancy.count_stores();
create trigger count_removed after delete on tenancy.stores
    referencing old table as removed for each statement execute function tenancy.count_stores();

-- After the triggers: who makes one needs the right to its function.
select orion.run_as_platform('tenancy.count_merchants()');
select orion.run_as_platform('tenancy.count_stores()');

-- Everything of one store, to take along. Stays as a note when the store is gone.
create table tenancy.exports (
    platform_id uuid not null references tenancy.platforms (id),
    id uuid not null,
    store_id uuid not null,
    store_code text not null,
    status text not null check (status in ('waiting', 'running', 'ready', 'failed', 'expired')),
    requested_by_name text not null,
    requested_at timestamptz not null,
    finished_at timestamptz,
    expires_at timestamptz,
    bytes bigint not null default 0,
    row_count bigint not null default 0,
    primary key (platform_id, id)
);
create index exports_by_store on tenancy.exports (platform_id, store_id, requested_at desc);
create index exports_by_end on tenancy.exports (platform_id, status, expires_at);
select orion.protect_operator_table('tenancy.exports');

-- An operator who uses the program as somebody else, to help. The link works once, for a minute.
create table tenancy.impersonations (
    platform_id uuid not null references tenancy.platforms (id),
    id uuid not null,
    -- across tenants: whoever opens the link has nothing but its token. Empty once it was used.
    token_hash bytea unique,
    operator_id uuid not null,
    operator_name text not null,
    kind text not null check (kind in ('member', 'customer')),
    person_id uuid not null,
    person_name text not null,
    store_id uuid not null,
    store_code text not null,
    reason text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    ends_at timestamptz,
    ended_at timestamptz,
    primary key (platform_id, id)
);
create index impersonations_by_store on tenancy.impersonations (platform_id, store_id, created_at desc);
select orion.protect_operator_table('tenancy.impersonations');

-- Removes some rows of a store that is being deleted from a table, append-only ones included, and says how many those were.
-- Runs as the schema's owner, whom row-level security binds: it sees this store's rows and no others.
create function tenancy.erase_rows(target regclass, store uuid, most integer) returns bigint
language plpgsql security definer set search_path = pg_catalog
as $$
declare
    owner record;
    removed bigint;
begin
    perform set_config('app.store_id', store::text, true);
    select platform_id, merchant_id into owner from tenancy.stores where id = store and erasing_since is not null;
    if not found then
        raise exception 'the store is not being deleted';
    end if;
    perform set_config('app.platform_id', owner.platform_id::text, true),
            set_config('app.merchant_id', owner.merchant_id::text, true),
            set_config('orion.erasing', 'yes', true);
    execute format('delete from %s where ctid = any(array(select ctid from %s where store_id = $1 limit $2))', target, target)
        using store, most;
    get diagnostics removed = row_count;
    perform set_config('orion.erasing', '', true);
    return removed;
end
$$;

revoke execute on function tenancy.erase_rows(regclass, uuid, integer) from public;
grant execute on function tenancy.erase_rows(regclass, uuid, integer) to orion_platform;
