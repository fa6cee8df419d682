//! The codes about roles, teams, operators, users and keys.

use crate::i18n::{Locale, td_string};

/// The sentence for one of them; `param` gives its values.
pub(super) fn text(l: Locale, code: &str, param: impl Fn(&str) -> String) -> Option<String> {
    let text = match code {
        "beyond_your_role" => td_string!(l, errors.beyond_your_role).to_owned(),
        "beyond_your_stores" => td_string!(l, errors.beyond_your_stores).to_owned(),
        "not_yourself" => td_string!(l, errors.not_yourself).to_owned(),
        "owner_stays" => td_string!(l, errors.owner_stays).to_owned(),
        "confirm_first" => td_string!(l, errors.confirm_first).to_owned(),
        "only_owners" => td_string!(l, errors.only_owners).to_owned(),
        "role_in_use" => td_string!(l, errors.role_in_use, names = param("names")).to_string(),
        "role_name_taken" => td_string!(l, errors.role_name_taken).to_owned(),
        "choose_a_permission" => td_string!(l, errors.choose_a_permission).to_owned(),
        "choose_a_store" => td_string!(l, errors.choose_a_store).to_owned(),
        "too_many_roles" => td_string!(l, errors.too_many_roles, max = param("max")).to_string(),
        "already_in_team" => td_string!(l, errors.already_in_team).to_owned(),
        "already_invited" => td_string!(l, errors.already_invited).to_owned(),
        "too_many_invitations" => td_string!(l, errors.too_many_invitations, max = param("max")).to_string(),
        "invited_too_often" => td_string!(l, errors.invited_too_often, max = param("max")).to_string(),
        "sent_just_now" => td_string!(l, errors.sent_just_now).to_owned(),
        "invitation_gone" => td_string!(l, errors.invitation_gone).to_owned(),
        "invitation_of_somebody_else" => td_string!(l, errors.invitation_of_somebody_else).to_owned(),
        "transfer_pending" => td_string!(l, errors.transfer_pending).to_owned(),
        "transfer_gone" => td_string!(l, errors.transfer_gone).to_owned(),
        "transfer_of_somebody_else" => td_string!(l, errors.transfer_of_somebody_else).to_owned(),
        "last_administrator" => td_string!(l, errors.last_administrator).to_owned(),
        "too_many_keys" => td_string!(l, errors.too_many_keys, max = param("max")).to_string(),
        _ => return None,
    };
    Some(text)
}
