//! The merchant is handed over to somebody of the team.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    ActionButton, Alert, Card, Choice, Form, Select, SubmitButton, TextField, TextKind, Tone, Variant, page::locale,
};

use crate::{
    error,
    i18n::{page, td_string},
    server_fns::store::access::{RevokeTransfer, StartTransfer},
    views::{Role, TeamPage},
};

/// Asks somebody to take over, or shows that somebody was asked.
#[component]
pub fn Ownership(
    /// The team.
    team: TeamPage,
    /// Asks.
    start: ServerAction<StartTransfer>,
    /// Keeps the merchant after all.
    revoke: ServerAction<RevokeTransfer>,
) -> AnyView {
    let l = page();
    if let Some(pending) = team.transfer {
        let until = fmt::date_time(locale(), pending.expires_at);
        return view! {
            <Alert
                tone=Tone::Warning
                title=td_string!(l, transfers.pending, from = pending.from, to = pending.to).to_string()
                actions=move || {
                    view! { <ActionButton action=revoke label=td_string!(l, transfers.revoke) error_text=error::text/> }
                }
            >
                {td_string!(l, transfers.pending_until, until = until).to_string()}
            </Alert>
        }
        .into_any();
    }
    let colleagues: Vec<Choice> = team
        .members
        .iter()
        .filter(|member| member.role != Role::Owner)
        .map(|member| Choice::new(member.user.to_string(), format!("{} ({})", member.name, member.email)))
        .collect();
    if colleagues.is_empty() {
        return view! { <Card><p class="muted">{td_string!(l, transfers.nobody)}</p></Card> }.into_any();
    }
    view! {
        <Form action=start reset_on_success=true error_text=error::text>
            <Card>
                <div class="stack">
                    <Select
                        name="user"
                        label=td_string!(l, transfers.to)
                        options=colleagues
                        placeholder=td_string!(l, transfers.choose)
                        required=true
                    />
                    <TextField
                        name="password"
                        label=td_string!(l, transfers.password)
                        kind=TextKind::Password
                        autocomplete="current-password"
                        required=true
                    />
                </div>
            </Card>
            <div class="row"><SubmitButton label=td_string!(l, transfers.start) variant=Variant::Critical/></div>
        </Form>
    }
    .into_any()
}
