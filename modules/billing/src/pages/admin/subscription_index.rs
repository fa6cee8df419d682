//! The platform's subscriptions.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Column, Empty, ResourceIndex, Scope, page::locale, use_index_query};

use crate::{
    components::{StateBadge, period_label, price_text, state_label},
    i18n::{page, td_string},
    model::State,
    paths,
    server_fns::admin::{count_subscriptions, list_subscriptions},
    views::SubscriptionRow,
};

/// The list.
#[component]
pub fn SubscriptionIndex() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let rows = Resource::new(move || query.get(), list_subscriptions);
    let counts = Resource::new(|| (), |()| count_subscriptions());
    let mut scopes = vec![Scope::new("", td_string!(l, subscription.all))];
    scopes.extend(State::ALL.map(|state| Scope::new(state.code(), state_label(state))));
    view! {
        <ResourceIndex
            title=td_string!(l, subscription.index)
            path=paths::SUBSCRIPTIONS
            query
            rows
            columns=vec![
                Column::new(td_string!(l, subscription.merchant), |row: &SubscriptionRow| row.party.clone()).sort("party"),
                Column::new(
                    td_string!(l, subscription.state),
                    |row: &SubscriptionRow| view! { <StateBadge state=row.state/> },
                ),
                Column::new(td_string!(l, subscription.tier), |row: &SubscriptionRow| row.tier.clone()),
                Column::new(td_string!(l, subscription.trial_ends), |row: &SubscriptionRow| trial_end(row))
                    .sort("trial")
                    .aside(),
                Column::new(td_string!(l, subscription.period), |row: &SubscriptionRow| period_label(row.period)).aside(),
                Column::new(td_string!(l, subscription.price), |row: &SubscriptionRow| price_text(row.price)).end(),
            ]
            row_href=|row: &SubscriptionRow| paths::subscription(row.merchant_id)
            scopes
            counts
            search=td_string!(l, subscription.search)
            empty=Empty::new(td_string!(l, subscription.empty_title), td_string!(l, subscription.empty_body))
        />
    }
}

fn trial_end(row: &SubscriptionRow) -> String {
    let end = row.trial_ends_at.filter(|_| row.state == State::Trialing);
    end.map(|end| fmt::date(locale(), end)).unwrap_or_default()
}
