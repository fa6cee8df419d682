//! Who was asked to join and has not answered; the same for teams and operators.

use leptos::{
    prelude::*,
    server_fn::{Http, ServerFn, codec::PostUrl},
};
use orion_kernel::{AppError, fmt};
use orion_ui::{ActionButton, Badge, Card, Column, Confirm, DataTable, Size, Tone, Variant, page::locale};
use serde::de::DeserializeOwned;

use crate::{
    error,
    i18n::{page, td_string},
    views::InvitationRow,
};

/// The invitations, each to be sent again or taken back.
#[component]
pub fn Invitations<S, R, O, P>(
    /// The open ones.
    rows: Vec<InvitationRow>,
    /// Sends one again.
    resend: ServerAction<S>,
    /// Takes one back.
    revoke: ServerAction<R>,
) -> impl IntoView
where
    S: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, O>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    R: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, P>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    O: 'static,
    P: 'static,
{
    let l = page();
    let columns = vec![
        Column::new(td_string!(l, team.email), |row: &InvitationRow| {
            let (email, by) = (row.email.clone(), row.invited_by.clone());
            let by = (!by.is_empty()).then(|| td_string!(page(), invitations.by, name = by).to_string());
            view! { <div>{email}</div> <div class="muted">{by}</div> }
        }),
        Column::new(td_string!(l, team.role), |row: &InvitationRow| row.role_name.clone()),
        Column::new(td_string!(l, invitations.until), until),
        Column::new(td_string!(l, roles.actions), move |row: &InvitationRow| buttons(row, resend, revoke)).end(),
    ];
    view! { <Card flush=true><DataTable caption=td_string!(l, invitations.title) columns rows/></Card> }
}

fn until(row: &InvitationRow) -> AnyView {
    if row.is_expired {
        return view! { <Badge label=td_string!(page(), invitations.expired) tone=Tone::Warning/> }.into_any();
    }
    fmt::date(locale(), row.expires_at).into_any()
}

fn buttons<S, R, O, P>(row: &InvitationRow, resend: ServerAction<S>, revoke: ServerAction<R>) -> AnyView
where
    S: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, O>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    R: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, P>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    O: 'static,
    P: 'static,
{
    let l = page();
    let id = row.id.to_string();
    view! {
        <div class="row" data-justify="end">
            <ActionButton
                action=resend
                label=td_string!(l, invitations.resend)
                fields=vec![("id", id.clone())]
                size=Size::Small
                error_text=error::text
            />
            <ActionButton
                action=revoke
                label=td_string!(l, invitations.revoke)
                fields=vec![("id", id)]
                variant=Variant::Critical
                size=Size::Small
                confirm=Confirm::new(
                    td_string!(l, invitations.revoke_title, email = row.email.clone()).to_string(),
                    td_string!(l, invitations.revoke_body),
                )
                error_text=error::text
            />
        </div>
    }
    .into_any()
}
