//! The storefront's languages.

use leptos::prelude::*;
use orion_kernel::Locale;
use orion_ui::{Card, Checkbox, Choice, FieldSet, Form, Select, SubmitButton};

use crate::pages::options::refusal;
use crate::{
    error,
    i18n::{page, td_string},
    server_fns::store::SaveLanguages,
};

/// The default language and the others.
#[component]
pub fn LanguagesForm(
    /// What holds now, the default first.
    locales: Vec<Locale>,
    /// Saves it.
    action: ServerAction<SaveLanguages>,
) -> impl IntoView {
    let l = page();
    let default = locales.first().copied().unwrap_or(Locale::En);
    let choices =
        Locale::ALL.into_iter().map(|locale| Choice::new(locale.code(), locale.name_in_own_language())).collect();
    let boxes = move || {
        Locale::ALL
            .into_iter()
            .map(|locale| {
                view! {
                    <Checkbox
                        name="others[]"
                        id=format!("language-{}", locale.code())
                        label=locale.name_in_own_language()
                        value=locale.code()
                        checked=locales.contains(&locale)
                    />
                }
            })
            .collect_view()
    };
    view! {
        <Form action guard=true error_text=error::text>
            <Card>
                <div class="stack">
                    <Select
                        name="default"
                        label=td_string!(l, settings.default_language)
                        hint=td_string!(l, settings.default_language_hint)
                        options=choices
                        value=default.code()
                        required=true
                    />
                    <FieldSet legend=td_string!(l, settings.offered_languages)>{boxes()}</FieldSet>
                </div>
            </Card>
            <div class="row"><SubmitButton label=td_string!(l, settings.save) reason=refusal()/></div>
        </Form>
    }
}
