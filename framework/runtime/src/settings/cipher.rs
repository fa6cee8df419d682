//! Encrypts secrets at rest: XChaCha20-Poly1305, bound to the place they belong to.

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use sha2::{Digest, Sha256};

use crate::config::SecretKey;

/// Names what the key is for, so that no other use of the installation's key has the same one.
const PURPOSE: &[u8] = b"orion settings v1\0";

const NONCE_LEN: usize = 24;

/// Encrypts and decrypts with keys derived from the installation's.
#[derive(Clone)]
pub struct Cipher {
    keys: Vec<Key>,
}

#[derive(Clone)]
struct Key {
    id: String,
    aead: XChaCha20Poly1305,
}

/// A secret could not be read or written.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum CipherError {
    /// The key it was encrypted with is not among the ones given.
    #[error("the key “{0}” is missing; was the installation's secret key changed?")]
    KeyMissing(String),
    /// It was changed, cut, or belongs somewhere else.
    #[error("the encrypted value is damaged")]
    Damaged,
}

impl Cipher {
    /// A cipher that encrypts with `current`, and decrypts what it or one of the `previous` keys has encrypted.
    #[must_use]
    pub fn new(current: &SecretKey, previous: &[SecretKey]) -> Self {
        Self { keys: std::iter::once(current).chain(previous).map(Key::derive).collect() }
    }

    /// Encrypts for one place: only there it can be decrypted.
    ///
    /// # Errors
    ///
    /// There is no key.
    pub fn encrypt(&self, place: &str, secret: &str) -> Result<String, CipherError> {
        let key = self.keys.first().ok_or(CipherError::Damaged)?;
        let nonce: [u8; NONCE_LEN] = rand::random();
        let payload = Payload { msg: secret.as_bytes(), aad: place.as_bytes() };
        let sealed = key.aead.encrypt(&XNonce::from(nonce), payload).map_err(|_| CipherError::Damaged)?;
        let mut bytes = nonce.to_vec();
        bytes.extend(sealed);
        Ok(format!("{}.{}", key.id, BASE64.encode(bytes)))
    }

    /// Decrypts what was encrypted for the same place.
    ///
    /// # Errors
    ///
    /// It was changed, was encrypted for another place, or its key is missing.
    pub fn decrypt(&self, place: &str, sealed: &str) -> Result<String, CipherError> {
        let (id, text) = sealed.split_once('.').ok_or(CipherError::Damaged)?;
        let key = self.keys.iter().find(|key| key.id == id).ok_or_else(|| CipherError::KeyMissing(id.to_owned()))?;
        let bytes = BASE64.decode(text).map_err(|_| CipherError::Damaged)?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE_LEN>().ok_or(CipherError::Damaged)?;
        let payload = Payload { msg: sealed, aad: place.as_bytes() };
        let secret = key.aead.decrypt(&XNonce::from(*nonce), payload).map_err(|_| CipherError::Damaged)?;
        String::from_utf8(secret).map_err(|_| CipherError::Damaged)
    }
}

impl Key {
    fn derive(secret: &SecretKey) -> Self {
        let key: [u8; 32] = Sha256::new().chain_update(PURPOSE).chain_update(secret.bytes()).finalize().into();
        let id = hex::encode(&Sha256::digest(key)[..4]);
        Self { id, aead: XChaCha20Poly1305::new(&key.into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> SecretKey {
        SecretKey::from_bytes(vec![byte; SecretKey::LEN])
    }

    #[test]
    fn a_secret_is_read_in_its_own_place_only() {
        let cipher = Cipher::new(&key(1), &[]);
        let sealed = cipher.encrypt("payments/key/store/1", "sk_live_é").expect("encrypts");
        assert!(!sealed.contains("sk_live"));
        assert_ne!(sealed, cipher.encrypt("payments/key/store/1", "sk_live_é").expect("encrypts"), "a nonce each");
        assert_eq!(cipher.decrypt("payments/key/store/1", &sealed).as_deref(), Ok("sk_live_é"));
        assert_eq!(cipher.decrypt("payments/key/store/2", &sealed), Err(CipherError::Damaged));
        for damaged in ["", "x", &sealed[..sealed.len() - 2], &format!("{}.{}", &sealed[..8], "AAAA")] {
            assert!(cipher.decrypt("payments/key/store/1", damaged).is_err(), "{damaged}");
        }
    }

    #[test]
    fn keys_can_be_rotated() {
        let sealed = Cipher::new(&key(1), &[]).encrypt("p", "secret").expect("encrypts");
        assert_eq!(Cipher::new(&key(2), &[key(1)]).decrypt("p", &sealed).as_deref(), Ok("secret"));
        assert!(matches!(Cipher::new(&key(2), &[]).decrypt("p", &sealed), Err(CipherError::KeyMissing(_))));
    }
}
