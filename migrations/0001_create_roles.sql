-- The two roles transactions take on. They own nothing and cannot sign in. Roles belong to the whole cluster, so another
-- installation's migration may be creating them at this moment.

do $$
declare
    new_role text;
    may_take text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
    -- The owner takes a role on, and never has its rights without doing so.
    membership text := case when current_setting('server_version_num')::int >= 160000 then ' with inherit false, set true' else '' end;
begin
    foreach new_role in array array['orion_tenant', 'orion_platform'] loop
        if not exists (select from pg_roles where rolname = new_role) then
            begin
                execute format('create role %I nologin nosuperuser nocreatedb nocreaterole nobypassrls', new_role);
            exception when duplicate_object or unique_violation then
                null;
            end;
        end if;
        if not pg_has_role(current_user, new_role, may_take) then
            begin
                execute format('grant %I to current_user%s', new_role, membership);
            exception when unique_violation then
                null;
            end;
        end if;
    end loop;
end
$$;

grant usage on schema orion to orion_tenant, orion_platform;
