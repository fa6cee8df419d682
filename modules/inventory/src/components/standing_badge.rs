//! How much is left, in a word.

use leptos::prelude::*;
use orion_ui::{Badge, Tone};

use crate::{
    i18n::{page, td_string},
    model::{Figures, Standing},
};

/// How a variant stands.
#[component]
pub fn StandingBadge(
    /// Its figures.
    figures: Figures,
) -> AnyView {
    let l = page();
    let (label, tone) = match figures.standing() {
        Standing::Uncounted => (td_string!(l, standing.uncounted), Tone::Neutral),
        Standing::Out => (td_string!(l, standing.out), Tone::Critical),
        Standing::Low => (td_string!(l, standing.low), Tone::Warning),
        Standing::Enough => (td_string!(l, standing.enough), Tone::Success),
    };
    view! { <Badge label tone/> }.into_any()
}
