-- What a platform has changed of its frontends' menus: places, names, and what is hidden.

create table orion.menu_overrides (
    platform_id uuid not null,
    frontend text not null check (frontend in ('platform', 'admin', 'store', 'storefront')),
    -- `<module>:<path>` for an entry, `#<code>` for a section.
    key text not null,
    -- Null where its own order holds.
    position smallint,
    is_hidden boolean not null default false,
    -- By language code; a language that is missing keeps the entry's own name.
    labels jsonb not null default '{}',
    primary key (platform_id, frontend, key)
);

select orion.protect_platform_table('orion.menu_overrides');
