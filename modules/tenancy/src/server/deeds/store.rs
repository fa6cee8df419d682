//! What was done about how a store is set up, in words.

use crate::i18n::{Locale, td_string};

/// The actions in the log, each in words.
pub(super) fn words(l: Locale) -> Vec<(&'static str, &'static str)> {
    vec![
        ("tenancy.store_profile_changed", td_string!(l, store_deeds.profile)),
        ("tenancy.store_languages_changed", td_string!(l, store_deeds.languages)),
        ("tenancy.store_office_languages_changed", td_string!(l, store_deeds.office_languages)),
        ("tenancy.store_look_changed", td_string!(l, store_deeds.look)),
        ("tenancy.store_region_changed", td_string!(l, store_deeds.region)),
        ("tenancy.store_currency_changed", td_string!(l, store_deeds.currency)),
        ("tenancy.store_order_numbers_changed", td_string!(l, store_deeds.order_numbers)),
        ("tenancy.store_logo_changed", td_string!(l, store_deeds.logo)),
        ("tenancy.store_logo_removed", td_string!(l, store_deeds.logo_removed)),
        ("tenancy.store_favicon_changed", td_string!(l, store_deeds.favicon)),
        ("tenancy.store_favicon_removed", td_string!(l, store_deeds.favicon_removed)),
        ("tenancy.storefront_access_changed", td_string!(l, store_deeds.access)),
        ("tenancy.storefront_link_renewed", td_string!(l, store_deeds.link)),
        ("tenancy.shipping_rate_saved", td_string!(l, store_deeds.rate)),
        ("tenancy.shipping_rate_removed", td_string!(l, store_deeds.rate_removed)),
        ("tenancy.subdomain_changed", td_string!(l, store_deeds.subdomain)),
        ("tenancy.domain_added", td_string!(l, store_deeds.domain_added)),
        ("tenancy.domain_verified", td_string!(l, store_deeds.domain_verified)),
        ("tenancy.domain_removed", td_string!(l, store_deeds.domain_removed)),
        ("tenancy.primary_domain_changed", td_string!(l, store_deeds.primary_domain)),
    ]
}
