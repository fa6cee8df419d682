//! Cards, facts and figures.

use leptos::prelude::*;

use crate::{action::Link, field::filled, tone::Tone};

/// A surface for things that belong together.
#[component]
pub fn Card(
    /// What it is about.
    #[prop(optional, into)]
    title: String,
    /// A sentence below the title.
    #[prop(optional, into)]
    subtitle: String,
    /// Buttons at the title's end.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// Below a line at the bottom.
    #[prop(optional, into)]
    footer: Option<ViewFnOnce>,
    /// Without space around the content: for tables and lists.
    #[prop(optional)]
    flush: bool,
    /// Further classes.
    #[prop(optional, into)]
    class: String,
    /// The content.
    children: Children,
) -> AnyView {
    let head = (!title.is_empty() || actions.is_some()).then(|| {
        view! {
            <div class="card-head">
                {filled(title).map(|title| view! { <h2 class="card-title">{title}</h2> })}
                {actions.map(|actions| view! { <div class="button-group">{actions.run()}</div> })}
                {filled(subtitle).map(|subtitle| view! { <p>{subtitle}</p> })}
            </div>
        }
    });
    view! {
        <section class=format!("card {class}") data-flush=flush>
            {head}
            <div class="card-body">{children()}</div>
            {footer.map(|footer| view! { <div class="card-foot">{footer.run()}</div> })}
        </section>
    }
    .into_any()
}

/// A figure and how it moves.
#[component]
pub fn StatCard(
    /// What is counted, and over which time.
    #[prop(into)]
    label: String,
    /// The figure, formatted.
    #[prop(into)]
    value: String,
    /// How it changed, such as "+12 % since last week".
    #[prop(optional, into)]
    change: String,
    /// Whether the change is good or bad.
    #[prop(optional)]
    tone: Tone,
    /// The page behind it, below the base.
    #[prop(optional, into)]
    href: String,
) -> AnyView {
    let label = match filled(href) {
        Some(href) => view! { <Link href plain=true>{label}</Link> }.into_any(),
        None => label.into_any(),
    };
    view! {
        <div class="stat">
            <p class="stat-label">{label}</p>
            <p class="stat-value">{value}</p>
            {filled(change).map(|change| view! { <p class="stat-change" data-tone=tone.code()>{change}</p> })}
        </div>
    }
    .into_any()
}

/// Terms and what they are; fill it with [`Fact`].
#[component]
pub fn DescriptionList(
    /// As a sum: amounts at the end of each line.
    #[prop(optional)]
    sum: bool,
    /// The facts.
    children: Children,
) -> AnyView {
    view! { <dl class="facts" data-layout=sum.then_some("sum")>{children()}</dl> }.into_any()
}

/// One fact of a [`DescriptionList`].
#[component]
pub fn Fact(
    /// What it is.
    #[prop(into)]
    term: String,
    /// The bottom line of a sum.
    #[prop(optional)]
    strong: bool,
    /// Its value.
    children: Children,
) -> AnyView {
    view! {
        <div class="fact" data-strong=strong>
            <dt>{term}</dt>
            <dd>{children()}</dd>
        </div>
    }
    .into_any()
}
