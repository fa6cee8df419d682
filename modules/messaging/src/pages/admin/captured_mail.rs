//! One captured mail.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::fmt;
use orion_ui::{Load, Page, page::locale};

use crate::{
    components::ContentCards,
    i18n::{page, td_string},
    paths,
    server_fns::admin::captured_mail,
    views::CapturedView,
};

/// A captured mail with what it says.
#[component]
pub fn CapturedMailPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let mail = Resource::new(move || id.get(), captured_mail);
    view! { <Load value=mail view=details/> }
}

fn details(mail: CapturedView) -> AnyView {
    let l = page();
    let subtitle = format!("{} → {} · {}", mail.from_name, mail.to, fmt::date_time(locale(), mail.at));
    view! {
        <Page
            title=mail.content.subject.clone()
            subtitle
            back=paths::CAPTURED
            back_label=td_string!(l, captured.title)
        >
            <ContentCards content=mail.content/>
        </Page>
    }
    .into_any()
}
