//! What the installation's key signs.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::SecretKey;

/// A signature (HMAC with SHA-256, 32 bytes) over a purpose and the parts that were added to it.
#[derive(Clone)]
pub struct Signature(Hmac<Sha256>);

impl SecretKey {
    /// Begins a signature. Purposes are the module's code and a word, such as `orders.access_token:`, so that what was signed for
    /// one is good for no other.
    ///
    /// # Panics
    ///
    /// Never: keys may be of any length.
    #[must_use]
    pub fn sign(&self, purpose: &str) -> Signature {
        let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(self.bytes()).expect("keys may be of any length");
        Signature(mac).over(purpose)
    }
}

impl Signature {
    /// Adds a part. Parts follow each other without a mark between: all but the last are of one length, or bring their own.
    #[must_use]
    pub fn over(self, part: impl AsRef<[u8]>) -> Self {
        Self(self.0.chain_update(part))
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(self) -> [u8; 32] {
        self.0.finalize().into_bytes().into()
    }

    /// As text for addresses and cookies: 43 characters.
    #[must_use]
    pub fn text(self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes())
    }

    /// Whether these are its first bytes, all of them or as many as the caller keeps; takes the same time whatever is wrong.
    #[must_use]
    pub fn is(self, bytes: &[u8]) -> bool {
        self.0.verify_truncated_left(bytes).is_ok()
    }

    /// Whether this is its text; takes the same time whatever is wrong.
    #[must_use]
    pub fn is_text(self, text: &str) -> bool {
        URL_SAFE_NO_PAD.decode(text).is_ok_and(|bytes| self.0.verify_slice(&bytes).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_good_for_its_key_purpose_and_parts_alone() {
        let key = SecretKey::from_bytes(vec![7; 32]);
        let signature = |key: &SecretKey, purpose: &str| key.sign(purpose).over([1, 2]).over("x");
        let text = signature(&key, "a.b:").text();
        assert_eq!(text.len(), 43);
        assert!(signature(&key, "a.b:").is_text(&text));
        assert!(!signature(&key, "a.c:").is_text(&text), "another purpose");
        assert!(!signature(&SecretKey::from_bytes(vec![8; 32]), "a.b:").is_text(&text), "another key");
        assert!(!key.sign("a.b:").over([1, 2]).is_text(&text), "a part is missing");
        for wrong in ["", "x", "§", &text[1..]] {
            assert!(!signature(&key, "a.b:").is_text(wrong), "{wrong}");
        }
        assert!(signature(&key, "a.b:").is(&signature(&key, "a.b:").bytes()[..12]));
    }
}
