//! Which languages there are to choose from.

use leptos::prelude::*;
use orion_kernel::Locale;
use orion_ui::{Checkbox, Choice, FieldSet};

use crate::i18n::{page, td_string};

/// Boxes for the languages offered beside the main one.
#[component]
pub fn OfferedLanguages(
    /// What there is to tick.
    offered: Vec<Locale>,
    /// What is ticked.
    chosen: Vec<Locale>,
    /// Unique among such boxes of a page.
    #[prop(default = "language")]
    prefix: &'static str,
) -> AnyView {
    let boxes = move || {
        offered
            .into_iter()
            .map(|locale| {
                view! {
                    <Checkbox
                        name="others[]"
                        id=format!("{prefix}-{}", locale.code())
                        label=locale.name_in_own_language()
                        value=locale.code()
                        checked=chosen.contains(&locale)
                    />
                }
            })
            .collect_view()
    };
    view! { <FieldSet legend=td_string!(page(), settings.offered_languages)>{boxes()}</FieldSet> }.into_any()
}

/// The languages as choices, each called as its speakers call it.
pub fn language_choices(locales: impl IntoIterator<Item = Locale>) -> Vec<Choice> {
    locales.into_iter().map(|locale| Choice::new(locale.code(), locale.name_in_own_language())).collect()
}
