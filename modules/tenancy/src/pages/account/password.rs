//! The password.

use leptos::prelude::*;
use orion_ui::{Card, Form, SettingsSection, SubmitButton, TextField, TextKind, done, say_done};

use super::actions::Call;
use crate::{
    error,
    i18n::{page, td_string},
};

/// Changes it.
pub fn password_section<S: Call<()>>(change: ServerAction<S>) -> impl IntoView {
    let l = page();
    say_done(done(change), td_string!(l, profile.password_changed));
    view! {
        <SettingsSection title=td_string!(l, profile.password) description=td_string!(l, profile.password_lead)>
            <Form action=change reset_on_success=true error_text=error::text>
                <Card>
                    <div class="stack">
                        <TextField
                            name="current_password"
                            label=td_string!(l, profile.current_password)
                            kind=TextKind::Password
                            autocomplete="current-password"
                            required=true
                        />
                        <TextField
                            name="new_password"
                            label=td_string!(l, profile.new_password)
                            kind=TextKind::Password
                            hint=td_string!(l, profile.new_password_hint)
                            autocomplete="new-password"
                            required=true
                        />
                    </div>
                </Card>
                <div class="row"><SubmitButton label=td_string!(l, profile.change_password)/></div>
            </Form>
        </SettingsSection>
    }
}
