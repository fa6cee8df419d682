-- Every mail that leaves: written in the transaction that asked for it, sent by a job.

create schema messaging;

create table messaging.outbox (
    platform_id uuid not null,
    id uuid not null,
    -- Absent for the platform's own mail, which is why the platform leads the keys.
    store_id uuid,
    -- Names the mail for good: asked for again, it is not written again.
    dedupe_key text not null,
    template text not null,
    recipient text not null,
    locale text not null,
    from_name text not null,
    reply_to text,
    subject text not null,
    -- Empty once a confidential mail is sent.
    body_text text not null,
    body_html text not null,
    is_confidential boolean not null,
    status text not null check (status in ('queued', 'sent', 'failed')),
    attempts integer not null default 0,
    -- How often somebody had it sent again: each sending has a Message-ID of its own.
    resends integer not null default 0,
    last_error text not null default '',
    created_at timestamptz not null,
    sent_at timestamptz,
    primary key (platform_id, id),
    constraint outbox_dedupe unique nulls not distinct (platform_id, store_id, dedupe_key)
);
create index outbox_by_time on messaging.outbox (platform_id, store_id, created_at desc, id desc);

alter table messaging.outbox enable row level security;
alter table messaging.outbox force row level security;
-- A mail belongs to exactly the scope it was written in.
create policy tenant on messaging.outbox using (
    platform_id = current_setting('app.platform_id')::uuid
    and store_id is not distinct from nullif(current_setting('app.store_id'), '')::uuid
);
create policy platform on messaging.outbox to orion_platform using (true);
select orion.grant_table('messaging.outbox', 'orion_tenant, orion_platform');
