//! What the platform is, for somebody who has never heard of it.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use orion_contracts::billing::PRICING;
use orion_kernel::boot::boot;
use orion_ui::{Faq, Feature, FeatureGrid, Hero, IconName, LinkButton, Section, Size, Variant};

use crate::{
    components::{TierCards, start_label},
    i18n::{page, td_string},
    paths,
};

/// The home page.
#[component]
pub fn Home() -> impl IntoView {
    let l = page();
    let boot = boot();
    let name = boot.as_ref().map(|boot| boot.platform.name.clone()).unwrap_or_default();
    let pricing = boot.and_then(|boot| boot.value(PRICING)).unwrap_or_default();
    let start = start_label(pricing.trial_days);
    let start_again = start.clone();
    let prices = (!pricing.tiers.is_empty()).then(|| {
        view! {
            <Section
                title=td_string!(l, home.pricing_title)
                lead=td_string!(l, home.pricing_lead)
                sunken=true
                id="prices"
                actions=move || view! { <LinkButton label=td_string!(l, home.compare) href=paths::PRICING/> }
            >
                <TierCards pricing/>
            </Section>
        }
    });
    view! {
        <Title text=td_string!(l, home.window_title, name = name.clone())/>
        <Meta name="description" content=td_string!(l, home.lead)/>
        <Hero
            title=td_string!(l, home.title)
            lead=td_string!(l, home.lead)
            eyebrow=td_string!(l, home.eyebrow)
            actions=move || {
                view! {
                    <LinkButton label=start href=paths::CONTACT variant=Variant::Primary size=Size::Large/>
                    <LinkButton label=td_string!(l, home.see_prices) href=paths::PRICING size=Size::Large/>
                }
            }
        />
        <Section title=td_string!(l, home.features_title) lead=td_string!(l, home.features_lead)>
            <FeatureGrid>
                <Feature title=td_string!(l, home.catalogue) icon=IconName::Tags>{td_string!(l, home.catalogue_text)}</Feature>
                <Feature title=td_string!(l, home.stock) icon=IconName::Boxes>{td_string!(l, home.stock_text)}</Feature>
                <Feature title=td_string!(l, home.orders) icon=IconName::Truck>{td_string!(l, home.orders_text)}</Feature>
                <Feature title=td_string!(l, home.payments) icon=IconName::CreditCard>
                    {td_string!(l, home.payments_text)}
                </Feature>
                <Feature title=td_string!(l, home.languages) icon=IconName::Languages>
                    {td_string!(l, home.languages_text)}
                </Feature>
                <Feature title=td_string!(l, home.law) icon=IconName::ShieldCheck>{td_string!(l, home.law_text)}</Feature>
            </FeatureGrid>
        </Section>
        <Section title=td_string!(l, home.how_title) lead=td_string!(l, home.how_lead)>
            <FeatureGrid>
                <Feature title=td_string!(l, home.step_sign_up) icon=IconName::UserPlus>
                    {td_string!(l, home.step_sign_up_text)}
                </Feature>
                <Feature title=td_string!(l, home.step_fill) icon=IconName::Upload>{td_string!(l, home.step_fill_text)}</Feature>
                <Feature title=td_string!(l, home.step_open) icon=IconName::Store>{td_string!(l, home.step_open_text)}</Feature>
            </FeatureGrid>
        </Section>
        {prices}
        <Section title=td_string!(l, home.faq_title)>
            <Faq items=questions(&name)/>
        </Section>
        <Section title=td_string!(l, home.call_title) lead=td_string!(l, home.call_lead) sunken=true>
            <div class="row">
                <LinkButton label=start_again href=paths::CONTACT variant=Variant::Primary size=Size::Large/>
                <LinkButton label=td_string!(l, home.see_prices) href=paths::PRICING size=Size::Large/>
            </div>
        </Section>
    }
}

fn questions(name: &str) -> Vec<(String, String)> {
    let l = page();
    let pair = |question: &str, answer: String| (question.to_owned(), answer);
    vec![
        pair(td_string!(l, home.q_move), td_string!(l, home.a_move).to_owned()),
        pair(td_string!(l, home.q_fees), td_string!(l, home.a_fees, name = name.to_owned())),
        pair(td_string!(l, home.q_languages), td_string!(l, home.a_languages).to_owned()),
        pair(td_string!(l, home.q_law), td_string!(l, home.a_law).to_owned()),
        pair(td_string!(l, home.q_data), td_string!(l, home.a_data).to_owned()),
        pair(td_string!(l, home.q_cancel), td_string!(l, home.a_cancel).to_owned()),
    ]
}
