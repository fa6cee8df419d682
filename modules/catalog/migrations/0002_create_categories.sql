-- Categories as a tree; a product may be in several.

create table catalog.categories (
    store_id uuid not null,
    id uuid not null,
    parent_id uuid,
    name text not null,
    slug text not null,
    position integer not null default 0,
    primary key (store_id, id),
    foreign key (store_id, parent_id) references catalog.categories (store_id, id) on delete set null (parent_id),
    constraint categories_slug unique (store_id, slug),
    check (parent_id <> id)
);
create index categories_by_parent on catalog.categories (store_id, parent_id, position);
select orion.protect_store_table('catalog.categories');

create table catalog.product_categories (
    store_id uuid not null,
    category_id uuid not null,
    product_id uuid not null,
    primary key (store_id, category_id, product_id),
    foreign key (store_id, category_id) references catalog.categories (store_id, id) on delete cascade,
    foreign key (store_id, product_id) references catalog.products (store_id, id) on delete cascade
);
create index product_categories_by_product on catalog.product_categories (store_id, product_id);
select orion.protect_store_table('catalog.product_categories');
