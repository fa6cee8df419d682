//! What the module's entries of the audit log say, in words.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// Every action's code and its words.
pub fn audit_words(locale: Locale) -> Vec<(&'static str, &'static str)> {
    let l = of(locale);
    vec![
        ("billing.subscription_changed", td_string!(l, audit.subscription_changed)),
        ("billing.tier_changed", td_string!(l, audit.tier_changed)),
        ("billing.tier_created", td_string!(l, audit.tier_created)),
        ("billing.trial_expired", td_string!(l, audit.trial_expired)),
    ]
}
