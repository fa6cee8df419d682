-- Whose rows a transaction may touch, and the protection of tables by it.

-- Sets role and tenant for the rest of the transaction, in one statement. Absent ids are empty, so that a table which
-- needs one raises an error.
create function orion.set_scope(role text, platform_id uuid, merchant_id uuid, store_id uuid) returns void
language sql volatile
as $$
    select set_config('app.platform_id', coalesce(platform_id::text, ''), true),
           set_config('app.merchant_id', coalesce(merchant_id::text, ''), true),
           set_config('app.store_id', coalesce(store_id::text, ''), true),
           set_config('role', role, true);
$$;

-- Lets the given roles use a table that has its policies.
create function orion.grant_table(target regclass, roles text) returns void
language plpgsql set search_path = pg_catalog
as $$
declare
    schema_name name := (select nspname from pg_class join pg_namespace n on n.oid = relnamespace where pg_class.oid = target);
begin
    execute format('grant usage on schema %I to %s', schema_name, roles);
    execute format('grant usage on all sequences in schema %I to %s', schema_name, roles);
    execute format('grant select, insert, update, delete on %s to %s', target, roles);
end
$$;

-- The tenant's policy is for everyone, the owner included, and reads the setting without a default: work that forgot its
-- scope fails instead of seeing nothing. For orion_platform the second policy makes the whole condition constant.
create function orion.protect_table(target regclass, tenant_column name, setting text) returns void
language plpgsql set search_path = pg_catalog
as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy tenant on %s using (%I = current_setting(%L)::uuid)', target, tenant_column, setting);
    execute format('create policy platform on %s to orion_platform using (true)', target);
    perform orion.grant_table(target, 'orion_tenant, orion_platform');
end
$$;

-- For rows of one store. The column differs for the table of stores itself.
create function orion.protect_store_table(target regclass, tenant_column name default 'store_id') returns void
language sql
as $$ select orion.protect_table(target, tenant_column, 'app.store_id') $$;

-- For rows of one merchant.
create function orion.protect_merchant_table(target regclass, tenant_column name default 'merchant_id') returns void
language sql
as $$ select orion.protect_table(target, tenant_column, 'app.merchant_id') $$;

-- For rows of one platform.
create function orion.protect_platform_table(target regclass, tenant_column name default 'platform_id') returns void
language sql
as $$ select orion.protect_table(target, tenant_column, 'app.platform_id') $$;

-- For rows that only operators and the framework read: tenants have no right to them at all.
create function orion.protect_operator_table(target regclass) returns void
language plpgsql set search_path = pg_catalog
as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('create policy platform on %s to orion_platform using (true)', target);
    perform orion.grant_table(target, 'orion_platform');
end
$$;

-- For a function that must read past row-level security, because its operators (full text, similarity) cannot use an
-- index under it. It runs as orion_platform, so it has to take the tenant's id and filter by it.
create function orion.run_as_platform(target regprocedure) returns void
language plpgsql set search_path = pg_catalog
as $$
declare
    schema_name name := (select nspname from pg_proc join pg_namespace n on n.oid = pronamespace where pg_proc.oid = target);
begin
    execute format('alter function %s security definer', target);
    execute format('revoke execute on function %s from public', target);
    execute format('grant execute on function %s to orion_tenant, orion_platform', target);
    execute format('grant usage, create on schema %I to orion_platform', schema_name);
    execute format('alter function %s owner to orion_platform', target);
    execute format('revoke create on schema %I from orion_platform', schema_name);
end
$$;
