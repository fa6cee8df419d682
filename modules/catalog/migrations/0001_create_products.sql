-- Products, their texts in each language, their options and variants, and every price they ever had.

create schema catalog;

create table catalog.products (
    store_id uuid not null,
    id uuid not null,
    slug text not null,
    status text not null check (status in ('draft', 'published', 'archived')),
    vendor text not null default '',
    -- What sort of thing it is, in the merchant's words.
    type text not null default '',
    tags text[] not null default '{}',
    is_gift_card boolean not null default false,
    -- Columns of a product file that mean nothing here; an export writes them again.
    extra jsonb not null default '{}',
    -- Of what the last import read; the same file changes nothing.
    import_hash bytea,
    -- The range of its variants' prices, kept by catalog.refresh_products.
    price_from_minor bigint not null default 0,
    price_to_minor bigint not null default 0,
    compare_from_minor bigint,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- Set when it is published for the first time.
    published_at timestamptz,
    primary key (store_id, id),
    constraint products_slug unique (store_id, slug)
);
create index products_by_status on catalog.products (store_id, status, published_at desc, id);
create index products_by_vendor on catalog.products (store_id, vendor);
create index products_by_price on catalog.products (store_id, status, price_from_minor, id);
select orion.protect_store_table('catalog.products');

create table catalog.product_texts (
    store_id uuid not null,
    product_id uuid not null,
    locale text not null,
    title text not null,
    description_html text not null default '',
    seo_title text not null default '',
    seo_description text not null default '',
    primary key (store_id, product_id, locale),
    foreign key (store_id, product_id) references catalog.products (store_id, id) on delete cascade
);
select orion.protect_store_table('catalog.product_texts');

create table catalog.options (
    store_id uuid not null,
    product_id uuid not null,
    position smallint not null check (position > 0),
    name text not null,
    -- In the order they are offered.
    "values" text[] not null,
    primary key (store_id, product_id, position),
    foreign key (store_id, product_id) references catalog.products (store_id, id) on delete cascade
);
select orion.protect_store_table('catalog.options');

create table catalog.media (
    store_id uuid not null,
    id uuid not null,
    product_id uuid not null,
    position integer not null check (position > 0),
    alt text not null default '',
    -- Where it came from: an address, or a path beside the file it was imported with. Empty for an upload.
    source text not null default '',
    state text not null check (state in ('pending', 'stored', 'unreachable')),
    -- Named by its content, once it is stored.
    file text,
    width integer not null default 0,
    height integer not null default 0,
    -- Why it could not be had.
    error text,
    -- A worker is at it until then.
    claimed_until timestamptz,
    primary key (store_id, id),
    foreign key (store_id, product_id) references catalog.products (store_id, id) on delete cascade,
    check ((state = 'stored') = (file is not null)),
    check ((state = 'unreachable') = (error is not null))
);
create index media_by_product on catalog.media (store_id, product_id, position);
create index media_pending on catalog.media (store_id, id) where state = 'pending';
select orion.protect_store_table('catalog.media');

create table catalog.variants (
    store_id uuid not null,
    id uuid not null,
    product_id uuid not null,
    position integer not null check (position > 0),
    -- One value for each of the product's options, in their order.
    options text[] not null default '{}',
    sku text not null default '',
    barcode text not null default '',
    price_minor bigint not null check (price_minor >= 0),
    compare_at_minor bigint check (compare_at_minor >= 0),
    cost_minor bigint check (cost_minor >= 0),
    currency text not null,
    weight_grams integer not null default 0 check (weight_grams >= 0),
    weight_unit text not null default 'kg',
    requires_shipping boolean not null default true,
    is_taxable boolean not null default true,
    tax_code text not null default '',
    media_id uuid,
    -- The quantity in the last product file that had one.
    imported_quantity bigint,
    extra jsonb not null default '{}',
    primary key (store_id, id),
    foreign key (store_id, product_id) references catalog.products (store_id, id) on delete cascade,
    foreign key (store_id, media_id) references catalog.media (store_id, id) on delete set null (media_id),
    -- Checked at the end, so that two variants can swap their values.
    constraint variants_options unique (store_id, product_id, options) deferrable initially deferred
);
create index variants_by_product on catalog.variants (store_id, product_id, position);
create index variants_by_sku on catalog.variants (store_id, sku) where sku <> '';
select orion.protect_store_table('catalog.variants');

-- A row for each price from the moment it holds, until the next one. A reduction has to name the lowest price of the last
-- 30 days (Directive 98/6/EC, article 6a).
create table catalog.price_history (
    store_id uuid not null,
    variant_id uuid not null,
    at timestamptz not null,
    price_minor bigint not null,
    currency text not null,
    primary key (store_id, variant_id, at)
);
select orion.protect_store_table('catalog.price_history');
select orion.make_append_only('catalog.price_history');

-- Every change of a price is noted, whoever makes it.
create function catalog.note_prices() returns trigger
language plpgsql
as $$
begin
    if tg_op = 'INSERT' then
        insert into catalog.price_history (store_id, variant_id, at, price_minor, currency)
        select store_id, id, clock_timestamp(), price_minor, currency from changed;
    else
        insert into catalog.price_history (store_id, variant_id, at, price_minor, currency)
        select c.store_id, c.id, clock_timestamp(), c.price_minor, c.currency
        from changed c join former f on f.store_id = c.store_id and f.id = c.id
        where (f.price_minor, f.currency) is distinct from (c.price_minor, c.currency);
    end if;
    return null;
end
$$;

create trigger note_new_prices after insert on catalog.variants
    referencing new table as changed for each statement execute function catalog.note_prices();
create trigger note_changed_prices after update on catalog.variants
    referencing new table as changed old table as former for each statement execute function catalog.note_prices();
