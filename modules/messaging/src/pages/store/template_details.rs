//! How a template reads, in each language.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::{AppError, Locale};
use orion_ui::{Alert, Load, Page, Tab, Tabs, Tone, page::locale};

use crate::{
    components::ContentCards,
    i18n::{page, td_string},
    paths,
    server_fns::store::preview_template,
    views::TemplatePreview,
};

/// A template's preview.
#[component]
pub fn TemplateDetails() -> impl IntoView {
    let params = use_params_map();
    let asked = Memo::new(move |_| {
        let code = params.with(|params| params.get("code")).unwrap_or_default();
        let language = match params.with(|params| params.get("language")) {
            Some(language) => Locale::from_code(&language).ok_or_else(AppError::not_found),
            None => Ok(locale()),
        };
        (code, language)
    });
    let preview =
        Resource::new(move || asked.get(), |(code, language)| async move { preview_template(code, language?).await });
    view! { <Load value=preview view=details/> }
}

fn details(preview: TemplatePreview) -> AnyView {
    let l = page();
    let tabs = Locale::ALL
        .map(|language| Tab::new(language.name_in_own_language(), paths::template(&preview.code, language.code())));
    view! {
        <Page
            title=preview.name
            subtitle=preview.content.subject.clone()
            back=paths::TEMPLATES
            back_label=td_string!(l, templates.title)
        >
            <Tabs label=td_string!(l, mail.language) items=tabs.to_vec()/>
            <Alert tone=Tone::Info title=td_string!(l, templates.preview_note)/>
            <ContentCards content=preview.content/>
        </Page>
    }
    .into_any()
}
