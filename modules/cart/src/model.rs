//! What a line is worth, and how many of a thing a cart may hold.

use orion_contracts::{catalog::VariantView, stock::Availability};
use orion_kernel::Money;
use serde::{Deserialize, Serialize};

/// The most of one thing in a cart.
pub const MAX_QUANTITY: i64 = 999;
/// The most different things in a cart.
pub const MAX_LINES: i64 = 100;

/// Whether a line can be bought as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineState {
    /// It can.
    Buyable,
    /// There are fewer than wanted, but some.
    Short {
        /// This many.
        available: i64,
    },
    /// There are none.
    SoldOut,
    /// The product is not offered any more.
    Gone,
}

impl LineState {
    /// How a line stands. Without a variant the catalogue does not know it any more.
    #[must_use]
    pub fn of(variant: Option<&VariantView>, availability: Availability, quantity: i64) -> Self {
        if !variant.is_some_and(|variant| variant.is_published) {
            return Self::Gone;
        }
        match availability {
            Availability::Limited(..=0) => Self::SoldOut,
            Availability::Limited(available) if available < quantity => Self::Short { available },
            Availability::Limited(_) | Availability::Unlimited => Self::Buyable,
        }
    }

    /// Whether the line keeps the cart from being bought.
    #[must_use]
    pub fn blocks(self) -> bool {
        self != Self::Buyable
    }

    /// Whether it counts in the sum.
    #[must_use]
    pub fn has_price(self) -> bool {
        matches!(self, Self::Buyable | Self::Short { .. })
    }
}

/// The most a cart may hold of a variant; 0 when it is sold out.
#[must_use]
pub fn limit(availability: Availability) -> i64 {
    match availability {
        Availability::Unlimited => MAX_QUANTITY,
        Availability::Limited(available) => available.clamp(0, MAX_QUANTITY),
    }
}

/// How many are in a cart made of two. Never fewer than one: that something is sold out is the cart's to say.
#[must_use]
pub fn merged(one: i64, other: i64, availability: Availability) -> i64 {
    one.saturating_add(other).min(limit(availability)).max(1)
}

/// The price when the shopper decided, if it is another now.
#[must_use]
pub fn former_price(then: Money, now: Money) -> Option<Money> {
    (then.currency == now.currency && then != now).then_some(then)
}

#[cfg(test)]
mod tests {
    use orion_contracts::{ProductId, VariantId};
    use orion_kernel::Currency;
    use uuid::Uuid;

    use super::*;

    fn variant(is_published: bool) -> VariantView {
        VariantView {
            id: VariantId(Uuid::nil()),
            product_id: ProductId(Uuid::nil()),
            product_slug: "mug".to_owned(),
            product_title: "Mug".to_owned(),
            variant_title: String::new(),
            sku: String::new(),
            price: Money::new(1_200, Currency::EUR),
            image_url: None,
            weight_grams: 0,
            requires_shipping: true,
            is_published,
        }
    }

    #[test]
    fn a_line_says_why_it_cannot_be_bought() {
        let of = |availability, quantity| LineState::of(Some(&variant(true)), availability, quantity);
        assert_eq!(of(Availability::Unlimited, 999), LineState::Buyable);
        assert_eq!(of(Availability::Limited(2), 2), LineState::Buyable);
        assert_eq!(of(Availability::Limited(2), 3), LineState::Short { available: 2 });
        assert_eq!(of(Availability::Limited(0), 1), LineState::SoldOut);
        assert_eq!(LineState::of(Some(&variant(false)), Availability::Unlimited, 1), LineState::Gone);
        assert_eq!(LineState::of(None, Availability::Unlimited, 1), LineState::Gone);
        assert!(!LineState::SoldOut.has_price() && LineState::Short { available: 2 }.has_price());
    }

    #[test]
    fn two_carts_make_one_within_what_there_is() {
        assert_eq!(merged(2, 3, Availability::Unlimited), 5);
        assert_eq!(merged(2, 3, Availability::Limited(4)), 4);
        assert_eq!(merged(2, 3, Availability::Limited(0)), 1);
        assert_eq!(merged(900, 900, Availability::Unlimited), MAX_QUANTITY);
        assert_eq!(merged(i64::MAX, 1, Availability::Limited(5_000)), MAX_QUANTITY);
    }

    #[test]
    fn a_price_that_changed_is_told() {
        let euros = |minor| Money::new(minor, Currency::EUR);
        assert_eq!(former_price(euros(1_000), euros(1_200)), Some(euros(1_000)));
        assert_eq!(former_price(euros(1_000), euros(1_000)), None);
        assert_eq!(former_price(Money::new(1_000, Currency::CHF), euros(1_200)), None);
    }
}
