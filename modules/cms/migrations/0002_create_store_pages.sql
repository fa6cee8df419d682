-- A store's own pages. One with the slug of a page that the platform gives to every store stands in for it.

create table cms.store_pages (
    store_id uuid not null,
    slug text not null,
    place text check (place in ('header', 'footer', 'legal')),
    position integer not null default 0,
    is_visible boolean not null default true,
    updated_at timestamptz not null,
    primary key (store_id, slug)
);
select orion.protect_store_table('cms.store_pages');

create table cms.store_page_texts (
    store_id uuid not null,
    slug text not null,
    locale text not null,
    title text not null,
    description text not null,
    body_html text not null,
    primary key (store_id, slug, locale),
    foreign key (store_id, slug) references cms.store_pages (store_id, slug) on delete cascade
);
select orion.protect_store_table('cms.store_page_texts');
