//! The button that signs in with a passkey. With scripts only, and only where the browser knows passkeys.

use leptos::{prelude::*, task::spawn_local};
use orion_kernel::AppError;
use orion_ui::{Alert, Button, IconName, Tone, Variant};

use super::browser::{Ask, ask, use_is_supported};
use crate::{
    error,
    i18n::{page, td_string},
    model::{Door, Wishes},
    server_fns::{admin, platform},
};

/// Signs in with a passkey: no e-mail address, no password, no second step.
#[component]
pub fn PasskeySignIn(
    /// Whose door it is.
    door: Door,
    /// What they wish for.
    wishes: Wishes,
) -> impl IntoView {
    let is_supported = use_is_supported();
    let busy = RwSignal::new(false);
    let fault = RwSignal::new(None::<AppError>);
    let run = Callback::new(move |()| {
        let wishes = wishes.clone();
        busy.set(true);
        fault.set(None);
        spawn_local(async move {
            match sign_in(door, wishes).await {
                Ok(Some(address)) => {
                    let _ = window().location().set_href(&address);
                }
                Ok(None) => busy.set(false),
                Err(error) => {
                    fault.set(Some(error));
                    busy.set(false);
                }
            }
        });
    });
    view! {
        {move || {
            let l = page();
            is_supported.get().then(|| {
                view! {
                    <Button
                        label=td_string!(l, security.passkeys.sign_in)
                        icon=IconName::Key
                        variant=Variant::Secondary
                        wide=true
                        busy=busy
                        on_click=run
                    />
                }
            })
        }}
        {move || fault.get().map(|fault| view! { <Alert tone=Tone::Critical>{error::sentence(&fault)}</Alert> })}
    }
}

/// Where to go; nothing when they have changed their mind.
async fn sign_in(door: Door, wishes: Wishes) -> Result<Option<String>, AppError> {
    let options = match door {
        Door::Platform => platform::identity::ask_for_passkey().await?,
        Door::Admin => admin::identity::ask_for_passkey().await?,
    };
    let Some(answer) = ask(Ask::Get, &options).await else { return Ok(None) };
    let Wishes { next, remember } = wishes;
    let address = match door {
        Door::Platform => platform::identity::sign_in_with_passkey(answer, next, remember).await?,
        Door::Admin => admin::identity::sign_in_with_passkey(answer, next, remember).await?,
    };
    Ok(Some(address))
}
