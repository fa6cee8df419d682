//! Everybody who works on the platform.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Badge, Column, Empty, IconName, ResourceIndex, Scope, Tone, page::locale, use_index_query};

use crate::{
    components::{AccountBadges, last_sign_in},
    i18n::{page, td_string},
    paths,
    server_fns::admin::access::list_users,
    views::UserRow,
};

/// The users: merchants' teams and operators.
#[component]
pub fn UserIndex() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let rows = Resource::new(move || query.get(), list_users);
    view! {
        <ResourceIndex
            title=td_string!(l, users.title)
            path=paths::USERS
            query
            rows
            columns=columns()
            row_href=|row: &UserRow| paths::user(&row.id)
            scopes=vec![
                Scope::new("", td_string!(l, users.all)),
                Scope::new("operators", td_string!(l, operators.title)),
                Scope::new("locked", td_string!(l, users.locked)),
            ]
            search=td_string!(l, users.search)
            empty=Empty::new(td_string!(l, users.empty_title), td_string!(l, users.empty_body)).icon(IconName::Users)
        />
    }
}

fn columns() -> Vec<Column<UserRow>> {
    let l = page();
    vec![
        Column::new(td_string!(l, team.name), |row: &UserRow| row.name.clone()),
        Column::new(td_string!(l, team.email), |row: &UserRow| row.email.clone()),
        Column::new(td_string!(l, users.works_for), |row: &UserRow| {
            let operator =
                row.is_operator.then(|| view! { <Badge label=td_string!(page(), users.operator) tone=Tone::Accent/> });
            let merchants = row.merchants.join(", ");
            view! { {operator} " " {merchants} }
        }),
        Column::new(td_string!(l, team.account), |row: &UserRow| view! { <AccountBadges account=row.account/> }),
        Column::new(td_string!(l, users.last_sign_in), |row: &UserRow| last_sign_in(&row.account)).aside(),
        Column::new(td_string!(l, stores.created), |row: &UserRow| fmt::date(locale(), row.created_at)).aside(),
    ]
}
