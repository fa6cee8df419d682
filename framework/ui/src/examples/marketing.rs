//! Sections that persuade.

use leptos::prelude::*;

use super::Named;
use crate::{
    ComparisonGroup, ComparisonTable, Faq, Feature, FeatureGrid, Hero, IconName, LinkButton, PricingCard, PricingGrid,
    Quote, Section, Size, Variant,
};

pub(super) const EXAMPLES: &[Named] = &[
    ("Hero", hero),
    ("FeatureGrid", features),
    ("PricingGrid", plans),
    ("ComparisonTable", comparison),
    ("Faq", faq),
    ("Quote", quote),
];

fn hero() -> AnyView {
    view! {
        <Hero
            title="Your shop, open tonight"
            lead="Products, payments, parcels and invoices in one place, in four languages."
            eyebrow="For shops in Luxembourg"
            actions=|| view! {
                <LinkButton label="Start for free" href="/signup" variant=Variant::Primary size=Size::Large />
                <LinkButton label="See prices" href="/pricing" size=Size::Large />
            }
        />
    }
    .into_any()
}

fn features() -> AnyView {
    view! {
        <Section title="Everything a shop does" lead="From the first product to the yearly accounts.">
            <FeatureGrid>
                <Feature title="Products" icon=IconName::Tag>"Variants, stock and prices, imported in minutes."</Feature>
                <Feature title="Payments" icon=IconName::CreditCard>"Cards, wallets and transfers, paid out daily."</Feature>
                <Feature title="Parcels" icon=IconName::Truck>"Labels and tracking without another account."</Feature>
            </FeatureGrid>
        </Section>
    }
    .into_any()
}

fn plans() -> AnyView {
    let small = vec!["50 products".to_owned(), "One language".to_owned()];
    let large = vec!["All products".to_owned(), "Four languages".to_owned(), "Two shops".to_owned()];
    view! {
        <PricingGrid>
            <PricingCard
                name="Start"
                price="0 €"
                period="a month"
                description="To try it out."
                features=small
                actions=|| view! { <LinkButton label="Start" href="/signup" wide=true /> }
            />
            <PricingCard
                name="Shop"
                price="39 €"
                period="a month"
                description="For a shop that sells every day."
                features=large
                highlight="Most chosen"
                actions=|| view! { <LinkButton label="Try 14 days" href="/signup" variant=Variant::Primary wide=true /> }
            />
        </PricingGrid>
    }
    .into_any()
}

fn comparison() -> AnyView {
    let row = |feature: &str, start: &str, shop: &str| (feature.to_owned(), vec![start.to_owned(), shop.to_owned()]);
    let groups = vec![ComparisonGroup::new(
        "Selling",
        vec![row("Products", "50", "Unlimited"), row("Own domain", "", "+"), row("Discount codes", "+", "+")],
    )];
    view! { <ComparisonTable caption="Plans compared" columns=vec!["Start".to_owned(), "Shop".to_owned()] groups /> }
        .into_any()
}

fn faq() -> AnyView {
    let items = vec![
        ("Can I move my shop to Orion?".to_owned(), "Yes. Import products and customers from a file.".to_owned()),
        ("What does a payment cost?".to_owned(), "What the payment service takes, and nothing on top.".to_owned()),
    ];
    view! { <Faq items /> }.into_any()
}

fn quote() -> AnyView {
    view! {
        <Quote
            text="We were selling an hour after signing up."
            name="Anna Schmit"
            role="Atelier Schmit, Esch-sur-Alzette"
        />
    }
    .into_any()
}
