//! The links that content pages add to headers and footers, and the pages a platform starts with.

use std::collections::BTreeMap;

use async_trait::async_trait;
use orion_kernel::{AppError, ContextKey, Locale, PlatformId, Work};
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

/// A page that a new platform starts with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartPage {
    /// `platform` for a page of its own site, `store_default` for one of every store's.
    pub scope: String,
    /// The last part of its address.
    pub slug: String,
    /// `header`, `footer` or `legal`; linked nowhere without one.
    #[serde(default)]
    pub place: Option<String>,
    /// Lower stands first.
    #[serde(default)]
    pub order: i32,
    /// Its title, by language.
    pub title: BTreeMap<Locale, String>,
    /// Its text, by language.
    #[serde(default)]
    pub body_html: BTreeMap<Locale, String>,
}

/// Writes the pages of a new platform.
#[async_trait]
pub trait StartPages: Send + Sync {
    /// Writes them in the caller's transaction, which sees all tenants.
    ///
    /// # Errors
    ///
    /// `Invalid` `page_invalid` with the parameter `page` for the first page that cannot be: its place in the list and what
    /// is wrong with it.
    async fn write(&self, work: &mut dyn Work, platform: PlatformId, pages: &[StartPage]) -> Result<(), AppError>;
}

/// No pages are written.
pub struct NullStartPages;

#[async_trait]
impl StartPages for NullStartPages {
    async fn write(&self, _: &mut dyn Work, _: PlatformId, _: &[StartPage]) -> Result<(), AppError> {
        Ok(())
    }
}
