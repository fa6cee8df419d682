//! Where the pages are, below a frontend's base.

use orion_kernel::Locale;

use crate::model::PageScope;

/// The list of content pages in the back offices.
pub const PAGES: &str = "/pages";
/// The form for a new page in the back offices.
pub const NEW_PAGE: &str = "/pages/new";
/// The storefront's texts in the back office.
pub const TEXTS: &str = "/settings/texts";
/// The platform's prices.
pub const PRICING: &str = "/pricing";
/// Where merchants ask for a shop.
pub const CONTACT: &str = "/pages/contact";

/// A content page, on the platform, in a storefront, and its editor in the store's back office.
#[must_use]
pub fn content(slug: &str) -> String {
    format!("/pages/{slug}")
}

/// The editor of one language of a store's page.
#[must_use]
pub fn page_text(slug: &str, locale: Locale) -> String {
    format!("/pages/{slug}/{}", locale.code())
}

/// The editor of a platform's page in the admin.
#[must_use]
pub fn platform_page(scope: PageScope, slug: &str) -> String {
    format!("/pages/{}/{slug}", scope.code())
}

/// The editor of one language of a platform's page.
#[must_use]
pub fn platform_page_text(scope: PageScope, slug: &str, locale: Locale) -> String {
    format!("/pages/{}/{slug}/{}", scope.code(), locale.code())
}

/// The editor of one language of the storefront's texts.
#[must_use]
pub fn texts_in(locale: Locale) -> String {
    format!("{TEXTS}/{}", locale.code())
}

/// The prices by the month or by the year.
#[must_use]
pub fn pricing(is_annual: bool) -> String {
    if is_annual { format!("{PRICING}?period=annual") } else { PRICING.to_owned() }
}
