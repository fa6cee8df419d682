//! What a list can be narrowed by: makers, values of options, prices; each counted without its own part of the choice.

use orion_kernel::Money;
use orion_runtime::{Result, Tx};

use crate::{
    server::list_cards::Wanted,
    views::{Facet, FacetValue, Facets},
};

/// Most options offered.
const MAX_OPTIONS: usize = 6;
/// Most values of an option, and most makers.
const MAX_VALUES: usize = 30;

#[derive(sqlx::FromRow)]
struct Row {
    facet: String,
    name: String,
    value: String,
    count: i64,
    low: Option<i64>,
    high: Option<i64>,
}

/// The facets of a list, in one statement.
pub async fn facets(tx: &mut Tx, wanted: &Wanted) -> Result<Facets> {
    let ctx = tx.ctx().clone();
    let (store, currency) = (ctx.store_id()?, ctx.store()?.currency);
    let rows: Vec<Row> = sqlx::query_as(
        r#"with m as materialized (select * from catalog.match_products($1, $2, $3, $4, $5, $6, $7, $8))
        select 'vendor' as facet, '' as name, vendor as value, count(*) as count, null::bigint as low, null::bigint as high, 0::bigint as place
        from m where is_price and lacks = '{}' and vendor <> '' group by vendor
        union all
        select 'option', o.name, v.value, count(distinct m.product_id), null, null, min(v.place)
        from m
        join catalog.options o on o.store_id = $1 and o.product_id = m.product_id
        cross join lateral unnest(o."values") with ordinality v(value, place)
        where m.is_vendor and m.is_price and m.lacks <@ array[o.name]
        group by o.name, v.value
        union all
        select 'price', '', '', count(*), min(price_from_minor), max(price_to_minor), 0
        from m where is_vendor and lacks = '{}'
        order by facet, name, place, value"#,
    )
    .bind(store.0)
    .bind(&wanted.categories)
    .bind(&wanted.products)
    .bind(&wanted.vendors)
    .bind(wanted.price_from)
    .bind(wanted.price_to)
    .bind(&wanted.option_names)
    .bind(&wanted.option_values)
    .fetch_all(tx.conn())
    .await?;
    let mut facets = Facets::default();
    for row in rows {
        let value = FacetValue { value: row.value, count: row.count };
        match row.facet.as_str() {
            "vendor" => facets.vendors.push(value),
            "price" => {
                let money = |minor| Money::new(minor, currency);
                facets.prices = row.low.map(money).zip(row.high.map(money));
            }
            _ => match facets.options.last_mut().filter(|facet| facet.name == row.name) {
                Some(facet) => facet.values.push(value),
                None => facets.options.push(Facet { name: row.name, values: vec![value] }),
            },
        }
    }
    // The options that most products have come first; the chosen ones always stay.
    facets.options.sort_by_key(|facet| {
        let count: i64 = facet.values.iter().map(|value| value.count).sum();
        (!wanted.option_names.contains(&facet.name), -count)
    });
    facets.options.truncate(MAX_OPTIONS);
    for facet in &mut facets.options {
        facet.values.truncate(MAX_VALUES);
    }
    facets.vendors.truncate(MAX_VALUES);
    Ok(facets)
}
