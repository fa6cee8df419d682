//! From page to page of a list.

use leptos::prelude::*;
use orion_kernel::Page;

use super::IndexQuery;
use crate::{
    action::face,
    i18n::{page as texts, td_string},
    icon::IconName,
};

/// Which rows are shown, and links to the pages before and after.
#[component]
pub fn Pagination(
    /// The list's path below the base.
    #[prop(into)]
    path: String,
    /// What the list was asked for.
    query: IndexQuery,
    /// The page that is shown.
    page: Page,
    /// How many rows there are on all pages.
    total: i64,
) -> AnyView {
    let l = texts();
    let first = page.offset() + 1;
    let last = (page.offset() + page.limit()).min(total);
    let range = td_string!(l, list.range, from = first.min(total), to = last, total = total).to_string();
    let to = |number: u32| query.with(|query| query.page = number).address(&path);
    let previous = (page.number > 1).then(|| to(page.number - 1));
    let next = (last < total).then(|| to(page.number.max(1) + 1));
    view! {
        <nav class="pagination" aria-label=td_string!(l, list.pages).to_string()>
            <span>{range}</span>
            <div>
                {turn(previous, td_string!(l, list.previous).to_string(), IconName::ChevronLeft, "prev")}
                {turn(next, td_string!(l, list.next).to_string(), IconName::ChevronRight, "next")}
            </div>
        </nav>
    }
    .into_any()
}

fn turn(address: Option<String>, label: String, icon: IconName, rel: &'static str) -> AnyView {
    match address {
        Some(address) => view! {
            <a class="button" data-variant="secondary" data-size="small" data-icon-only=true href=address rel=rel>
                {face(label, Some(icon), true)}
            </a>
        }
        .into_any(),
        None => view! {
            <span class="button" data-variant="secondary" data-size="small" data-icon-only=true aria-disabled="true">
                {face(label, Some(icon), true)}
            </span>
        }
        .into_any(),
    }
}
