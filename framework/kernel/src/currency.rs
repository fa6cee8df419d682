//! The currencies Orion trades in.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A currency, named by its ISO 4217 code; written and read as that code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Currency {
    /// Euro.
    EUR,
    /// United States dollar.
    USD,
    /// Pound sterling.
    GBP,
    /// Swiss franc.
    CHF,
}

impl Currency {
    /// Every currency, in the order choices are offered.
    pub const ALL: [Self; 4] = [Self::EUR, Self::USD, Self::GBP, Self::CHF];

    /// The ISO 4217 code: three capital letters.
    pub const fn code(self) -> &'static str {
        match self {
            Self::EUR => "EUR",
            Self::USD => "USD",
            Self::GBP => "GBP",
            Self::CHF => "CHF",
        }
    }

    /// How many decimal digits the minor unit has, after ISO 4217: 2 means that 100 minor units make one major unit.
    pub const fn exponent(self) -> u32 {
        match self {
            Self::EUR | Self::USD | Self::GBP | Self::CHF => 2,
        }
    }

    /// What stands beside an amount: the sign where there is one, else the code.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::EUR => "€",
            Self::USD => "$",
            Self::GBP => "£",
            Self::CHF => "CHF",
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// The text is not the code of a currency Orion trades in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown currency")]
pub struct UnknownCurrency;

impl FromStr for Currency {
    type Err = UnknownCurrency;

    /// Reads the code exactly as [`code`](Currency::code) gives it; lower case is refused.
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|currency| currency.code() == code).ok_or(UnknownCurrency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_read_back_as_text_and_as_json() {
        for currency in Currency::ALL {
            assert_eq!(currency.code().parse(), Ok(currency));
            let json = serde_json::to_string(&currency).expect("serializes");
            assert_eq!(json, format!("\"{currency}\""));
            assert_eq!(serde_json::from_str::<Currency>(&json).expect("deserializes"), currency);
        }
    }

    #[test]
    fn other_codes_are_refused() {
        for code in ["", "eur", "EURO", "XXX"] {
            assert_eq!(code.parse::<Currency>(), Err(UnknownCurrency));
        }
    }
}
