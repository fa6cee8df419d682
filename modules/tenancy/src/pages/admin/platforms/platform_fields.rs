//! The fields of a platform that is made or changed.

use leptos::prelude::*;
use orion_kernel::Locale;
use orion_ui::{Choice, Select, TextField, TextKind, page::locale};

use crate::{
    components::{OfferedLanguages, language_choices},
    i18n::{page, td_string},
    model::ACCENTS,
};

/// What stands in the fields at first.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    /// The host of its own pages.
    pub host: String,
    /// Its languages, the default first; empty to take the recipe's.
    pub locales: Vec<Locale>,
    /// Where merchants write to.
    pub support_email: String,
    /// Hue of the accent ramp.
    pub accent_hue: Option<u16>,
}

/// The host.
pub fn host_field(host: String) -> AnyView {
    let l = page();
    view! {
        <TextField
            name="host"
            label=td_string!(l, platforms.host)
            hint=td_string!(l, platforms.host_hint)
            value=host
            inputmode="url"
            maxlength=200
            required=true
        />
    }
    .into_any()
}

/// Languages, look, and where merchants find help.
pub fn common_fields(filled: Filled) -> AnyView {
    let l = page();
    let default = filled.locales.first().map(|locale| locale.code().to_owned()).unwrap_or_default();
    let from_recipe = if default.is_empty() { td_string!(l, platforms.as_in_recipe) } else { "" };
    let known = |hue: u16| ACCENTS.iter().any(|accent| accent.degrees == hue);
    let other = filled.accent_hue.filter(|hue| !known(*hue)).map(|hue| Choice::new(hue.to_string(), format!("{hue}°")));
    let hues =
        ACCENTS.iter().map(|hue| Choice::new(hue.degrees.to_string(), (hue.label)(locale()))).chain(other).collect();
    view! {
        <Select
            name="default"
            label=td_string!(l, settings.default_language)
            hint=td_string!(l, settings.default_language_hint)
            options=language_choices(Locale::ALL)
            value=default
            placeholder=from_recipe
        />
        <OfferedLanguages offered=Locale::ALL.to_vec() chosen=filled.locales/>
        <Select
            name="accent_hue"
            label=td_string!(l, look.accent)
            hint=td_string!(l, platforms.accent_hint)
            options=hues
            value=filled.accent_hue.map(|hue| hue.to_string()).unwrap_or_default()
            placeholder=td_string!(l, platforms.usual_colour)
        />
        <TextField
            name="support_email"
            label=td_string!(l, platforms.support_email)
            hint=td_string!(l, platforms.support_email_hint)
            kind=TextKind::Email
            value=filled.support_email
        />
    }
    .into_any()
}
