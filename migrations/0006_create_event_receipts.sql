-- Which handler has dealt with which event: an event comes at least once, and its effect happens once. Written in the
-- transaction of the effect, under whatever scope that has; an event's id belongs to nobody.

create table orion.event_receipts (
    event_id uuid not null,
    handler text not null,
    received_at timestamptz not null default now(),
    primary key (event_id, handler)
);

create index event_receipts_by_age on orion.event_receipts (received_at);

alter table orion.event_receipts enable row level security;
create policy everyone on orion.event_receipts to orion_tenant, orion_platform using (true);
grant select, insert on orion.event_receipts to orion_tenant;
grant select, insert, delete on orion.event_receipts to orion_platform;
