//! Receiving, counting, correcting.

use leptos::prelude::*;
use orion_contracts::VariantId;
use orion_ui::{Card, Choice, FieldRow, Form, Hidden, NumberField, RadioCards, TextField};

use crate::{
    error,
    forms::{AdjustmentKind, MAX_NOTE},
    i18n::{page, td_string},
    model::Figures,
    server_fns::AdjustStock,
};

/// The form; what is not counted yet can only be counted.
#[component]
pub fn AdjustCard(
    /// The variant.
    variant: VariantId,
    /// The page's action.
    action: ServerAction<AdjustStock>,
    /// How it stands.
    figures: Figures,
) -> AnyView {
    let l = page();
    let choice = |kind: AdjustmentKind, label: &str, hint: &str| {
        let is_first_count = !figures.is_counted && kind != AdjustmentKind::Counted;
        Choice::new(kind.code(), label).hint(hint).disabled(is_first_count)
    };
    let choices = vec![
        choice(AdjustmentKind::Received, td_string!(l, adjust.received), td_string!(l, adjust.received_hint)),
        choice(AdjustmentKind::Counted, td_string!(l, adjust.counted), td_string!(l, adjust.counted_hint)),
        choice(AdjustmentKind::Corrected, td_string!(l, adjust.corrected), td_string!(l, adjust.corrected_hint)),
    ];
    let first = if figures.is_counted { AdjustmentKind::Received } else { AdjustmentKind::Counted };
    view! {
        <Card title=td_string!(l, adjust.title)>
            <Form action submit=td_string!(l, adjust.submit) reset_on_success=true error_text=error::text>
                <Hidden name="variant" value=variant.to_string()/>
                <RadioCards name="kind" label=td_string!(l, adjust.kind) options=choices value=first.code() row=true/>
                <FieldRow>
                    <NumberField name="quantity" label=td_string!(l, adjust.quantity) required=true/>
                    <TextField
                        name="note"
                        label=td_string!(l, adjust.note)
                        hint=td_string!(l, adjust.note_hint)
                        maxlength=u32::try_from(MAX_NOTE).unwrap_or(u32::MAX)
                    />
                </FieldRow>
            </Form>
        </Card>
    }
    .into_any()
}
