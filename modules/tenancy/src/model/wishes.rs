//! What somebody wishes for when they sign in.

use serde::{Deserialize, Serialize};

/// What somebody wishes for when they sign in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wishes {
    /// Where to go; whether they may is decided then.
    pub next: String,
    /// To stay signed in when the browser is closed.
    pub remember: bool,
}
