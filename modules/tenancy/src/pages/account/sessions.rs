//! Where somebody is signed in.

use leptos::prelude::*;
use orion_kernel::{AppError, fmt};
use orion_ui::{
    ActionButton, Badge, Card, Column, Confirm, DataTable, IconName, Load, SettingsPage, SettingsSection, Size, Tone,
    Variant, done, on_done, page::locale, say_done,
};

use super::actions::Call;
use crate::{
    components::ProfileTabs,
    error,
    i18n::{page, td_string},
    server_fns::{admin::identity as admin, store::identity as store},
    views::SessionView,
};

/// In the admin.
#[component]
pub fn AdminSessions() -> impl IntoView {
    let list = Resource::new(|| (), |()| admin::list_sessions());
    sessions(list, ServerAction::<admin::EndSession>::new(), ServerAction::<admin::EndOtherSessions>::new())
}

/// In a store's back office.
#[component]
pub fn StoreSessions() -> impl IntoView {
    let list = Resource::new(|| (), |()| store::list_sessions());
    sessions(list, ServerAction::<store::EndSession>::new(), ServerAction::<store::EndOtherSessions>::new())
}

fn sessions<E: Call<()>, O: Call<()>>(
    list: Resource<Result<Vec<SessionView>, AppError>>,
    end: ServerAction<E>,
    end_others: ServerAction<O>,
) -> impl IntoView {
    let l = page();
    let ended = done(end);
    say_done(ended, td_string!(l, security.sessions.ended));
    on_done(ended, move || list.refetch());
    let others_ended = done(end_others);
    say_done(others_ended, td_string!(l, security.sessions.others_ended));
    on_done(others_ended, move || list.refetch());
    view! {
        <SettingsPage title=td_string!(l, profile.title)>
            <ProfileTabs/>
            <SettingsSection
                title=td_string!(l, security.sessions.title)
                description=td_string!(l, security.sessions.lead)
            >
                <Load value=list view=move |rows| table(rows, end, end_others)/>
            </SettingsSection>
        </SettingsPage>
    }
}

fn table<E: Call<()>, O: Call<()>>(
    rows: Vec<SessionView>,
    end: ServerAction<E>,
    end_others: ServerAction<O>,
) -> AnyView {
    let l = page();
    let has_others = rows.len() > 1;
    let columns = vec![
        Column::new(td_string!(l, security.sessions.browser), browser),
        Column::new(td_string!(l, security.sessions.address), |row: &SessionView| row.address.clone()),
        Column::new(td_string!(l, security.sessions.since), |row: &SessionView| fmt::date_time(locale(), row.since))
            .aside(),
        Column::new(td_string!(l, security.sessions.last_used), |row: &SessionView| {
            fmt::date_time(locale(), row.last_used_at)
        }),
        Column::new(td_string!(l, roles.actions), move |row: &SessionView| {
            (!row.is_this).then(|| {
                view! {
                    <ActionButton
                        action=end
                        label=td_string!(page(), security.sessions.end)
                        fields=vec![("id", row.id.to_string())]
                        size=Size::Small
                        icon=IconName::LogOut
                        error_text=error::text
                    />
                }
            })
        })
        .end(),
    ];
    let others = has_others.then(|| {
        let confirm =
            Confirm::new(td_string!(l, security.sessions.others_title), td_string!(l, security.sessions.others_body));
        view! {
            <div class="row">
                <ActionButton
                    action=end_others
                    label=td_string!(l, security.sessions.end_others)
                    variant=Variant::Critical
                    confirm=confirm
                    error_text=error::text
                />
            </div>
        }
    });
    view! {
        <Card flush=true>
            <DataTable caption=td_string!(l, security.sessions.title) columns rows/>
        </Card>
        {others}
    }
    .into_any()
}

fn browser(row: &SessionView) -> impl IntoView + use<> {
    let l = page();
    let name =
        if row.browser.is_empty() { td_string!(l, security.unknown_browser).to_owned() } else { row.browser.clone() };
    let office = if row.is_admin {
        td_string!(l, security.sessions.admin)
    } else {
        td_string!(l, security.sessions.back_office)
    };
    let this = row.is_this.then(|| view! { <Badge label=td_string!(l, security.sessions.this) tone=Tone::Success/> });
    let by = row.impersonator.clone().map(|name| {
        view! { <Badge label=td_string!(l, security.sessions.by, name = name).to_string() tone=Tone::Warning/> }
    });
    view! {
        <div class="row">{name} {this} {by}</div>
        <div class="muted">{office}</div>
    }
}
