-- Who did what to what, when and from where.

create table orion.audit_log (
    platform_id uuid not null,
    id uuid not null,
    merchant_id uuid,
    store_id uuid,
    actor_kind text not null,
    actor_id uuid,
    -- As it was then; people change their names, and leave.
    actor_name text not null,
    action text not null,
    subject_kind text,
    subject_id text,
    before jsonb,
    after jsonb,
    ip text,
    request_id text,
    at timestamptz not null default now(),
    primary key (platform_id, id)
);

create index audit_log_by_store on orion.audit_log (platform_id, store_id, at desc);
create index audit_log_by_merchant on orion.audit_log (platform_id, merchant_id, at desc);
create index audit_log_by_subject on orion.audit_log (platform_id, subject_kind, subject_id, at desc);

alter table orion.audit_log enable row level security;
alter table orion.audit_log force row level security;
-- An entry belongs to exactly the scope it was written in.
create policy tenant on orion.audit_log using (
    platform_id = current_setting('app.platform_id')::uuid
    and merchant_id is not distinct from nullif(current_setting('app.merchant_id'), '')::uuid
    and store_id is not distinct from nullif(current_setting('app.store_id'), '')::uuid
);
create policy platform on orion.audit_log to orion_platform using (true);
select orion.grant_table('orion.audit_log', 'orion_tenant, orion_platform');
select orion.make_append_only('orion.audit_log');
