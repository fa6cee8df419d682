//! Where users sign in.

/// A place where users sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// The members' one, on the platform's own pages.
    Platform,
    /// The operators' one.
    Admin,
}

/// A back office, whose pages about one's own account are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Office {
    /// The operators' one.
    Admin,
    /// The merchants' one.
    Store,
}
