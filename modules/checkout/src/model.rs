//! What a checkout costs.

use orion_kernel::{AppError, BasisPoints, Money};
use serde::{Deserialize, Serialize};

/// A way of shipping at its price for this cart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShippingOption {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How long it takes, such as "2–4".
    pub delivery_days: String,
    /// What it costs, tax included.
    pub price: Money,
}

/// What is to be paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// The goods.
    pub goods: Money,
    /// Sending them.
    pub shipping: Money,
    /// Both.
    pub total: Money,
    /// The tax included in the total.
    pub tax: Money,
}

impl Sum {
    /// Adds up.
    ///
    /// # Errors
    ///
    /// More money than there is.
    pub fn of(goods: Money, shipping: Money, tax_rate: BasisPoints) -> Result<Self, AppError> {
        let total = goods.checked_add(shipping)?;
        Ok(Self { goods, shipping, total, tax: total.included_tax(tax_rate)? })
    }
}

#[cfg(test)]
mod tests {
    use orion_kernel::Currency;

    use super::*;

    const fn euro(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    #[test]
    fn the_total_includes_its_tax() {
        let sum = Sum::of(euro(11_110), euro(590), BasisPoints(1_700)).expect("a sum");
        assert_eq!((sum.total, sum.tax), (euro(11_700), euro(1_700)));
        assert_eq!(Sum::of(euro(0), euro(0), BasisPoints(1_700)).expect("a sum").tax, euro(0));
        assert!(Sum::of(euro(i64::MAX), euro(1), BasisPoints(1_700)).is_err());
    }
}
