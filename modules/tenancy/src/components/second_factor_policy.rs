//! Whether the team must have a second factor, as a switch.

use leptos::prelude::*;
use orion_ui::{Card, Form, Load, SettingsSection, SubmitButton, Switch, done, may, say_done};

use crate::{
    error,
    i18n::{page, td_string},
    permissions::TEAM_MANAGE,
    server_fns::store::identity::{SetTeamSecondFactorPolicy, team_second_factor_policy},
};

/// A section of the team's page.
#[component]
pub fn SecondFactorPolicy() -> impl IntoView {
    let l = page();
    let policy = Resource::new(|| (), |()| team_second_factor_policy());
    let save = ServerAction::<SetTeamSecondFactorPolicy>::new();
    say_done(done(save), td_string!(l, security.policy.saved));
    let may = may(TEAM_MANAGE);
    view! {
        <SettingsSection title=td_string!(l, security.policy.title) description=td_string!(l, security.policy.lead)>
            <Load
                value=policy
                lines=2
                view=move |is_required| {
                    view! {
                        <Form action=save error_text=error::text>
                            <Card>
                                <Switch
                                    name="is_required"
                                    label=td_string!(l, security.policy.team)
                                    hint=td_string!(l, security.policy.team_hint)
                                    checked=is_required
                                    disabled=!may
                                />
                            </Card>
                            {may.then(|| view! { <div class="row"><SubmitButton label=td_string!(l, settings.save)/></div> })}
                        </Form>
                    }
                        .into_any()
                }
            />
        </SettingsSection>
    }
}
