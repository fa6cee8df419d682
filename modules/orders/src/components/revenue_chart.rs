//! The revenue of the dashboard's period.

use leptos::prelude::*;
use orion_kernel::{Money, fmt};
use orion_ui::{BarChart, Card, Point, may, page, use_period};

use crate::{
    i18n::{page as texts, td_string},
    permissions,
    server_fns::store::revenue,
    views::DayRevenue,
};

/// A bar a day, or for a longer stretch where there are many. Shows nothing to whom may not see orders, and nothing in a shop that has not sold anything yet.
#[component]
pub fn RevenueChart() -> AnyView {
    let may = may(permissions::VIEW);
    if !may {
        return ().into_any();
    }
    let period = use_period();
    let days = Resource::new(move || period.get(), revenue);
    view! {
        <Transition>
            {move || Suspend::new(async move {
                days.await.ok().filter(|days| days.iter().any(|day| day.orders > 0)).map(chart)
            })}
        </Transition>
    }
    .into_any()
}

fn chart(days: Vec<DayRevenue>) -> AnyView {
    let (l, locale) = (texts(), page::locale());
    let total: i64 = days.iter().map(|day| day.revenue.minor).sum();
    let total = fmt::money(locale, Money::new(total, page::currency()));
    let points = days
        .into_iter()
        .map(|day| {
            // A bar's height need not be exact to the cent.
            let height = day.revenue.minor as f64 / 100.0;
            Point::new(fmt::date_short(locale, day.day), height, fmt::money(locale, day.revenue))
        })
        .collect::<Vec<_>>();
    view! {
        <Card>
            <BarChart
                title=td_string!(l, chart.title)
                points
                description=td_string!(l, chart.total, revenue = total)
            />
        </Card>
    }
    .into_any()
}
