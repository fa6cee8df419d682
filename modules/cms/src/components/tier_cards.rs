//! The tiers as cards.

use leptos::prelude::*;
use orion_contracts::billing::{PricingView, TierView};
use orion_kernel::{Locale, fmt};
use orion_ui::{LinkButton, PricingCard, PricingGrid, Size, Variant, page::locale};

use crate::{
    i18n::{page, td_string},
    paths,
    views::OfferLabels,
};

/// What the button that leads to a shop says.
#[must_use]
pub fn start_label(trial_days: i32) -> String {
    let l = page();
    if trial_days > 0 {
        td_string!(l, offer.try_days, days = trial_days)
    } else {
        td_string!(l, offer.start).to_owned()
    }
}

/// A card for each tier; without labels only name, price and whom it is for.
#[component]
pub fn TierCards(
    /// What is sold.
    pricing: PricingView,
    /// Paid by the year.
    #[prop(optional)]
    is_annual: bool,
    /// The names of features and limits.
    #[prop(optional)]
    labels: OfferLabels,
) -> AnyView {
    let cards = pricing.tiers.into_iter().map(|tier| card(tier, is_annual, &labels)).collect_view();
    view! { <PricingGrid>{cards}</PricingGrid> }.into_any()
}

fn card(tier: TierView, is_annual: bool, labels: &OfferLabels) -> AnyView {
    let l = page();
    let (price, period) = price(&tier, is_annual);
    let highlight = if tier.is_highlighted { td_string!(l, offer.recommended) } else { "" };
    let variant = if tier.is_highlighted { Variant::Primary } else { Variant::Secondary };
    let is_priced = tier.monthly.is_some();
    let label = if is_priced { start_label(tier.trial_days) } else { td_string!(l, offer.contact).to_owned() };
    let features = contents(&tier, labels);
    view! {
        <PricingCard
            name=tier.name
            price
            period
            description=tier.description
            features
            highlight
            actions=move || view! { <LinkButton label href=paths::CONTACT variant size=Size::Medium wide=true/> }
        />
    }
    .into_any()
}

/// The price, and what it is for.
fn price(tier: &TierView, is_annual: bool) -> (String, String) {
    let l = page();
    let wanted = if is_annual { tier.annual } else { tier.monthly };
    let Some(price) = wanted else { return (td_string!(l, offer.on_request).to_owned(), String::new()) };
    let shown = fmt::money(locale(), price);
    if !is_annual {
        return (shown, td_string!(l, offer.a_month).to_owned());
    }
    let saved = tier
        .monthly
        .and_then(|monthly| monthly.checked_mul(12).ok()?.checked_sub(price).ok())
        .filter(|saved| saved.minor > 0);
    let period = match saved {
        Some(saved) => td_string!(l, offer.a_year_saving, amount = fmt::money(locale(), saved)),
        None => td_string!(l, offer.a_year).to_owned(),
    };
    (shown, period)
}

/// What is in a tier: its limits, then its features, as far as they have names.
fn contents(tier: &TierView, labels: &OfferLabels) -> Vec<String> {
    let limits = labels.limits.iter().filter_map(|label| {
        let (_, limit) = tier.limits.iter().find(|(code, _)| *code == label.code)?;
        Some(limit_line(locale(), &label.label, *limit))
    });
    let features = labels.features.iter().filter(|label| tier.features.contains(&label.code));
    limits.chain(features.map(|label| label.label.clone())).collect()
}

fn limit_line(locale: Locale, label: &str, limit: Option<i64>) -> String {
    let value = match limit {
        Some(limit) => fmt::number(locale, limit),
        None => td_string!(page(), offer.unlimited).to_owned(),
    };
    format!("{label}: {value}")
}
