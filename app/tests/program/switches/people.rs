//! One person for each frontend, and how somebody buys.

use orion_kernel::Frontend;
use orion_runtime::ctx::begin_unscoped;
use orion_testing::{Actor, Answer, TestApp};
use reqwest::{
    Method,
    multipart::{Form, Part},
};

const PASSWORD: &str = "demo-orion-2026";
const ADD: &str = "/api/v1/storefront/cart/add_line";
const SUBMIT: &str = "/api/v1/storefront/checkout/submit_checkout";
const FILE: &str = "Handle,Title,Variant Price\nlamp,Lamp,12.00\n";

/// Whoever is at home in each frontend.
pub struct People {
    pub operator: Actor,
    pub owner: Actor,
    pub customer: Actor,
    pub shopper: Actor,
    pub visitor: Actor,
}

impl People {
    /// People who use the program at this origin.
    pub async fn at(app: &TestApp, origin: &str) -> Self {
        let shop = origin.replace("//", "//lumiere.");
        let operator = Actor::new(origin.to_owned(), "/admin");
        sign_in(&operator, "/api/v1/admin/tenancy/sign_in", "operator@orion.test").await;
        let member = Actor::new(origin.to_owned(), "");
        sign_in(&member, "/api/v1/platform/tenancy/sign_in", "owner@lumiere.test").await;
        let customer = Actor::new(shop.clone(), "");
        sign_in(&customer, "/api/v1/storefront/customers/sign_in", "anna@example.test").await;
        let people = Self {
            operator,
            owner: member.at("/store/lumiere"),
            customer,
            shopper: Actor::new(shop, ""),
            visitor: Actor::new(origin.to_owned(), ""),
        };
        put_in_cart(app, &people.shopper).await;
        people
    }

    pub fn in_frontend(&self, frontend: Frontend) -> &Actor {
        match frontend {
            Frontend::Admin => &self.operator,
            Frontend::Store => &self.owner,
            Frontend::Storefront => &self.customer,
            Frontend::Platform => &self.visitor,
        }
    }

    /// An order, a payment that is waited for, a mail, an import, a cart with something in it, an announcement and entries in
    /// the logs: something for every page.
    pub async fn fill(&self, app: &TestApp) {
        let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
        sqlx::raw_sql(include_str!("things.sql")).execute(&mut *tx).await.expect("the things");
        tx.commit().await.expect("the things");
        for payment in ["transfer", "card"] {
            put_in_cart(app, &self.customer).await;
            let answer = buy(&self.customer, payment).await;
            assert!(answer.location.as_ref().is_some_and(|path| !path.ends_with("/checkout")), "{answer:?}");
        }
        put_in_cart(app, &self.customer).await;
        let file = Part::text(FILE).file_name("products.csv");
        let request = self.owner.request(Method::POST, "/api/v1/store/catalog/upload_products");
        let request = request.header("sec-fetch-site", "same-origin").multipart(Form::new().part("file", file));
        let status = request.send().await.expect("an answer").status();
        assert!(status.as_u16() < 400, "the upload answers {status}");
        let news = [
            ("title[en]", "News"),
            ("title[de]", "Neues"),
            ("title[fr]", "Nouvelles"),
            ("title[lb]", "Neies"),
            ("tone", "info"),
        ];
        let announced = self.operator.call("/api/v1/admin/core/save_announcement", &news).await;
        assert!(announced.status < 400, "{announced:?}");
        assert_eq!(self.owner.get("/audit/export.csv").await.status, 200);
        app.until("the mail", || async { (!app.mails().await.is_empty()).then_some(()) }).await;
    }
}

async fn sign_in(actor: &Actor, endpoint: &str, email: &str) {
    let answer = actor.call(endpoint, &[("email", email), ("password", PASSWORD), ("next", "")]).await;
    assert!(answer.status < 400, "{email} cannot sign in: {answer:?}");
}

async fn put_in_cart(app: &TestApp, shopper: &Actor) {
    let variant: String = app
        .one(
            "select v.id::text from catalog.variants v
             join catalog.products p on p.store_id = v.store_id and p.id = v.product_id
             join tenancy.stores s on s.id = v.store_id
             where s.code = 'lumiere' and p.status = 'published' and v.requires_shipping and v.price_minor > 1000
             order by v.id limit 1",
        )
        .await;
    let answer = shopper.call(ADD, &[("variant_id", &variant), ("quantity", "1")]).await;
    assert!(answer.status < 300, "{answer:?}");
}

/// Orders what is in the cart, without scripts.
pub async fn buy(shopper: &Actor, payment: &str) -> Answer {
    let page = shopper.get("/checkout").await;
    let value = |name: &str| {
        let before = format!("name=\"{name}\" value=\"");
        let start = page.body.find(&before).unwrap_or_else(|| panic!("no {name}: {page:?}")) + before.len();
        page.body[start..].split('"').next().unwrap_or_default().to_owned()
    };
    let fields = [
        ("draft[email]", "lea@example.test"),
        ("draft[address][first_name]", "Léa"),
        ("draft[address][last_name]", "Wagner"),
        ("draft[address][line1]", "1, rue du Test"),
        ("draft[address][postcode]", "1111"),
        ("draft[address][city]", "Luxembourg"),
        ("draft[address][country]", "LU"),
        ("draft[shipping]", &value("draft[shipping]")),
        ("draft[payment]", payment),
        ("draft[note]", ""),
        ("terms", "true"),
        ("expected_total_minor", &value("expected_total_minor")),
        ("intent", "order"),
    ];
    shopper.submit("/checkout", SUBMIT, &fields).await
}
