//! The e-mail address.

use leptos::prelude::*;
use orion_kernel::AppError;
use orion_ui::{
    ActionButton, Alert, Badge, Card, Dialog, DialogButton, Form, Load, SettingsSection, SubmitButton, TextField,
    TextKind, Tone, done, on_done, say_done,
};

use super::actions::Call;
use crate::{
    error,
    i18n::{page, td_string},
    views::Security,
};

/// Shows the address, confirms it, changes it.
#[component]
pub fn EmailSection<C, V>(
    /// What is known of it.
    security: Resource<Result<Security, AppError>>,
    /// Asks for another.
    change: ServerAction<C>,
    /// Asks for a link to confirm the one of now.
    verify: ServerAction<V>,
) -> impl IntoView
where
    C: Call<()>,
    V: Call<()>,
{
    let l = page();
    let changed = done(change);
    say_done(changed, td_string!(l, security.email.sent));
    on_done(changed, move || security.refetch());
    say_done(done(verify), td_string!(l, security.email.sent));
    view! {
        <SettingsSection title=td_string!(l, security.email.title) description=td_string!(l, security.email.lead)>
            <Load value=security lines=2 view=move |security| address(security, verify)/>
            <Dialog id="change-email" title=td_string!(l, security.email.change)>
                <Form action=change reset_on_success=true error_text=error::text id=C::url().rsplit('/').next().unwrap_or_default()>
                    <div class="stack">
                        <TextField
                            name="email"
                            label=td_string!(l, security.email.new)
                            kind=TextKind::Email
                            hint=td_string!(l, security.email.new_hint)
                            autocomplete="email"
                            required=true
                        />
                        <TextField
                            name="current_password"
                            label=td_string!(l, profile.current_password)
                            kind=TextKind::Password
                            autocomplete="current-password"
                            required=true
                        />
                        <div class="row" data-justify="end">
                            <SubmitButton label=td_string!(l, security.email.send)/>
                        </div>
                    </div>
                </Form>
            </Dialog>
        </SettingsSection>
    }
}

fn address<V: Call<()>>(security: Security, verify: ServerAction<V>) -> AnyView {
    let l = page();
    let pending = security.pending_email.map(|email| {
        view! { <Alert>{td_string!(l, security.email.pending, email = email).to_string()}</Alert> }
    });
    let confirm = (!security.is_verified).then(|| {
        view! { <ActionButton action=verify label=td_string!(l, security.email.verify) error_text=error::text/> }
    });
    let badge = if security.is_verified {
        view! { <Badge label=td_string!(l, security.email.verified) tone=Tone::Success/> }
    } else {
        view! { <Badge label=td_string!(l, security.email.unverified) tone=Tone::Warning/> }
    };
    view! {
        <Card>
            <div class="stack">
                <div class="row"><strong>{security.email}</strong> {badge}</div>
                {pending}
                <div class="row">
                    <DialogButton dialog="change-email" label=td_string!(l, security.email.change)/>
                    {confirm}
                </div>
            </div>
        </Card>
    }
    .into_any()
}
