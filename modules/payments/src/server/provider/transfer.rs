//! A bank transfer that the shopper makes after ordering.

use orion_contracts::payments::{PaymentMethod, PaymentStatus};
use orion_kernel::{Locale, Money};
use orion_runtime::Ctx;

use super::{Capabilities, PaymentProvider};
use crate::{
    i18n::{of, td_string},
    model::TRANSFER,
    server::settings::PaymentsSettings,
};

/// Nobody is asked: the store's bank statement says what came.
pub struct Transfer;

impl PaymentProvider for Transfer {
    fn code(&self) -> &'static str {
        TRANSFER
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities { hosted_page: false, refunds: false }
    }

    fn initial_status(&self) -> PaymentStatus {
        PaymentStatus::Deferred
    }

    fn is_offered(&self, _: &Ctx, settings: &PaymentsSettings, amount: Money) -> bool {
        settings.transfer_enabled && !settings.transfer_iban.trim().is_empty() && amount.minor > 0
    }

    fn describe(&self, settings: &PaymentsSettings, locale: Locale) -> PaymentMethod {
        let l = of(locale);
        let mut instructions = Vec::new();
        let mut add = |label: &str, value: &str| {
            if !value.trim().is_empty() {
                instructions.push((label.to_owned(), value.trim().to_owned()));
            }
        };
        add(td_string!(l, transfer.holder), &settings.transfer_holder);
        add(td_string!(l, transfer.iban), &spaced(&settings.transfer_iban));
        add(td_string!(l, transfer.bic), &settings.transfer_bic);
        PaymentMethod {
            code: TRANSFER.to_owned(),
            name: td_string!(l, transfer.name).to_owned(),
            description: td_string!(l, transfer.description, days = settings.transfer_days),
            instructions,
        }
    }
}

/// An account number in groups of four, as people read and type it.
fn spaced(iban: &str) -> String {
    let digits: Vec<char> = iban.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::spaced;

    #[test]
    fn account_numbers_stand_in_groups() {
        assert_eq!(spaced("lu280019400644750000"), "LU28 0019 4006 4475 0000");
        assert_eq!(spaced(" BE68 5390 0754 7034"), "BE68 5390 0754 7034");
        assert_eq!(spaced(""), "");
    }
}
