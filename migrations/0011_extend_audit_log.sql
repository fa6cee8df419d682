-- The log is found by who, what and about what, and read in the order of time, however long it has grown.

alter table orion.audit_log
    -- For finding people by the beginning of their name. Stored, because under row-level security an index over an
    -- expression is of no use.
    add column actor_key text generated always as (lower(actor_name)) stored;

create index audit_log_by_time on orion.audit_log (platform_id, at desc, id desc);
create index audit_log_by_actor on orion.audit_log (platform_id, actor_key text_pattern_ops, at desc);
create index audit_log_by_action on orion.audit_log (platform_id, action text_pattern_ops, at desc);
create index audit_log_by_thing on orion.audit_log (platform_id, subject_id, at desc);
