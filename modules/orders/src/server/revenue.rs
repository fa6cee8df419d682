//! What came in on each of the last days?

use orion_runtime::{Ctx, Result};
use time::{Date, Duration};

use crate::views::DayRevenue;
use orion_kernel::Money;

/// Days of the chart.
const DAYS: i64 = 30;

/// The revenue of each of the last 30 days, oldest first; days without orders are there with nothing.
pub async fn revenue(ctx: &Ctx) -> Result<Vec<DayRevenue>> {
    let store = ctx.store()?;
    let today = ctx.now().date();
    let first = today - Duration::days(DAYS - 1);
    let mut tx = ctx.begin().await?;
    let rows: Vec<(Date, i64, i64)> = sqlx::query_as(
        "select (placed_at at time zone 'UTC')::date as day, count(*), coalesce(sum(total_minor - refunded_minor), 0)::bigint
         from orders.orders where store_id = $1 and placed_at >= $2 and status <> 'cancelled' group by day",
    )
    .bind(store.id.0)
    .bind(first.midnight().assume_utc())
    .fetch_all(tx.conn())
    .await?;
    let days = (0..DAYS).map(|offset| {
        let day = first + Duration::days(offset);
        let (orders, minor) = rows.iter().find(|row| row.0 == day).map_or((0, 0), |row| (row.1, row.2));
        DayRevenue { day: day.midnight().assume_utc(), orders, revenue: Money::new(minor, store.currency) }
    });
    Ok(days.collect())
}
