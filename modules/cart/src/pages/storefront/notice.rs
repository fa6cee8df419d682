//! What a form that was posted without scripts has done.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use orion_contracts::VariantId;
use orion_ui::{ActionButton, Alert, Size, Tone};

use super::cart::Actions;
use crate::{
    error,
    i18n::{page, td_string},
};

/// The message that the address asks for, with a way back after a removal; until something else is done here.
#[component]
pub fn Notice(
    /// The page's actions.
    actions: Actions,
) -> AnyView {
    let l = page();
    if actions.were_used() {
        return ().into_any();
    }
    let query = use_query_map().get_untracked();
    let removed = query.get("removed").and_then(|id| id.parse::<VariantId>().ok());
    let quantity =
        query.get("quantity").and_then(|quantity| quantity.parse::<i64>().ok()).filter(|quantity| *quantity > 0);
    if let (Some(variant), Some(quantity)) = (removed, quantity) {
        let fields = vec![("variant_id", variant.to_string()), ("quantity", quantity.to_string())];
        return view! {
            <Alert
                title=td_string!(l, page.removed_notice)
                actions=move || {
                    view! {
                        <ActionButton
                            action=actions.restore
                            label=td_string!(l, page.undo)
                            fields
                            size=Size::Small
                            error_text=error::text
                        />
                    }
                }
            />
        }
        .into_any();
    }
    match query.get("notice").as_deref() {
        Some("added") => view! { <Alert tone=Tone::Success title=td_string!(l, buy.added)/> }.into_any(),
        Some("capped") => view! { <Alert tone=Tone::Warning title=td_string!(l, buy.capped_notice)/> }.into_any(),
        _ => ().into_any(),
    }
}
