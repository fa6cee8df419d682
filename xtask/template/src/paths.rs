//! Where the pages are, below a frontend's base.

/// The overview in the back office.
pub const OVERVIEW: &str = "/__code__";
