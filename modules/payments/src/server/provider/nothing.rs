//! For orders that cost nothing.

use orion_contracts::payments::{PaymentMethod, PaymentStatus};
use orion_kernel::{Locale, Money};
use orion_runtime::Ctx;

use super::{Capabilities, PaymentProvider};
use crate::{
    i18n::{of, td_string},
    server::settings::PaymentsSettings,
};

/// The method's code.
const NOTHING: &str = "nothing";

/// There is no money to move.
pub struct Nothing;

impl PaymentProvider for Nothing {
    fn code(&self) -> &'static str {
        NOTHING
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities { hosted_page: false, refunds: false }
    }

    fn initial_status(&self) -> PaymentStatus {
        PaymentStatus::Succeeded
    }

    fn is_offered(&self, _: &Ctx, _: &PaymentsSettings, amount: Money) -> bool {
        amount.is_zero()
    }

    fn describe(&self, _: &PaymentsSettings, locale: Locale) -> PaymentMethod {
        let l = of(locale);
        PaymentMethod {
            code: NOTHING.to_owned(),
            name: td_string!(l, nothing.name).to_owned(),
            description: td_string!(l, nothing.description).to_owned(),
            instructions: Vec::new(),
        }
    }
}
