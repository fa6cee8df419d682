//! The named places in pages where other modules hang components.

use orion_kernel::Slot;

/// Below the hero of a storefront's home page.
pub const STOREFRONT_HOME: Slot = Slot("storefront.home");
/// The right end of a storefront's header: account, cart.
pub const STOREFRONT_HEADER: Slot = Slot("storefront.header");
/// Below price and options on a product page; the subject is the selected variant's id.
pub const PRODUCT_BUY: Slot = Slot("storefront.product.buy");
/// The side column of a product in the back office; the subject is the product's id.
pub const PRODUCT_DETAILS_SIDE: Slot = Slot("store.product.side");
/// The store's dashboard, below its figures: charts.
pub const STORE_DASHBOARD: Slot = Slot("store.dashboard");
/// Below what a shopper is told after ordering; the subject is the checkout's id.
pub const CHECKOUT_COMPLETE: Slot = Slot("storefront.checkout.complete");
