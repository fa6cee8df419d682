//! The four applications people open.

use serde::{Deserialize, Serialize};

/// One of the four frontends; written and read as its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Frontend {
    /// The platform's public site, where merchants learn about it and sign up.
    Platform,
    /// The operators' back office.
    Admin,
    /// The merchants' back office.
    Store,
    /// A store's public shop.
    Storefront,
}

impl Frontend {
    /// Every frontend.
    pub const ALL: [Self; 4] = [Self::Platform, Self::Admin, Self::Store, Self::Storefront];

    /// The code in the addresses of server functions and in file names.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Admin => "admin",
            Self::Store => "store",
            Self::Storefront => "storefront",
        }
    }

    /// The frontend with exactly this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|frontend| frontend.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_read_back_as_text_and_as_json() {
        for frontend in Frontend::ALL {
            assert_eq!(Frontend::from_code(frontend.code()), Some(frontend));
            assert_eq!(serde_json::to_string(&frontend).expect("serializes"), format!("\"{}\"", frontend.code()));
        }
        assert_eq!(Frontend::from_code("shop"), None);
    }
}
