//! What came in over a period?

use orion_kernel::{Money, PeriodQuery};
use orion_runtime::{Ctx, Result};
use time::{Date, Duration};

use crate::views::DayRevenue;

/// The revenue of a period, oldest first: day by day, or in longer steps where there would be too many bars. Steps without
/// orders are there with nothing.
pub async fn revenue(ctx: &Ctx, query: &PeriodQuery) -> Result<Vec<DayRevenue>> {
    let store = ctx.store()?;
    let period = query.resolve(store.zone.local(ctx.now()));
    let mut tx = ctx.begin().await?;
    let rows: Vec<(Date, i64, i64)> = sqlx::query_as(
        "select (placed_at at time zone 'UTC' + make_interval(secs => $4))::date as day, count(*),
                coalesce(sum(total_minor - refunded_minor), 0)::bigint
         from orders.orders where store_id = $1 and placed_at >= $2 and placed_at < $3 and status <> 'cancelled'
         group by day",
    )
    .bind(store.id.0)
    .bind(period.from)
    .bind(period.until)
    .bind(f64::from(period.from.offset().whole_seconds()))
    .fetch_all(tx.conn())
    .await?;
    let first = period.from.date();
    let step = step(period.days());
    let steps = (0..period.days()).step_by(usize::try_from(step).unwrap_or(1)).map(|offset| {
        let from = first + Duration::days(offset);
        let until = from + Duration::days(step);
        let (orders, minor) = rows
            .iter()
            .filter(|(day, ..)| (from..until).contains(day))
            .fold((0, 0), |(orders, minor), (_, more, revenue)| (orders + more, minor + revenue));
        DayRevenue { day: from.midnight().assume_utc(), orders, revenue: Money::new(minor, store.currency) }
    });
    Ok(steps.collect())
}

/// Days in one bar.
fn step(days: i64) -> i64 {
    match days {
        ..=62 => 1,
        63..=200 => 7,
        201..=800 => 30,
        _ => 90,
    }
}
