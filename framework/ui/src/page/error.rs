//! The pages for when there is nothing to show.

use leptos::prelude::*;
use leptos_meta::Title;
use orion_kernel::{AppError, ErrorKind, boot::set_status};

use crate::{
    action::{LinkButton, Variant},
    i18n::{page, td_string},
    icon::IconName,
    status::EmptyState,
    texts::message,
};

/// The page for an address that leads nowhere; sets the status 404.
#[component]
pub fn NotFoundPage() -> AnyView {
    error_page(&AppError::not_found())
}

/// The page for an error, with the status of its kind.
#[component]
pub fn ErrorPage(
    /// What went wrong.
    error: AppError,
) -> AnyView {
    error_page(&error)
}

/// [`NotFoundPage`] as a function, for the arms of a `match`.
#[must_use]
pub fn not_found() -> AnyView {
    error_page(&AppError::not_found())
}

/// [`ErrorPage`] as a function, for the arms of a `match`.
#[must_use]
pub fn error_page(error: &AppError) -> AnyView {
    set_status(error.kind.status());
    let l = page();
    let (icon, title, body) = match error.kind {
        ErrorKind::NotFound => (
            IconName::Search,
            td_string!(l, pages.not_found_title).to_string(),
            td_string!(l, pages.not_found_body).to_string(),
        ),
        ErrorKind::Forbidden | ErrorKind::Unauthenticated => {
            (IconName::Lock, td_string!(l, pages.forbidden_title).to_string(), message(error))
        }
        ErrorKind::Unavailable | ErrorKind::RateLimited => {
            (IconName::Hourglass, td_string!(l, pages.unavailable_title).to_string(), message(error))
        }
        ErrorKind::Invalid | ErrorKind::Conflict | ErrorKind::TooLarge | ErrorKind::Internal => {
            (IconName::TriangleAlert, td_string!(l, pages.error_title).to_string(), message(error))
        }
    };
    let actions = move || {
        view! { <LinkButton label=td_string!(l, pages.go_home).to_string() href="/" variant=Variant::Secondary /> }
    };
    view! { <EmptyPage title body icon actions /> }.into_any()
}

/// A page with nothing in it but why, and what to do next.
#[component]
pub fn EmptyPage(
    /// What is missing; the page's title too.
    #[prop(into)]
    title: String,
    /// Why, and what next.
    #[prop(into)]
    body: String,
    /// Its picture.
    icon: IconName,
    /// What to do.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
) -> AnyView {
    let state = match actions {
        Some(actions) => view! { <EmptyState title=title.clone() body icon actions whole_page=true /> },
        None => view! { <EmptyState title=title.clone() body icon whole_page=true /> },
    };
    view! {
        <Title text=title />
        <div class="page" data-width="narrow">{state}</div>
    }
    .into_any()
}
