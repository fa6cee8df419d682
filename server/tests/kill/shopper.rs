//! A shopper whose shop may die in the middle of an answer.

use orion_testing::Actor;
use reqwest::{Method, RequestBuilder};

use crate::installation::Installation;

pub const STORE: &str = "lumiere";
const PASSWORD: &str = "demo-orion-2026";

/// A shopper with one of the variant in the cart.
pub struct Shopper {
    browser: Actor,
    form: Vec<(&'static str, String)>,
}

impl Shopper {
    /// Puts one into the cart and looks at the checkout.
    pub async fn with_one(installation: &Installation, variant: &str) -> Self {
        let browser = Actor::new(installation.origin_of(STORE), "");
        let line = [("variant_id", variant), ("quantity", "1")];
        let added = browser.call("/api/v1/storefront/cart/add_line", &line).await;
        assert!(added.status < 300, "{added:?}");
        let page = browser.get("/checkout").await;
        assert_eq!(page.status, 200, "{page:?}");
        let of = |name: &str| between(&page.body, &format!("name=\"{name}\" value=\""), "\"");
        let (total, shipping) = (of("expected_total_minor"), of("draft[shipping]"));
        let mut form = vec![("expected_total_minor", total), ("draft[shipping]", shipping)];
        form.extend(FORM.map(|(name, value)| (name, value.to_owned())));
        Self { browser, form }
    }

    /// Presses the order button; where that leads, unless the shop died.
    pub async fn order(&self, payment: &str) -> Option<String> {
        let endpoint = "/api/v1/storefront/checkout/submit_checkout";
        let mut form = self.form.clone();
        form.push(("draft[payment]", payment.to_owned()));
        follow(self.browser.request(Method::POST, endpoint).header("accept", "text/html").form(&form)).await
    }

    /// Opens a page of the shop, by its path or address; where it leads, unless the shop died.
    pub async fn open(&self, place: &str) -> Option<String> {
        follow(self.browser.request(Method::GET, path_of(place)).header("accept", "text/html")).await
    }

    /// Whether the page after ordering tells this browser of its order.
    pub async fn sees_order(&self, place: &str) -> bool {
        let page = self.browser.get(path_of(place)).await;
        page.status == 200 && page.shows("lea@example.test")
    }
}

/// Presses a card on the provider's page; where that leads, unless the provider died, which is the same program here.
pub async fn press(installation: &Installation, page: &str, card: &str) -> Option<String> {
    let browser = Actor::new(installation.origin(), "");
    follow(browser.request(Method::POST, path_of(page)).form(&[("card", card)])).await
}

/// Has the shop's owner count this many of a variant.
pub async fn count_shelf(installation: &Installation, variant: &str, quantity: i64) {
    let door = Actor::new(installation.origin(), "");
    let sign_in = [("email", "owner@lumiere.test"), ("password", PASSWORD), ("next", "")];
    let answer = door.call("/api/v1/platform/tenancy/sign_in", &sign_in).await;
    assert!(answer.status < 400, "{answer:?}");
    let quantity = quantity.to_string();
    let count = [("variant", variant), ("kind", "counted"), ("quantity", quantity.as_str()), ("note", "")];
    let owner = door.at(&format!("/store/{STORE}"));
    let answer = owner.call("/api/v1/store/inventory/adjust_stock", &count).await;
    assert_eq!(answer.status, 200, "{answer:?}");
}

const FORM: [(&str, &str); 9] = [
    ("draft[email]", "lea@example.test"),
    ("draft[address][first_name]", "Léa"),
    ("draft[address][last_name]", "Wagner"),
    ("draft[address][line1]", "1, rue du Test"),
    ("draft[address][postcode]", "1111"),
    ("draft[address][city]", "Luxembourg"),
    ("draft[address][country]", "LU"),
    ("terms", "true"),
    ("intent", "order"),
];

async fn follow(request: RequestBuilder) -> Option<String> {
    let answer = request.header("sec-fetch-site", "same-origin").send().await.ok()?;
    Some(answer.headers().get("location")?.to_str().expect("an address").to_owned())
}

/// The part of an address that the same browser asks its own origin for.
fn path_of(place: &str) -> &str {
    let Some((_, rest)) = place.split_once("://") else { return place };
    rest.find('/').map_or("/", |start| &rest[start..])
}

fn between(text: &str, before: &str, after: &str) -> String {
    let start = text.find(before).unwrap_or_else(|| panic!("no {before} in {text}")) + before.len();
    let end = text[start..].find(after).expect("an end") + start;
    text[start..end].to_owned()
}
