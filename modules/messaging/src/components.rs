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

/// A template's name; other modules' templates have only their code.
#[must_use]
pub fn template_name(code: &str) -> String {
    Template::from_code(code)
        .map_or_else(|| code.to_owned(), |template| template.name(orion_ui::page::locale()).to_owned())
}
