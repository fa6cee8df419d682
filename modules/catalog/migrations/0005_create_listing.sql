-- Lists of the storefront: which products match, and what of the choice each of them fails. A facet counts what would be
-- there without its own part of the choice.

create function catalog.match_products(
    store uuid,
    -- null for all.
    categories uuid[],
    -- null for all.
    products uuid[],
    vendors text[],
    price_from bigint,
    price_to bigint,
    -- Chosen values, each beside the name of its option.
    option_names text[],
    option_values text[]
) returns table (
    product_id uuid,
    vendor text,
    price_from_minor bigint,
    price_to_minor bigint,
    is_vendor boolean,
    is_price boolean,
    -- Names of the options of which it has none of the chosen values.
    lacks text[]
)
language sql stable
as $$
    select p.id, p.vendor, p.price_from_minor, p.price_to_minor,
        cardinality(vendors) = 0 or p.vendor = any(vendors),
        p.price_to_minor >= coalesce(price_from, 0) and (price_to is null or p.price_from_minor <= price_to),
        case when cardinality(option_names) = 0 then '{}'::text[] else array(
            select chosen.name
            from unnest(option_names, option_values) chosen(name, value)
            group by chosen.name
            having not bool_or(exists (
                select from catalog.options o
                where o.store_id = store and o.product_id = p.id and o.name = chosen.name and chosen.value = any(o."values")
            ))
        ) end
    from catalog.products p
    where p.store_id = store and p.status = 'published'
        and (products is null or p.id = any(products))
        and (categories is null or exists (
            select from catalog.product_categories c
            where c.store_id = store and c.product_id = p.id and c.category_id = any(categories)
        ))
$$;
