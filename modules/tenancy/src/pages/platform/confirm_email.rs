//! Where the link that confirms an e-mail address leads. A press confirms it: programs that look into mails follow links.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;
use orion_ui::{Card, EmptyState, Hidden, IconName, LinkButton, Load, Page, PostForm};

use crate::{
    error,
    i18n::{page, td_string},
    paths,
    server_fns::platform::identity::{ConfirmEmail, link_email},
};

/// Confirms the address a link was sent to.
#[component]
pub fn ConfirmEmailPage() -> impl IntoView {
    let l = page();
    let query = use_query_map();
    let token = query.with_untracked(|query| query.get("token")).unwrap_or_default();
    let is_done = query.with_untracked(|query| query.get("done").is_some());
    let asked = token.clone();
    let email = Resource::new(move || asked.clone(), link_email);
    let content = move |email: Option<String>| match email {
        _ if is_done => state(
            td_string!(l, security.email.done_title),
            td_string!(l, security.email.done_body),
            IconName::CircleCheck,
        ),
        None => {
            state(td_string!(l, security.email.gone_title), td_string!(l, security.email.gone_body), IconName::Clock)
        }
        Some(email) => question(email, token.clone()),
    };
    view! {
        <Page title=td_string!(l, security.email.confirm_title) narrow=true>
            <Load value=email view=content/>
        </Page>
    }
}

fn question(email: String, token: String) -> AnyView {
    let l = page();
    view! {
        <Card>
            <div class="stack">
                <p>{td_string!(l, security.email.confirm_body, email = email).to_string()}</p>
                <PostForm url=ConfirmEmail::url() submit=td_string!(l, security.email.confirm_submit) error_text=error::text>
                    <Hidden name="token" value=token/>
                </PostForm>
            </div>
        </Card>
    }
    .into_any()
}

fn state(title: &'static str, body: &'static str, icon: IconName) -> AnyView {
    let l = page();
    view! {
        <Card>
            <EmptyState
                title=title
                body=body
                icon=icon
                actions=move || view! { <LinkButton label=td_string!(l, sign_in.title) href=paths::SIGN_IN/> }
            />
        </Card>
    }
    .into_any()
}
