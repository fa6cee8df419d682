//! Who is let into the storefront: everybody, who knows a word, who has the link, nobody.

use leptos::prelude::*;
use orion_kernel::{Boot, Locale};
use orion_ui::{
    ActionButton, Alert, Card, Choice, Confirm, Form, Link, Load, RadioCards, SettingsPage, SettingsSection, Size,
    SubmitButton, TextArea, TextField, TextKind, Tone, Variant, all_done, done, say_done,
};

use super::settings_tabs::SettingsTabs;
use crate::{
    error,
    forms::message_field,
    i18n::{page, td_string},
    pages::options::refusal,
    server_fns::store::setup::{RenewPreview, SaveAccess, access_page},
    views::AccessSettings,
};

/// The door of the storefront.
#[component]
pub fn AccessSettingsPage() -> impl IntoView {
    let l = page();
    let save = ServerAction::<SaveAccess>::new();
    let renew = ServerAction::<RenewPreview>::new();
    let (saved, renewed) = (done(save), done(renew));
    say_done(saved, td_string!(l, settings.saved));
    say_done(renewed, td_string!(l, door.renewed));
    let changes = all_done([saved, renewed]);
    let settings = Resource::new(move || changes.get(), |_| access_page());
    view! {
        <SettingsPage title=td_string!(l, settings.title)>
            <SettingsTabs/>
            <Load value=settings view=move |settings| sections(settings, save, renew)/>
        </SettingsPage>
    }
}

fn sections(settings: AccessSettings, save: ServerAction<SaveAccess>, renew: ServerAction<RenewPreview>) -> AnyView {
    let l = page();
    let is_frozen = use_context::<Boot>().and_then(|boot| boot.store).is_some_and(|store| store.is_suspended);
    let frozen = is_frozen.then(|| {
        view! { <Alert tone=Tone::Critical title=td_string!(l, door.suspended)>{td_string!(l, door.suspended_body)}</Alert> }
    });
    let preview = settings.preview_url.clone();
    view! {
        {frozen}
        <SettingsSection title=td_string!(l, door.title) description=td_string!(l, door.lead)>
            <AccessForm settings action=save/>
        </SettingsSection>
        <SettingsSection title=td_string!(l, door.link_title) description=td_string!(l, door.link_lead)>
            <Card>
                <div class="stack">
                    <TextField name="link" label=td_string!(l, door.link) value=preview.clone() readonly=true/>
                    <p><Link href=preview external=true>{td_string!(l, door.open_link)}</Link></p>
                    <div class="row">
                        <ActionButton
                            action=renew
                            label=td_string!(l, door.renew)
                            size=Size::Small
                            variant=Variant::Secondary
                            confirm=Confirm::new(td_string!(l, door.renew_title), td_string!(l, door.renew_body))
                            reason=refusal()
                            error_text=error::text
                        />
                    </div>
                </div>
            </Card>
        </SettingsSection>
    }
    .into_any()
}

#[component]
fn AccessForm(settings: AccessSettings, action: ServerAction<SaveAccess>) -> impl IntoView {
    let l = page();
    let choices = vec![
        Choice::new("open", td_string!(l, door.open)).hint(td_string!(l, door.open_hint)),
        Choice::new("password", td_string!(l, door.password_mode)).hint(td_string!(l, door.password_mode_hint)),
        Choice::new("maintenance", td_string!(l, door.maintenance)).hint(td_string!(l, door.maintenance_hint)),
        Choice::new("closed", td_string!(l, door.closed)).hint(td_string!(l, door.closed_hint)),
    ];
    let hint =
        if settings.has_password { td_string!(l, door.password_set) } else { td_string!(l, door.password_unset) };
    let messages = settings.messages;
    let fields = move || {
        Locale::ALL
            .into_iter()
            .map(|locale| {
                let value = messages.get(locale.code()).cloned().unwrap_or_default();
                view! {
                    <TextArea
                        name=message_field(locale)
                        label=locale.name_in_own_language()
                        value
                        rows=2
                        maxlength=400u32
                    />
                }
            })
            .collect_view()
    };
    view! {
        <Form action guard=true error_text=error::text>
            <Card>
                <div class="stack">
                    <RadioCards name="mode" label=td_string!(l, door.mode) options=choices value=settings.mode required=true/>
                    <TextField
                        name="password"
                        label=td_string!(l, door.password)
                        hint
                        kind=TextKind::Password
                        autocomplete="new-password"
                        maxlength=64u32
                    />
                </div>
            </Card>
            <Card title=td_string!(l, door.messages) subtitle=td_string!(l, door.messages_lead)>
                <div class="stack">{fields()}</div>
            </Card>
            <div class="row"><SubmitButton label=td_string!(l, settings.save) reason=refusal()/></div>
        </Form>
    }
}
