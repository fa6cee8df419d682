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
    view! {
        <Title text=title.clone() />
        <div class="page" data-width="narrow">
            <EmptyState title body icon actions whole_page=true />
        </div>
    }
    .into_any()
}
