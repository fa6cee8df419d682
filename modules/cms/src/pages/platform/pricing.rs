//! What it costs: cards, the comparison of everything, questions.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use leptos_router::hooks::use_query_map;
use orion_contracts::billing::{PRICING, PricingView};
use orion_kernel::{boot::boot, fmt};
use orion_ui::{
    ComparisonGroup, ComparisonTable, EmptyState, Faq, Hero, IconName, LinkButton, Load, Section, Variant, page::locale,
};

use crate::{
    components::TierCards,
    i18n::{page, td_string},
    paths,
    server_fns::platform::read_offer_labels,
    views::OfferLabels,
};

/// The prices, by the month or the year as the address says.
#[component]
pub fn Pricing() -> impl IntoView {
    let l = page();
    let query = use_query_map();
    let is_annual = Memo::new(move |_| query.read().get("period").is_some_and(|period| period == "annual"));
    let labels = Resource::new(|| (), |()| read_offer_labels());
    let boot = boot();
    let name = boot.as_ref().map(|boot| boot.platform.name.clone()).unwrap_or_default();
    let pricing = boot.and_then(|boot| boot.value(PRICING)).unwrap_or_default();
    view! {
        <Title text=td_string!(l, pricing.window_title, name = name)/>
        <Meta name="description" content=td_string!(l, pricing.lead)/>
        <Hero title=td_string!(l, pricing.title) lead=td_string!(l, pricing.lead)/>
        <Load value=labels view=move |labels| offer(pricing.clone(), labels, is_annual)/>
        <Section title=td_string!(l, pricing.faq_title)>
            <Faq items=questions()/>
        </Section>
    }
}

fn offer(pricing: PricingView, labels: OfferLabels, is_annual: Memo<bool>) -> AnyView {
    let l = page();
    if pricing.tiers.is_empty() {
        return view! {
            <Section>
                <EmptyState title=td_string!(l, pricing.empty_title) body=td_string!(l, pricing.empty_body) icon=IconName::Tag/>
            </Section>
        }
        .into_any();
    }
    let table = comparison(&pricing, &labels);
    let columns = pricing.tiers.iter().map(|tier| tier.name.clone()).collect();
    view! {
        <Section>
            {move || {
                let is_annual = is_annual.get();
                view! {
                    <div class="stack">
                        <Periods is_annual/>
                        <TierCards pricing=pricing.clone() is_annual labels=labels.clone()/>
                        <p class="muted">{td_string!(l, pricing.vat)}</p>
                    </div>
                }
            }}
        </Section>
        <Section title=td_string!(l, pricing.compare_title) sunken=true>
            <ComparisonTable caption=td_string!(l, pricing.compare_title) columns groups=table/>
        </Section>
    }
    .into_any()
}

/// By the month or by the year: two links, so that it works before any script.
#[component]
fn Periods(is_annual: bool) -> AnyView {
    let l = page();
    let variant = |chosen: bool| if chosen { Variant::Secondary } else { Variant::Plain };
    let heading = if is_annual { td_string!(l, pricing.by_year) } else { td_string!(l, pricing.by_month) };
    view! {
        <div class="row" data-justify="between">
            <h2>{heading}</h2>
            <div class="row">
                <LinkButton label=td_string!(l, pricing.monthly) href=paths::pricing(false) variant=variant(!is_annual)/>
                <LinkButton label=td_string!(l, pricing.annual) href=paths::pricing(true) variant=variant(is_annual)/>
            </div>
        </div>
    }
    .into_any()
}

fn comparison(pricing: &PricingView, labels: &OfferLabels) -> Vec<ComparisonGroup> {
    let l = page();
    let limits = labels.limits.iter().map(|label| {
        let values = pricing.tiers.iter().map(|tier| match tier.limits.iter().find(|(code, _)| *code == label.code) {
            Some((_, Some(limit))) => fmt::number(locale(), *limit),
            Some((_, None)) => td_string!(l, offer.unlimited).to_owned(),
            None => String::new(),
        });
        (label.label.clone(), values.collect())
    });
    let features = labels.features.iter().map(|label| {
        let values = pricing.tiers.iter().map(|tier| if tier.features.contains(&label.code) { "+" } else { "" });
        (label.label.clone(), values.map(str::to_owned).collect())
    });
    let limits = ComparisonGroup::new(td_string!(l, pricing.limits), limits.collect());
    let features = ComparisonGroup::new(td_string!(l, pricing.features), features.collect());
    vec![limits, features]
}

fn questions() -> Vec<(String, String)> {
    let l = page();
    let pair = |question: &str, answer: &str| (question.to_owned(), answer.to_owned());
    vec![
        pair(td_string!(l, pricing.q_trial), td_string!(l, pricing.a_trial)),
        pair(td_string!(l, pricing.q_change), td_string!(l, pricing.a_change)),
        pair(td_string!(l, pricing.q_limit), td_string!(l, pricing.a_limit)),
        pair(td_string!(l, pricing.q_payment), td_string!(l, pricing.a_payment)),
    ]
}
