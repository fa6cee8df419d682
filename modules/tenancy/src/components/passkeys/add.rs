//! The button that adds a passkey to one's account.

use leptos::{prelude::*, task::spawn_local};
use orion_kernel::AppError;
use orion_ui::{Alert, Button, IconName, TextField, Tone};

use super::browser::{Ask, ask, use_is_supported};
use crate::{
    error,
    i18n::{page, td_string},
    model::Office,
    server_fns::{admin, store},
};

/// Makes a passkey with a name.
#[component]
pub fn AddPasskey(
    /// Which back office it stands in.
    office: Office,
    /// Gets the recovery codes of whoever had none; empty otherwise.
    on_added: Callback<Vec<String>>,
) -> impl IntoView {
    let l = page();
    let is_supported = use_is_supported();
    let name = RwSignal::new(td_string!(l, security.passkeys.default_name).to_owned());
    let busy = RwSignal::new(false);
    let fault = RwSignal::new(None::<AppError>);
    let run = Callback::new(move |()| {
        busy.set(true);
        fault.set(None);
        spawn_local(async move {
            match add(office, name.get_untracked()).await {
                Ok(Some(codes)) => on_added.run(codes),
                Ok(None) => {}
                Err(error) => fault.set(Some(error)),
            }
            busy.set(false);
        });
    });
    let form = move || {
        view! {
            <div class="stack">
                <TextField
                    name="passkey_name"
                    label=td_string!(l, security.passkeys.name)
                    hint=td_string!(l, security.passkeys.name_hint)
                    value=name.get_untracked()
                    maxlength=60
                    on_input=Callback::new(move |text| name.set(text))
                />
                <div class="row">
                    <Button label=td_string!(l, security.passkeys.add) icon=IconName::Key busy=busy on_click=run/>
                </div>
            </div>
        }
    };
    view! {
        {move || {
            if is_supported.get() {
                form().into_any()
            } else {
                view! { <p class="muted">{td_string!(l, security.passkeys.unsupported)}</p> }.into_any()
            }
        }}
        {move || fault.get().map(|fault| view! { <Alert tone=Tone::Critical>{error::sentence(&fault)}</Alert> })}
    }
}

/// The recovery codes; nothing when they have changed their mind.
async fn add(office: Office, name: String) -> Result<Option<Vec<String>>, AppError> {
    let options = match office {
        Office::Admin => admin::identity::start_passkey().await?,
        Office::Store => store::identity::start_passkey().await?,
    };
    let Some(answer) = ask(Ask::Create, &options).await else { return Ok(None) };
    let codes = match office {
        Office::Admin => admin::identity::add_passkey(name, answer).await?,
        Office::Store => store::identity::add_passkey(name, answer).await?,
    };
    Ok(Some(codes))
}
