-- Tables whose rows stay as they were written: audit, ledgers, invoices.

create function orion.refuse_change() returns trigger
language plpgsql
as $$
begin
    raise exception 'rows of %.% are never changed or removed', tg_table_schema, tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create function orion.make_append_only(target regclass) returns void
language plpgsql set search_path = pg_catalog
as $$
begin
    execute format('revoke update, delete, truncate on %s from orion_tenant, orion_platform', target);
    execute format(
        'create trigger append_only before update or delete or truncate on %s for each statement execute function orion.refuse_change()',
        target
    );
end
$$;
