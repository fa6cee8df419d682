//! Orders for the search over everything.

use futures::future::BoxFuture;
use orion_kernel::{AppError, Currency, Frontend, MenuItem, Money, fmt, search::SearchHit};
use orion_runtime::{Ctx, Result, SearchProvider};
use time::OffsetDateTime;

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

/// Orders shown.
const SHOWN: i64 = 5;

/// By number, or by the beginning of the customer's name, family name or e-mail address.
pub fn provider() -> SearchProvider {
    SearchProvider {
        module: "orders",
        key: "orders",
        frontend: Frontend::Store,
        permission: Some(permissions::VIEW),
        find: |ctx, words| -> BoxFuture<'static, Result<Vec<SearchHit>, AppError>> {
            Box::pin(async move { Ok(find(&ctx, &words).await?) })
        },
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    name: String,
    customer_name: String,
    total_minor: i64,
    currency: String,
    placed_at: OffsetDateTime,
}

async fn find(ctx: &Ctx, words: &str) -> Result<Vec<SearchHit>> {
    let words = words.trim_start_matches('#').to_lowercase();
    let number: Option<i64> = words.parse().ok();
    let mut tx = ctx.begin().await?;
    let rows: Vec<Row> = sqlx::query_as(
        "select number, name, customer_name, total_minor, currency,
                placed_at
         from orders.orders
         where store_id = $1 and (
             number = $2
             or (name_key ~>=~ $3 and name_key ~<~ $4)
             or (customer_key ~>=~ $3 and customer_key ~<~ $4)
             or (family_key ~>=~ $3 and family_key ~<~ $4)
             or (email_key ~>=~ $3 and email_key ~<~ $4)
         )
         order by number = $2 desc nulls last, placed_at desc, id desc limit $5",
    )
    .persistent(false)
    .bind(ctx.store_id()?.0)
    .bind(number)
    .bind(&words)
    // No text's character lies above it.
    .bind(format!("{words}\u{10ffff}"))
    .bind(SHOWN)
    .fetch_all(tx.conn())
    .await?;
    let (locale, l) = (ctx.locale(), of(ctx.locale()));
    let hits = rows.into_iter().filter_map(|row| {
        let currency: Currency = row.currency.parse().ok()?;
        let total = fmt::money(locale, Money::new(row.total_minor, currency));
        Some(SearchHit {
            kind: td_string!(l, module.menu).to_owned(),
            title: format!("{} · {}", row.name, row.customer_name),
            detail: format!("{total} · {}", fmt::date_short(locale, row.placed_at)),
            path: paths::order(row.number),
            icon: "inbox".to_owned(),
        })
    });
    Ok(hits.collect())
}

/// What one can go and do.
pub fn actions() -> Vec<MenuItem> {
    let action = |label, path| MenuItem {
        frontend: Frontend::Store,
        section: orion_kernel::MenuSection { code: "main", title: None, order: 0 },
        label,
        icon: "inbox",
        path,
        permission: Some(permissions::VIEW),
        feature: None,
        order: 0,
    };
    vec![
        action(|l| td_string!(of(l), find.unfulfilled), "/orders?scope=unfulfilled"),
        action(|l| td_string!(of(l), find.unpaid), "/orders?scope=unpaid"),
    ]
}
