//! The list of mails.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Column, Empty, IconName, LinkButton, ResourceIndex, Scope, page::locale, use_index_query};

use crate::{
    components::{StatusBadge, template_name},
    i18n::{page, td_string},
    paths,
    server_fns::store::{count_mails, list_mails},
    views::MailRow,
};

/// All mails of the store.
#[component]
pub fn OutboxIndex() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let rows = Resource::new(move || query.get(), list_mails);
    let counts = Resource::new(|| (), |()| count_mails());
    view! {
        <ResourceIndex
            title=td_string!(l, outbox.title)
            path=paths::OUTBOX
            query
            rows
            columns=vec![
                Column::new(td_string!(l, outbox.subject), |row: &MailRow| row.subject.clone()),
                Column::new(td_string!(l, outbox.to), |row: &MailRow| row.recipient.clone()),
                Column::new(td_string!(l, outbox.template), |row: &MailRow| template_name(&row.template)).aside(),
                Column::new(td_string!(l, outbox.status), |row: &MailRow| view! { <StatusBadge status=row.status/> }),
                Column::new(td_string!(l, outbox.created), |row: &MailRow| fmt::date_time(locale(), row.created_at)),
            ]
            row_href=|row: &MailRow| paths::mail(row.id)
            scopes=vec![
                Scope::new("", td_string!(l, outbox.all)),
                Scope::new("queued", td_string!(l, outbox.queued)),
                Scope::new("sent", td_string!(l, outbox.sent)),
                Scope::new("failed", td_string!(l, outbox.failed)),
            ]
            counts
            search=td_string!(l, outbox.search)
            actions=move || {
                view! {
                    <LinkButton label=td_string!(l, outbox.open_templates) href=paths::TEMPLATES icon=IconName::FileText/>
                }
            }
            empty=Empty::new(td_string!(l, outbox.empty_title), td_string!(l, outbox.empty_body)).icon(IconName::Mail)
        />
    }
}
