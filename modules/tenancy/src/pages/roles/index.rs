//! The list of roles.

use leptos::{
    prelude::*,
    server_fn::{Http, ServerFn, codec::PostUrl},
};
use orion_kernel::{AppError, Permission};
use orion_ui::{
    ActionButton, Card, Column, Confirm, DataTable, IconName, Link, LinkButton, Load, SettingsSection, Size, Variant,
};
use serde::de::DeserializeOwned;

use crate::{
    components::{reason_of, reason_without},
    error,
    i18n::{page, td_string},
    paths,
    views::{RoleList, RoleRow},
};

/// The list at `base`. `remove` removes one; changing roles takes `managing`.
pub(super) fn index<S, O>(
    roles: Resource<Result<RoleList, AppError>>,
    remove: ServerAction<S>,
    base: &'static str,
    managing: Permission,
) -> AnyView
where
    S: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, O>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    O: 'static,
{
    let l = page();
    view! {
        <SettingsSection title=td_string!(l, roles.title) description=td_string!(l, roles.lead)>
            <Load value=roles view=move |list| table(list, remove, base, managing)/>
        </SettingsSection>
    }
    .into_any()
}

fn table<S, O>(list: RoleList, remove: ServerAction<S>, base: &'static str, managing: Permission) -> AnyView
where
    S: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, O>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    O: 'static,
{
    let l = page();
    let refused = reason_without(managing);
    let may = refused.is_empty();
    let all = list.permissions;
    let columns = vec![
        Column::new(td_string!(l, roles.name), move |row: &RoleRow| name(row, base)),
        Column::new(td_string!(l, roles.allows), move |row: &RoleRow| {
            td_string!(page(), roles.allows_of, some = row.allows, all = all).to_string()
        }),
        Column::new(td_string!(l, roles.people), |row: &RoleRow| row.people.to_string()).end(),
        Column::new(td_string!(l, roles.actions), move |row: &RoleRow| may.then(|| actions(row.clone(), remove, base)))
            .end(),
    ];
    let add = may.then(|| {
        view! {
            <div class="row">
                <LinkButton label=td_string!(l, roles.add) href=format!("{base}/new") variant=Variant::Primary icon=IconName::Plus/>
            </div>
        }
    });
    view! {
        <Card flush=true><DataTable caption=td_string!(l, roles.title) columns rows=list.roles/></Card>
        {add}
    }
    .into_any()
}

fn name(row: &RoleRow, base: &'static str) -> AnyView {
    let (name, about) = (row.name.clone(), row.about.clone());
    if row.is_preset {
        return view! { <div>{name}</div> <div class="muted">{about}</div> }.into_any();
    }
    let href = if base == paths::ROLES { paths::role(&row.key) } else { paths::operator_role(&row.key) };
    view! { <Link href>{name}</Link> }.into_any()
}

fn actions<S, O>(row: RoleRow, remove: ServerAction<S>, base: &'static str) -> AnyView
where
    S: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, O>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    O: 'static,
{
    let l = page();
    let href = format!("{base}/new?like={}", row.key);
    let delete = (!row.is_preset).then(|| {
        let reason = reason_of(row.is_beyond.then_some("beyond_your_role"));
        view! {
            <ActionButton
                action=remove
                label=td_string!(l, roles.delete)
                fields=vec![("id", row.key.clone())]
                variant=Variant::Critical
                size=Size::Small
                confirm=Confirm::new(
                    td_string!(l, roles.delete_title, name = row.name.clone()).to_string(),
                    td_string!(l, roles.delete_body),
                )
                reason
                error_text=error::text
            />
        }
    });
    view! {
        <div class="row" data-justify="end">
            <LinkButton label=td_string!(l, roles.duplicate) href size=Size::Small variant=Variant::Plain icon=IconName::Copy/>
            {delete}
        </div>
    }
    .into_any()
}
