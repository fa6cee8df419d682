-- What people at work are told, what they want to be told, and what operators announce.

create schema core;

-- Something that happened, once: told to a store's team, or to a platform's operators.
create table core.notices (
    platform_id uuid not null,
    -- Null for the operators' own.
    store_id uuid,
    id uuid not null,
    kind text not null,
    -- Names what happened within its kind.
    key text not null,
    -- The one person it is for; null for all who may know.
    user_id uuid,
    -- By language code.
    title jsonb not null,
    body jsonb not null,
    -- Below the base of the back office; may be empty.
    path text not null,
    at timestamptz not null,
    primary key (platform_id, id),
    constraint notices_once unique nulls not distinct (platform_id, store_id, kind, key)
);

alter table core.notices enable row level security;
alter table core.notices force row level security;
create policy tenant on core.notices using (
    platform_id = current_setting('app.platform_id')::uuid
    and store_id is not distinct from nullif(current_setting('app.store_id'), '')::uuid
);
create policy platform on core.notices to orion_platform using (true);
select orion.grant_table('core.notices', 'orion_tenant, orion_platform');

-- A notice with one of those who are told.
create table core.notifications (
    platform_id uuid not null,
    -- Null for the operators' own.
    store_id uuid,
    user_id uuid not null,
    notice_id uuid not null,
    at timestamptz not null,
    read_at timestamptz,
    primary key (platform_id, notice_id, user_id),
    foreign key (platform_id, notice_id) references core.notices (platform_id, id) on delete cascade
);
create index notifications_by_time on core.notifications (platform_id, user_id, at desc, notice_id desc);
create index notifications_unread on core.notifications (platform_id, user_id) where read_at is null;

alter table core.notifications enable row level security;
alter table core.notifications force row level security;
create policy tenant on core.notifications using (
    platform_id = current_setting('app.platform_id')::uuid
    and store_id is not distinct from nullif(current_setting('app.store_id'), '')::uuid
);
create policy platform on core.notifications to orion_platform using (true);
select orion.grant_table('core.notifications', 'orion_tenant, orion_platform');

-- Where somebody wants it otherwise than a kind's usual.
create table core.notification_preferences (
    platform_id uuid not null,
    -- Null for the operators' own.
    store_id uuid,
    user_id uuid not null,
    kind text not null,
    in_app boolean not null,
    by_mail boolean not null,
    constraint one_preference unique nulls not distinct (platform_id, user_id, store_id, kind)
);

alter table core.notification_preferences enable row level security;
alter table core.notification_preferences force row level security;
create policy tenant on core.notification_preferences using (
    platform_id = current_setting('app.platform_id')::uuid
    and store_id is not distinct from nullif(current_setting('app.store_id'), '')::uuid
);
create policy platform on core.notification_preferences to orion_platform using (true);
select orion.grant_table('core.notification_preferences', 'orion_tenant, orion_platform');

-- Who has put the first-run checklist away.
create table core.hidden_checklists (
    platform_id uuid not null,
    -- Null for the operators' own.
    store_id uuid,
    user_id uuid not null,
    hidden_at timestamptz not null,
    constraint hidden_once unique nulls not distinct (platform_id, user_id, store_id)
);

alter table core.hidden_checklists enable row level security;
alter table core.hidden_checklists force row level security;
create policy tenant on core.hidden_checklists using (
    platform_id = current_setting('app.platform_id')::uuid
    and store_id is not distinct from nullif(current_setting('app.store_id'), '')::uuid
);
create policy platform on core.hidden_checklists to orion_platform using (true);
select orion.grant_table('core.hidden_checklists', 'orion_tenant, orion_platform');

-- What operators say to all teams of their platform.
create table core.announcements (
    platform_id uuid not null,
    id uuid not null,
    -- By language code; the platform's default language is always there.
    title jsonb not null,
    body jsonb not null,
    tone text not null check (tone in ('info', 'warning')),
    starts_at timestamptz not null,
    ends_at timestamptz check (ends_at > starts_at),
    created_by text not null,
    created_at timestamptz not null,
    primary key (platform_id, id)
);
create index announcements_by_start on core.announcements (platform_id, starts_at desc, id desc);
select orion.protect_platform_table('core.announcements');

-- Who has read one.
create table core.announcement_readers (
    platform_id uuid not null,
    -- Null for the operators' own.
    store_id uuid,
    user_id uuid not null,
    announcement_id uuid not null,
    read_at timestamptz not null,
    constraint read_once unique nulls not distinct (platform_id, user_id, store_id, announcement_id),
    foreign key (platform_id, announcement_id) references core.announcements (platform_id, id) on delete cascade
);

alter table core.announcement_readers enable row level security;
alter table core.announcement_readers force row level security;
create policy tenant on core.announcement_readers using (
    platform_id = current_setting('app.platform_id')::uuid
    and store_id is not distinct from nullif(current_setting('app.store_id'), '')::uuid
);
create policy platform on core.announcement_readers to orion_platform using (true);
select orion.grant_table('core.announcement_readers', 'orion_tenant, orion_platform');
