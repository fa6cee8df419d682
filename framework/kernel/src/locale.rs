//! The languages Orion speaks.

use serde::{Deserialize, Serialize};

/// A language of the interface; written and read as its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// English.
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Luxembourgish.
    Lb,
}

impl Locale {
    /// Every language, in the order choices are offered.
    pub const ALL: [Self; 4] = [Self::En, Self::De, Self::Fr, Self::Lb];

    /// The code in addresses, in `lang` attributes and in the database: two small letters (ISO 639-1).
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Lb => "lb",
        }
    }

    /// The language with exactly this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.code() == code)
    }

    /// The language's name as its speakers write it, for the language menu.
    pub const fn name_in_own_language(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Fr => "Français",
            Self::Lb => "Lëtzebuergesch",
        }
    }

    /// The language a browser's `Accept-Language` header likes best among ours, the first among equals (RFC 9110,
    /// 12.5.4). Regions are ignored: `de-AT` is German. `*` and what cannot be read name no language; `None` leaves the
    /// choice to the caller.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best = None;
        let mut best_weight = 0;
        for range in header.split(',') {
            let mut parts = range.split(';').map(str::trim);
            let tag = parts.next().unwrap_or_default();
            let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
            let (Some(locale), Some(weight)) = (Self::from_code(&primary), weight(parts)) else {
                continue;
            };
            if weight > best_weight {
                best = Some(locale);
                best_weight = weight;
            }
        }
        best
    }
}

/// The `q` parameter in thousandths: 1,000 without one, `None` where it is not as RFC 9110, 12.4.2 writes it.
fn weight<'a>(mut parameters: impl Iterator<Item = &'a str>) -> Option<u32> {
    let Some(parameter) = parameters.next() else {
        return Some(1_000);
    };
    let value = parameter.strip_prefix("q=").or(parameter.strip_prefix("Q="))?;
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match whole {
        "0" => format!("{decimals:0<3}").parse().ok(),
        "1" if decimals.bytes().all(|byte| byte == b'0') => Some(1_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Locale::{De, En, Fr, Lb};

    #[test]
    fn every_code_is_read_back_as_text_and_as_json() {
        for locale in Locale::ALL {
            assert_eq!(Locale::from_code(locale.code()), Some(locale));
            let json = serde_json::to_string(&locale).expect("serializes");
            assert_eq!(json, format!("\"{}\"", locale.code()));
            assert_eq!(serde_json::from_str::<Locale>(&json).expect("deserializes"), locale);
        }
        assert_eq!(Locale::from_code("EN"), None);
    }

    #[test]
    fn the_best_liked_language_wins() {
        for (header, expected) in [
            ("lb", Some(Lb)),
            ("DE-at,en;q=0.9", Some(De)),
            ("en;q=0.5, fr;q=0.8 , de;q=0.8", Some(Fr)),
            ("pt-BR, pt;q=0.9, fr ; q=0.1", Some(Fr)),
            ("*, en;q=0.2", Some(En)),
            ("en;q=0, de;q=0.001", Some(De)),
            ("en;q=0", None),
            ("en;q=2, de;q=x, lb;q=0.1234", None),
            ("en;q=+0.5", None),
            ("", None),
            (",;;,q=1", None),
        ] {
            assert_eq!(Locale::from_accept_language(header), expected, "{header}");
        }
    }
}
