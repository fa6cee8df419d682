//! Who runs the platform.

use leptos::prelude::*;
use orion_ui::{
    ActionButton, Card, Choice, Column, Confirm, DataTable, Dialog, DialogButton, DialogClose, Form, Hidden, IconName,
    Link, Load, Select, SettingsPage, SettingsSection, Size, SubmitButton, TextField, TextKind, Variant, all_done,
    done, say_done,
};

use super::people_tabs::PeopleTabs;
use crate::{
    components::{AccountBadges, last_sign_in, reason_of, reason_without},
    error,
    i18n::{page, td_string},
    pages::team::Invitations,
    paths,
    permissions::OPERATORS_MANAGE,
    server_fns::admin::access::{
        InviteOperator, RemoveOperator, ResendInvitation, RevokeInvitation, SaveOperator, list_operators,
    },
    views::{OperatorRow, OperatorsPage, RoleRow},
};

/// The actions of the page.
#[derive(Clone, Copy)]
struct Actions {
    invite: ServerAction<InviteOperator>,
    resend: ServerAction<ResendInvitation>,
    revoke: ServerAction<RevokeInvitation>,
    save: ServerAction<SaveOperator>,
    remove: ServerAction<RemoveOperator>,
}

/// The operators, and who was asked to be one.
#[component]
pub fn OperatorIndex() -> impl IntoView {
    let l = page();
    let actions = Actions {
        invite: ServerAction::new(),
        resend: ServerAction::new(),
        revoke: ServerAction::new(),
        save: ServerAction::new(),
        remove: ServerAction::new(),
    };
    let sent = all_done([done(actions.invite), done(actions.resend)]);
    say_done(sent, td_string!(l, invitations.sent));
    let changes = all_done([sent, done(actions.revoke), done(actions.save), done(actions.remove)]);
    let operators = Resource::new(move || changes.get(), |_| list_operators());
    view! {
        <SettingsPage title=td_string!(l, operators.title)>
            <PeopleTabs/>
            <Load value=operators view=move |operators| sections(operators, actions)/>
        </SettingsPage>
    }
}

fn sections(data: OperatorsPage, actions: Actions) -> AnyView {
    let l = page();
    let may = reason_without(OPERATORS_MANAGE).is_empty();
    let roles = data.roles.clone();
    let invite = may.then(|| view! { <div class="row"><InviteDialog roles=roles action=actions.invite/></div> });
    let invitations = (!data.invitations.is_empty()).then(|| {
        view! {
            <SettingsSection title=td_string!(l, invitations.title) description=td_string!(l, invitations.lead)>
                <Invitations rows=data.invitations resend=actions.resend revoke=actions.revoke/>
            </SettingsSection>
        }
    });
    view! {
        <SettingsSection title=td_string!(l, operators.title) description=td_string!(l, operators.lead)>
            <Card flush=true>
                <DataTable
                    caption=td_string!(l, operators.title)
                    columns=columns(data.roles, may, actions)
                    rows=data.operators
                />
            </Card>
            {invite}
        </SettingsSection>
        {invitations}
    }
    .into_any()
}

fn columns(roles: Vec<RoleRow>, may: bool, actions: Actions) -> Vec<Column<OperatorRow>> {
    let l = page();
    vec![
        Column::new(td_string!(l, team.name), |row: &OperatorRow| {
            let name = if row.is_me {
                td_string!(page(), team.you, name = row.name.clone()).to_string()
            } else {
                row.name.clone()
            };
            let (email, href) = (row.email.clone(), paths::user(&row.user));
            view! { <Link href>{name}</Link> <div class="muted">{email}</div> }
        }),
        Column::new(td_string!(l, team.role), |row: &OperatorRow| row.role_name.clone()),
        Column::new(td_string!(l, team.account), |row: &OperatorRow| view! { <AccountBadges account=row.account/> }),
        Column::new(td_string!(l, users.last_sign_in), |row: &OperatorRow| last_sign_in(&row.account)).aside(),
        Column::new(td_string!(l, roles.actions), move |row: &OperatorRow| {
            may.then(|| buttons(row.clone(), roles.clone(), actions))
        })
        .end(),
    ]
}

fn buttons(row: OperatorRow, roles: Vec<RoleRow>, actions: Actions) -> AnyView {
    let l = page();
    if let Some(code) = &row.refusal {
        return view! { <span class="muted">{reason_of(Some(code))}</span> }.into_any();
    }
    let id = format!("operator-{}", row.user);
    let dialog = format!("{id}-dialog");
    view! {
        <div class="row" data-justify="end">
            <DialogButton dialog=dialog.clone() label=td_string!(l, team.change) size=Size::Small/>
            <Dialog id=dialog.clone() title=td_string!(l, team.change_title, name = row.name.clone()).to_string()>
                <Form action=actions.save id=id.clone() error_text=error::text>
                    <Hidden name="user" value=row.user.to_string()/>
                    {role_field(&id, &roles, row.role_key)}
                    <div class="row" data-justify="end">
                        <DialogClose dialog/>
                        <SubmitButton label=td_string!(l, settings.save)/>
                    </div>
                </Form>
            </Dialog>
            <ActionButton
                action=actions.remove
                label=td_string!(l, team.remove)
                fields=vec![("user", row.user.to_string())]
                variant=Variant::Critical
                size=Size::Small
                confirm=Confirm::new(
                    td_string!(l, team.remove_title, name = row.name).to_string(),
                    td_string!(l, operators.remove_body),
                )
                error_text=error::text
            />
        </div>
    }
    .into_any()
}

#[component]
fn InviteDialog(roles: Vec<RoleRow>, action: ServerAction<InviteOperator>) -> impl IntoView {
    let l = page();
    let dialog = "invite-dialog";
    view! {
        <DialogButton dialog label=td_string!(l, invitations.invite) variant=Variant::Primary icon=IconName::UserPlus/>
        <Dialog id=dialog title=td_string!(l, operators.invite_title)>
            <Form action reset_on_success=true error_text=error::text>
                <TextField
                    name="email"
                    label=td_string!(l, team.email)
                    kind=TextKind::Email
                    hint=td_string!(l, invitations.email_hint)
                    required=true
                />
                {role_field("invite", &roles, String::new())}
                <div class="row" data-justify="end">
                    <DialogClose dialog/>
                    <SubmitButton label=td_string!(l, invitations.invite)/>
                </div>
            </Form>
        </Dialog>
    }
}

fn role_field(prefix: &str, roles: &[RoleRow], value: String) -> AnyView {
    let l = page();
    let options =
        roles.iter().map(|role| Choice::new(role.key.clone(), role.name.clone()).disabled(role.is_beyond)).collect();
    view! {
        <Select
            name="role"
            id=format!("{prefix}-role")
            label=td_string!(l, team.role)
            options
            value
            placeholder=td_string!(l, team.choose_role)
            required=true
        />
    }
    .into_any()
}
