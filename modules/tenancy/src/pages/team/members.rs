//! The members of a team.

use std::collections::BTreeSet;

use leptos::prelude::*;
use orion_ui::{
    ActionButton, Card, Column, Confirm, DataTable, Dialog, DialogButton, DialogClose, Form, Hidden, Size,
    SubmitButton, Variant,
};

use super::member_fields::MemberFields;
use crate::{
    components::{AccountBadges, last_sign_in, reason_of},
    error,
    i18n::{page, td_string},
    server_fns::store::access::{RemoveMember, SaveMember},
    views::{TeamMember, TeamPage},
};

/// Everybody, with what they may and what can be changed of it.
#[component]
pub fn Members(
    /// The team.
    team: TeamPage,
    /// Whether whoever looks may change it.
    may: bool,
    /// Changes somebody.
    save: ServerAction<SaveMember>,
    /// Takes somebody out.
    remove: ServerAction<RemoveMember>,
) -> impl IntoView {
    let l = page();
    let rows = team.members.clone();
    let columns = vec![
        Column::new(td_string!(l, team.name), |row: &TeamMember| {
            let name = if row.is_me {
                td_string!(page(), team.you, name = row.name.clone()).to_string()
            } else {
                row.name.clone()
            };
            let email = row.email.clone();
            view! { <div>{name}</div> <div class="muted">{email}</div> }
        }),
        Column::new(td_string!(l, team.role), |row: &TeamMember| row.role_name.clone()),
        Column::new(td_string!(l, team.stores), stores),
        Column::new(td_string!(l, team.account), |row: &TeamMember| view! { <AccountBadges account=row.account/> }),
        Column::new(td_string!(l, users.last_sign_in), |row: &TeamMember| last_sign_in(&row.account)).aside(),
        Column::new(td_string!(l, roles.actions), move |row: &TeamMember| {
            may.then(|| actions(row.clone(), team.clone(), save, remove))
        })
        .end(),
    ];
    let reasons = may.then(|| reasons(&rows)).into_iter().flatten();
    let reasons = reasons.map(|reason| view! { <p class="muted">{reason}</p> }).collect_view();
    view! {
        <Card flush=true><DataTable caption=td_string!(l, team.title) columns rows/></Card>
        {reasons}
    }
}

/// Why some cannot be changed, each said once.
fn reasons(members: &[TeamMember]) -> BTreeSet<String> {
    members.iter().filter_map(|member| member.refusal.as_ref()).map(|code| reason_of(Some(code))).collect()
}

fn stores(row: &TeamMember) -> String {
    match &row.stores {
        None => td_string!(page(), team.all_stores).to_owned(),
        Some(stores) => stores.iter().map(|store| store.name.as_str()).collect::<Vec<_>>().join(", "),
    }
}

fn actions(
    member: TeamMember,
    team: TeamPage,
    save: ServerAction<SaveMember>,
    remove: ServerAction<RemoveMember>,
) -> AnyView {
    let l = page();
    if member.refusal.is_some() {
        return ().into_any();
    }
    let id = format!("member-{}", member.user);
    let dialog = format!("{id}-dialog");
    let stores = member.stores.map(|stores| stores.into_iter().map(|store| store.id).collect::<Vec<_>>());
    view! {
        <div class="row" data-justify="end">
            <DialogButton dialog=dialog.clone() label=td_string!(l, team.change) size=Size::Small/>
            <Dialog id=dialog.clone() title=td_string!(l, team.change_title, name = member.name.clone()).to_string()>
                <Form action=save id=id.clone() error_text=error::text>
                    <Hidden name="user" value=member.user.to_string()/>
                    <MemberFields team prefix=id role=member.role_key stores/>
                    <div class="row" data-justify="end">
                        <DialogClose dialog/>
                        <SubmitButton label=td_string!(l, settings.save)/>
                    </div>
                </Form>
            </Dialog>
            <ActionButton
                action=remove
                label=td_string!(l, team.remove)
                fields=vec![("user", member.user.to_string())]
                variant=Variant::Critical
                size=Size::Small
                confirm=Confirm::new(
                    td_string!(l, team.remove_title, name = member.name).to_string(),
                    td_string!(l, team.remove_body),
                )
                error_text=error::text
            />
        </div>
    }
    .into_any()
}
