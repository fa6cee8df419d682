//! The six people of the matrix, and how they knock.

use std::{net::Ipv4Addr, time::Duration};

use orion_kernel::Frontend;
use orion_runtime::ctx::begin_unscoped;
use orion_testing::{Actor, Answer, TestApp};
use reqwest::{
    Method, RequestBuilder,
    multipart::{Form, Part},
};

use super::door::{Door, May, Sent};

const PASSWORD: &str = "demo-orion-2026";
const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 50\"><path d=\"M0 0\"/></svg>";

/// What somebody is, and so which doors may be open to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Anonymous,
    Customer,
    Staff,
    Operator,
}

/// Somebody with a browser and an address of their own: one address may not ask too often.
pub struct Person {
    pub name: &'static str,
    pub kind: Kind,
    /// The store they belong to, or look at.
    pub store: &'static str,
    actor: Actor,
}

/// All six. The members hold every permission, so that nothing but the tenant stands between them and others' things.
pub async fn people(app: &TestApp) -> Vec<Person> {
    allow(app, "staff@lumiere.test", &permissions()).await;
    allow(app, "staff@minett.test", &permissions()).await;
    let described = [
        ("anonymous", Kind::Anonymous, "lumiere", ""),
        ("customer A", Kind::Customer, "lumiere", "anna@example.test"),
        ("customer B", Kind::Customer, "lumiere", "berta@example.test"),
        ("staff of store 1", Kind::Staff, "lumiere", "staff@lumiere.test"),
        ("staff of store 2", Kind::Staff, "bierger", "staff@minett.test"),
        ("the operator", Kind::Operator, "lumiere", "operator@orion.test"),
    ];
    let mut people = Vec::new();
    for ((name, kind, store, email), address) in described.into_iter().zip(1..) {
        let actor = Actor::from_address(app.origin(), "", Ipv4Addr::new(127, 0, 2, address));
        let person = Person { name, kind, store, actor };
        person.sign_in(email).await;
        people.push(person);
    }
    people
}

/// Every permission there is.
pub fn permissions() -> Vec<&'static str> {
    let modules = orion_app::modules::registry().modules().iter();
    modules.flat_map(|module| module.permissions.iter().map(|permission| permission.id.0)).collect()
}

/// Lets a member do this and nothing else.
pub async fn allow(app: &TestApp, email: &str, permissions: &[&str]) {
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query(
        "update tenancy.memberships m set permissions = $2 from tenancy.users u where u.id = m.user_id and u.email = $1",
    )
    .bind(email)
    .bind(permissions)
    .execute(&mut *tx)
    .await
    .expect("a membership");
    tx.commit().await.expect("a membership");
}

/// Somebody gets an account at Lumière, with an address.
pub async fn sign_up(app: &TestApp, email: &str) {
    let shopper = app.shopper("lumiere");
    let names = [("first_name", "Berta"), ("last_name", "Klein")];
    let account = [("email", email), ("password", PASSWORD)];
    let address = [("line1", "2, rue du Test"), ("postcode", "L-2222"), ("city", "Luxembourg"), ("country", "LU")];
    for (endpoint, fields) in [("register", &account[..]), ("save_address", &address[..])] {
        let fields: Vec<_> = names.into_iter().chain(fields.iter().copied()).collect();
        let answer = shopper.call(&format!("/api/v1/storefront/customers/{endpoint}"), &fields).await;
        assert!(answer.status < 400, "{endpoint}: {answer:?}");
    }
}

/// What the addresses of a frontend begin with, on the platform's host, where everybody's cookies are sent to every
/// frontend.
pub fn base(frontend: Frontend, store: &str) -> String {
    match frontend {
        Frontend::Platform => String::new(),
        Frontend::Admin => "/admin".to_owned(),
        Frontend::Store => format!("/store/{store}"),
        Frontend::Storefront => format!("/storefront/{store}"),
    }
}

impl Person {
    async fn sign_in(&self, email: &str) {
        let (frontend, module) = match self.kind {
            Kind::Anonymous => return,
            Kind::Customer => (Frontend::Storefront, "customers"),
            Kind::Staff => (Frontend::Platform, "tenancy"),
            Kind::Operator => (Frontend::Admin, "tenancy"),
        };
        let endpoint = format!("/api/v1/{}/{module}/sign_in", frontend.code());
        let fields = [("email", email), ("password", PASSWORD), ("next", "")];
        let answer = self.at(&base(frontend, self.store)).call(&endpoint, &fields).await;
        assert!(answer.status < 400, "{email} cannot sign in: {answer:?}");
    }

    /// Whether a door in their own place is open to them.
    pub fn may(&self, door: &Door) -> bool {
        match door.may {
            May::Anybody => true,
            May::Customers => self.kind == Kind::Customer,
            May::Team(_) => self.kind == Kind::Staff,
            May::Operators => self.kind == Kind::Operator,
        }
    }

    fn at(&self, base: &str) -> Actor {
        self.actor.at(base)
    }

    /// Opens a page.
    pub async fn open(&self, base: &str, address: &str) -> Answer {
        self.at(base).get(address).await
    }

    /// Calls a server function, later when it was too often.
    pub async fn call(&self, frontend: Frontend, base: &str, door: &Door, sent: &str) -> Answer {
        let path = format!("/api/v1/{}/{}", frontend.code(), door.at);
        loop {
            let request = self.at(base).request(Method::POST, &path).header("accept", "application/json");
            let request = with_body(request.header("sec-fetch-site", "same-origin"), door.sent, sent);
            let response = request.send().await.expect("an answer");
            let wait = response.headers().get("retry-after").and_then(|secs| secs.to_str().ok()?.parse().ok());
            if let (429, Some(secs)) = (response.status().as_u16(), wait) {
                tokio::time::sleep(Duration::from_secs(secs)).await;
                continue;
            }
            let location = response.headers().get("location").and_then(|to| to.to_str().ok()).map(str::to_owned);
            let status = response.status().as_u16();
            return Answer { status, location, body: response.text().await.expect("a body") };
        }
    }
}

fn with_body(request: RequestBuilder, how: Sent, sent: &str) -> RequestBuilder {
    let fields: Vec<(String, String)> = match how {
        Sent::Json => return request.header("content-type", "application/json").body(sent.to_owned()),
        Sent::Form | Sent::File(_) => sent.split('&').filter_map(|field| field.split_once('=')).map(owned).collect(),
    };
    let Sent::File(name) = how else { return request.form(&fields) };
    let form = fields.into_iter().fold(Form::new(), |form, (name, value)| form.text(name, value));
    request.multipart(form.part(name, Part::text(DRAWING).file_name("drawing.svg")))
}

fn owned((name, value): (&str, &str)) -> (String, String) {
    (name.to_owned(), value.to_owned())
}
