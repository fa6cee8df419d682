//! Password, second factor, passkeys.

use leptos::prelude::*;
use orion_kernel::AppError;
use orion_ui::{Load, SettingsPage, Toast, Tone, done, on_done, say_done, use_toasts};

use super::{
    actions::Call, app::app_section, codes::codes_section, passkeys::passkeys_section, password::password_section,
};
use crate::{
    components::ProfileTabs,
    i18n::{page, td_string},
    model::Office,
    server_fns::{admin, store},
    views::Security,
};

/// Security in the admin.
#[component]
pub fn AdminSecurity() -> impl IntoView {
    use admin::identity::{RemoveApp, RemovePasskey, RenewCodes, security_page};
    let actions = Actions {
        change: ServerAction::<admin::ChangePassword>::new(),
        remove_app: ServerAction::<RemoveApp>::new(),
        renew: ServerAction::<RenewCodes>::new(),
        remove_passkey: ServerAction::<RemovePasskey>::new(),
    };
    security(Resource::new(|| (), |()| security_page()), Office::Admin, actions)
}

/// Security in a store's back office.
#[component]
pub fn StoreSecurity() -> impl IntoView {
    use store::identity::{RemoveApp, RemovePasskey, RenewCodes, security_page};
    let actions = Actions {
        change: ServerAction::<store::ChangePassword>::new(),
        remove_app: ServerAction::<RemoveApp>::new(),
        renew: ServerAction::<RenewCodes>::new(),
        remove_passkey: ServerAction::<RemovePasskey>::new(),
    };
    security(Resource::new(|| (), |()| security_page()), Office::Store, actions)
}

struct Actions<C: Call<()>, A: Call<()>, R: Call<Vec<String>>, P: Call<()>> {
    change: ServerAction<C>,
    remove_app: ServerAction<A>,
    renew: ServerAction<R>,
    remove_passkey: ServerAction<P>,
}

fn security<C, A, R, P>(
    value: Resource<Result<Security, AppError>>,
    office: Office,
    actions: Actions<C, A, R, P>,
) -> impl IntoView
where
    C: Call<()>,
    A: Call<()>,
    R: Call<Vec<String>>,
    P: Call<()>,
{
    let l = page();
    let codes = RwSignal::new(Vec::new());
    let toasts = use_toasts();
    let Actions { change, remove_app, renew, remove_passkey } = actions;
    let app_removed = done(remove_app);
    say_done(app_removed, td_string!(l, security.app.removed));
    on_done(app_removed, move || value.refetch());
    on_done(done(remove_passkey), move || value.refetch());
    let on_added = Callback::new(move |fresh: Vec<String>| {
        toasts.show(Toast::new(td_string!(page(), security.passkeys.done)).tone(Tone::Success));
        codes.set(fresh);
        value.refetch();
    });
    let content = move |security: Security| {
        let has_any = security.app_since.is_some() || !security.passkeys.is_empty();
        view! {
            {app_section(&security, remove_app)}
            {passkeys_section(&security, office, remove_passkey, codes, on_added)}
            {has_any.then(|| codes_section(&security, renew))}
        }
        .into_any()
    };
    view! {
        <SettingsPage title=td_string!(l, profile.title)>
            <ProfileTabs/>
            {password_section(change)}
            <Load value=value view=content/>
        </SettingsPage>
    }
}
