//! The people of the matrix, and how they knock.

use std::{net::Ipv4Addr, time::Duration};

use orion_kernel::Frontend;
use orion_runtime::ctx::begin_unscoped;
use orion_testing::{Actor, Answer, TestApp};
use reqwest::{
    Method, RequestBuilder, Response,
    multipart::{Form, Part},
};

use super::{
    door::{Door, May, Sent, Things},
    roles::{allow, permissions},
};

const PASSWORD: &str = "demo-orion-2026";
/// A program with a key of store 1 that has every scope: it opens nothing yet.
const PROGRAM: &str = "a program with store 1's key";
/// Its key, and the link by which an operator begins to act as somebody else; `more_tenants.sql` keeps their hashes.
const KEY: &str = "Bearer orion_key-of-the-matrix";
const LINK: &str = "/impersonation/link-of-the-matrix";
/// The longest an address has to wait, in seconds.
const SOON: u64 = 6;
const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 50\"><path d=\"M0 0\"/></svg>";

/// What somebody is, and so which doors may be open to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Anonymous,
    Customer,
    Staff,
    Operator,
}

/// Which permissions somebody holds.
type Holds = fn(&str) -> bool;

/// Somebody with a browser and an address of their own: one address may not ask too often.
pub struct Person {
    pub name: &'static str,
    pub kind: Kind,
    /// The store they belong to, or look at.
    pub store: &'static str,
    holds: Holds,
    /// Whether it is an operator who acts as them.
    pub is_impersonated: bool,
    /// What they send besides, instead of a session.
    key: Option<&'static str>,
    /// What nobody but they themselves may point at: a session they do not use at the moment, a passkey.
    pub own: Things,
    actor: Actor,
}

/// Whether a door in somebody's own place is open to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They may.
    May,
    /// They belong there, and lack the permission.
    Lacks,
    /// They may not, for they act as somebody else.
    NotThemselves,
    /// They are somebody who does not belong there.
    Stranger,
}

/// All of them. Two members hold every permission, so that nothing but the tenant stands between them and others' things.
pub async fn people(app: &TestApp) -> Vec<Person> {
    allow(app, "staff@lumiere.test", &permissions()).await;
    allow(app, "staff@minett.test", &permissions()).await;
    let (all, none): (Holds, Holds) = (|_| true, |_| false);
    let described = [
        ("anonymous", Kind::Anonymous, "lumiere", "", none),
        (PROGRAM, Kind::Anonymous, "lumiere", "", none),
        ("customer A", Kind::Customer, "lumiere", "anna@example.test", none),
        ("customer B", Kind::Customer, "lumiere", "berta@example.test", none),
        ("staff of store 1", Kind::Staff, "lumiere", "staff@lumiere.test", all),
        ("a viewer of store 1", Kind::Staff, "lumiere", "viewer@lumiere.test", |permission| {
            permission.ends_with(".view")
        }),
        ("an operator who acts as store 1's owner", Kind::Staff, "lumiere", "", all),
        ("staff of store 2", Kind::Staff, "bierger", "staff@minett.test", all),
        ("the operator", Kind::Operator, "lumiere", "operator@orion.test", all),
        ("an operator in support", Kind::Operator, "lumiere", "support@orion.test", |permission| {
            permission.contains(".view") || ["users.manage", "users.impersonate"].contains(&permission)
        }),
    ];
    let mut people = Vec::new();
    for ((name, kind, store, email, holds), address) in described.into_iter().zip(1..) {
        let actor = Actor::from_address(app.origin(), "", Ipv4Addr::new(127, 0, 2, address));
        let is_impersonated = kind != Kind::Anonymous && email.is_empty();
        let key = (name == PROGRAM).then_some(KEY);
        let person = Person { name, kind, store, holds, is_impersonated, key, own: Things::new(), actor };
        if is_impersonated {
            person.follow_link().await;
        } else {
            person.sign_in(email).await;
        }
        people.push((person, if is_impersonated { "owner@lumiere.test" } else { email }));
    }
    give_passkeys(app).await;
    let mut known = Vec::new();
    for (person, email) in people {
        known.push(Person { own: own_things(app, person.kind, email).await, ..person });
    }
    known
}

/// A passkey for everybody who has none. Whoever has one is asked for it, so they are signed in by now.
async fn give_passkeys(app: &TestApp) {
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query(
        "insert into tenancy.passkeys (user_id, id, name, host, credential_id, credential, created_at)
         select id, gen_random_uuid(), 'Key', 'elsewhere', decode(md5(id::text), 'hex'), '{}', now() from tenancy.users
         on conflict (credential_id) do nothing",
    )
    .execute(&mut *tx)
    .await
    .expect("passkeys");
    tx.commit().await.expect("passkeys");
}

async fn own_things(app: &TestApp, kind: Kind, email: &str) -> Things {
    let kind = match kind {
        Kind::Anonymous | Kind::Customer => return Things::new(),
        Kind::Staff => "member",
        Kind::Operator => "operator",
    };
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    let (session, passkey): (String, String) = sqlx::query_as(
        "select i.id::text, k.id::text from tenancy.users u join tenancy.passkeys k on k.user_id = u.id
         join orion.sessions i on i.principal_id = u.id and i.kind = $2 and i.ip = '127.0.0.9' where u.email = $1 limit 1",
    )
    .bind(email)
    .bind(kind)
    .fetch_one(&mut *tx)
    .await
    .unwrap_or_else(|error| panic!("{email}: {error}"));
    [("session", session), ("passkey", passkey)].map(|(name, id)| (name.to_owned(), id)).into_iter().collect()
}

/// Somebody gets an account at Lumière, with an address.
pub async fn sign_up(app: &TestApp, email: &str) {
    let shopper = app.shopper("lumiere");
    app.register(&shopper, email, PASSWORD).await;
    let names = [("first_name", "Berta"), ("last_name", "Klein")];
    let address = [("line1", "2, rue du Test"), ("postcode", "L-2222"), ("city", "Luxembourg"), ("country", "LU")];
    let fields: Vec<_> = names.into_iter().chain(address).collect();
    let answer = shopper.call("/api/v1/storefront/customers/save_address", &fields).await;
    assert!(answer.status < 400, "save_address: {answer:?}");
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

    /// Begins to act as a member of the store's team.
    async fn follow_link(&self) {
        let answer = self.at(&base(Frontend::Store, self.store)).get(LINK).await;
        assert_eq!(answer.status, 303, "{} gets in: {answer:?}", self.name);
    }

    /// Whether a door in their own place is open to them.
    pub fn standing(&self, door: &Door) -> Standing {
        let belongs = match door.may {
            May::Anybody => true,
            May::Customers => self.kind == Kind::Customer,
            May::Team(_) => self.kind == Kind::Staff,
            May::Operators(_) => self.kind == Kind::Operator,
        };
        match door.permission() {
            _ if !belongs => Standing::Stranger,
            Some(permission) if !(self.holds)(permission) => Standing::Lacks,
            _ if self.is_impersonated && door.is_credentials => Standing::NotThemselves,
            _ => Standing::May,
        }
    }

    /// When their turn is: those who see things come before those who remove them.
    pub fn turn(&self) -> u8 {
        match (self.is_impersonated, (self.holds)("stores.manage"), self.kind) {
            (false, false, Kind::Staff | Kind::Operator) => 0,
            (true, ..) => 1,
            _ => 2,
        }
    }

    /// Whether they leave a door to somebody else, who comes after them and needs what is behind it.
    pub fn leaves_alone(&self, door: &Door) -> bool {
        let name = door.at.split('/').next_back().unwrap_or_default();
        self.is_impersonated && ["delete_", "remove_", "sign_out"].iter().any(|begin| name.starts_with(begin))
    }

    fn at(&self, base: &str) -> Actor {
        self.actor.at(base)
    }

    fn request(&self, method: Method, base: &str, path: &str) -> RequestBuilder {
        let request = self.at(base).request(method, path);
        match self.key {
            Some(key) => request.header("authorization", key),
            None => request,
        }
    }

    /// Opens a page.
    pub async fn open(&self, base: &str, address: &str) -> Answer {
        read(self.request(Method::GET, base, address).header("accept", "text/html").send().await).await
    }

    /// Calls a server function, later when it was too often.
    pub async fn call(&self, frontend: Frontend, base: &str, door: &Door, sent: &str) -> Answer {
        self.call_within(SOON, frontend, base, door, sent).await
    }

    /// Calls a server function, and takes no for an answer when it was too often and that is one.
    pub async fn try_to_call(&self, frontend: Frontend, base: &str, door: &Door, sent: &str) -> Answer {
        let patience = if door.may_put_off() { 0 } else { SOON };
        self.call_within(patience, frontend, base, door, sent).await
    }

    async fn call_within(&self, patience: u64, frontend: Frontend, base: &str, door: &Door, sent: &str) -> Answer {
        let path = format!("/api/v1/{}/{}", frontend.code(), door.at);
        loop {
            let request = self.request(Method::POST, base, &path).header("accept", "application/json");
            let request = with_body(request.header("sec-fetch-site", "same-origin"), door.sent, sent);
            let response = request.send().await;
            let headers = response.as_ref().expect("an answer").headers();
            let wait: Option<u64> = headers.get("retry-after").and_then(|secs| secs.to_str().ok()?.parse().ok());
            let answer = read(response).await;
            // The limit of an address is over soon; the one of an account that was guessed at is an answer.
            if let (429, Some(secs)) = (answer.status, wait.filter(|secs| *secs <= patience)) {
                tokio::time::sleep(Duration::from_secs(secs)).await;
                continue;
            }
            return answer;
        }
    }
}

async fn read(response: reqwest::Result<Response>) -> Answer {
    let response = response.expect("an answer");
    let location = response.headers().get("location").and_then(|to| to.to_str().ok()).map(str::to_owned);
    let status = response.status().as_u16();
    Answer { status, location, body: response.text().await.expect("a body") }
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
