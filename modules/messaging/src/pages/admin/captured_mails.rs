//! What would have been sent.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Card, Column, DataTable, Load, Page, page::locale};

use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::admin::captured_mails,
    views::CapturedView,
};

/// The captured mails, the latest first.
#[component]
pub fn CapturedMailsPage() -> impl IntoView {
    let mails = Resource::new(|| (), |()| captured_mails());
    view! { <Load value=mails view=list/> }
}

fn list(mails: Vec<CapturedView>) -> AnyView {
    let l = page();
    view! {
        <Page title=td_string!(l, captured.title) subtitle=td_string!(l, captured.subtitle)>
            <Card flush=!mails.is_empty()>
                <DataTable
                    caption=td_string!(l, captured.title)
                    columns=vec![
                        Column::new(td_string!(l, outbox.subject), |mail: &CapturedView| mail.content.subject.clone()),
                        Column::new(td_string!(l, outbox.to), |mail: &CapturedView| mail.to.clone()),
                        Column::new(td_string!(l, mail.from), |mail: &CapturedView| mail.from_name.clone()),
                        Column::new(td_string!(l, outbox.created), |mail: &CapturedView| fmt::date_time(locale(), mail.at)),
                    ]
                    rows=mails
                    row_href=|mail: &CapturedView| paths::captured(&mail.id)
                    empty=td_string!(l, captured.empty)
                />
            </Card>
        </Page>
    }
    .into_any()
}
