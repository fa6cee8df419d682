//! The links that content pages add to headers and footers.

use orion_kernel::ContextKey;
use serde::{Deserialize, Serialize};

/// Header, footer and legal links of every page, in its language.
pub const PAGE_LINKS: ContextKey<PageLinks> = ContextKey::new("cms.page_links");

/// A frontend's content pages by place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageLinks {
    /// In the header.
    pub header: Vec<PageLink>,
    /// In the footer.
    pub footer: Vec<PageLink>,
    /// In the footer's last line.
    pub legal: Vec<PageLink>,
    /// The line above a storefront's header; may be empty.
    pub announcement: String,
    /// The line under a storefront's name; may be empty.
    pub tagline: String,
}

/// A link to a content page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageLink {
    /// Its title.
    pub title: String,
    /// Its path below the frontend's base.
    pub path: String,
}
