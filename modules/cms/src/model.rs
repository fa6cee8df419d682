//! Pages: whose they are, where they are linked, what they may leave to be filled in.

use serde::{Deserialize, Serialize};

/// Where a page is linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In the header.
    Header,
    /// In the footer.
    Footer,
    /// In the footer's legal column.
    Legal,
}

impl Place {
    /// Every place, from top to bottom.
    pub const ALL: [Self; 3] = [Self::Header, Self::Footer, Self::Legal];

    /// The code in the database and in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Footer => "footer",
            Self::Legal => "legal",
        }
    }

    /// The place with this code; none for a page that is linked nowhere.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.code() == code)
    }
}

/// Whose a platform's page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageScope {
    /// The platform's own.
    Platform,
    /// Every store's, until it writes its own.
    StoreDefault,
}

impl PageScope {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Platform, Self::StoreDefault];

    /// The code in the database and in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::StoreDefault => "store_default",
        }
    }

    /// The scope with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.code() == code)
    }
}

/// Where a store's page comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The store wrote it.
    Own,
    /// The platform's, which the store has changed.
    Customised,
    /// The platform's, as it is.
    Inherited,
}

impl Origin {
    /// From what there is: the store's page, the platform's.
    #[must_use]
    pub const fn of(is_own: bool, has_default: bool) -> Self {
        match (is_own, has_default) {
            (true, false) => Self::Own,
            (true, true) => Self::Customised,
            (false, _) => Self::Inherited,
        }
    }
}

/// The names that pages can use in double braces.
pub const PLACEHOLDERS: [&str; 6] = ["store_name", "legal_name", "address", "vat_id", "rcs", "email"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_knows_where_it_comes_from() {
        assert_eq!(Origin::of(true, false), Origin::Own);
        assert_eq!(Origin::of(true, true), Origin::Customised);
        assert_eq!(Origin::of(false, true), Origin::Inherited);
    }
}
