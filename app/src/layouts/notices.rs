//! What stands above every page while something is unlike usual: an operator acts as somebody else, the store is suspended.

use leptos::prelude::*;
use orion_kernel::{Boot, fmt};

use crate::i18n::{page, td_string};

/// Who acts as whom and until when, with the way out. A form of its own, so that it works without scripts and brings no
/// code of the design system's into every page.
pub fn acting_as(boot: &Boot) -> AnyView {
    let acting = boot.principal.as_ref().and_then(|person| Some((person, person.impersonated_by.clone()?)));
    let Some((person, operator)) = acting else { return ().into_any() };
    let l = page();
    let title = td_string!(l, notices.acting_as, operator = operator, person = person.name.clone()).to_string();
    let until = person.impersonated_until.map(|until| fmt::date_time(boot.locale, until)).unwrap_or_default();
    let body = td_string!(l, notices.acting_until, time = until).to_string();
    let stop = format!("{}/api/v1/{}/tenancy/end_impersonation", boot.base, boot.frontend.code());
    view! {
        <div class="alert" data-tone="warning" role="status">
            <div class="alert-body">
                <p class="alert-title">{title}</p>
                <div>{body}</div>
                <div class="alert-actions">
                    <form method="post" action=stop>
                        <button type="submit" class="button" data-variant="secondary" data-size="small">
                            <span class="button-label">{td_string!(l, notices.stop_acting)}</span>
                        </button>
                    </form>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// That nothing can be changed in this store, and whom to ask.
pub fn suspended(boot: &Boot) -> AnyView {
    if !boot.store.as_ref().is_some_and(|store| store.is_suspended) {
        return ().into_any();
    }
    let l = page();
    let email = boot.platform.support_email.clone();
    let help = (!email.is_empty())
        .then(|| view! { <div>{td_string!(l, notices.suspended_help, email = email).to_string()}</div> });
    view! {
        <div class="alert" data-tone="critical" role="status">
            <div class="alert-body">
                <p class="alert-title">{td_string!(l, notices.suspended_title)}</p>
                <div>{td_string!(l, notices.suspended_body)}</div>
                {help}
            </div>
        </div>
    }
    .into_any()
}
