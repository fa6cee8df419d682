//! Which merchant has which tier?

use std::collections::BTreeMap;

use orion_kernel::{AppError, Currency, Locale, MerchantId, Money, Paged};
use orion_runtime::{PlatformCtx, Result};
use orion_ui::IndexQuery;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    model::{Period, State},
    views::SubscriptionRow,
};

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    merchant_id: Uuid,
    party: String,
    tier_name: String,
    #[sqlx(try_from = "String")]
    state: State,
    price_minor: Option<i64>,
    currency: String,
    #[sqlx(try_from = "String")]
    period: Period,
    trial_ends_at: Option<OffsetDateTime>,
}

impl Row {
    pub(super) fn view(self) -> Result<SubscriptionRow> {
        let currency: Currency = self.currency.parse().map_err(|_| AppError::internal())?;
        Ok(SubscriptionRow {
            merchant_id: MerchantId(self.merchant_id),
            party: self.party,
            tier: self.tier_name,
            state: self.state,
            price: self.price_minor.map(|minor| Money::new(minor, currency)),
            period: self.period,
            trial_ends_at: self.trial_ends_at,
        })
    }
}

/// Ends a statement that begins with `select`: subscriptions of platform `$1` with their tiers, named in `$2` or `$3`.
macro_rules! subscriptions {
    ($select:literal, $rest:literal) => {
        concat!(
            "select s.merchant_id, s.party, coalesce(w.name, s.tier) as tier_name, s.state, t.currency, s.period, s.trial_ends_at,
                    case s.period when 'annual' then t.annual_minor else t.monthly_minor end as price_minor",
            $select,
            " from billing.subscriptions s
             join billing.tiers t on t.platform_id = s.platform_id and t.code = s.tier
             left join lateral (
               select name from billing.tier_texts w
               where w.platform_id = s.platform_id and w.code = s.tier and w.name <> ''
               order by w.locale = $2 desc, w.locale = $3 desc, w.locale limit 1
             ) w on true
             where s.platform_id = $1 ",
            $rest
        )
    };
}
pub(super) use subscriptions;

#[derive(sqlx::FromRow)]
struct Counted {
    #[sqlx(flatten)]
    row: Row,
    total: i64,
}

/// A page of the platform's subscriptions, by the merchant's name.
pub async fn list_subscriptions(ctx: &PlatformCtx, query: &IndexQuery) -> Result<Paged<SubscriptionRow>> {
    let page = query.page();
    let default = ctx.scope().platform.locales.first().copied().unwrap_or(Locale::En);
    let mut tx = ctx.begin().await?;
    let rows: Vec<Counted> = sqlx::query_as(subscriptions!(
        ", count(*) over () as total",
        "and ($4 = '' or position(lower($4) in lower(s.party)) > 0) and ($5 = '' or s.state = $5)
         order by case when $6 = '-party' then lower(s.party) end desc,
                  case when $6 = 'trial' then s.trial_ends_at end,
                  case when $6 = '-trial' then s.trial_ends_at end desc nulls last,
                  lower(s.party), s.merchant_id
         limit $7 offset $8"
    ))
    .bind(ctx.platform_id().0)
    .bind(ctx.locale().code())
    .bind(default.code())
    .bind(query.search.trim())
    .bind(&query.scope)
    .bind(&query.sort)
    .bind(page.limit())
    .bind(page.offset())
    .fetch_all(tx.conn())
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    Ok(Paged { items: rows.into_iter().map(|counted| counted.row.view()).collect::<Result<_>>()?, total, page })
}

/// How many subscriptions are in each state, and in all.
pub async fn count_subscriptions(ctx: &PlatformCtx) -> Result<BTreeMap<String, u64>> {
    let mut tx = ctx.begin().await?;
    let counts: Vec<(String, i64)> =
        sqlx::query_as("select state, count(*) from billing.subscriptions where platform_id = $1 group by state")
            .bind(ctx.platform_id().0)
            .fetch_all(tx.conn())
            .await?;
    let mut counts: BTreeMap<String, u64> =
        counts.into_iter().map(|(state, count)| (state, count.unsigned_abs())).collect();
    counts.insert(String::new(), counts.values().sum());
    Ok(counts)
}
