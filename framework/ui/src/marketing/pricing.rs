//! What it costs: cards of plans, and the table of everything.

use leptos::prelude::*;

use crate::{
    field::filled,
    i18n::{page, td_string},
    icon::{self, Icon, IconName},
    status::Badge,
    tone::Tone,
};

/// Plans side by side; fill it with [`PricingCard`].
#[component]
pub fn PricingGrid(
    /// The cards.
    children: Children,
) -> AnyView {
    view! { <div class="plans">{children()}</div> }.into_any()
}

/// A plan, its price, and what is in it.
#[component]
pub fn PricingCard(
    /// Its name.
    #[prop(into)]
    name: String,
    /// Its price, formatted.
    #[prop(into)]
    price: String,
    /// What the price is for: "a month, billed yearly".
    #[prop(optional, into)]
    period: String,
    /// Whom it is for.
    #[prop(optional, into)]
    description: String,
    /// What is in it.
    #[prop(optional)]
    features: Vec<String>,
    /// Sets it off with this badge.
    #[prop(optional, into)]
    highlight: String,
    /// The button.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
) -> AnyView {
    let highlighted = !highlight.is_empty();
    view! {
        <article class="plan" data-highlight=highlighted>
            <div class="stack" data-gap="tight">
                <div class="plan-name">
                    <h3>{name}</h3>
                    {filled(highlight).map(|label| view! { <Badge label tone=Tone::Accent /> })}
                </div>
                {filled(description).map(|description| view! { <p class="plan-description">{description}</p> })}
            </div>
            <p class="plan-price">
                <strong>{price}</strong>
                {filled(period).map(|period| view! { <span>{period}</span> })}
            </p>
            <div>{actions.map(ViewFnOnce::run)}</div>
            <Ticks items=features />
        </article>
    }
    .into_any()
}

/// A list of what one gets.
#[component]
pub fn Ticks(
    /// The things.
    items: Vec<String>,
) -> AnyView {
    let items = items
        .into_iter()
        .map(|item| view! { <li>{icon::small(IconName::Check)}<span>{item}</span></li> })
        .collect_view();
    view! { <ul class="ticks">{items}</ul> }.into_any()
}

/// Rows of a comparison under one heading.
#[derive(Clone, Debug)]
pub struct ComparisonGroup {
    title: String,
    rows: Vec<(String, Vec<String>)>,
}

impl ComparisonGroup {
    /// A group by its heading and rows: a feature, and a value for each plan. `+` is a tick, an empty value a dash.
    #[must_use]
    pub fn new(title: impl Into<String>, rows: Vec<(String, Vec<String>)>) -> Self {
        Self { title: title.into(), rows }
    }
}

/// Everything in every plan.
#[component]
pub fn ComparisonTable(
    /// What is compared, for screen readers.
    #[prop(into)]
    caption: String,
    /// The plans.
    columns: Vec<String>,
    /// The features.
    groups: Vec<ComparisonGroup>,
) -> AnyView {
    let span = (columns.len() + 1).to_string();
    let plans = columns.into_iter().map(|plan| view! { <th scope="col">{plan}</th> }).collect_view();
    let bodies = groups
        .into_iter()
        .map(|group| {
            let rows = group
                .rows
                .into_iter()
                .map(|(feature, values)| {
                    let cells = values.into_iter().map(|value| view! { <td>{mark(value)}</td> }).collect_view();
                    view! { <tr><th scope="row">{feature}</th>{cells}</tr> }
                })
                .collect_view();
            view! {
                <tbody>
                    <tr class="comparison-group">
                        <th scope="colgroup" colspan=span.clone()>{group.title}</th>
                    </tr>
                    {rows}
                </tbody>
            }
        })
        .collect_view();
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label=caption>
            <table class="comparison">
                <thead>
                    <tr>
                        <td></td>
                        {plans}
                    </tr>
                </thead>
                {bodies}
            </table>
        </div>
    }
    .into_any()
}

fn mark(value: String) -> AnyView {
    let l = page();
    match value.as_str() {
        "+" => view! { <Icon name=IconName::Check label=td_string!(l, shop.included).to_string() /> }.into_any(),
        "" => view! {
            <span class="comparison-no" aria-hidden="true">"–"</span>
            <span class="visually-hidden">{td_string!(l, shop.not_included).to_string()}</span>
        }
        .into_any(),
        _ => value.into_any(),
    }
}
