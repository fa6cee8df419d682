-- What a storefront says around its goods, and the picture at its top.

create table cms.store_texts (
    store_id uuid not null,
    locale text not null,
    announcement text not null,
    tagline text not null,
    hero_title text not null,
    hero_text text not null,
    primary key (store_id, locale)
);
select orion.protect_store_table('cms.store_texts');

create table cms.store_pictures (
    store_id uuid not null,
    -- Where the storefront shows it.
    place text not null check (place in ('hero')),
    path text not null,
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    primary key (store_id, place)
);
select orion.protect_store_table('cms.store_pictures');
