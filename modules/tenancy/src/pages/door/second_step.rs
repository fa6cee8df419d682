//! The second step of signing in.

use leptos::{prelude::*, server_fn::ServerFn};
use orion_kernel::AppError;
use orion_ui::{
    Card, Checkbox, EmptyState, IconName, LinkButton, Load, Page, PostForm, SubmitButton, TextField, Variant,
};

use crate::{
    components::PasskeySignIn,
    error,
    i18n::{page, td_string},
    model::{Door, Wishes},
    paths,
    server_fns::{admin::identity as admin, platform::identity as platform},
    views::StepView,
};

/// The members' second step.
#[component]
pub fn PlatformSecondStep() -> impl IntoView {
    let step = Resource::new(|| (), |()| platform::second_step());
    second_step(step, Door::Platform, platform::PassSecondStep::url())
}

/// The operators' second step.
#[component]
pub fn AdminSecondStep() -> impl IntoView {
    let step = Resource::new(|| (), |()| admin::second_step());
    second_step(step, Door::Admin, admin::PassSecondStep::url())
}

fn second_step(step: Resource<Result<Option<StepView>, AppError>>, door: Door, url: &'static str) -> impl IntoView {
    let l = page();
    view! {
        <Page
            title=td_string!(l, security.second_step.title)
            subtitle=td_string!(l, security.second_step.lead)
            back=paths::SIGN_IN
            back_label=td_string!(l, sign_in.title)
            narrow=true
        >
            <Load
                value=step
                view=move |step| match step {
                    Some(step) => card(step, door, url),
                    None => start_again(),
                }
            />
        </Page>
    }
}

fn card(step: StepView, door: Door, url: &'static str) -> AnyView {
    let l = page();
    let wishes = Wishes { next: step.next, remember: step.remember };
    let hint = if step.has_app {
        td_string!(l, security.second_step.app_hint)
    } else {
        td_string!(l, security.second_step.code_hint)
    };
    view! {
        <Card>
            <div class="stack">
                <p>{td_string!(l, security.second_step.account, email = step.email).to_string()}</p>
                {step.has_passkey.then(|| view! { <PasskeySignIn door wishes/> })}
                <PostForm url error_text=error::text>
                    <TextField
                        name="code"
                        label=td_string!(l, security.second_step.code)
                        hint=hint
                        autocomplete="one-time-code"
                        maxlength=32
                        required=true
                        autofocus=true
                    />
                    <Checkbox
                        name="trust_device"
                        label=td_string!(l, security.second_step.trust)
                        hint=td_string!(l, security.second_step.trust_hint)
                    />
                    <SubmitButton label=td_string!(l, sign_in.submit) wide=true/>
                </PostForm>
            </div>
        </Card>
    }
    .into_any()
}

fn start_again() -> AnyView {
    let l = page();
    view! {
        <Card>
            <EmptyState
                title=td_string!(l, security.second_step.expired_title)
                body=td_string!(l, security.second_step.expired_body)
                icon=IconName::Clock
                actions=move || {
                    view! { <LinkButton label=td_string!(l, sign_in.title) href=paths::SIGN_IN variant=Variant::Primary/> }
                }
            />
        </Card>
    }
    .into_any()
}
