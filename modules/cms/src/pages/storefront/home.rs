//! The store's home: what it is, what it sells, why to buy here.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use orion_contracts::slots::STOREFRONT_HOME;
use orion_kernel::boot::boot;
use orion_ui::{Feature, FeatureGrid, Hero, IconName, Image, LinkButton, Load, Section, Size, SlotOutlet, Variant};

use crate::{
    i18n::{page, td_string},
    server_fns::storefront::read_home,
    views::StorefrontHome,
};

/// The home page.
#[component]
pub fn Home() -> impl IntoView {
    let home = Resource::new(|| (), |()| read_home());
    view! {
        <Load value=home view=top/>
        <SlotOutlet at=STOREFRONT_HOME/>
        <Promises/>
    }
}

fn top(home: StorefrontHome) -> AnyView {
    let l = page();
    let boot = boot();
    let has_catalog = boot.as_ref().is_some_and(|boot| boot.has_module("catalog"));
    let name = boot.and_then(|boot| boot.store).map(|store| store.name).unwrap_or_default();
    let window_title = if home.tagline.is_empty() { name.clone() } else { format!("{name}: {}", home.tagline) };
    let title = if home.title.is_empty() { name } else { home.title };
    let lead = if home.text.is_empty() { home.tagline } else { home.text };
    let description = (!lead.is_empty()).then(|| view! { <Meta name="description" content=lead.clone()/> });
    let look = move || {
        has_catalog.then(|| {
            view! {
                <LinkButton label=td_string!(l, shop.look) href="/products" variant=Variant::Primary size=Size::Large/>
            }
        })
    };
    let hero = match home.picture {
        Some(picture) => view! {
            <Hero
                title
                lead
                actions=look
                media=move || view! { <Image picture eager=true sizes="(min-width: 56rem) 50vw, 100vw"/> }
            />
        }
        .into_any(),
        None => view! { <Hero title lead actions=look/> }.into_any(),
    };
    view! {
        <Title text=window_title/>
        {description}
        {hero}
    }
    .into_any()
}

/// What holds for every shop here, by law and by construction.
#[component]
fn Promises() -> AnyView {
    let l = page();
    view! {
        <Section title=td_string!(l, shop.why) sunken=true>
            <FeatureGrid>
                <Feature title=td_string!(l, shop.withdrawal) icon=IconName::Undo2>{td_string!(l, shop.withdrawal_text)}</Feature>
                <Feature title=td_string!(l, shop.prices) icon=IconName::Receipt>{td_string!(l, shop.prices_text)}</Feature>
                <Feature title=td_string!(l, shop.payment) icon=IconName::Lock>{td_string!(l, shop.payment_text)}</Feature>
            </FeatureGrid>
        </Section>
    }
    .into_any()
}
