//! Values that must never reach a log.

use std::{
    fmt, fs,
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

/// A text that prints as dots.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Hides a text.
    pub const fn new(value: String) -> Self {
        Self(value)
    }

    /// The text itself, for the one place that needs it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// The installation's key, at least 32 bytes. Purposes derive their own keys from it.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey(Vec<u8>);

impl SecretKey {
    /// Length of a generated key, and the least that is accepted.
    pub const LEN: usize = 32;

    /// Takes key material as it is.
    pub const fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// Reads hex digits; `None` when they are not hex or too few.
    pub fn from_hex(text: &str) -> Option<Self> {
        hex::decode(text.trim()).ok().filter(|bytes| bytes.len() >= Self::LEN).map(Self)
    }

    /// The key material.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The key in a file; created with a random one, readable by its owner alone, when there is none. Processes that
    /// start together end up with the same key.
    pub(super) fn load_or_create(file: &Path) -> io::Result<Self> {
        if !file.exists() {
            let folder = file.parent().unwrap_or(Path::new("."));
            fs::create_dir_all(folder)?;
            let draft = folder.join(format!(".secret.{}", hex::encode(rand::random::<[u8; 8]>())));
            let mut out = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
            out.write_all(hex::encode(rand::random::<[u8; Self::LEN]>()).as_bytes())?;
            out.sync_all()?;
            let linked = fs::hard_link(&draft, file);
            fs::remove_file(&draft)?;
            if let Err(error) = linked
                && error.kind() != io::ErrorKind::AlreadyExists
            {
                return Err(error);
            }
        }
        Self::from_hex(&fs::read_to_string(file)?).ok_or_else(|| {
            io::Error::new(io::ErrorKind::InvalidData, "it does not hold at least 64 hexadecimal digits")
        })
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}
