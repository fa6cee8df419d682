//! Every page and every route of a module's own: who may open it, and at which address there is something to see.
//! A test compares this to what the program has.

use orion_kernel::Frontend;

use super::door::{Door, admin, anybody, customers, operators, staff, team};

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
    anybody("/invitations/:token", "/invitations/invitation-of-lumiere"),
    anybody("/transfers/:token", "/transfers/transfer-of-lumiere"),
    anybody("/stores", ""),
    anybody("/sign-in", ""),
    anybody("/sign-in/second-step", ""),
    anybody("/forgotten-password", ""),
    anybody("/new-password", ""),
    anybody("/confirm-email", ""),
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
    anybody("/account/confirm", ""),
    anybody("/account/confirm-email", ""),
    anybody("/account/forgotten", ""),
    anybody("/account/new-password", ""),
    customers("/account", ""),
    customers("/account/orders", ""),
    customers("/account/details", ""),
    customers("/account/sessions", ""),
    customers("/account/privacy", ""),
    customers("/account/addresses", ""),
    customers("/account/addresses/new", ""),
    customers("/account/addresses/:id", "/account/addresses/<address>"),
];

const STORE: &[Door] = &[
    staff("dashboard.view", "/", ""),
    staff("audit.view", "/audit", ""),
    staff("audit.view", "/audit/:id", "/audit/<audit_entry>"),
    team("/search", ""),
    team("/notifications", ""),
    team("/profile/notifications", ""),
    team("/help/keys", ""),
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
    staff("stores.view", "/settings/region", ""),
    staff("stores.manage", "/settings/access", ""),
    staff("stores.view", "/settings/domains", ""),
    staff("stores.view", "/settings/shipping", ""),
    staff("stores.view", "/settings/options", ""),
    staff("team.view", "/settings/team", ""),
    staff("team.view", "/settings/team/roles", ""),
    staff("team.view", "/settings/team/roles/new", ""),
    staff("team.view", "/settings/team/roles/:id", "/settings/team/roles/<role>"),
    staff("api_keys.manage", "/settings/api-keys", ""),
    team("/profile", ""),
    team("/profile/security", ""),
    team("/profile/second-factor", "").credentials(),
    team("/profile/sessions", ""),
];

const ADMIN: &[Door] = &[
    admin("dashboard.view", "/", ""),
    admin("audit.view", "/audit", ""),
    admin("audit.view", "/audit/:id", "/audit/<audit_entry>"),
    admin("announcements.manage", "/announcements", ""),
    admin("announcements.manage", "/announcements/new", ""),
    admin("announcements.manage", "/announcements/:id", "/announcements/<announcement>"),
    operators("/search", ""),
    operators("/notifications", ""),
    operators("/profile/notifications", ""),
    operators("/help/keys", ""),
    admin("billing.view_tiers", "/tiers", ""),
    admin("billing.manage_tiers", "/tiers/new", ""),
    admin("billing.view_tiers", "/tiers/:code", "/tiers/<tier>"),
    admin("billing.view_subscriptions", "/subscriptions", ""),
    admin("billing.view_subscriptions", "/subscriptions/:merchant", "/subscriptions/<merchant>"),
    admin("pages.view", "/pages", ""),
    admin("pages.manage", "/pages/new", ""),
    admin("pages.view", "/pages/:scope/:slug", "/pages/platform/<platform_page>"),
    admin("pages.view", "/pages/:scope/:slug/:locale", "/pages/platform/<platform_page>/en"),
    admin("messages.view", "/mail", ""),
    admin("messages.view", "/mail/:id", "/mail/<captured>"),
    admin("stores.view", "/modules", ""),
    admin("stores.view", "/modules/:code", "/modules/cart"),
    admin("stores.view", "/settings", ""),
    admin("stores.view", "/stores", ""),
    admin("stores.view", "/stores/:code", "/stores/<store>"),
    admin("stores.view", "/merchants", ""),
    admin("stores.manage", "/merchants/new", ""),
    admin("stores.view", "/merchants/:code", "/merchants/<merchant_code>"),
    admin("stores.manage", "/stores/new", ""),
    admin("platforms.manage", "/platforms", ""),
    admin("platforms.manage", "/platforms/new", ""),
    admin("platforms.manage", "/platforms/:code", "/platforms/orion"),
    admin("platforms.manage", "/menus", ""),
    admin("users.view", "/users", ""),
    admin("users.view", "/users/:id", "/users/<user>"),
    admin("operators.view", "/operators", ""),
    admin("operators.view", "/operators/roles", ""),
    admin("operators.view", "/operators/roles/new", ""),
    admin("operators.view", "/operators/roles/:id", "/operators/roles/<operator_role>"),
    admin("stores.view", "/settings", ""),
    operators("/profile", ""),
    operators("/profile/security", ""),
    operators("/profile/second-factor", ""),
    operators("/profile/sessions", ""),
    anybody("/sign-in", ""),
    anybody("/sign-in/second-step", ""),
    anybody("/forgotten-password", ""),
    anybody("/new-password", ""),
];

/// What modules serve besides pages: files for a store's team.
pub const DOWNLOADS: &[Door] = &[
    staff("audit.view", "/audit/export.csv", ""),
    staff("products.export", "/products/export.csv", ""),
    staff("products.import", "/products/imports/{id}/errors.csv", "/products/imports/<import>/errors.csv"),
    staff("customers.export", "/exports/customers.csv", ""),
];

/// What modules serve besides pages: files for a store's customers.
pub const STOREFRONT_DOWNLOADS: &[Door] = &[customers("/account/data.json", "").credentials()];

/// What they serve to operators.
pub const ADMIN_DOWNLOADS: &[Door] = &[
    admin("stores.manage", "/store-exports/{id}", "/store-exports/<export>"),
    admin("audit.view", "/audit/export.csv", ""),
];

/// What modules serve to the whole world, and why that is right. With `*` it is everything below.
pub const OPEN_TO_THE_WORLD: &[(&str, &str)] = &[
    ("/impersonation/{token}", "the link of an operator who goes on as somebody else; it works once, within a minute"),
    ("/robots.txt", "search engines read it"),
    ("/sitemap.xml", "search engines read it; it names public pages alone"),
    ("/webhooks/payments/card", "the provider signs what it sends"),
    ("/fake-provider/*", "the pretend provider of development and tests: its interface has a key, its page is public"),
];
