//! What a list shows in place of rows.

use leptos::prelude::*;
use orion_kernel::{AppError, boot::set_status};

use super::{Empty, IndexQuery};
use crate::{
    action::{LinkButton, Variant},
    i18n::{page, td_string},
    icon::IconName,
    status::{Alert, EmptyState},
    texts::message,
    tone::Tone,
};

/// No rows: none match, or there are none yet.
pub(super) fn nothing(query: &IndexQuery, empty: &Empty, path: &str) -> AnyView {
    let l = page();
    if query.is_narrowed() {
        let path = path.to_owned();
        return view! {
            <EmptyState
                title=td_string!(l, list.nothing_matches).to_string()
                body=td_string!(l, list.nothing_matches_body).to_string()
                icon=IconName::Search
                actions=move || view! { <LinkButton label=td_string!(l, list.show_all).to_string() href=path /> }
            />
        }
        .into_any();
    }
    let title = empty.title_or(|| td_string!(l, list.nothing_yet).to_string());
    let action = empty.action.clone();
    view! {
        <EmptyState
            title
            body=empty.body.clone()
            icon=empty.icon
            actions=move || {
                action.map(|(label, href)| view! { <LinkButton label href variant=Variant::Primary /> })
            }
        />
    }
    .into_any()
}

/// A page behind the last one: rows have gone since, or the address is not one of this list's.
pub(super) fn beyond(query: &IndexQuery, path: &str) -> AnyView {
    let first = format!("{path}{}", query.with(|query| query.page = 0).query());
    let l = page();
    view! {
        <EmptyState
            title=td_string!(l, list.beyond).to_string()
            body=td_string!(l, list.beyond_body).to_string()
            actions=move || view! { <LinkButton label=td_string!(l, list.first).to_string() href=first /> }
        />
    }
    .into_any()
}

/// No answer.
pub(super) fn failed(query: &IndexQuery, error: &AppError, path: &str) -> AnyView {
    set_status(error.kind.status());
    let again = query.address(path);
    let l = page();
    view! {
        <div class="card-body">
            <Alert
                tone=Tone::Critical
                title=message(error)
                actions=move || {
                    view! { <LinkButton label=td_string!(l, pages.retry).to_string() href=again external=true /> }
                }
            />
        </div>
    }
    .into_any()
}
