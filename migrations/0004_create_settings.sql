-- What operators and merchants set for a module. A store's value wins over its platform's, and that over the
-- installation's.

create table orion.settings (
    scope text not null check (scope in ('installation', 'platform', 'store')),
    scope_id uuid not null default '00000000-0000-0000-0000-000000000000',
    module text not null,
    key text not null,
    value jsonb not null,
    -- The value is encrypted, and never shown again.
    secret boolean not null default false,
    updated_at timestamptz not null default now(),
    primary key (scope, scope_id, module, key),
    check ((scope = 'installation') = (scope_id = '00000000-0000-0000-0000-000000000000'))
);

alter table orion.settings enable row level security;
alter table orion.settings force row level security;
create policy store on orion.settings
    using (scope = 'store' and scope_id = nullif(current_setting('app.store_id'), '')::uuid);
-- A store reads what its platform has set, secrets excepted.
create policy platform_values on orion.settings for select
    using (scope = 'platform' and scope_id = nullif(current_setting('app.platform_id'), '')::uuid and not secret);
create policy platform on orion.settings to orion_platform using (true);
select orion.grant_table('orion.settings', 'orion_tenant, orion_platform');
