//! What is sent when.

use leptos::prelude::*;
use orion_kernel::{AppError, Locale};
use orion_ui::{Card, Column, DataTable, Link, Page, error_page, may, page::locale};

use crate::{
    i18n::{page, td_string},
    model::Template,
    paths, permissions,
};

/// The templates with their languages.
#[component]
pub fn TemplateIndex() -> AnyView {
    let may_see = may(permissions::TEMPLATES);
    if !may_see {
        return error_page(&AppError::forbidden());
    }
    let l = page();
    view! {
        <Page
            title=td_string!(l, templates.title)
            subtitle=td_string!(l, templates.subtitle)
            back=paths::OUTBOX
            back_label=td_string!(l, outbox.title)
        >
            <Card flush=true>
                <DataTable
                    caption=td_string!(l, templates.title)
                    columns=vec![
                        Column::new(td_string!(l, templates.name), |template: &Template| template.name(locale())),
                        Column::new(td_string!(l, templates.sent_when), |template: &Template| template.occasion(locale())),
                        Column::new(td_string!(l, mail.language), |template: &Template| languages(*template)),
                    ]
                    rows=Template::ALL.to_vec()
                    row_href=|template: &Template| paths::template(template.code(), locale().code())
                />
            </Card>
        </Page>
    }
    .into_any()
}

fn languages(template: Template) -> AnyView {
    let links = Locale::ALL.map(|language| {
        let href = paths::template(template.code(), language.code());
        view! { <Link href>{language.name_in_own_language()}</Link> }
    });
    view! { <div class="row">{links.into_iter().collect_view()}</div> }.into_any()
}
