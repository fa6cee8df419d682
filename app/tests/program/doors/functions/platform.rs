//! The platform's own pages.

use super::GUESS;
use crate::doors::door::{Door, anybody};

pub const PLATFORM: &[Door] = &[
    anybody("cms/content_page", "slug=<platform_page>"),
    anybody("cms/offer_labels", ""),
    anybody("tenancy/my_stores", ""),
    anybody("tenancy/invitation_page", "token=guessed"),
    anybody("tenancy/accept_invitation", "token=guessed&name=Anna&password=gréngen Hond op der Strooss"),
    anybody("tenancy/join_team", "token=guessed"),
    anybody("tenancy/transfer_page", "token=guessed"),
    anybody("tenancy/accept_transfer", "token=guessed"),
    anybody("tenancy/sign_in", GUESS),
    anybody("tenancy/second_step", ""),
    anybody("tenancy/pass_second_step", "code=000000"),
    anybody("tenancy/ask_for_passkey", ""),
    anybody("tenancy/sign_in_with_passkey", "answer=guessed"),
    anybody("tenancy/request_reset", "email=nobody@example.test"),
    anybody("tenancy/reset_password", "token=guessed&password=gréngen Hond op der Strooss"),
    anybody("tenancy/link_email", "token=guessed"),
    anybody("tenancy/confirm_email", "token=guessed"),
    anybody("tenancy/sign_out", ""),
];
