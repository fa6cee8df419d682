-- Search: a document for each product over all its languages, found by words, beginnings of words, and likeness.

do $$
begin
    create extension if not exists pg_trgm;
exception when insufficient_privilege or undefined_file or feature_not_supported then
    raise notice 'pg_trgm is not to be had: the search takes every word as it is written';
end
$$;

-- Small letters without accents, so that "velo" finds "Vélo".
create function catalog.plain(words text) returns text
language sql immutable parallel safe
as $$ select lower(regexp_replace(normalize(words, nfd), '[\u0300-\u036f]', '', 'g')) $$;

create table catalog.search_documents (
    store_id uuid not null,
    product_id uuid not null,
    words text not null,
    document tsvector not null,
    primary key (store_id, product_id),
    foreign key (store_id, product_id) references catalog.products (store_id, id) on delete cascade
);
create index search_documents_by_word on catalog.search_documents using gin (document);
select orion.protect_store_table('catalog.search_documents');

-- Brings what is derived from products up to date: the range of their prices, and how they are found.
create function catalog.refresh_products(store uuid, changed uuid[]) returns void
language sql volatile
as $$
    update catalog.products p
    set price_from_minor = coalesce(v.low, 0), price_to_minor = coalesce(v.high, 0), compare_from_minor = v.compare_at
    from unnest(changed) c(id)
    left join lateral (
        select min(price_minor) as low, max(price_minor) as high,
            (array_agg(compare_at_minor order by price_minor, position))[1] as compare_at
        from catalog.variants where store_id = store and product_id = c.id
    ) v on true
    where p.store_id = store and p.id = c.id;

    insert into catalog.search_documents (store_id, product_id, words, document)
    select store, p.id, catalog.plain(concat_ws(' ', t.titles, p.vendor, p.type, array_to_string(p.tags, ' '))),
        setweight(to_tsvector('simple', catalog.plain(concat_ws(' ', t.titles, v.codes))), 'A')
        || setweight(to_tsvector('simple', catalog.plain(concat_ws(' ', p.vendor, p.type, array_to_string(p.tags, ' '), o.choices))), 'B')
        || setweight(to_tsvector('simple', catalog.plain(left(coalesce(t.descriptions, ''), 20000))), 'D')
    from unnest(changed) c(id)
    join catalog.products p on p.store_id = store and p.id = c.id
    left join lateral (
        select string_agg(title, ' ') as titles, string_agg(regexp_replace(description_html, '<[^>]*>', ' ', 'g'), ' ') as descriptions
        from catalog.product_texts where store_id = store and product_id = p.id
    ) t on true
    left join lateral (
        select string_agg(concat_ws(' ', nullif(sku, ''), nullif(barcode, '')), ' ') as codes
        from catalog.variants where store_id = store and product_id = p.id
    ) v on true
    left join lateral (
        select string_agg(array_to_string("values", ' '), ' ') as choices
        from catalog.options where store_id = store and product_id = p.id
    ) o on true
    on conflict (store_id, product_id) do update set words = excluded.words, document = excluded.document;
$$;

-- The products of a store that words find, the best first. Under row-level security neither operator could use its
-- index, so it reads past it, for the one store it is told.
do $$
declare
    trigrams text := (select nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where extname = 'pg_trgm');
    likeness text := '0::real';
    is_like text := 'false';
begin
    if trigrams is not null then
        execute format('create index search_documents_by_likeness on catalog.search_documents using gin (words %I.gin_trgm_ops)', trigrams);
        likeness := format('%I.word_similarity(catalog.plain(query), d.words)', trigrams);
        is_like := format('catalog.plain(query) operator(%I.<%%) d.words', trigrams);
    end if;
    execute format($function$
        create function catalog.search_products(store uuid, query text, most integer)
        returns table (product_id uuid, rank real)
        language sql stable
        as $body$
            with asked as (
                select to_tsquery('simple', string_agg(quote_literal(word) || ':*', ' & ')) as words
                from regexp_split_to_table(regexp_replace(catalog.plain(left(query, 200)), '[^[:alnum:]\u0080-\uffff]+', ' ', 'g'), ' ') word
                where word <> ''
            )
            select d.product_id,
                (ts_rank(d.document, a.words) + %1$s / 2
                    + case when d.document @@ plainto_tsquery('simple', catalog.plain(query)) then 1 else 0 end)::real as rank
            from catalog.search_documents d, asked a
            where d.store_id = store and (d.document @@ a.words or %2$s)
            order by 2 desc, 1
            limit least(most, 1000)
        $body$
    $function$, likeness, is_like);
    if trigrams is not null then
        alter function catalog.search_products(uuid, text, integer) set pg_trgm.word_similarity_threshold = 0.5;
    end if;
end
$$;
select orion.run_as_platform('catalog.search_products(uuid, text, integer)');
