//! An amount of money.

use leptos::prelude::*;
use orion_kernel::{Currency, Locale, Money};

use super::Field;
use crate::page;

/// An amount in major units with its currency. Posts what was typed; `Money::parse_decimal` reads it.
#[component]
pub fn MoneyField(
    /// The server function's argument, a `String`.
    #[prop(into)]
    name: String,
    /// What to enter.
    #[prop(into)]
    label: String,
    /// Help below the field.
    #[prop(optional, into)]
    hint: String,
    /// What stands in it at first.
    #[prop(default = None, into)]
    value: Option<Money>,
    /// The store's currency unless given.
    #[prop(default = None, into)]
    currency: Option<Currency>,
    /// Must be filled.
    #[prop(optional)]
    required: bool,
    /// Cannot be changed now, and is not posted.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The label is for screen readers alone.
    #[prop(optional)]
    hide_label: bool,
    /// Unique on the page; made of form and name unless given.
    #[prop(optional, into)]
    id: String,
) -> AnyView {
    let currency = currency.or(value.map(|value| value.currency)).unwrap_or_else(page::currency);
    let typed = value.map_or_else(String::new, |value| as_typed(page::locale(), value));
    let mut field = Field::new(name, label, hint, typed, required, id);
    field.hide_label = hide_label;
    let control = view! {
        <div class="input-group">
            <input
                class="input"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                id=field.id.clone()
                name=field.name.clone()
                value=field.value.clone()
                disabled=move || disabled.get()
                aria-required=field.required()
                aria-invalid=field.invalid()
                aria-describedby=field.described_by()
            />
            <span class="input-affix">{currency.symbol()}</span>
        </div>
    }
    .into_any();
    field.frame(Some("short"), control)
}

/// The amount with the decimal sign people of the language type.
fn as_typed(locale: Locale, amount: Money) -> String {
    let text = amount.to_decimal_string();
    match locale {
        Locale::En => text,
        Locale::De | Locale::Fr | Locale::Lb => text.replace('.', ","),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_field_shows_can_be_read_again() {
        let amount = Money::new(-123_405, Currency::EUR);
        for locale in Locale::ALL {
            assert_eq!(Money::parse_decimal(&as_typed(locale, amount), Currency::EUR), Ok(amount));
        }
    }
}
