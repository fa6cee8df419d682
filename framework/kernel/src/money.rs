//! Amounts of money, and the one rounding policy.

use serde::{Deserialize, Serialize};

use crate::{
    basis_points::BasisPoints,
    currency::Currency,
    error::{AppError, ErrorKind},
};

/// An amount in the minor unit of its currency: `{ minor: 1250, currency: EUR }` is 12.50 €. May be negative.
///
/// **Rounding.** Whatever divides rounds once, to the nearest minor unit, halves away from zero, so that a refund
/// mirrors its sale to the cent. Directive 2006/112/EC (the VAT Directive) has no rule on rounding; the Court of Justice
/// leaves the method to the member states, within fiscal neutrality and proportionality (C-484/06, *Koninklijke Ahold*).
/// Where a sum must come out exactly, [`allocate`](Self::allocate) divides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// The amount in minor units (cents, pence, rappen).
    pub minor: i64,
    /// What the amount is in.
    pub currency: Currency,
}

/// Why an amount could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// The two amounts are in different currencies.
    #[error("currencies differ: {left} and {right}")]
    CurrencyMismatch {
        /// Currency of the amount the method was called on.
        left: Currency,
        /// Currency of the other amount.
        right: Currency,
    },
    /// The result does not fit into 64 bits of minor units.
    #[error("amount out of range")]
    Overflow,
    /// A tax rate below zero.
    #[error("tax rate below zero")]
    NegativeRate,
    /// The text is not an amount in the currency.
    #[error("not an amount")]
    Malformed,
}

impl Money {
    /// An amount from minor units.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, in a currency.
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    /// Whether the amount is nothing.
    pub const fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// Whether the amount is below nothing.
    pub const fn is_negative(self) -> bool {
        self.minor < 0
    }

    /// The sum of two amounts.
    ///
    /// # Errors
    /// [`MoneyError::CurrencyMismatch`], [`MoneyError::Overflow`].
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        self.of(self.minor.checked_add(other.minor))
    }

    /// The difference of two amounts.
    ///
    /// # Errors
    /// [`MoneyError::CurrencyMismatch`], [`MoneyError::Overflow`].
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        self.of(self.minor.checked_sub(other.minor))
    }

    /// The amount `times` times.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub fn checked_mul(self, times: i64) -> Result<Self, MoneyError> {
        self.of(self.minor.checked_mul(times))
    }

    /// The share `rate` of the amount, rounded to the nearest minor unit, halves away from zero.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`], which takes a rate beyond ±100 %.
    pub fn percent(self, rate: BasisPoints) -> Result<Self, MoneyError> {
        let product = i128::from(self.minor) * i128::from(rate.0);
        self.of(divide_rounding(product, i128::from(BasisPoints::WHOLE.0)).try_into().ok())
    }

    /// The tax contained in this gross amount: `gross × rate ÷ (100 % + rate)`, rounded to the nearest minor unit,
    /// halves away from zero. The net amount is the gross less this, so that net and tax always make the gross.
    ///
    /// # Errors
    /// [`MoneyError::NegativeRate`].
    pub fn included_tax(self, rate: BasisPoints) -> Result<Self, MoneyError> {
        if rate < BasisPoints::ZERO {
            return Err(MoneyError::NegativeRate);
        }
        let product = i128::from(self.minor) * i128::from(rate.0);
        let divisor = i128::from(BasisPoints::WHOLE.0) + i128::from(rate.0);
        self.of(divide_rounding(product, divisor).try_into().ok())
    }

    /// Divides the amount in proportion to the weights; the shares always make the amount exactly.
    ///
    /// Method of the largest remainder (Hamilton): each share is cut to whole minor units, and the units left over go
    /// one each to the largest remainders, the earlier share first among equals. A weight of zero gets nothing, unless
    /// all weights are zero, when they count as equal. No weights: no shares.
    pub fn allocate(self, weights: &[u32]) -> Vec<Self> {
        let total: i128 = weights.iter().copied().map(i128::from).sum();
        let (total, weight_of): (i128, fn(u32) -> i128) =
            if total == 0 { (weights.len() as i128, |_| 1) } else { (total, i128::from) };
        let size = i128::from(self.minor.unsigned_abs());
        let mut shares = Vec::with_capacity(weights.len());
        let mut remainders = Vec::with_capacity(weights.len());
        for (index, weight) in weights.iter().enumerate() {
            let product = size * weight_of(*weight);
            shares.push(product / total);
            remainders.push((product % total, index));
        }
        remainders.sort_by_key(|(remainder, index)| (-remainder, *index));
        let mut left_over = size - shares.iter().sum::<i128>();
        for (_, index) in remainders {
            if left_over == 0 {
                break;
            }
            shares[index] += 1;
            left_over -= 1;
        }
        let sign = i128::from(self.minor.signum());
        // No share is larger than the amount itself, which fits.
        shares.into_iter().map(|share| Self::new((share * sign) as i64, self.currency)).collect()
    }

    /// Reads an amount in major units as a person types it or a file holds it, whatever the language: `12`, `12.5`,
    /// `12.50`, `12,50`, `-3.20`. White space around it is ignored.
    ///
    /// # Errors
    /// [`MoneyError::Malformed`]: more decimals than the currency has, separators of thousands, signs or letters;
    /// nothing is guessed, so `1,234` is refused. [`MoneyError::Overflow`].
    pub fn parse_decimal(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        let text = text.trim();
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, decimals) = match unsigned.split_once(['.', ',']) {
            Some((_, "")) => return Err(MoneyError::Malformed),
            Some(parts) => parts,
            None => (unsigned, ""),
        };
        let exponent = currency.exponent() as usize;
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(decimals) || decimals.len() > exponent {
            return Err(MoneyError::Malformed);
        }
        let sign = if negative { "-" } else { "" };
        format!("{sign}{whole}{decimals:0<exponent$}")
            .parse()
            .map(|minor| Self::new(minor, currency))
            .map_err(|_| MoneyError::Overflow)
    }

    /// The amount in major units with all decimals, a point before them and no currency: `12.50`, `-0.05`. For input
    /// fields and files; what people read is written by [`fmt::money`](crate::fmt::money).
    pub fn to_decimal_string(self) -> String {
        let sign = if self.is_negative() { "-" } else { "" };
        let (whole, decimals) = self.split();
        if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
    }

    /// Whole major units and the digits of the decimals, both without a sign.
    pub(crate) fn split(self) -> (u64, String) {
        let width = self.currency.exponent() as usize;
        let units = 10_u64.pow(self.currency.exponent());
        let size = self.minor.unsigned_abs();
        if width == 0 {
            return (size, String::new());
        }
        (size / units, format!("{:0width$}", size % units))
    }

    fn same_currency(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            Ok(())
        } else {
            Err(MoneyError::CurrencyMismatch { left: self.currency, right: other.currency })
        }
    }

    fn of(self, minor: Option<i64>) -> Result<Self, MoneyError> {
        minor.map(|minor| Self::new(minor, self.currency)).ok_or(MoneyError::Overflow)
    }
}

/// Nearest whole number to `dividend ÷ divisor`, halves away from zero; the divisor is above zero.
fn divide_rounding(dividend: i128, divisor: i128) -> i128 {
    (2 * dividend + dividend.signum() * divisor) / (2 * divisor)
}

/// Lets verbs use `?` on amounts.
impl From<MoneyError> for AppError {
    fn from(error: MoneyError) -> Self {
        match error {
            MoneyError::CurrencyMismatch { left, right } => {
                Self::conflict("currency_mismatch").with("left", left).with("right", right)
            }
            MoneyError::Overflow => Self::new(ErrorKind::Invalid, "amount_out_of_range"),
            MoneyError::NegativeRate => Self::new(ErrorKind::Invalid, "negative_rate"),
            MoneyError::Malformed => Self::new(ErrorKind::Invalid, "invalid_number"),
        }
    }
}

#[cfg(test)]
mod tests;
