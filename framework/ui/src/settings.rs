//! Settings: sections with a title and a sentence at the left, fields at the right.

use leptos::prelude::*;

use crate::{
    details::{PageHead, PageHeadProps},
    field::filled,
};

/// A page of settings; fill it with [`SettingsSection`].
#[component]
pub fn SettingsPage(
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
    /// One primary button, the rest in a menu.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// The sections.
    children: Children,
) -> AnyView {
    view! {
        <div class="page">
            {PageHead(PageHeadProps { title, subtitle, back, back_label, status: None, actions })}
            <div class="settings">{children()}</div>
        </div>
    }
    .into_any()
}

/// Settings that belong together.
#[component]
pub fn SettingsSection(
    /// What they are about.
    #[prop(into)]
    title: String,
    /// What they decide, in a sentence.
    #[prop(optional, into)]
    description: String,
    /// Cards or a form.
    children: Children,
) -> AnyView {
    view! {
        <section class="settings-section">
            <header>
                <h2>{title}</h2>
                {filled(description).map(|description| view! { <p>{description}</p> })}
            </header>
            <div class="stack">{children()}</div>
        </section>
    }
    .into_any()
}
