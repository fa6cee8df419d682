-- Likeness is asked word by word too: words with a slip in each are found though others stand between them in a name. What
-- holds the words themselves comes before what is only like them. Each way to find asks its own index.

drop function catalog.search_products(uuid, text, integer);

do $$
declare
    trigrams text := (select nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where extname = 'pg_trgm');
    likeness text := '0::real';
    alike text := '';
begin
    if trigrams is not null then
        likeness := format($likeness$
            greatest(%1$I.word_similarity(a.plain, d.words), (
                select avg(%1$I.word_similarity(word, d.words)) from unnest(a.each) word
            ))
        $likeness$, trigrams);
        -- The longest word is there for the index.
        alike := format($alike$
                union
                select product_id from catalog.search_documents
                where store_id = store and (select plain from asked) operator(%1$I.<%%) words
                union
                select product_id from catalog.search_documents d
                where store_id = store and (select longest from asked) operator(%1$I.<%%) d.words
                    and (select bool_and(word operator(%1$I.<%%) d.words) from unnest((select each from asked)) word)
        $alike$, trigrams);
    end if;
    execute format($function$
        create function catalog.search_products(store uuid, query text, most integer)
        returns table (product_id uuid, rank real)
        language sql stable
        as $body$
            with asked as materialized (
                select to_tsquery('simple', string_agg(quote_literal(word) || ':*', ' & ')) as words,
                    catalog.plain(left(query, 200)) as plain,
                    array_agg(word) as each,
                    (array_agg(word order by length(word) desc))[1] as longest
                from regexp_split_to_table(regexp_replace(catalog.plain(left(query, 200)), '[^[:alnum:]\u0080-\uffff]+', ' ', 'g'), ' ') word
                where word <> ''
            ), found as (
                select product_id from catalog.search_documents
                where store_id = store and document @@ (select words from asked)
                %2$s
            )
            select d.product_id,
                (ts_rank(d.document, a.words)
                    + case when d.document @@ a.words then 1 else %1$s / 2 end
                    + case when d.document @@ plainto_tsquery('simple', a.plain) then 1 else 0 end)::real as rank
            from asked a, found join catalog.search_documents d on d.store_id = store and d.product_id = found.product_id
            order by 2 desc, 1
            limit least(most, 1000)
        $body$
    $function$, likeness, alike);
    if trigrams is not null then
        alter function catalog.search_products(uuid, text, integer) set pg_trgm.word_similarity_threshold = 0.5;
    end if;
end
$$;
select orion.run_as_platform('catalog.search_products(uuid, text, integer)');
