//! The platform's tiers.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Badge, Column, Empty, LinkButton, ResourceIndex, Tone, Variant, may, page::locale, use_index_query};

use crate::{
    components::price_text,
    i18n::{page, td_string},
    paths, permissions,
    server_fns::admin::list_tiers,
    views::TierRow,
};

/// The list.
#[component]
pub fn TierIndex() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let rows = Resource::new(move || query.get(), list_tiers);
    let may_manage = may(permissions::MANAGE_TIERS);
    view! {
        <ResourceIndex
            title=td_string!(l, tier.index)
            subtitle=td_string!(l, tier.index_lead)
            path=paths::TIERS
            query
            rows
            columns=vec![
                Column::new(td_string!(l, tier.name), |row: &TierRow| row.name.clone()),
                Column::new(td_string!(l, tier.state), |row: &TierRow| view! { <TierBadges row=row.clone()/> }),
                Column::new(td_string!(l, period.monthly), |row: &TierRow| price_text(row.monthly)).end(),
                Column::new(td_string!(l, period.annual), |row: &TierRow| price_text(row.annual)).end().aside(),
                Column::new(td_string!(l, tier.merchants), |row: &TierRow| fmt::number(locale(), row.merchants)).end(),
            ]
            row_href=|row: &TierRow| paths::tier(&row.code)
            actions=move || {
                may_manage
                    .then(|| {
                        view! {
                            <LinkButton label=td_string!(l, tier.add) href=paths::NEW_TIER variant=Variant::Primary/>
                        }
                    })
            }
            empty=Empty::new(td_string!(l, tier.empty_title), td_string!(l, tier.empty_body))
                .action(td_string!(l, tier.add), paths::NEW_TIER)
        />
    }
}

#[component]
fn TierBadges(row: TierRow) -> AnyView {
    let l = page();
    let (label, tone) = if row.is_visible {
        (td_string!(l, tier.visible), Tone::Success)
    } else {
        (td_string!(l, tier.hidden), Tone::Neutral)
    };
    let highlight =
        row.is_highlighted.then(|| view! { <Badge label=td_string!(l, tier.recommended) tone=Tone::Accent/> });
    view! { <div class="row"><Badge label tone/> {highlight}</div> }.into_any()
}
