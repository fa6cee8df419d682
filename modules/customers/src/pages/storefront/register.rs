//! Getting an account.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use orion_ui::{Alert, Card, Checkbox, FieldRow, Form, Hidden, Link, Page, SubmitButton, TextField, TextKind, Tone};

use crate::{
    error,
    i18n::{page, td_string},
    paths,
    server_fns::storefront::{Register, ResendConfirmation},
};

/// Name and e-mail address; afterwards it says the same whether the address is known or not, and sends the mail again.
#[component]
pub fn RegisterPage() -> impl IntoView {
    let l = page();
    let query = use_query_map();
    let next = query.read_untracked().get("next").unwrap_or_default();
    let register = ServerAction::<Register>::new();
    let resend = ServerAction::<ResendConfirmation>::new();
    let is_sent = Memo::new(move |_| query.read().get("sent").is_some());
    let is_waiting = Memo::new(move |_| is_sent.get() || query.read().get("again").is_some());
    let sent = move || {
        is_sent.get().then(|| {
            view! { <Alert tone=Tone::Success title=td_string!(l, register.sent_title)>{td_string!(l, register.sent_body)}</Alert> }
        })
    };
    let card = move || if is_waiting.get() { again(resend) } else { form(register, next.clone()) };
    view! {
        <Page title=td_string!(l, register.title) subtitle=td_string!(l, register.lead) narrow=true>
            {sent}
            {card}
        </Page>
    }
}

fn form(register: ServerAction<Register>, next: String) -> AnyView {
    let l = page();
    view! {
        <Card>
            <div class="stack">
                <Form action=register error_text=error::text>
                    <Hidden name="next" value=next/>
                    <FieldRow>
                        <TextField
                            name="first_name"
                            label=td_string!(l, fields.first_name)
                            autocomplete="given-name"
                            required=true
                        />
                        <TextField
                            name="last_name"
                            label=td_string!(l, fields.last_name)
                            autocomplete="family-name"
                            required=true
                        />
                    </FieldRow>
                    <TextField
                        name="email"
                        label=td_string!(l, fields.email)
                        hint=td_string!(l, register.how)
                        kind=TextKind::Email
                        autocomplete="username"
                        required=true
                    />
                    <Checkbox name="accepts_marketing" label=td_string!(l, fields.accepts_marketing)/>
                    <SubmitButton label=td_string!(l, register.submit) wide=true/>
                </Form>
                <p class="muted">
                    {td_string!(l, register.known)} " " <Link href=paths::SIGN_IN>{td_string!(l, sign_in.submit)}</Link>
                </p>
            </div>
        </Card>
    }
    .into_any()
}

fn again(resend: ServerAction<ResendConfirmation>) -> AnyView {
    let l = page();
    view! {
        <Card title=td_string!(l, register.nothing_title) subtitle=td_string!(l, register.nothing_body)>
            <div class="stack">
                <Form action=resend submit=td_string!(l, register.resend) error_text=error::text reset_on_success=true>
                    <TextField
                        name="email"
                        label=td_string!(l, fields.email)
                        kind=TextKind::Email
                        autocomplete="username"
                        required=true
                    />
                </Form>
                <p class="muted">
                    {td_string!(l, register.known)} " " <Link href=paths::SIGN_IN>{td_string!(l, sign_in.submit)}</Link>
                </p>
            </div>
        </Card>
    }
    .into_any()
}
