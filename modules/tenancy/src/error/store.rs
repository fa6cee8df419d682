//! The codes about how a store is set up.

use crate::i18n::{Locale, td_string};

/// The sentence for one of them; `param` gives its values.
pub(super) fn text(l: Locale, code: &str, param: impl Fn(&str) -> String) -> Option<String> {
    let text = match code {
        "invalid_vat_id" => td_string!(l, errors.invalid_vat_id).to_owned(),
        "invalid_rcs" => td_string!(l, errors.invalid_rcs).to_owned(),
        "invalid_business_permit" => td_string!(l, errors.invalid_business_permit).to_owned(),
        "unit_of_other_system" => td_string!(l, errors.unit_of_other_system).to_owned(),
        "digit_beside_number" => td_string!(l, errors.digit_beside_number).to_owned(),
        "store_has_orders" => td_string!(l, errors.store_has_orders).to_owned(),
        "picture_kind" => td_string!(l, errors.picture_kind).to_owned(),
        "picture_too_large" => td_string!(l, errors.picture_too_large).to_owned(),
        "picture_not_square" => td_string!(l, errors.picture_not_square).to_owned(),
        "invalid_domain" => td_string!(l, errors.invalid_domain).to_owned(),
        "domain_is_address" => td_string!(l, errors.domain_is_address).to_owned(),
        "domain_is_public" => td_string!(l, errors.domain_is_public).to_owned(),
        "domain_of_platform" => td_string!(l, errors.domain_of_platform).to_owned(),
        "domain_there" => td_string!(l, errors.domain_there).to_owned(),
        "too_many_domains" => td_string!(l, errors.too_many_domains, max = param("max")).to_string(),
        "invalid_subdomain" => td_string!(l, errors.invalid_subdomain).to_owned(),
        "subdomain_changed_often" => td_string!(l, errors.subdomain_changed_often).to_owned(),
        "reserved_name" => td_string!(l, errors.reserved_name).to_owned(),
        _ => return None,
    };
    Some(text)
}
