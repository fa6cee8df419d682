//! The storefront's languages.

use leptos::prelude::*;
use orion_kernel::Locale;
use orion_ui::{Card, Form, Select, SubmitButton};

use crate::{
    components::{OfferedLanguages, language_choices},
    error,
    i18n::{page, td_string},
    pages::options::refusal,
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
    view! {
        <Form action guard=true error_text=error::text>
            <Card>
                <div class="stack">
                    <Select
                        name="default"
                        label=td_string!(l, settings.default_language)
                        hint=td_string!(l, settings.default_language_hint)
                        options=language_choices(Locale::ALL)
                        value=default.code()
                        required=true
                    />
                    <OfferedLanguages offered=Locale::ALL.to_vec() chosen=locales/>
                </div>
            </Card>
            <div class="row"><SubmitButton label=td_string!(l, settings.save) reason=refusal()/></div>
        </Form>
    }
}
