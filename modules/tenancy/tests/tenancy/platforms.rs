//! Several platforms on one installation: made from the admin or the command line, each for itself.

use std::time::Duration;

use orion_kernel::AppError;
use orion_runtime::directory::{NewPlatform, Recipe};
use orion_testing::{Actor, TestApp};
use reqwest::Method;
use serde_json::Value;

const CREATE: &str = "/api/v1/admin/tenancy/create_platform";
const PASSWORD: &str = "demo-orion-2026";

/// Somebody at another host of an installation.
pub fn at(app: &TestApp, host: &str, base: &str) -> Actor {
    Actor::new(app.app.config().public_origin.of_host(host), base)
}

/// The operator, signed in to another platform's admin.
async fn operator_at(app: &TestApp, host: &str) -> Actor {
    let actor = at(app, host, "/admin");
    let fields = [("email", "operator@orion.test"), ("password", PASSWORD), ("next", "")];
    let answer = actor.call("/api/v1/admin/tenancy/sign_in", &fields).await;
    assert!(answer.status < 400, "{answer:?}");
    actor
}

pub async fn create_beta(app: &TestApp, operator: &Actor) {
    let fields = [("code", "beta"), ("name", "Beta"), ("host", "beta.test"), ("recipe", "catalogue"), ("default", "")];
    let answer = operator.call(CREATE, &fields).await;
    assert!(answer.status < 400, "{answer:?}");
    assert_eq!(app.one::<i64>("select count(*) from tenancy.platforms").await, 2);
}

async fn is_on(operator: &Actor, code: &str) -> bool {
    let modules: Vec<Value> = operator.call("/api/v1/admin/tenancy/list_modules", &[]).await.value();
    modules.iter().any(|module| module["code"] == code && module["is_on"] == true)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_answers_at_once_in_every_process_and_leaves_the_others_alone() {
    let app = TestApp::start().await;
    let second = app.second_process().await;
    assert_eq!(at(&second, "beta.test", "").get("/").await.status, 404, "remembered that nothing is there");
    let operator = app.operator().await;
    create_beta(&app, &operator).await;
    let home = at(&app, "beta.test", "").get("/").await;
    assert!(home.status == 200 && home.shows("Beta"), "{home:?}");
    assert!(at(&app, "beta.test", "").get("/pages/contact").await.shows("Beta"), "the recipe's pages");
    let known = async {
        while at(&second, "beta.test", "").get("/").await.status != 200 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(1), known).await.expect("the other process does not know it");

    let theirs = operator_at(&app, "beta.test").await;
    assert!(is_on(&theirs, "catalog").await && !is_on(&theirs, "cart").await, "the recipe's modules");
    let answer = theirs.call("/api/v1/admin/tenancy/disable_module", &[("code", "catalog")]).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert!(!is_on(&theirs, "catalog").await && is_on(&operator, "catalog").await);
    assert_eq!(app.shopper("kaffi").get("/products").await.status, 200);
    let list: Value = theirs.call("/api/v1/admin/tenancy/list_platforms", &[]).await.value();
    assert_eq!((list["rows"].as_array().expect("rows").len(), &list["may_create"]), (1, &Value::Bool(false)));
    let answer = theirs.call(CREATE, &[("code", "gamma"), ("name", "G"), ("host", "g.test"), ("default", "en")]).await;
    assert_eq!(answer.error().code, "not_found");
    let answer = theirs.call("/api/v1/admin/tenancy/edit_platform", &[("code", "orion")]).await;
    assert_eq!(answer.error().code, "not_found");
    second.stop().await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_belongs_to_one_place_and_faults_stand_beside_their_fields() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    for (field, value, expected) in [
        ("host", "localhost", "invalid_host"),
        ("host", "kaffi.localhost", "taken"),
        ("host", "127.0.0.1", "invalid_host"),
        ("host", "", "required"),
        ("code", "admin", "reserved_code"),
        ("code", "Upper", "invalid_code"),
        ("name", "", "required"),
    ] {
        let mut fields = vec![("code", "beta"), ("name", "Beta"), ("host", "beta.test"), ("default", "en")];
        fields.retain(|(name, _)| *name != field);
        fields.push((field, value));
        let error = operator.call(CREATE, &fields).await.error();
        let found = error.fields.iter().map(|fault| (fault.field.as_str(), fault.code.as_ref())).collect::<Vec<_>>();
        assert_eq!(found, [(field, expected)], "{value}");
    }
    create_beta(&app, &operator).await;
    for (code, host, field) in [("beta", "other.test", "code"), ("other", "beta.test", "host")] {
        let fields = [("code", code), ("name", "Again"), ("host", host), ("default", "en")];
        let error = operator.call(CREATE, &fields).await.error();
        assert_eq!((error.fields[0].field.as_str(), error.fields[0].code.as_ref()), (field, "taken"));
    }
    for name in ["", "Again"] {
        let fields = [("code", "beta"), ("name", name), ("host", "beta.test"), ("default", "en")];
        let error = operator.call(CREATE, &fields).await.error();
        let found = error.fields.iter().map(|fault| (fault.field.as_str(), fault.code.as_ref())).collect::<Vec<_>>();
        let expected = [("name", "required"), ("code", "taken"), ("host", "taken")];
        assert_eq!(found, expected[usize::from(!name.is_empty())..], "all at once");
    }
    let fields = [("merchant", "minett-trade"), ("name", "B"), ("currency", "EUR"), ("default", "fr")];
    let rest = [("country", "LU"), ("email", "b@example.test"), ("code", "kaffi")];
    let answer = operator.call("/api/v1/admin/tenancy/create_store", &[&fields[..], &rest[..]].concat()).await;
    assert_eq!(answer.error().fields[0].code, "taken");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recipe_with_a_fault_leaves_nothing_behind() {
    let app = TestApp::start().await;
    let maker = app.app.modules().iter().find_map(|module| module.provisioning.clone()).expect("a maker of platforms");
    for (recipe, code) in [
        (r#"{"format":1,"modules":["nonsense"]}"#, "recipe_unknown_module"),
        (r#"{"format":1,"settings":{"checkout":{"fone":"hidden"}}}"#, "recipe_unknown_setting"),
        (r#"{"format":1,"settings":{"checkout":{"phone":"loud"}}}"#, "recipe_invalid_setting"),
        (r#"{"format":1,"pages":[{"scope":"platform","slug":"A b","title":{"en":"T"}}]}"#, "recipe_invalid_page"),
        ("not json", "recipe_unreadable"),
    ] {
        let platform = NewPlatform {
            code: "beta".to_owned(),
            name: "Beta".to_owned(),
            host: "beta.test".to_owned(),
            recipe: Recipe::File(recipe.as_bytes().to_vec()),
            administrator: "new@example.test".to_owned(),
        };
        let error = AppError::from(maker.create(&app.app, platform).await.expect_err("refused"));
        assert_eq!(error.fields.first().map(|fault| fault.code.as_ref()), Some(code), "{error:?}");
        assert_eq!(app.one::<i64>("select count(*) from tenancy.platforms").await, 1);
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_line_makes_platforms_and_invites_who_runs_them() {
    let app = TestApp::start().await;
    let maker = app.app.modules().iter().find_map(|module| module.provisioning.clone()).expect("a maker of platforms");
    let platform = NewPlatform {
        code: "beta".to_owned(),
        name: "Beta".to_owned(),
        host: "beta.test".to_owned(),
        recipe: Recipe::Shipped("shop".to_owned()),
        administrator: "new@example.test".to_owned(),
    };
    maker.create(&app.app, platform).await.expect("a platform");
    assert_eq!(at(&app, "beta.test", "").get("/pricing").await.status, 200);
    app.until("the invitation", || async {
        app.mails().await.iter().any(|mail| mail.to.contains("new@example.test")).then_some(())
    })
    .await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_of_one_platform_opens_nothing_on_another() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    create_beta(&app, &operator).await;
    let fields = [("email", "operator@orion.test"), ("password", PASSWORD), ("next", "")];
    let signed_in = Actor::new(app.origin(), "/admin")
        .request(Method::POST, "/api/v1/admin/tenancy/sign_in")
        .header("sec-fetch-site", "same-origin")
        .form(&fields)
        .send()
        .await
        .expect("an answer");
    let cookies: Vec<String> = signed_in
        .headers()
        .get_all("set-cookie")
        .iter()
        .filter_map(|cookie| Some(cookie.to_str().ok()?.split(';').next()?.to_owned()))
        .collect();
    let stolen = cookies.join("; ");
    let get = async |host: &str| {
        let answer = at(&app, host, "/admin").request(Method::GET, "/stores").header("cookie", &stolen).send().await;
        answer.expect("an answer").status().as_u16()
    };
    assert_eq!(get("localhost").await, 200);
    assert_eq!(get("beta.test").await, 303, "led to the door");
    app.stop().await;
}
