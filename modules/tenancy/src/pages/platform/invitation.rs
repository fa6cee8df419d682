//! Somebody was asked to join a team, or to run the platform.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;
use orion_kernel::{boot::set_status, fmt};
use orion_ui::{
    Alert, Card, DescriptionList, EmptyPage, Fact, Hidden, IconName, Load, Page, PostForm, SubmitButton, TextField,
    TextKind, Tone, Variant, page::locale,
};

use crate::{
    error,
    i18n::{page, td_string},
    server_fns::platform::{
        SignOut,
        access::{AcceptInvitation, JoinTeam, invitation_page},
    },
    views::InvitationView,
};

/// The invitation, and how to accept it: as whoever is signed in, with the password of an account, or with a new one.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let params = use_params_map();
    let token = Memo::new(move |_| params.with(|params| params.get("token")).unwrap_or_default());
    let invitation = Resource::new(move || token.get(), invitation_page);
    view! {
        <Load
            value=invitation
            view=move |invitation| match invitation {
                Some(invitation) => open(invitation, token.get_untracked()),
                None => gone(),
            }
        />
    }
}

fn gone() -> AnyView {
    let l = page();
    set_status(404);
    view! {
        <EmptyPage title=td_string!(l, invitations.gone_title) body=td_string!(l, invitations.gone_body) icon=IconName::Mail/>
    }
    .into_any()
}

fn open(invitation: InvitationView, token: String) -> AnyView {
    let l = page();
    let title = td_string!(l, invitations.page_title, team = invitation.team.clone()).to_string();
    let lead = if invitation.for_operators {
        td_string!(l, invitations.page_lead_operator)
    } else {
        td_string!(l, invitations.page_lead)
    };
    let inviter = invitation.invited_by.clone();
    let by = (!inviter.is_empty()).then(|| view! { <Fact term=td_string!(l, invitations.invited_by)>{inviter}</Fact> });
    let form_of_answer = answer(invitation.clone(), token);
    view! {
        <Page title subtitle=lead narrow=true>
            <Card>
                <DescriptionList>
                    {by}
                    <Fact term=td_string!(l, team.role)>{invitation.role_name.clone()}</Fact>
                    <Fact term=td_string!(l, team.email)>{invitation.email.clone()}</Fact>
                    <Fact term=td_string!(l, invitations.until)>{fmt::date_time(locale(), invitation.expires_at)}</Fact>
                </DescriptionList>
            </Card>
            {form_of_answer}
        </Page>
    }
    .into_any()
}

fn answer(invitation: InvitationView, token: String) -> AnyView {
    let l = page();
    match (invitation.signed_in_as.clone(), invitation.is_me) {
        (Some(_), true) => view! {
            <PostForm url=JoinTeam::url() error_text=error::text>
                <Hidden name="token" value=token/>
                <SubmitButton label=td_string!(l, invitations.accept) wide=true/>
            </PostForm>
        }
        .into_any(),
        (Some(other), false) => view! {
            <Alert
                tone=Tone::Warning
                title=td_string!(l, invitations.somebody_else, email = other).to_string()
                actions=|| {
                    view! {
                        <PostForm url=SignOut::url()>
                            <SubmitButton label=td_string!(page(), sign_in.sign_out) variant=Variant::Secondary icon=IconName::LogOut/>
                        </PostForm>
                    }
                }
            >
                {td_string!(l, invitations.somebody_else_body, email = invitation.email).to_string()}
            </Alert>
        }
        .into_any(),
        (None, _) => form(invitation.has_account, invitation.email, token),
    }
}

fn form(has_account: bool, email: String, token: String) -> AnyView {
    let l = page();
    // Fields belong to the form they are made in.
    let name = move || {
        (!has_account).then(|| {
            view! { <TextField name="name" label=td_string!(l, profile.name) autocomplete="name" required=true/> }
        })
    };
    let (hint, autocomplete) = if has_account {
        (td_string!(l, invitations.password_hint), "current-password")
    } else {
        (td_string!(l, profile.new_password_hint), "new-password")
    };
    view! {
        <Card>
            <PostForm url=AcceptInvitation::url() error_text=error::text>
                <Hidden name="token" value=token/>
                <TextField
                    name="email"
                    label=td_string!(l, team.email)
                    kind=TextKind::Email
                    value=email
                    autocomplete="username"
                    disabled=true
                />
                {name()}
                <TextField
                    name="password"
                    label=td_string!(l, sign_in.password)
                    kind=TextKind::Password
                    hint
                    autocomplete
                    required=true
                />
                <SubmitButton label=td_string!(l, invitations.accept) wide=true/>
            </PostForm>
        </Card>
    }
    .into_any()
}
