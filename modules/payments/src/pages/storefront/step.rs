//! What a shopper sees on the way, where it is not just the next page.

use leptos::prelude::*;
use leptos_meta::Meta;
use leptos_router::hooks::use_location;
use orion_kernel::boot::set_status;
use orion_ui::{Alert, LinkButton, Page, Tone, Variant};

use crate::{
    i18n::{page, td_string},
    views::PayStep,
};

/// The page for a step.
pub fn step_view(step: PayStep) -> AnyView {
    match step {
        PayStep::Leave { address } => leaving(address),
        PayStep::Wait => waiting(),
        PayStep::Unreachable { back } => unreachable(back),
    }
}

/// Seen for a moment, or longer where the browser does not go by itself.
fn leaving(address: String) -> AnyView {
    let l = page();
    let to = address.clone();
    // In place of this page, or the back button would lead here and on again. It fails only for an address that is none; the
    // button is there for that.
    Effect::new(move || drop(window().location().replace(&to)));
    view! {
        <Page title=td_string!(l, pay.leaving_title) narrow=true>
            <p class="muted">{td_string!(l, pay.leaving_body)}</p>
            <div class="row">
                <LinkButton label=td_string!(l, pay.go_on) href=address variant=Variant::Primary external=true/>
            </div>
        </Page>
    }
    .into_any()
}

/// The page loads itself again, with or without scripts, until the bank has answered.
fn waiting() -> AnyView {
    let l = page();
    view! {
        <Meta http_equiv="refresh" content="4"/>
        <Page title=td_string!(l, pay.waiting_title) narrow=true>
            <Alert tone=Tone::Info title=td_string!(l, pay.waiting_lead)>
                <p>{td_string!(l, pay.waiting_body)}</p>
            </Alert>
        </Page>
    }
    .into_any()
}

fn unreachable(back: String) -> AnyView {
    let l = page();
    set_status(503);
    let again = use_location().pathname.get_untracked();
    view! {
        <Page title=td_string!(l, pay.unreachable_title) narrow=true>
            <Alert tone=Tone::Warning title=td_string!(l, errors.provider_unreachable)/>
            <div class="row">
                <LinkButton label=td_string!(l, pay.try_again) href=again variant=Variant::Primary external=true/>
                <LinkButton label=td_string!(l, pay.choose_another) href=back external=true/>
            </div>
        </Page>
    }
    .into_any()
}
