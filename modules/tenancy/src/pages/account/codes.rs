//! The recovery codes: how many are left, and new ones.

use leptos::prelude::*;
use orion_ui::{Card, Dialog, DialogButton, Form, SettingsSection, SubmitButton, TextField, TextKind, done, say_done};

use super::actions::Call;
use crate::{
    components::RecoveryCodes,
    error,
    i18n::{page, td_string},
    views::Security,
};

/// Says how many are left, and makes new ones.
pub fn codes_section<S: Call<Vec<String>>>(security: &Security, renew: ServerAction<S>) -> impl IntoView + use<S> {
    let l = page();
    let left = security.codes_left;
    say_done(done(renew), td_string!(l, security.codes.renewed));
    let fresh = move || {
        renew.value().with(|outcome| match outcome {
            Some(Ok(codes)) => Some(view! { <RecoveryCodes codes=codes.clone()/> }),
            _ => None,
        })
    };
    view! {
        <SettingsSection title=td_string!(l, security.codes.title) description=td_string!(l, security.codes.lead)>
            {fresh}
            <Card>
                <div class="stack">
                    <p>{td_string!(l, security.codes.left, count = left.to_string()).to_string()}</p>
                    <div class="row">
                        <DialogButton dialog="renew-codes" label=td_string!(l, security.codes.renew)/>
                    </div>
                </div>
            </Card>
            <Dialog id="renew-codes" title=td_string!(l, security.codes.renew_title)>
                <Form action=renew reset_on_success=true error_text=error::text>
                    <div class="stack">
                        <p class="muted">{td_string!(l, security.codes.renew_body)}</p>
                        <TextField
                            name="current_password"
                            label=td_string!(l, profile.current_password)
                            kind=TextKind::Password
                            autocomplete="current-password"
                            required=true
                        />
                        <div class="row" data-justify="end">
                            <SubmitButton label=td_string!(l, security.codes.renew)/>
                        </div>
                    </div>
                </Form>
            </Dialog>
        </SettingsSection>
    }
}
