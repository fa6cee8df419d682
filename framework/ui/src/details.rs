//! Page heads, plain pages, and the page about one thing.

use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    action::Link,
    field::filled,
    i18n::{page as texts, td_string},
    icon::{self, IconName},
};

/// The head of a page: where it belongs, its title and state, and what can be done. Sets the window's title.
#[component]
pub fn PageHead(
    /// The page's title.
    #[prop(into)]
    title: String,
    /// A sentence below it.
    #[prop(optional, into)]
    subtitle: String,
    /// The page above it, below the base.
    #[prop(optional, into)]
    back: String,
    /// What that page is called.
    #[prop(optional, into)]
    back_label: String,
    /// Badges beside the title.
    #[prop(optional, into)]
    status: Option<ViewFnOnce>,
    /// One primary button, the rest in a menu.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
) -> AnyView {
    let back = filled(back).map(|href| {
        let label = filled(back_label).unwrap_or_else(|| td_string!(texts(), pages.back).to_string());
        view! {
            <Link href plain=true class="back-link">
                {icon::small(IconName::ArrowLeft)}
                {label}
            </Link>
        }
    });
    view! {
        <Title text=title.clone() />
        <header class="page-head">
            {back}
            <div class="page-head-row">
                <div class="page-title">
                    <h1>{title}</h1>
                    {status.map(ViewFnOnce::run)}
                </div>
                {actions.map(|actions| view! { <div class="page-actions">{actions.run()}</div> })}
            </div>
            {filled(subtitle).map(|subtitle| view! { <p class="page-subtitle">{subtitle}</p> })}
        </header>
    }
    .into_any()
}

/// A page with a head and whatever stands below.
#[component]
pub fn Page(
    /// The page's title.
    #[prop(into)]
    title: String,
    /// A sentence below it.
    #[prop(optional, into)]
    subtitle: String,
    /// The page above it, below the base.
    #[prop(optional, into)]
    back: String,
    /// What that page is called.
    #[prop(optional, into)]
    back_label: String,
    /// Badges beside the title.
    #[prop(optional, into)]
    status: Option<ViewFnOnce>,
    /// One primary button, the rest in a menu.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// As wide as a form.
    #[prop(optional)]
    narrow: bool,
    /// The content.
    children: Children,
) -> AnyView {
    view! {
        <div class="page" data-width=narrow.then_some("narrow")>
            {PageHead(PageHeadProps { title, subtitle, back, back_label, status, actions })}
            {children()}
        </div>
    }
    .into_any()
}

/// The page about one thing: a main column of cards, a side column of facts, the history below.
#[component]
pub fn ResourceDetails(
    /// The thing's name.
    #[prop(into)]
    title: String,
    /// A sentence below it: when, by whom.
    #[prop(optional, into)]
    subtitle: String,
    /// The list it stands in, below the base.
    #[prop(optional, into)]
    back: String,
    /// What that list is called.
    #[prop(optional, into)]
    back_label: String,
    /// Its states as badges.
    #[prop(optional, into)]
    status: Option<ViewFnOnce>,
    /// One primary button, the rest in a menu.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// Cards of facts at the side.
    #[prop(optional, into)]
    side: Option<ViewFnOnce>,
    /// Below the main column: the timeline.
    #[prop(optional, into)]
    after: Option<ViewFnOnce>,
    /// The main column's cards.
    children: Children,
) -> AnyView {
    view! {
        <div class="page">
            {PageHead(PageHeadProps { title, subtitle, back, back_label, status, actions })}
            <div class="details">
                <div class="details-main">{children()}</div>
                {side.map(|side| view! { <aside class="details-side">{side.run()}</aside> })}
                {after.map(|after| view! { <div class="details-after">{after.run()}</div> })}
            </div>
        </div>
    }
    .into_any()
}
