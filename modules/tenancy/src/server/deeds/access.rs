//! What was done about roles, teams, operators, users and keys, in words.

use crate::i18n::{Locale, td_string};

/// The actions in the log, each in words.
pub(super) fn words(l: Locale) -> Vec<(&'static str, &'static str)> {
    vec![
        ("tenancy.role_created", td_string!(l, access_deeds.role_created)),
        ("tenancy.role_changed", td_string!(l, access_deeds.role_changed)),
        ("tenancy.role_deleted", td_string!(l, access_deeds.role_deleted)),
        ("tenancy.invited", td_string!(l, access_deeds.invited)),
        ("tenancy.invitation_resent", td_string!(l, access_deeds.invitation_resent)),
        ("tenancy.invitation_revoked", td_string!(l, access_deeds.invitation_revoked)),
        ("tenancy.invitation_accepted", td_string!(l, access_deeds.invitation_accepted)),
        ("tenancy.member_changed", td_string!(l, access_deeds.member_changed)),
        ("tenancy.member_removed", td_string!(l, access_deeds.member_removed)),
        ("tenancy.member_left", td_string!(l, access_deeds.member_left)),
        ("tenancy.transfer_started", td_string!(l, access_deeds.transfer_started)),
        ("tenancy.transfer_revoked", td_string!(l, access_deeds.transfer_revoked)),
        ("tenancy.owner_changed", td_string!(l, access_deeds.owner_changed)),
        ("tenancy.operator_changed", td_string!(l, access_deeds.operator_changed)),
        ("tenancy.operator_removed", td_string!(l, access_deeds.operator_removed)),
        ("tenancy.user_locked", td_string!(l, access_deeds.user_locked)),
        ("tenancy.user_unlocked", td_string!(l, access_deeds.user_unlocked)),
        ("tenancy.user_signed_out", td_string!(l, access_deeds.user_signed_out)),
        ("tenancy.second_factor_reset", td_string!(l, access_deeds.second_factor_reset)),
        ("tenancy.api_key_created", td_string!(l, access_deeds.api_key_created)),
        ("tenancy.api_key_revoked", td_string!(l, access_deeds.api_key_revoked)),
    ]
}
