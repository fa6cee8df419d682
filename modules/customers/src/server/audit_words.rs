//! What the module's entries of the audit log say, in words.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// Every action's code and its words.
pub fn audit_words(locale: Locale) -> Vec<(&'static str, &'static str)> {
    let l = of(locale);
    vec![
        ("customers.account_deleted", td_string!(l, audit.account_deleted)),
        ("customers.data_exported", td_string!(l, audit.data_exported)),
        ("customers.deleted", td_string!(l, audit.deleted)),
        ("customers.email_change_asked", td_string!(l, audit.email_change_asked)),
        ("customers.email_changed", td_string!(l, audit.email_changed)),
        ("customers.exported", td_string!(l, audit.exported)),
        ("customers.locked", td_string!(l, audit.locked)),
        ("customers.unlocked", td_string!(l, audit.unlocked)),
        ("customers.note_written", td_string!(l, audit.note_written)),
        ("customers.password_changed", td_string!(l, audit.password_changed)),
        ("customers.password_link_sent", td_string!(l, audit.password_link_sent)),
        ("customers.password_reset", td_string!(l, audit.password_reset)),
        ("customers.profile_changed", td_string!(l, audit.profile_changed)),
        ("customers.registered", td_string!(l, audit.registered)),
        ("customers.session_ended", td_string!(l, audit.session_ended)),
        ("customers.sessions_ended", td_string!(l, audit.sessions_ended)),
        ("customers.signed_out", td_string!(l, audit.signed_out)),
    ]
}
