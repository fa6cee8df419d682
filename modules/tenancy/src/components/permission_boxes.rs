//! What can be allowed, by module, to be ticked.

use leptos::prelude::*;
use orion_ui::{Card, Checkbox, FieldSet, TickAll};

use crate::{
    i18n::{page, td_string},
    views::{PermissionGroup, PermissionView},
};

/// A box for every permission; what whoever chooses does not hold cannot be ticked.
#[component]
pub fn PermissionBoxes(
    /// The field: `permissions`, `scopes`.
    name: &'static str,
    /// The permissions by module.
    groups: Vec<PermissionGroup>,
    /// The ids of those ticked at first.
    #[prop(optional)]
    chosen: Vec<String>,
) -> impl IntoView {
    let l = page();
    let groups = groups
        .into_iter()
        .map(|group| {
            let several =
                (group.permissions.len() > 1).then(|| view! { <TickAll label=td_string!(l, roles.tick_all)/> });
            let boxes = group.permissions.into_iter().map(|permission| one(name, permission, &chosen)).collect_view();
            view! { <Card><FieldSet legend=group.title>{several} {boxes}</FieldSet></Card> }
        })
        .collect_view();
    view! { <div class="stack">{groups}</div> }
}

fn one(name: &'static str, permission: PermissionView, chosen: &[String]) -> AnyView {
    let l = page();
    let checked = chosen.contains(&permission.id);
    let hint = if permission.is_held { "" } else { td_string!(l, roles.not_held) };
    view! {
        <Checkbox
            name=format!("{name}[]")
            id=format!("{name}-{}", permission.id.replace(['.', '_'], "-"))
            label=permission.label
            value=permission.id
            checked
            disabled=!permission.is_held
            hint
        />
    }
    .into_any()
}
