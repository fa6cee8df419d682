//! The store's team.

use leptos::prelude::*;
use orion_ui::{
    ActionButton, Card, Confirm, LinkButton, Load, SettingsPage, SettingsSection, Variant, all_done, done, may,
    say_done,
};

use super::settings_tabs::SettingsTabs;
use crate::{
    components::{SecondFactorPolicy, reason_of},
    error,
    i18n::{page, td_string},
    pages::team::{Invitations, InviteDialog, Members, Ownership, TeamActions},
    paths,
    permissions::TEAM_MANAGE,
    server_fns::store::access::list_team,
    views::TeamPage as Team,
};

/// Who works in the store, as what, and who was asked to.
#[component]
pub fn TeamPage() -> impl IntoView {
    let l = page();
    let actions = TeamActions::new();
    say_done(all_done([done(actions.invite), done(actions.resend)]), td_string!(l, invitations.sent));
    say_done(done(actions.save), td_string!(l, team.saved));
    say_done(done(actions.start_transfer), td_string!(l, transfers.started));
    let changes = actions.changes();
    let team = Resource::new(move || changes.get(), |_| list_team());
    view! {
        <SettingsPage title=td_string!(l, settings.title)>
            <SettingsTabs/>
            <Load value=team view=move |team| sections(team, actions)/>
            <SecondFactorPolicy/>
        </SettingsPage>
    }
}

fn sections(team: Team, actions: TeamActions) -> AnyView {
    let l = page();
    let may = may(TEAM_MANAGE);
    let for_invite = team.clone();
    let invite = may.then(|| view! { <InviteDialog team=for_invite action=actions.invite/> });
    let open = team.invitations.clone();
    let invitations = (!open.is_empty()).then(|| {
        view! {
            <SettingsSection title=td_string!(l, invitations.title) description=td_string!(l, invitations.lead)>
                <Invitations rows=open resend=actions.resend revoke=actions.revoke/>
            </SettingsSection>
        }
    });
    let for_ownership = team.clone();
    let ownership = team.am_owner.then(|| {
        view! {
            <SettingsSection title=td_string!(l, transfers.title) description=td_string!(l, transfers.lead)>
                <Ownership team=for_ownership start=actions.start_transfer revoke=actions.revoke_transfer/>
            </SettingsSection>
        }
    });
    let reason = reason_of(team.am_owner.then_some("owner_stays"));
    let for_members = team.clone();
    let merchant = team.merchant.clone();
    view! {
        <SettingsSection title=td_string!(l, team.title) description=td_string!(l, team.lead)>
            <Members team=for_members may save=actions.save remove=actions.remove/>
            <div class="row">
                {invite} <LinkButton label=td_string!(l, roles.title) href=paths::ROLES/>
            </div>
        </SettingsSection>
        {invitations}
        {ownership}
        <SettingsSection title=td_string!(l, team.leave_title) description=td_string!(l, team.leave_lead)>
            <Card>
                <ActionButton
                    action=actions.leave
                    label=td_string!(l, team.leave)
                    fields=vec![("confirm", "true".to_owned())]
                    variant=Variant::Critical
                    confirm=Confirm::new(
                        td_string!(l, team.leave_confirm, merchant = merchant).to_string(),
                        td_string!(l, team.leave_body),
                    )
                    reason
                    error_text=error::text
                />
            </Card>
        </SettingsSection>
    }
    .into_any()
}
