//! The rules for what is entered: what can be kept for later, and what an order needs.

use orion_contracts::customers::Address;
use orion_kernel::{AppError, Check, FieldError};

use super::postcode::normalise_postcode;
use crate::{
    countries::COUNTRIES,
    forms::{AddressDraft, Draft},
};

/// What an order needs, here and now.
pub struct Needs<'a> {
    /// A telephone number.
    pub phone: bool,
    /// Something is sent.
    pub shipping: bool,
    /// The shippings on offer.
    pub shippings: &'a [&'a str],
    /// Something is to be paid.
    pub payment: bool,
    /// The payments on offer.
    pub payments: &'a [&'a str],
    /// The terms were accepted.
    pub accepted: bool,
}

impl Draft {
    /// Without the spaces around what was typed, and with postcodes as they are written.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        Self {
            email: self.email.trim().to_owned(),
            address: self.address.trimmed(),
            billing_differs: self.billing_differs,
            billing: self.billing.trimmed(),
            shipping: self.shipping.trim().to_owned(),
            payment: self.payment.trim().to_owned(),
            note: self.note.trim().replace("\r\n", "\n"),
        }
    }

    /// Checks what is kept for later: nothing has to be there, but nothing may be too long.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check_for_keeping(&self) -> Result<(), AppError> {
        let mut check = Check::new();
        check.text("draft[email]", &self.email, 0..=254);
        self.address.check(&mut check, "address", 0, false);
        self.billing.check(&mut check, "billing", 0, false);
        check.text("draft[shipping]", &self.shipping, 0..=60);
        check.text("draft[payment]", &self.payment, 0..=60);
        check.multiline("draft[note]", &self.note, 0..=1_000);
        check.finish()
    }

    /// Checks what an order needs.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check_for_order(&self, needs: &Needs<'_>) -> Result<(), AppError> {
        let mut check = Check::new();
        check.email("draft[email]", &self.email);
        self.address.check(&mut check, "address", 1, needs.phone);
        if self.billing_differs {
            self.billing.check(&mut check, "billing", 1, false);
        }
        if needs.shipping {
            check.one_of("draft[shipping]", &self.shipping, needs.shippings);
        }
        if needs.payment {
            check.one_of("draft[payment]", &self.payment, needs.payments);
        }
        check.multiline("draft[note]", &self.note, 0..=1_000);
        check.when(!needs.accepted, "terms", "terms_required");
        check.finish()
    }
}

impl AddressDraft {
    fn trimmed(&self) -> Self {
        let trim = |text: &str| text.trim().to_owned();
        let postcode = normalise_postcode(&self.country, &self.postcode);
        Self {
            first_name: trim(&self.first_name),
            last_name: trim(&self.last_name),
            company: trim(&self.company),
            line1: trim(&self.line1),
            line2: trim(&self.line2),
            postcode: postcode.unwrap_or_else(|_| trim(&self.postcode)),
            city: trim(&self.city),
            country: trim(&self.country),
            phone: trim(&self.phone),
        }
    }

    fn check(&self, check: &mut Check, name: &str, least: usize, needs_phone: bool) {
        let field = |part: &str| format!("draft[{name}][{part}]");
        check.text(field("first_name"), &self.first_name, least..=60);
        check.text(field("last_name"), &self.last_name, least..=60);
        check.text(field("company"), &self.company, 0..=100);
        check.text(field("line1"), &self.line1, least..=120);
        check.text(field("line2"), &self.line2, 0..=120);
        // Ireland's addresses may do without.
        let postcode_least = if self.country == "IE" { 0 } else { least };
        check.text(field("postcode"), &self.postcode, postcode_least..=12);
        check.text(field("city"), &self.city, least..=80);
        check.text(field("phone"), &self.phone, usize::from(needs_phone && least > 0)..=30);
        if least > 0 || !self.country.is_empty() {
            check.when(!COUNTRIES.contains(&self.country.as_str()), field("country"), "choose_country");
        }
        if least > 0
            && !self.postcode.is_empty()
            && let Err(example) = normalise_postcode(&self.country, &self.postcode)
        {
            check.add(FieldError::new(field("postcode"), "invalid_postcode").with("example", example));
        }
    }
}

impl From<AddressDraft> for Address {
    fn from(draft: AddressDraft) -> Self {
        Self {
            first_name: draft.first_name,
            last_name: draft.last_name,
            company: draft.company,
            line1: draft.line1,
            line2: draft.line2,
            postcode: draft.postcode,
            city: draft.city,
            country: draft.country,
            phone: draft.phone,
        }
    }
}

impl From<Address> for AddressDraft {
    fn from(address: Address) -> Self {
        Self {
            first_name: address.first_name,
            last_name: address.last_name,
            company: address.company,
            line1: address.line1,
            line2: address.line2,
            postcode: address.postcode,
            city: address.city,
            country: address.country,
            phone: address.phone,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complete() -> Draft {
        let address = AddressDraft {
            first_name: "Anna".to_owned(),
            last_name: "Weber".to_owned(),
            line1: "1, rue du Fort".to_owned(),
            postcode: "1234".to_owned(),
            city: "Luxembourg".to_owned(),
            country: "LU".to_owned(),
            ..AddressDraft::default()
        };
        Draft {
            email: "anna@example.test".to_owned(),
            address,
            shipping: "standard".to_owned(),
            payment: "card".to_owned(),
            ..Draft::default()
        }
    }

    const NEEDS: Needs<'_> = Needs {
        phone: false,
        shipping: true,
        shippings: &["standard"],
        payment: true,
        payments: &["card"],
        accepted: true,
    };

    fn wrong(draft: &Draft, needs: &Needs<'_>) -> Vec<String> {
        draft
            .check_for_order(needs)
            .map_or_else(|error| error.fields.into_iter().map(|field| field.field).collect(), |()| vec![])
    }

    #[test]
    fn a_complete_draft_is_an_order() {
        let draft = Draft { email: " anna@example.test ".to_owned(), ..complete() }.trimmed();
        assert_eq!(draft.address.postcode, "L-1234");
        assert_eq!(draft.email, "anna@example.test");
        assert!(wrong(&draft, &NEEDS).is_empty());
    }

    #[test]
    fn an_empty_draft_can_be_kept_but_not_ordered() {
        assert_eq!(Draft::default().check_for_keeping(), Ok(()));
        let fields = wrong(&Draft::default(), &NEEDS);
        for field in
            ["draft[email]", "draft[address][line1]", "draft[address][country]", "draft[shipping]", "draft[payment]"]
        {
            assert!(fields.iter().any(|wrong| wrong == field), "{field}: {fields:?}");
        }
    }

    #[test]
    fn what_is_not_on_offer_is_refused() {
        let draft = Draft { shipping: "free".to_owned(), payment: "trust".to_owned(), ..complete() };
        assert_eq!(wrong(&draft, &NEEDS), ["draft[shipping]", "draft[payment]"]);
        let nothing_needed = Needs { shipping: false, payment: false, ..NEEDS };
        assert!(wrong(&draft, &nothing_needed).is_empty());
    }

    #[test]
    fn terms_a_phone_and_another_payer_are_asked_for_where_needed() {
        assert_eq!(wrong(&complete(), &Needs { accepted: false, ..NEEDS }), ["terms"]);
        assert_eq!(wrong(&complete(), &Needs { phone: true, ..NEEDS }), ["draft[address][phone]"]);
        let draft = Draft { billing_differs: true, ..complete() };
        assert!(wrong(&draft, &NEEDS).iter().all(|field| field.starts_with("draft[billing]")));
        assert!(!wrong(&draft, &NEEDS).is_empty());
    }
}
