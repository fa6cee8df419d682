//! Attacks at the door: forged hosts and proxies, other people's cookies, forms and links of other sites, and secrets
//! where they must not be.

#[path = "security/attributes.rs"]
mod attributes;
#[path = "security/forms.rs"]
mod forms;
#[path = "security/hosts.rs"]
mod hosts;
#[path = "security/log.rs"]
mod log;
#[path = "security/marks.rs"]
mod marks;
#[path = "security/proxies.rs"]
mod proxies;
#[path = "security/redirects.rs"]
mod redirects;
#[path = "security/secrets.rs"]
mod secrets;
#[path = "security/sessions.rs"]
mod sessions;

use orion_testing::{Actor, TestApp};
use reqwest::{
    Method,
    header::{COOKIE, HeaderMap, SET_COOKIE},
};

const PASSWORD: &str = "demo-orion-2026";

/// A way in: where people sign in, what their cookie is called, and a page that only they see.
#[derive(Clone, Copy)]
struct Door {
    sign_in: &'static str,
    sign_out: &'static str,
    cookie: &'static str,
    email: &'static str,
    /// Below the platform's host, or below the store's when that is named.
    page: &'static str,
    store: Option<&'static str>,
}

const MEMBER: Door = Door {
    sign_in: "/api/v1/platform/tenancy/sign_in",
    sign_out: "/api/v1/platform/tenancy/sign_out",
    cookie: "orion_member",
    email: "staff@lumiere.test",
    page: "/store/lumiere/products",
    store: None,
};

const OPERATOR: Door = Door {
    sign_in: "/admin/api/v1/admin/tenancy/sign_in",
    sign_out: "/admin/api/v1/admin/tenancy/sign_out",
    cookie: "orion_operator",
    email: "operator@orion.test",
    page: "/admin/modules",
    store: None,
};

const CUSTOMER: Door = Door {
    sign_in: "/api/v1/storefront/customers/sign_in",
    sign_out: "/api/v1/storefront/customers/sign_out",
    cookie: "orion_customer_lumiere",
    email: "anna@example.test",
    page: "/account/addresses",
    store: Some("lumiere"),
};

impl Door {
    /// Somebody in front of it, who has no cookies yet.
    fn visitor(&self, app: &TestApp) -> Actor {
        self.store.map_or_else(|| app.visitor(), |store| app.shopper(store))
    }

    /// Signs in, and gives the cookie as a thief would keep it: `name=value`.
    async fn sign_in(&self, actor: &Actor) -> String {
        let answer = self.sign_in_with(actor, None).await;
        cookies(&answer).into_iter().find(|cookie| cookie.starts_with(self.cookie)).expect("a session")
    }

    /// Signs in with these cookies instead of one's own.
    async fn sign_in_with(&self, actor: &Actor, cookie: Option<&str>) -> reqwest::Response {
        let form = [("email", self.email), ("password", PASSWORD), ("next", "")];
        let mut request = actor.request(Method::POST, self.sign_in).header("sec-fetch-site", "same-origin").form(&form);
        if let Some(cookie) = cookie {
            request = request.header(COOKIE, cookie);
        }
        let answer = request.header("accept", "application/json").send().await.expect("an answer");
        assert!(answer.status().as_u16() < 400, "{} cannot sign in: {answer:?}", self.email);
        answer
    }

    /// Whether these cookies, and no others, open the page.
    async fn opens(&self, app: &TestApp, cookie: &str) -> bool {
        is_open(&self.visitor(app), self.page, cookie).await
    }
}

/// Whether a page shows itself to whoever sends these cookies; it leads others to its door.
async fn is_open(actor: &Actor, page: &str, cookie: &str) -> bool {
    let request = actor.request(Method::GET, page).header("accept", "text/html").header(COOKIE, cookie);
    let answer = request.send().await.expect("an answer");
    let status = answer.status().as_u16();
    let body = answer.text().await.expect("a body");
    let shows_door = ["/api/v1/storefront/customers/sign_in\"", "/account/sign-in?next="];
    status == 200 && !shows_door.iter().any(|door| body.contains(door))
}

/// What a response sets, as `name=value`.
fn cookies(answer: &reqwest::Response) -> Vec<String> {
    let set = set_cookies(answer.headers()).into_iter();
    set.filter_map(|cookie| cookie.split(';').next().map(str::to_owned)).collect()
}

/// What a response sets, with everything that is said about it.
fn set_cookies(headers: &HeaderMap) -> Vec<String> {
    headers.get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok()).map(str::to_owned).collect()
}
