//! What operators did, in words.

mod access;
mod security;
mod store;

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// The actions of platforms, merchants, stores, modules and impersonation in the log, each in words.
#[must_use]
pub fn audit_words(locale: Locale) -> Vec<(&'static str, &'static str)> {
    let l = of(locale);
    let mut words = vec![
        ("tenancy.platform_created", td_string!(l, deeds.platform_created)),
        ("tenancy.platform_changed", td_string!(l, deeds.platform_changed)),
        ("tenancy.platform_logo_changed", td_string!(l, deeds.platform_logo_changed)),
        ("tenancy.menu_changed", td_string!(l, deeds.menu_changed)),
        ("tenancy.menu_reset", td_string!(l, deeds.menu_reset)),
        ("tenancy.module_enabled", td_string!(l, deeds.module_enabled)),
        ("tenancy.module_disabled", td_string!(l, deeds.module_disabled)),
        ("tenancy.settings_changed", td_string!(l, deeds.settings_changed)),
        ("tenancy.settings_reset", td_string!(l, deeds.settings_reset)),
        ("tenancy.merchant_created", td_string!(l, deeds.merchant_created)),
        ("tenancy.merchant_changed", td_string!(l, deeds.merchant_changed)),
        ("tenancy.merchant_transferred", td_string!(l, deeds.merchant_transferred)),
        ("tenancy.store_created", td_string!(l, deeds.store_created)),
        ("tenancy.store_changed", td_string!(l, deeds.store_changed)),
        ("tenancy.store_opened", td_string!(l, deeds.store_opened)),
        ("tenancy.store_closed", td_string!(l, deeds.store_closed)),
        ("tenancy.store_suspended", td_string!(l, deeds.store_suspended)),
        ("tenancy.store_reactivated", td_string!(l, deeds.store_reactivated)),
        ("tenancy.export_requested", td_string!(l, deeds.export_requested)),
        ("tenancy.export_fetched", td_string!(l, deeds.export_fetched)),
        ("tenancy.deletion_requested", td_string!(l, deeds.deletion_requested)),
        ("tenancy.deletion_cancelled", td_string!(l, deeds.deletion_cancelled)),
        ("tenancy.store_deleted", td_string!(l, deeds.store_deleted)),
        ("tenancy.impersonation_asked", td_string!(l, deeds.impersonation_asked)),
        ("tenancy.impersonation_started", td_string!(l, deeds.impersonation_started)),
        ("tenancy.impersonation_ended", td_string!(l, deeds.impersonation_ended)),
    ];
    words.extend(access::words(l));
    words.extend(security::words(l));
    words.extend(store::words(l));
    words
}

/// An action in words; `None` for one of others.
#[must_use]
pub fn in_words(locale: Locale, action: &str) -> Option<&'static str> {
    audit_words(locale).into_iter().find(|(code, _)| *code == action).map(|(_, words)| words)
}
