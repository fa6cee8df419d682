//! The authenticator app: whether there is one, and setting one up.

use leptos::prelude::*;
use orion_kernel::{AppError, fmt};
use orion_ui::{
    Alert, Badge, Card, Dialog, DialogButton, Form, IconName, LinkButton, Load, QrCode, SettingsSection, SubmitButton,
    TextField, TextKind, Tone, Variant, done, on_done, page::locale, say_done,
};

use super::actions::Call;
use crate::{
    components::RecoveryCodes,
    error,
    i18n::{page, td_string},
    paths,
    views::{AppSetup, Security},
};

/// Says whether there is one, and switches it off.
pub fn app_section<S: Call<()>>(security: &Security, remove: ServerAction<S>) -> impl IntoView + use<S> {
    let l = page();
    let state = match security.app_since {
        Some(since) => {
            let since = fmt::date(locale(), since);
            view! {
                <div class="row">
                    <Badge label=td_string!(l, security.app.on) tone=Tone::Success icon=IconName::ShieldCheck/>
                    <span class="muted">{td_string!(l, security.app.since, date = since).to_string()}</span>
                </div>
                <div class="row">
                    <DialogButton dialog="remove-app" label=td_string!(l, security.app.remove)/>
                </div>
                {remove_dialog(remove)}
            }
            .into_any()
        }
        None => {
            let required = security.is_required.then(|| {
                view! { <Alert tone=Tone::Warning>{td_string!(l, security.app.required)}</Alert> }
            });
            view! {
                {required}
                <p>{td_string!(l, security.app.off)}</p>
                <div class="row">
                    <LinkButton label=td_string!(l, security.app.set_up) href=paths::SECOND_FACTOR icon=IconName::Smartphone/>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <SettingsSection title=td_string!(l, security.app.title) description=td_string!(l, security.app.lead)>
            <Card><div class="stack">{state}</div></Card>
        </SettingsSection>
    }
}

fn remove_dialog<S: Call<()>>(remove: ServerAction<S>) -> impl IntoView {
    let l = page();
    view! {
        <Dialog id="remove-app" title=td_string!(l, security.app.remove_title)>
            <Form action=remove error_text=error::text>
                <div class="stack">
                    <p class="muted">{td_string!(l, security.app.remove_body)}</p>
                    <TextField
                        name="current_password"
                        label=td_string!(l, profile.current_password)
                        kind=TextKind::Password
                        autocomplete="current-password"
                        required=true
                    />
                    <div class="row" data-justify="end">
                        <SubmitButton label=td_string!(l, security.app.remove) variant=Variant::Critical/>
                    </div>
                </div>
            </Form>
        </Dialog>
    }
}

/// Sets one up: picture and secret, then a code that shows that it worked.
pub fn app_setup<S: Call<Vec<String>>>(
    setup: Resource<Result<AppSetup, AppError>>,
    confirm: ServerAction<S>,
    on_codes: Callback<Vec<String>>,
) -> impl IntoView {
    let l = page();
    let confirmed = done(confirm);
    say_done(confirmed, td_string!(l, security.app.done));
    on_done(confirmed, move || {
        if let Some(Ok(codes)) = confirm.value().get_untracked() {
            on_codes.run(codes);
        }
    });
    view! {
        <Card title=td_string!(l, security.app.title)>
            <div class="stack">
                <p>{td_string!(l, security.app.scan)}</p>
                <Load value=setup view=picture/>
                <Form action=confirm error_text=error::text>
                    <div class="stack">
                        <TextField
                            name="code"
                            label=td_string!(l, security.app.code)
                            hint=td_string!(l, security.app.code_hint)
                            autocomplete="one-time-code"
                            inputmode="numeric"
                            maxlength=8
                            short=true
                            required=true
                        />
                        <div class="row"><SubmitButton label=td_string!(l, security.app.confirm)/></div>
                    </div>
                </Form>
            </div>
        </Card>
    }
}

fn picture(setup: AppSetup) -> AnyView {
    let l = page();
    let groups: Vec<String> =
        setup.secret.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    view! {
        <QrCode size=setup.qr_size path=setup.qr_path label=td_string!(l, security.app.qr)/>
        <p class="muted">{td_string!(l, security.app.secret)}</p>
        <p><code>{groups.join(" ")}</code></p>
    }
    .into_any()
}

/// The codes after the setup, and the way on.
pub fn finished(codes: Vec<String>) -> AnyView {
    let l = page();
    let codes = (!codes.is_empty()).then(|| view! { <RecoveryCodes codes/> });
    view! {
        <div class="stack">
            <Alert tone=Tone::Success title=td_string!(l, security.app.done)/>
            {codes}
            // Everything on the page changes with it, the menu first.
            <div class="row">
                <LinkButton
                    label=td_string!(l, security.codes.kept)
                    href=orion_ui::href("/")
                    variant=Variant::Primary
                    external=true
                />
            </div>
        </div>
    }
    .into_any()
}
