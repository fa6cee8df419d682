//! Small facts about the chosen variant.

use leptos::prelude::*;
use orion_kernel::{Boot, Locale, WeightUnit, fmt};
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

/// In the store's unit; where that is the kilogram, grams below one.
fn weight(grams: i32) -> String {
    let locale = orion_ui::page::locale();
    let unit = use_context::<Boot>().and_then(|boot| boot.store).map_or(WeightUnit::Kg, |store| store.weight_unit);
    if unit != WeightUnit::Kg {
        let hundredths = unit.hundredths(grams);
        let decimals = format!("{:02}", hundredths % 100);
        let figure = decimal(locale, fmt::number(locale, hundredths / 100), &decimals);
        return format!("{figure}\u{a0}{unit}");
    }
    if grams < 1_000 {
        return format!("{grams}\u{a0}g");
    }
    let whole = fmt::number(locale, i64::from(grams / 1_000));
    let decimals = format!("{:03}", grams % 1_000);
    format!("{}\u{a0}kg", decimal(locale, whole, &decimals))
}

fn decimal(locale: Locale, whole: String, decimals: &str) -> String {
    let point = if locale == Locale::En { '.' } else { ',' };
    match decimals.trim_end_matches('0') {
        "" => whole,
        decimals => format!("{whole}{point}{decimals}"),
    }
}
