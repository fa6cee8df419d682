//! The component library: every component of the design system in use. In development only.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::path;
use orion_kernel::{Boot, Frontend, boot::SetStatus, module::Route};
use orion_ui::{Card, Page, examples, lazy::page};

use crate::i18n::{page as texts, td_string};

/// The program's own pages in the admin.
#[derive(Clone, Copy)]
enum AdminPage {
    Components,
}

#[lazy]
fn app_admin_pages(page: Option<AdminPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(AdminPage::Components) => view! { <Components/> }.into_any(),
    }
}

/// The library's place, where there is one.
pub fn routes(boot: &Boot) -> Vec<Route> {
    if boot.is_development && boot.frontend == Frontend::Admin {
        vec![page(path!("components"), AdminPage::Components, app_admin_pages)]
    } else {
        Vec::new()
    }
}

#[component]
fn Components() -> impl IntoView {
    let l = texts();
    // One of the examples is the page for what is not there; it must not become this page's answer.
    provide_context(SetStatus(|_| ()));
    let examples = examples::all();
    let groups = examples
        .chunk_by(|one, other| one.group == other.group)
        .map(|group| {
            let cards = group.iter().map(|example| {
                let (name, show) = (example.name, example.view);
                view! { <Card title=name>{show()}</Card> }
            });
            let cards = cards.collect_view();
            view! {
                <h2>{group[0].group}</h2>
                {cards}
            }
        })
        .collect_view();
    view! {
        <Page title=td_string!(l, components.title) subtitle=td_string!(l, components.lead)>
            {groups}
        </Page>
        // Examples of whole pages have titles too; the last one counts.
        <Title text=td_string!(l, components.title)/>
    }
}
