//! The choice of a variant: a link for each value, so that it works without scripts and switches in place with them.

use leptos::prelude::*;
use orion_ui::href;

use crate::{
    i18n::{page, td_string},
    model::combination,
    paths,
    views::{OptionView, VariantView},
};

/// The product's options; nothing for a product in one version.
#[component]
pub fn Options(
    /// The product's part of its address.
    slug: String,
    /// Its options.
    options: Vec<OptionView>,
    /// Its variants.
    variants: Vec<VariantView>,
    /// The place of the one that is shown.
    chosen: Memo<usize>,
) -> impl IntoView {
    let product = StoredValue::new((slug, variants));
    let groups = options.into_iter().enumerate().map(move |(number, option)| {
        let label = option.name.clone();
        let current = move || {
            product.with_value(|(_, variants)| variants[chosen.get()].options.get(number).cloned().unwrap_or_default())
        };
        let values = option.values.into_iter().map(move |value| view! { <Value product number value chosen/> });
        view! {
            <div class="field" role="group" aria-label=option.name>
                <p class="field-label">{label} ": " <span class="muted">{current}</span></p>
                <div class="pill-list">{values.collect_view()}</div>
            </div>
        }
    });
    groups.collect_view()
}

#[component]
fn Value(
    product: StoredValue<(String, Vec<VariantView>)>,
    /// Which option.
    number: usize,
    value: String,
    chosen: Memo<usize>,
) -> impl IntoView {
    let wanted = value.clone();
    // Where the value leads, whether one can be had, whether it is chosen already.
    let state = Memo::new(move |_| {
        product.with_value(|(slug, variants)| {
            let current = &variants[chosen.get()].options;
            let all = variants.iter().map(|variant| variant.options.as_slice());
            let variant = combination(all, current, number, &wanted).and_then(|place| variants.get(place))?;
            let is_chosen = current.get(number) == Some(&wanted);
            Some((href(&paths::variant(slug, variant.id)), variant.is_available(), is_chosen))
        })
    });
    let text = value.clone();
    move || {
        let (address, is_available, is_chosen) = state.get()?;
        let sold_out = (!is_available)
            .then(|| view! { <span class="visually-hidden">" (" {td_string!(page(), shop.sold_out)} ")"</span> });
        Some(view! {
            <a
                class="pill-choice"
                href=address
                aria-current=is_chosen.then_some("true")
                data-sold-out=(!is_available).then_some("true")
                data-noscroll="true"
                rel="nofollow"
            >
                {text.clone()}
                {sold_out}
            </a>
        })
    }
}
