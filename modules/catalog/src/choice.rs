//! What a shopper narrows a list by, as it stands in the address.

use orion_ui::IndexQuery;

/// The key of the lowest price in the address.
pub const PRICE_FROM: &str = "from";
/// The key of the highest price in the address.
pub const PRICE_TO: &str = "to";
/// The key of "what is in stock" in the address.
pub const IN_STOCK: &str = "in_stock";

const VENDOR: &str = "vendor:";
const OPTION: &str = "option:";

/// What a shopper narrows a list by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Makers of whom each will do.
    pub vendors: Vec<String>,
    /// Options, and a value that will do beside each.
    pub options: Vec<(String, String)>,
    /// As it was typed.
    pub price_from: String,
    /// As it was typed.
    pub price_to: String,
    /// Nothing that is sold out.
    pub only_in_stock: bool,
}

impl Choice {
    /// Reads it from the address. Every box has a key of its own, so that several may be ticked.
    #[must_use]
    pub fn of(query: &IndexQuery) -> Self {
        let mut choice = Self {
            price_from: query.filter(PRICE_FROM).unwrap_or_default().to_owned(),
            price_to: query.filter(PRICE_TO).unwrap_or_default().to_owned(),
            only_in_stock: query.filter(IN_STOCK).is_some(),
            ..Self::default()
        };
        for key in query.filters.keys() {
            if let Some(vendor) = key.strip_prefix(VENDOR) {
                choice.vendors.push(vendor.to_owned());
            } else if let Some((name, value)) = key.strip_prefix(OPTION).and_then(|rest| rest.split_once(':')) {
                choice.options.push((name.to_owned(), value.to_owned()));
            }
        }
        choice
    }

    /// Whether a maker is chosen.
    #[must_use]
    pub fn has_vendor(&self, vendor: &str) -> bool {
        self.vendors.iter().any(|chosen| chosen == vendor)
    }

    /// Whether an option's value is chosen.
    #[must_use]
    pub fn has_option(&self, name: &str, value: &str) -> bool {
        self.options.iter().any(|(option, chosen)| option == name && chosen == value)
    }

    /// Whether anything is chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The key of a maker's box.
#[must_use]
pub fn vendor_key(vendor: &str) -> String {
    format!("{VENDOR}{vendor}")
}

/// The key of the box of an option's value.
#[must_use]
pub fn option_key(name: &str, value: &str) -> String {
    format!("{OPTION}{name}:{value}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_boxes_may_be_ticked() {
        let keys =
            [vendor_key("Maker & Co"), option_key("Size", "S"), option_key("Ratio", "1:10"), IN_STOCK.to_owned()];
        let query = IndexQuery { filters: keys.map(|key| (key, "1".to_owned())).into(), ..IndexQuery::default() };
        let choice = Choice::of(&query);
        assert!(choice.has_vendor("Maker & Co") && !choice.has_vendor("Maker"));
        assert!(choice.has_option("Size", "S") && choice.has_option("Ratio", "1:10"));
        assert!(choice.only_in_stock && !choice.is_empty());
        assert!(Choice::of(&IndexQuery::default()).is_empty());
    }
}
