//! Examples and properties of money.

use proptest::prelude::*;

use super::*;
use Currency::{CHF, EUR};

fn eur(minor: i64) -> Money {
    Money::new(minor, EUR)
}

#[test]
fn halves_round_away_from_zero() {
    assert_eq!(eur(50).percent(BasisPoints(100)), Ok(eur(1)));
    assert_eq!(eur(-50).percent(BasisPoints(100)), Ok(eur(-1)));
    assert_eq!(eur(49).percent(BasisPoints(100)), Ok(eur(0)));
    assert_eq!(eur(10_000).percent(BasisPoints(-1_700)), Ok(eur(-1_700)));
}

#[test]
fn tax_in_a_gross_amount() {
    assert_eq!(eur(11_700).included_tax(BasisPoints(1_700)), Ok(eur(1_700)));
    assert_eq!(eur(1_999).included_tax(BasisPoints(1_700)), Ok(eur(290)));
    assert_eq!(eur(1_999).included_tax(BasisPoints::ZERO), Ok(eur(0)));
    assert_eq!(eur(1).included_tax(BasisPoints(-1)), Err(MoneyError::NegativeRate));
}

#[test]
fn units_left_over_go_to_the_largest_remainders() {
    assert_eq!(eur(100).allocate(&[1, 1, 1]), [eur(34), eur(33), eur(33)]);
    assert_eq!(eur(-100).allocate(&[1, 1, 1]), [eur(-34), eur(-33), eur(-33)]);
    assert_eq!(eur(10).allocate(&[1, 5, 0]), [eur(2), eur(8), eur(0)]);
    assert_eq!(eur(3).allocate(&[0, 0]), [eur(2), eur(1)]);
    assert_eq!(eur(3).allocate(&[]), []);
}

#[test]
fn amounts_in_different_currencies_do_not_mix() {
    let mismatch = Err(MoneyError::CurrencyMismatch { left: EUR, right: CHF });
    assert_eq!(eur(1).checked_add(Money::new(1, CHF)), mismatch);
    assert_eq!(eur(1).checked_sub(Money::new(1, CHF)), mismatch);
}

#[test]
fn amounts_are_read_as_people_type_them() {
    for (text, minor) in [
        ("12", 1_200),
        ("12.5", 1_250),
        ("12,50", 1_250),
        (" 0.05 ", 5),
        ("-0.05", -5),
        ("007", 700),
        ("-92233720368547758.08", i64::MIN),
    ] {
        assert_eq!(Money::parse_decimal(text, EUR), Ok(eur(minor)), "{text}");
    }
}

#[test]
fn nothing_is_guessed() {
    for text in ["", "-", ".", "12.", ".5", "1,234", "1.234,50", "1 234", "--1", "+1", "1e3", "12 €", "١٢", "1-2"] {
        assert_eq!(Money::parse_decimal(text, EUR), Err(MoneyError::Malformed), "{text}");
    }
    assert_eq!(Money::parse_decimal("92233720368547758.08", EUR), Err(MoneyError::Overflow));
}

#[test]
fn is_written_as_amount_and_currency() {
    let json = r#"{"minor":1250,"currency":"EUR"}"#;
    assert_eq!(serde_json::to_string(&eur(1_250)).expect("serializes"), json);
    assert_eq!(serde_json::from_str::<Money>(json).expect("deserializes"), eur(1_250));
}

proptest! {
    #[test]
    fn allocation_sums_exactly_and_stays_within_one_unit(
        minor: i64,
        weights in prop::collection::vec(any::<u32>(), 1..20),
    ) {
        let shares = eur(minor).allocate(&weights);
        prop_assert_eq!(shares.len(), weights.len());
        prop_assert_eq!(shares.iter().map(|share| i128::from(share.minor)).sum::<i128>(), i128::from(minor));
        let total: i128 = weights.iter().copied().map(i128::from).sum();
        if total > 0 {
            for (share, weight) in shares.iter().zip(&weights) {
                let error = i128::from(share.minor) * total - i128::from(minor) * i128::from(*weight);
                prop_assert!(error.abs() < total);
                prop_assert!(*weight > 0 || share.is_zero());
            }
        }
    }

    #[test]
    fn percent_is_within_half_a_unit(minor: i64, rate: i32) {
        match eur(minor).percent(BasisPoints(rate)) {
            Ok(part) => {
                let error = i128::from(part.minor) * 10_000 - i128::from(minor) * i128::from(rate);
                prop_assert!(error.abs() * 2 <= 10_000);
            }
            Err(error) => {
                prop_assert_eq!(error, MoneyError::Overflow);
                prop_assert!(rate.unsigned_abs() > 10_000);
            }
        }
    }

    #[test]
    fn percent_of_a_refund_mirrors_the_sale(minor in -i64::MAX..=i64::MAX, rate in 0..=10_000_i32) {
        let sale = eur(minor).percent(BasisPoints(rate)).expect("at most the amount");
        let refund = eur(-minor).percent(BasisPoints(rate)).expect("at most the amount");
        prop_assert_eq!(sale.minor, -refund.minor);
    }

    #[test]
    fn tax_and_net_make_the_gross(minor: i64, rate in 0..=i32::MAX) {
        let gross = eur(minor);
        let tax = gross.included_tax(BasisPoints(rate)).expect("at most the gross");
        let net = gross.checked_sub(tax).expect("at most the gross");
        prop_assert_eq!(net.checked_add(tax), Ok(gross));
        let error = i128::from(tax.minor) * (10_000 + i128::from(rate)) - i128::from(minor) * i128::from(rate);
        prop_assert!(error.abs() * 2 <= 10_000 + i128::from(rate));
    }

    #[test]
    fn subtraction_undoes_addition(a: i64, b: i64) {
        match eur(a).checked_add(eur(b)) {
            Ok(sum) => prop_assert_eq!(sum.checked_sub(eur(b)), Ok(eur(a))),
            Err(error) => prop_assert_eq!((error, a.checked_add(b)), (MoneyError::Overflow, None)),
        }
    }

    #[test]
    fn multiplication_never_panics(a: i64, times: i64) {
        prop_assert_eq!(eur(a).checked_mul(times).ok().map(|product| product.minor), a.checked_mul(times));
    }

    #[test]
    fn decimal_text_is_read_back(minor: i64) {
        prop_assert_eq!(Money::parse_decimal(&eur(minor).to_decimal_string(), EUR), Ok(eur(minor)));
    }

    #[test]
    fn any_text_is_read_or_refused(text: String) {
        if let Ok(amount) = Money::parse_decimal(&text, EUR) {
            prop_assert!(text.contains(|c: char| c.is_ascii_digit()));
            prop_assert_eq!(amount.currency, EUR);
        }
    }
}
