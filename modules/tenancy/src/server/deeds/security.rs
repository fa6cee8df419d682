//! What people did about their own accounts, in words.

use crate::i18n::{Locale, td_string};

/// The actions in the log, each in words.
pub(super) fn words(l: Locale) -> Vec<(&'static str, &'static str)> {
    vec![
        ("tenancy.signed_in", td_string!(l, security.deeds.signed_in)),
        ("tenancy.password_changed", td_string!(l, security.deeds.password_changed)),
        ("tenancy.password_reset", td_string!(l, security.deeds.password_reset)),
        ("tenancy.profile_changed", td_string!(l, security.deeds.profile_changed)),
        ("tenancy.email_link_sent", td_string!(l, security.deeds.email_link_sent)),
        ("tenancy.email_confirmed", td_string!(l, security.deeds.email_confirmed)),
        ("tenancy.email_changed", td_string!(l, security.deeds.email_changed)),
        ("tenancy.second_factor_added", td_string!(l, security.deeds.second_factor_added)),
        ("tenancy.second_factor_removed", td_string!(l, security.deeds.second_factor_removed)),
        ("tenancy.recovery_codes_renewed", td_string!(l, security.deeds.recovery_codes_renewed)),
        ("tenancy.recovery_code_used", td_string!(l, security.deeds.recovery_code_used)),
        ("tenancy.second_factor_policy_changed", td_string!(l, security.deeds.second_factor_policy_changed)),
        ("tenancy.session_ended", td_string!(l, security.deeds.session_ended)),
        ("tenancy.other_sessions_ended", td_string!(l, security.deeds.other_sessions_ended)),
    ]
}
