//! Parts shared by pages of this module.

mod mail_frame;

use leptos::prelude::*;
use orion_ui::{Badge, Card, Tone};

use mail_frame::MailFrame;

use crate::{
    i18n::{page, td_string},
    model::{Status, Template},
    views::Content,
};

/// What a mail says, in both forms.
#[component]
pub fn ContentCards(
    /// The content.
    content: Content,
) -> AnyView {
    let l = page();
    let html = (!content.html.is_empty()).then(|| {
        view! {
            <Card title=td_string!(l, mail.preview) flush=true>
                <MailFrame html=content.html/>
            </Card>
        }
    });
    view! {
        {html}
        <Card title=td_string!(l, mail.text)>
            <pre class="mail-text">{content.text}</pre>
        </Card>
    }
    .into_any()
}

/// How a mail stands.
#[component]
pub fn StatusBadge(
    /// The state.
    status: Status,
) -> AnyView {
    let l = page();
    let (label, tone) = match status {
        Status::Queued => (td_string!(l, status.queued), Tone::Info),
        Status::Sent => (td_string!(l, status.sent), Tone::Success),
        Status::Failed => (td_string!(l, status.failed), Tone::Critical),
    };
    view! { <Badge label tone/> }.into_any()
}

/// What kind of mail it is. Of other modules' mails the code alone is kept, and one nobody knows is just a mail.
#[must_use]
pub fn template_name(code: &str) -> &'static str {
    let l = page();
    if let Some(template) = Template::from_code(code) {
        return template.name(orion_ui::page::locale());
    }
    match code {
        "core.notice" => td_string!(l, kinds.notice),
        "customers.confirm_registration" | "customers.confirm_email" | "tenancy.email_confirmation" => {
            td_string!(l, kinds.confirmation)
        }
        "customers.password_reset" | "tenancy.password_reset" => td_string!(l, kinds.new_password),
        "customers.account_exists" | "customers.account_deleted" => td_string!(l, kinds.account),
        "customers.account_locked"
        | "customers.address_taken"
        | "customers.address_asked"
        | "customers.address_changed"
        | "customers.password_changed"
        | "customers.new_device"
        | "tenancy.security_notice"
        | "tenancy.unusual_sign_in" => td_string!(l, kinds.security),
        "tenancy.invitation" => td_string!(l, kinds.invitation),
        "tenancy.transfer" => td_string!(l, kinds.transfer),
        _ => td_string!(l, kinds.other),
    }
}
