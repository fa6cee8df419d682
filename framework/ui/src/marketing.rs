//! Sections of pages that persuade: the platform's site, a store's home page.

mod pricing;

use leptos::prelude::*;

pub use pricing::{ComparisonGroup, ComparisonTable, PricingCard, PricingGrid, Ticks};

use crate::{
    field::filled,
    icon::{self, Icon, IconName},
};

/// The opening of a page: what it is, in one sentence.
#[component]
pub fn Hero(
    /// The sentence.
    #[prop(into)]
    title: String,
    /// What it means for the reader.
    #[prop(optional, into)]
    lead: String,
    /// A few words above the title.
    #[prop(optional, into)]
    eyebrow: String,
    /// One or two buttons.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// A picture of the thing itself.
    #[prop(optional, into)]
    media: Option<ViewFnOnce>,
) -> AnyView {
    view! {
        <section class="hero">
            <div class="hero-text">
                {filled(eyebrow).map(|eyebrow| view! { <p class="eyebrow">{eyebrow}</p> })}
                <h1>{title}</h1>
                {filled(lead).map(|lead| view! { <p class="hero-lead">{lead}</p> })}
                {actions.map(|actions| view! { <div class="button-group">{actions.run()}</div> })}
            </div>
            {media.map(|media| view! { <div class="hero-media">{media.run()}</div> })}
        </section>
    }
    .into_any()
}

/// A section under a heading.
#[component]
pub fn Section(
    /// The heading.
    #[prop(optional, into)]
    title: String,
    /// A sentence below it.
    #[prop(optional, into)]
    lead: String,
    /// A few words above it.
    #[prop(optional, into)]
    eyebrow: String,
    /// Set off from the sections around it.
    #[prop(optional)]
    sunken: bool,
    /// A link at the heading's end.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// Unique on the page, for links to the section.
    #[prop(optional, into)]
    id: String,
    /// The content.
    children: Children,
) -> AnyView {
    let head = (!title.is_empty()).then(|| {
        view! {
            <div class="section-head">
                {filled(eyebrow).map(|eyebrow| view! { <p class="eyebrow">{eyebrow}</p> })}
                <h2>{title}</h2>
                {filled(lead).map(|lead| view! { <p class="section-lead">{lead}</p> })}
                {actions.map(|actions| view! { <div>{actions.run()}</div> })}
            </div>
        }
    });
    view! {
        <section class="section" id=filled(id) data-tone=sunken.then_some("sunken")>
            {head}
            {children()}
        </section>
    }
    .into_any()
}

/// Features side by side; fill it with [`Feature`].
#[component]
pub fn FeatureGrid(
    /// The features.
    children: Children,
) -> AnyView {
    view! { <ul class="features">{children()}</ul> }.into_any()
}

/// A feature and what it is good for.
#[component]
pub fn Feature(
    /// Its name.
    #[prop(into)]
    title: String,
    /// Its picture.
    icon: IconName,
    /// What it is good for.
    children: Children,
) -> AnyView {
    view! {
        <li>
            <span class="feature-icon">
                <Icon name=icon />
            </span>
            <h3>{title}</h3>
            <p>{children()}</p>
        </li>
    }
    .into_any()
}

/// Questions that open to their answers.
#[component]
pub fn Faq(
    /// Questions and answers.
    items: Vec<(String, String)>,
) -> AnyView {
    let items = items
        .into_iter()
        .map(|(question, answer)| {
            view! {
                <details>
                    <summary>{question}{icon::small(IconName::ChevronDown)}</summary>
                    <p>{answer}</p>
                </details>
            }
        })
        .collect_view();
    view! { <div class="faq">{items}</div> }.into_any()
}

/// What somebody says about us.
#[component]
pub fn Quote(
    /// The words.
    #[prop(into)]
    text: String,
    /// Who said them.
    #[prop(into)]
    name: String,
    /// What they do, and where.
    #[prop(optional, into)]
    role: String,
) -> AnyView {
    let by = if role.is_empty() { name } else { format!("{name}, {role}") };
    view! {
        <figure class="quote">
            <blockquote>{text}</blockquote>
            <figcaption>{by}</figcaption>
        </figure>
    }
    .into_any()
}
