-- Rows that stay as they were written go when everything of their tenant goes. Only a function of the schema's owner can say
-- so: the roles that transactions take on cannot.

create or replace function orion.refuse_change() returns trigger
language plpgsql
as $$
begin
    if tg_op = 'DELETE' and current_setting('orion.erasing', true) = 'yes'
        and current_user not in ('orion_tenant', 'orion_platform')
    then
        return null;
    end if;
    raise exception 'rows of %.% are never changed or removed', tg_table_schema, tg_table_name
        using errcode = 'restrict_violation';
end
$$;
