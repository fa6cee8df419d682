//! How somebody comes in, as badges and words.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Badge, Tone, page::locale};

use crate::{
    i18n::{page, td_string},
    views::AccountState,
};

/// Whether somebody is kept out, and whether it takes more than a password to be them.
#[component]
pub fn AccountBadges(
    /// How they come in.
    account: AccountState,
) -> impl IntoView {
    let l = page();
    let locked = account.is_locked.then(|| view! { <Badge label=td_string!(l, users.locked) tone=Tone::Critical/> });
    let (label, tone) = if account.has_second_factor {
        (td_string!(l, users.with_second_factor), Tone::Success)
    } else {
        (td_string!(l, users.without_second_factor), Tone::Neutral)
    };
    view! { {locked} <Badge label tone/> }
}

/// When somebody signed in last, in words.
#[must_use]
pub fn last_sign_in(account: &AccountState) -> String {
    let l = page();
    account.last_sign_in.map_or_else(|| td_string!(l, users.never).to_owned(), |at| fmt::date_time(locale(), at))
}
