//! Every page of the program, at an address where there is something to see.

use std::fmt;

use leptos_router::{MatchNestedRoutes as _, PathSegment};
use orion_kernel::Frontend;
use orion_testing::TestApp;

/// What modules serve besides pages and server functions.
pub const OWN_ROUTES: [(&str, Frontend, &str); 1] = [("catalog", Frontend::Store, "/products/export.csv")];

/// A page below its frontend's base.
pub struct Page {
    pub module: &'static str,
    pub frontend: Frontend,
    /// As the module declares it.
    pub route: String,
    /// Its address, with a value for each parameter.
    pub path: String,
}

impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ({})", self.frontend.code(), self.path, self.module)
    }
}

/// Asked of the modules' routes, so that none is forgotten.
pub async fn all(app: &TestApp) -> Vec<Page> {
    let with_routes = app.app.modules().iter().filter(|module| module.routes.is_some());
    for module in with_routes.filter(|module| super::optional().any(|optional| optional.code == module.code)) {
        assert!(OWN_ROUTES.iter().any(|(code, ..)| *code == module.code), "a route of {} belongs here", module.code);
    }
    let mut pages = Vec::new();
    for (module, frontend, route) in routes() {
        let path = match route.as_str() {
            "/mail/:id" => format!("/mail/{}", app.mails().await.first().expect("a mail").id),
            fixed if !fixed.contains(':') => fixed.to_owned(),
            _ => app.one(address(frontend, &route)).await,
        };
        pages.push(Page { module, frontend, route, path });
    }
    pages
}

/// Every route: its module, its frontend, and its path with parameters as `:name`.
pub fn routes() -> Vec<(&'static str, Frontend, String)> {
    let mut found = Vec::new();
    for module in orion_app::modules::registry().modules() {
        for frontend in Frontend::ALL {
            for route in (module.routes)(frontend) {
                let paths = route.generate_routes().into_iter().map(|route| path(&route.segments));
                found.extend(paths.map(|path| (module.code, frontend, path)));
            }
        }
    }
    found
}

fn path(segments: &[PathSegment]) -> String {
    let mut path = String::new();
    for segment in segments {
        match segment {
            PathSegment::Unit => {}
            PathSegment::Static(text) if text.trim_matches('/').is_empty() => {}
            PathSegment::Static(text) => path.extend(["/", text.trim_matches('/')]),
            PathSegment::Param(name) | PathSegment::OptionalParam(name) => path.extend(["/:", &**name]),
            PathSegment::Splat(name) => path.extend(["/*", &**name]),
        }
    }
    if path.is_empty() { "/".to_owned() } else { path }
}

/// The question for an address of a route with parameters, in the store of the test's people.
fn address(frontend: Frontend, route: &str) -> &'static str {
    match (frontend, route) {
        (Frontend::Platform | Frontend::Storefront | Frontend::Store, "/pages/:slug") => "select '/pages/terms'",
        (Frontend::Storefront, "/products/:slug") => {
            "select '/products/' || p.slug from catalog.products p
             join catalog.variants v on v.store_id = p.store_id and v.product_id = p.id
             join tenancy.stores s on s.id = p.store_id
             where s.code = 'lumiere' and p.status = 'published' and v.requires_shipping and v.price_minor > 1000
             order by v.id limit 1"
        }
        (Frontend::Storefront, "/categories/:slug") => {
            "select '/categories/' || c.slug from catalog.categories c join tenancy.stores s on s.id = c.store_id
             where s.code = 'lumiere' order by c.slug limit 1"
        }
        (Frontend::Storefront, "/checkout/complete/:checkout") => {
            "select '/checkout/complete/' || c.id from checkout.checkouts c
             join orders.orders o on o.store_id = c.store_id and o.checkout_id = c.id"
        }
        (Frontend::Storefront | Frontend::Store, "/orders/:number") => {
            "select '/orders/' || o.number from orders.orders o
             join checkout.checkouts c on c.store_id = o.store_id and c.id = o.checkout_id"
        }
        (Frontend::Store, "/orders/:number/packing-slip") => {
            "select '/orders/' || o.number || '/packing-slip' from orders.orders o
             join checkout.checkouts c on c.store_id = o.store_id and c.id = o.checkout_id"
        }
        (Frontend::Storefront, "/pay/:payment") => "select '/pay/' || id from payments.payments where method = 'card'",
        (Frontend::Storefront, "/pay/:payment/return") => {
            "select '/pay/' || id || '/return' from payments.payments where method = 'card'"
        }
        (Frontend::Storefront, "/account/addresses/:id") => {
            "select '/account/addresses/' || a.id from customers.addresses a
             join customers.customers c on c.store_id = a.store_id and c.id = a.customer_id
             where c.email = 'anna@example.test' limit 1"
        }
        (Frontend::Store, "/products/imports/:id") => "select '/products/imports/' || id from catalog.imports",
        (Frontend::Store, "/products/:id") => {
            "select '/products/' || p.id from catalog.products p
             join catalog.variants v on v.store_id = p.store_id and v.product_id = p.id
             join inventory.stock_levels l on l.store_id = v.store_id and l.variant_id = v.id
             join tenancy.stores s on s.id = p.store_id where s.code = 'lumiere' order by p.id limit 1"
        }
        (Frontend::Store, "/categories/:id") => {
            "select '/categories/' || c.id from catalog.categories c join tenancy.stores s on s.id = c.store_id
             where s.code = 'lumiere' order by c.id limit 1"
        }
        (Frontend::Store, "/inventory/:variant") => {
            "select '/inventory/' || l.variant_id from inventory.stock_levels l join tenancy.stores s on s.id = l.store_id
             where s.code = 'lumiere' order by l.variant_id limit 1"
        }
        (Frontend::Store, "/pages/:slug/:locale") => "select '/pages/terms/fr'",
        (Frontend::Store, "/settings/texts/:locale") => "select '/settings/texts/fr'",
        (Frontend::Store, "/customers/:id") => {
            "select '/customers/' || id from customers.customers where email = 'anna@example.test' limit 1"
        }
        (Frontend::Store, "/messages/:id") => {
            "select '/messages/' || m.id from messaging.outbox m join tenancy.stores s on s.id = m.store_id
             where s.code = 'lumiere' limit 1"
        }
        (Frontend::Store, "/messages/templates/:code/:language") => "select '/messages/templates/order_confirmation/fr'",
        (Frontend::Store, "/payments/:payment") => "select '/payments/' || id from payments.payments limit 1",
        (Frontend::Store, "/audit/:id") => {
            "select '/audit/' || a.id from orion.audit_log a join tenancy.stores s on s.id = a.store_id
             where s.code = 'lumiere' limit 1"
        }
        (Frontend::Admin, "/audit/:id") => "select '/audit/' || id from orion.audit_log where store_id is null limit 1",
        (Frontend::Admin, "/announcements/:id") => "select '/announcements/' || id from core.announcements limit 1",
        (Frontend::Admin, "/tiers/:code") => "select '/tiers/' || code from billing.tiers limit 1",
        (Frontend::Admin, "/subscriptions/:merchant") => {
            "select '/subscriptions/' || merchant_id from billing.subscriptions limit 1"
        }
        (Frontend::Admin, "/pages/:scope/:slug") => "select '/pages/platform/terms'",
        (Frontend::Admin, "/pages/:scope/:slug/:locale") => "select '/pages/platform/terms/fr'",
        (Frontend::Platform, "/invitations/:token") => "select '/invitations/invitation-of-lumiere'",
        (Frontend::Platform, "/transfers/:token") => "select '/transfers/transfer-of-lumiere'",
        (Frontend::Store, "/settings/team/roles/:id") => {
            "select '/settings/team/roles/' || id from tenancy.roles where name = 'Packing'"
        }
        (Frontend::Admin, "/operators/roles/:id") => "select '/operators/roles/' || id from tenancy.operator_roles limit 1",
        (Frontend::Admin, "/users/:id") => "select '/users/' || id from tenancy.users where email = 'staff@lumiere.test'",
        (Frontend::Admin, "/merchants/:code") => "select '/merchants/' || code from tenancy.merchants order by code limit 1",
        (Frontend::Admin, "/platforms/:code") => "select '/platforms/' || code from tenancy.platforms limit 1",
        (Frontend::Admin, "/modules/:code") => "select '/modules/tenancy'",
        (Frontend::Admin, "/stores/:code") => "select '/stores/lumiere'",
        _ => panic!("{route} of {frontend:?} needs an address here"),
    }
}
