//! What somebody of the team is to be, and where.

use leptos::prelude::*;
use orion_kernel::StoreId;
use orion_ui::{Checkbox, Choice, FieldSet, Hidden, Select};

use crate::{
    components::reason_of,
    i18n::{page, td_string},
    views::{RoleRow, TeamPage},
};

/// Role and stores. A merchant with one store has nothing to choose.
#[component]
pub fn MemberFields(
    /// What there is to choose.
    team: TeamPage,
    /// Tells the fields of several dialogs apart.
    prefix: String,
    /// The role at first.
    #[prop(optional, into)]
    role: String,
    /// The stores at first; none for all of them.
    #[prop(default = None, into)]
    stores: Option<Vec<StoreId>>,
) -> impl IntoView {
    let l = page();
    let choices = team.roles.iter().map(choice).collect();
    view! {
        <Select
            name="role"
            id=format!("{prefix}-role")
            label=td_string!(l, team.role)
            options=choices
            value=role
            placeholder=td_string!(l, team.choose_role)
            required=true
        />
        {store_fields(&team, &prefix, stores.as_deref())}
    }
}

fn choice(role: &RoleRow) -> Choice {
    let label = if role.is_beyond {
        format!("{} – {}", role.name, reason_of(Some("beyond_your_role")))
    } else {
        role.name.clone()
    };
    Choice::new(role.key.clone(), label).disabled(role.is_beyond)
}

fn store_fields(team: &TeamPage, prefix: &str, chosen: Option<&[StoreId]>) -> AnyView {
    let l = page();
    if let ([only], true) = (team.stores.as_slice(), team.stores.len() == 1) {
        return if team.may_grant_all_stores {
            view! { <Hidden name="all_stores" value="true"/> }.into_any()
        } else {
            view! { <Hidden name="stores[]" value=only.id.to_string()/> }.into_any()
        };
    }
    let all = team.may_grant_all_stores.then(|| {
        view! {
            <Checkbox
                name="all_stores"
                id=format!("{prefix}-all-stores")
                label=td_string!(l, team.all_stores)
                hint=td_string!(l, team.all_stores_hint)
                checked=chosen.is_none()
            />
        }
    });
    let boxes = team
        .stores
        .iter()
        .map(|store| {
            view! {
                <Checkbox
                    name="stores[]"
                    id=format!("{prefix}-store-{}", store.id)
                    label=store.name.clone()
                    value=store.id.to_string()
                    checked=chosen.is_some_and(|chosen| chosen.contains(&store.id))
                />
            }
        })
        .collect_view();
    view! { <FieldSet legend=td_string!(l, team.stores)>{all} {boxes}</FieldSet> }.into_any()
}
