-- Content pages of a platform: its own, and those every store begins with.

create schema cms;

create table cms.platform_pages (
    platform_id uuid not null,
    -- Whose page it is: the platform's own, or what a store shows until it writes its own.
    scope text not null check (scope in ('platform', 'store_default')),
    slug text not null,
    -- Where it is linked; null for nowhere.
    place text check (place in ('header', 'footer', 'legal')),
    position integer not null default 0,
    is_visible boolean not null default true,
    updated_at timestamptz not null,
    primary key (platform_id, scope, slug)
);
select orion.protect_platform_table('cms.platform_pages');

create table cms.platform_page_texts (
    platform_id uuid not null,
    scope text not null,
    slug text not null,
    locale text not null,
    title text not null,
    -- For search engines; may be empty.
    description text not null,
    body_html text not null,
    primary key (platform_id, scope, slug, locale),
    foreign key (platform_id, scope, slug) references cms.platform_pages (platform_id, scope, slug) on delete cascade
);
select orion.protect_platform_table('cms.platform_page_texts');
