//! Secrets that a test uses and later looks for.

use std::collections::BTreeSet;

use reqwest::Response;
use sha2::{Digest as _, Sha256};

use super::set_cookies;

/// A secret and what it is.
pub struct Mark {
    what: String,
    value: String,
    /// Whether somebody could guess it: then a plain hash of it is as good as it.
    is_guessable: bool,
}

/// Every secret that was used.
#[derive(Default)]
pub struct Marks(pub Vec<Mark>);

impl Marks {
    /// A password of this test's own.
    pub fn password(&mut self, what: &str) -> String {
        let value = format!("Geheimwort {} fir {what}", self.0.len());
        self.0.push(Mark { what: format!("the password of {what}"), value: value.clone(), is_guessable: true });
        value
    }

    /// A key of a service that somebody types in.
    pub fn key(&mut self, what: &str) -> String {
        let value = format!("sk_marked_{:03}_{}", self.0.len(), "k".repeat(24));
        self.add(what, &value);
        value
    }

    pub fn add(&mut self, what: &str, value: &str) {
        assert!(value.len() >= 12, "{what} is too short to look for: {value:?}");
        self.0.push(Mark { what: what.to_owned(), value: value.to_owned(), is_guessable: false });
    }

    /// The secret of an authenticator app: as people type it, and the bytes it stands for.
    pub fn authenticator(&mut self, secret: &str) {
        let letters: Vec<u8> = secret.bytes().filter(u8::is_ascii_alphanumeric).collect();
        let digit = |letter: &u8| match letter {
            b'A'..=b'Z' => u64::from(letter - b'A'),
            b'2'..=b'7' => u64::from(letter - b'2') + 26,
            other => panic!("{other} is none of base32"),
        };
        // Eight letters are five bytes.
        let bytes = letters.chunks_exact(8).flat_map(|eight| {
            let bits = eight.iter().fold(0_u64, |bits, letter| (bits << 5) | digit(letter));
            bits.to_be_bytes()[3..].to_vec()
        });
        let bytes: Vec<u8> = bytes.collect();
        self.add("the secret of an authenticator app", &String::from_utf8_lossy(&letters));
        self.add("the bytes of an authenticator app's secret", &hex::encode(bytes));
    }

    /// The tokens of cookies that open something.
    pub fn cookies(&mut self, who: &str, answer: &Response) {
        for cookie in set_cookies(answer.headers()) {
            let pair = cookie.split(';').next().and_then(|pair| pair.split_once('='));
            // Carts and forms are no secrets, and short values are no tokens.
            if let Some((name, value)) = pair.filter(|(name, value)| value.len() >= 20 && !name.contains("form")) {
                self.add(&format!("{who}'s cookie {name}"), value);
            }
        }
    }

    /// Which of them stand in a text, in plain or as somebody could read them.
    pub fn found_in(&self, text: &str) -> BTreeSet<&str> {
        let stands = |mark: &&Mark| mark.readings().iter().any(|reading| text.contains(reading));
        self.0.iter().filter(stands).map(|mark| mark.what.as_str()).collect()
    }
}

impl Mark {
    /// The value, and what is read back without knowing anything.
    fn readings(&self) -> Vec<String> {
        let bytes = self.value.as_bytes();
        let mut readings = vec![
            self.value.clone(),
            hex::encode(bytes),
            url::form_urlencoded::byte_serialize(bytes).collect(),
            base64(bytes),
            base64(bytes).replace('+', "-").replace('/', "_"),
        ];
        if self.is_guessable {
            readings.push(hex::encode(Sha256::digest(bytes)));
        }
        readings
    }
}

/// Without the end, which depends on what follows.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |three: &[u8], place: usize| {
        let bits = three.iter().fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte));
        char::from(DIGITS[((bits >> (18 - 6 * place)) & 63) as usize])
    };
    bytes.chunks_exact(3).flat_map(|three| (0..4).map(move |place| digit(three, place))).collect()
}

#[test]
fn a_mark_is_found_however_it_is_written() {
    let mut marks = Marks::default();
    let secret = marks.password("somebody");
    for text in [
        format!("x {secret} y"),
        format!("x{}y", hex::encode(&secret)),
        secret.replace(' ', "+"),
        base64(secret.as_bytes()),
        hex::encode(Sha256::digest(&secret)),
    ] {
        assert_eq!(marks.found_in(&text).len(), 1, "{text}");
    }
    assert!(marks.found_in("nothing of the sort").is_empty());
    assert_eq!(base64(b"Many hands make light work."), "TWFueSBoYW5kcyBtYWtlIGxpZ2h0IHdvcmsu");
}
