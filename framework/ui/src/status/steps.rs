//! Where one is: steps of a way, tabs of a page, the path to it.

use leptos::{html, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};
use leptos_router::components::A;

use crate::{
    action::Link,
    field::filled,
    i18n::{page as texts, td_string},
    page,
};

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Behind.
    Done,
    /// Here.
    Current,
    /// Still to come.
    Ahead,
}

/// A step of a [`Stepper`].
#[derive(Clone, Debug)]
pub struct Step {
    label: String,
    state: StepState,
    href: String,
}

impl Step {
    /// A step by its name and state.
    #[must_use]
    pub fn new(label: impl Into<String>, state: StepState) -> Self {
        Self { label: label.into(), state, href: String::new() }
    }

    /// The step's page below the base, where one may go back.
    #[must_use]
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = href.into();
        self
    }
}

/// The steps of a way, such as a checkout.
#[component]
pub fn Stepper(
    /// The steps in order.
    steps: Vec<Step>,
) -> AnyView {
    let l = texts();
    let items = steps
        .into_iter()
        .map(|step| {
            let (code, spoken) = match step.state {
                StepState::Done => ("done", Some(td_string!(l, status.done).to_string())),
                StepState::Current => ("current", None),
                StepState::Ahead => ("ahead", None),
            };
            let current = (step.state == StepState::Current).then_some("step");
            let label = match filled(step.href) {
                Some(href) => view! { <Link href plain=true>{step.label}</Link> }.into_any(),
                None => view! { <span>{step.label}</span> }.into_any(),
            };
            let spoken = spoken.map(|spoken| view! { <span class="visually-hidden">{spoken}</span> });
            view! { <li data-state=code aria-current=current>{label}{spoken}</li> }
        })
        .collect_view();
    view! {
        <nav aria-label=td_string!(l, status.steps).to_string()>
            <ol class="steps">{items}</ol>
        </nav>
    }
    .into_any()
}

/// A tab: one page of several about the same thing.
#[derive(Clone, Debug)]
pub struct Tab {
    label: String,
    href: String,
    count: Option<u64>,
    current: Option<bool>,
}

impl Tab {
    /// A tab by its name and its page below the base.
    #[must_use]
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into(), count: None, current: None }
    }

    /// How many things are behind it.
    #[must_use]
    pub const fn count(mut self, count: u64) -> Self {
        self.count = Some(count);
        self
    }

    /// Whether it is the one shown, for tabs that differ in their query alone: the path does not tell them apart.
    #[must_use]
    pub const fn current(mut self, current: bool) -> Self {
        self.current = Some(current);
        self
    }
}

/// Tabs, each with an address of its own.
#[component]
pub fn Tabs(
    /// What the tabs are about, for screen readers.
    #[prop(into)]
    label: String,
    /// The tabs.
    items: Vec<Tab>,
) -> AnyView {
    let links = items
        .into_iter()
        .map(|tab| {
            let count = tab.count.map(|count| view! { <span class="count">{count.to_string()}</span> });
            let href = page::href(&tab.href);
            match tab.current {
                Some(current) => {
                    view! { <a href=href aria-current=current.then_some("page")>{tab.label}{count}</a> }.into_any()
                }
                None => view! { <A href=href exact=true>{tab.label}{count}</A> }.into_any(),
            }
        })
        .collect_view();
    let tabs = NodeRef::<html::Nav>::new();
    Effect::new(move || {
        if let Some(tabs) = tabs.get() {
            show_current(&tabs);
        }
    });
    view! { <nav class="tabs" aria-label=label node_ref=tabs>{links}</nav> }.into_any()
}

/// Scrolls the tab of this page into the middle, where they do not all fit.
fn show_current(tabs: &HtmlElement) {
    let current = tabs.query_selector("[aria-current]").ok().flatten();
    if let Some(current) = current.and_then(|current| current.dyn_into::<HtmlElement>().ok()) {
        let before = current.offset_left() - tabs.offset_left();
        tabs.set_scroll_left(before - (tabs.client_width() - current.offset_width()) / 2);
    }
}

/// The way to this page from the top.
#[component]
pub fn Breadcrumbs(
    /// Names and paths below the base; the last one without a path is this page.
    items: Vec<(String, String)>,
) -> AnyView {
    let items = items
        .into_iter()
        .map(|(label, href)| match filled(href) {
            Some(href) => view! { <li><Link href plain=true exact=true>{label}</Link></li> }.into_any(),
            None => view! { <li><span aria-current="page">{label}</span></li> }.into_any(),
        })
        .collect_view();
    view! {
        <nav class="breadcrumbs" aria-label=td_string!(texts(), pages.you_are_here).to_string()>
            <ol>{items}</ol>
        </nav>
    }
    .into_any()
}
