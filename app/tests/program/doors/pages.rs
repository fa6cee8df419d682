//! Every page and every route of a module's own: who may open it, and at which address there is something to see.
//! A test compares this to what the program has.

use orion_kernel::Frontend;

use super::door::{Door, anybody, customers, operators, staff, team};

/// The pages of a frontend, by their routes. An empty address is the route itself.
pub const fn pages(frontend: Frontend) -> &'static [Door] {
    match frontend {
        Frontend::Platform => PLATFORM,
        Frontend::Admin => ADMIN,
        Frontend::Store => STORE,
        Frontend::Storefront => STOREFRONT,
    }
}

const PLATFORM: &[Door] = &[
    anybody("/", ""),
    anybody("/pricing", ""),
    anybody("/pages/:slug", "/pages/<platform_page>"),
    anybody("/sign-in", ""),
];

const STOREFRONT: &[Door] = &[
    anybody("/", ""),
    anybody("/pages/:slug", "/pages/<page>"),
    anybody("/products", ""),
    anybody("/products/:slug", "/products/<product_slug>"),
    anybody("/categories/:slug", "/categories/<category_slug>"),
    anybody("/search", ""),
    anybody("/cart", ""),
    anybody("/checkout", ""),
    anybody("/checkout/complete/:checkout", "/checkout/complete/<checkout>").quiet(),
    anybody("/orders/:number", "/orders/<number>"),
    anybody("/pay/:payment", "/pay/<payment>").by_link(),
    anybody("/pay/:payment/return", "/pay/<payment>/return").by_link(),
    anybody("/account/sign-in", ""),
    anybody("/account/register", ""),
    anybody("/account/forgotten", ""),
    anybody("/account/new-password", ""),
    customers("/account", ""),
    customers("/account/orders", ""),
    customers("/account/details", ""),
    customers("/account/addresses", ""),
    customers("/account/addresses/new", ""),
    customers("/account/addresses/:id", "/account/addresses/<address>"),
];

const STORE: &[Door] = &[
    staff("dashboard.view", "/", ""),
    staff("audit.view", "/audit", ""),
    staff("billing.view_invoices", "/settings/plan", ""),
    staff("products.view", "/products", ""),
    staff("products.create", "/products/new", ""),
    staff("products.import", "/products/import", ""),
    staff("products.import", "/products/imports/:id", "/products/imports/<import>"),
    staff("products.view", "/products/:id", "/products/<product>"),
    staff("products.view", "/categories", ""),
    staff("products.view", "/categories/new", ""),
    staff("products.view", "/categories/:id", "/categories/<category>"),
    staff("stock.view", "/inventory", ""),
    staff("stock.view", "/inventory/:variant", "/inventory/<variant>"),
    staff("pages.view", "/pages", ""),
    staff("pages.manage", "/pages/new", ""),
    staff("pages.view", "/pages/:slug", "/pages/<page>"),
    staff("pages.view", "/pages/:slug/:locale", "/pages/<page>/fr"),
    staff("themes.manage", "/settings/texts", ""),
    staff("themes.manage", "/settings/texts/:locale", "/settings/texts/fr"),
    staff("customers.view", "/customers", ""),
    staff("customers.view", "/customers/:id", "/customers/<customer>"),
    staff("messages.view", "/messages", ""),
    staff("messages.templates", "/messages/templates", ""),
    staff("messages.templates", "/messages/templates/:code/:language", "/messages/templates/order_shipped/fr"),
    staff("messages.view", "/messages/:id", "/messages/<mail>"),
    staff("orders.view", "/orders", ""),
    staff("orders.view", "/orders/:number", "/orders/<number>"),
    staff("orders.view", "/orders/:number/packing-slip", "/orders/<number>/packing-slip"),
    staff("payments.view", "/payments", ""),
    staff("payments.view", "/payments/:payment", "/payments/<payment>"),
    staff("stores.view", "/settings", ""),
    staff("stores.view", "/settings/options", ""),
    staff("stores.view", "/settings/shipping", ""),
    staff("stores.view", "/settings/options", ""),
    staff("team.view", "/settings/team", ""),
    team("/profile", ""),
];

const ADMIN: &[Door] = &[
    operators("/", ""),
    operators("/audit", ""),
    operators("/tiers", ""),
    operators("/tiers/new", ""),
    operators("/tiers/:code", "/tiers/<tier>"),
    operators("/subscriptions", ""),
    operators("/subscriptions/:merchant", "/subscriptions/<merchant>"),
    operators("/pages", ""),
    operators("/pages/new", ""),
    operators("/pages/:scope/:slug", "/pages/platform/<platform_page>"),
    operators("/pages/:scope/:slug/:locale", "/pages/platform/<platform_page>/en"),
    operators("/mail", ""),
    operators("/mail/:id", "/mail/<captured>"),
    operators("/modules", ""),
    operators("/modules/:code", "/modules/cart"),
    operators("/settings", ""),
    operators("/stores", ""),
    operators("/stores/:code", "/stores/<store>"),
    operators("/merchants", ""),
    operators("/settings", ""),
    operators("/profile", ""),
    anybody("/sign-in", ""),
];

/// What modules serve besides pages: files for a store's team.
pub const DOWNLOADS: &[Door] = &[
    staff("products.export", "/products/export.csv", ""),
    staff("products.import", "/products/imports/{id}/errors.csv", "/products/imports/<import>/errors.csv"),
    staff("customers.export", "/exports/customers.csv", ""),
];

/// What modules serve to the whole world, and why that is right. With `*` it is everything below.
pub const OPEN_TO_THE_WORLD: &[(&str, &str)] = &[
    ("/robots.txt", "search engines read it"),
    ("/sitemap.xml", "search engines read it; it names public pages alone"),
    ("/webhooks/payments/card", "the provider signs what it sends"),
    ("/fake-provider/*", "the pretend provider of development and tests: its interface has a key, its page is public"),
];
