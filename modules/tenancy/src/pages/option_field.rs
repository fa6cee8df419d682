//! The field for one setting, by what is entered.

use leptos::prelude::*;
use orion_ui::{Choice, MoneyField, NumberField, Select, Switch, TextField, TextKind};

use crate::{
    forms::setting_field,
    i18n::{page, td_string},
    views::{SettingInput, SettingView},
};

/// One setting.
#[component]
pub fn OptionField(
    /// What it is, and what holds.
    setting: SettingView,
) -> AnyView {
    let SettingView { key, label, help, input, is_fixed } = setting;
    let name = setting_field(&key, matches!(input, SettingInput::Secret(_)));
    match input {
        SettingInput::Text { value, max_chars } => {
            view! { <TextField name label hint=help value maxlength=max_chars disabled=is_fixed/> }.into_any()
        }
        SettingInput::Integer { value, min, max } => {
            view! { <NumberField name label hint=help value min max required=true disabled=is_fixed/> }.into_any()
        }
        SettingInput::Bool(checked) => view! { <Switch name label hint=help checked disabled=is_fixed/> }.into_any(),
        SettingInput::Choice { value, options } => {
            let options = options.into_iter().map(|(code, name)| Choice::new(code, name)).collect();
            view! { <Select name label hint=help options value disabled=is_fixed/> }.into_any()
        }
        SettingInput::Money(value) => {
            view! { <MoneyField name label hint=help value required=true disabled=is_fixed/> }.into_any()
        }
        SettingInput::Secret(is_set) => {
            let l = page();
            let state = if is_set { td_string!(l, options.secret_set) } else { td_string!(l, options.secret_unset) };
            view! {
                <TextField
                    name
                    label
                    hint=format!("{help} {state}")
                    kind=TextKind::Password
                    autocomplete="new-password"
                    disabled=is_fixed
                />
            }
            .into_any()
        }
    }
}
