//! States, periods, prices and limits in words.

use leptos::prelude::*;
use orion_kernel::{Money, fmt};
use orion_ui::{Badge, Tone, page::locale};

use crate::{
    i18n::{page, td_string},
    model::{Period, State},
};

/// How a subscription stands.
#[must_use]
pub fn state_label(state: State) -> &'static str {
    let l = page();
    match state {
        State::Trialing => td_string!(l, state.trialing),
        State::Active => td_string!(l, state.active),
        State::Cancelled => td_string!(l, state.cancelled),
    }
}

/// How often a subscription is paid.
#[must_use]
pub fn period_label(period: Period) -> &'static str {
    let l = page();
    match period {
        Period::Monthly => td_string!(l, period.monthly),
        Period::Annual => td_string!(l, period.annual),
    }
}

/// A price, or that there is none to tell.
#[must_use]
pub fn price_text(price: Option<Money>) -> String {
    price.map_or_else(|| td_string!(page(), tier.on_request).to_owned(), |price| fmt::money(locale(), price))
}

/// How much of something there may be.
#[must_use]
pub fn limit_text(limit: Option<i64>) -> String {
    limit.map_or_else(|| td_string!(page(), tier.unlimited).to_owned(), |limit| fmt::number(locale(), limit))
}

/// How a subscription stands.
#[component]
pub fn StateBadge(
    /// How.
    state: State,
) -> AnyView {
    let tone = match state {
        State::Trialing => Tone::Info,
        State::Active => Tone::Success,
        State::Cancelled => Tone::Neutral,
    };
    view! { <Badge label=state_label(state) tone/> }.into_any()
}
