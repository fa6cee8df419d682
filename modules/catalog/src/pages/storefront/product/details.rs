//! Small facts about the chosen variant.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{DescriptionList, Fact};

use crate::{
    i18n::{page, td_string},
    views::VariantView,
};

/// Article number, GTIN, weight; nothing when none is known.
#[component]
pub fn Details(variant: VariantView) -> impl IntoView {
    let l = page();
    let weight = (variant.weight_grams > 0).then(|| weight(variant.weight_grams));
    let facts: Vec<(&str, String)> = [
        (td_string!(l, shop.sku), Some(variant.sku).filter(|sku| !sku.is_empty())),
        (td_string!(l, shop.gtin), Some(variant.barcode).filter(|code| !code.is_empty())),
        (td_string!(l, shop.weight), weight),
    ]
    .into_iter()
    .filter_map(|(term, fact)| Some((term, fact?)))
    .collect();
    (!facts.is_empty()).then(|| {
        let facts = facts.into_iter().map(|(term, fact)| view! { <Fact term=term>{fact}</Fact> }).collect_view();
        view! { <DescriptionList>{facts}</DescriptionList> }
    })
}

/// Grams below a kilogram, kilograms above.
fn weight(grams: i32) -> String {
    let locale = orion_ui::page::locale();
    if grams < 1_000 {
        return format!("{grams}\u{a0}g");
    }
    let whole = fmt::number(locale, i64::from(grams / 1_000));
    let decimals = format!("{:03}", grams % 1_000);
    match decimals.trim_end_matches('0') {
        "" => format!("{whole}\u{a0}kg"),
        decimals => {
            let point = if locale == orion_kernel::Locale::En { '.' } else { ',' };
            format!("{whole}{point}{decimals}\u{a0}kg")
        }
    }
}
