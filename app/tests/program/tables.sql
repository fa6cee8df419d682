-- Every table with the rights of the tenants' role to it, and what the policies for that role compare.
with tenant_policies as (
    select p.polrelid as table_id, p.polname::text as name, p.polcmd::text as command,
        coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as condition
    from pg_policy p
    where p.polpermissive and (0::oid = any(p.polroles) or 'orion_tenant'::regrole::oid = any(p.polroles))
)
select format('%I.%I', n.nspname, c.relname) as name,
    c.relrowsecurity and c.relforcerowsecurity as is_forced,
    c.relrowsecurity as is_protected,
    has_table_privilege('orion_tenant', c.oid, 'select, insert, update, delete, truncate')
        or has_any_column_privilege('orion_tenant', c.oid, 'select, insert, update') as is_tenants,
    has_table_privilege('orion_platform', c.oid, 'select') as is_readable,
    array(
        select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            and a.attname in ('platform_id', 'merchant_id', 'store_id')
    ) as tenant_columns,
    coalesce((
        select jsonb_object_agg(compared[1], compared[2])
        from tenant_policies p
        cross join regexp_matches(p.condition, '(\w+) (?:=|IS DISTINCT FROM) \(*(?:NULLIF\(+)?current_setting\(''app\.(platform|merchant|store)_id', 'g') compared
        where p.table_id = c.oid and p.command = '*'
    ), '{}') as locks,
    array(
        select p.name from tenant_policies p
        where p.table_id = c.oid and p.condition !~ 'current_setting\(''app\.(platform|merchant|store)_id'
    ) as open_policies
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
order by 1
