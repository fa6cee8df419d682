//! How a customer's account stands, in a word.

use leptos::prelude::*;
use orion_ui::{Badge, Tone};

use crate::{
    i18n::{page, td_string},
    model::AccountState,
};

/// The word on an account.
#[component]
pub fn AccountBadge(
    /// How it stands.
    state: AccountState,
) -> AnyView {
    let l = page();
    let (label, tone) = match state {
        AccountState::Guest => (td_string!(l, states.guest), Tone::Neutral),
        AccountState::Unverified => (td_string!(l, states.unverified), Tone::Warning),
        AccountState::Verified => (td_string!(l, states.verified), Tone::Success),
        AccountState::Locked => (td_string!(l, states.locked), Tone::Critical),
    };
    view! { <Badge label tone/> }.into_any()
}
