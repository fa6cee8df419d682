//! What modules let be set: by merchants for their store, by operators for the platform.

use orion_testing::{Actor, Answer, TestApp};
use serde_json::Value;

const SAVE: &str = "/api/v1/store/tenancy/save_settings";
const MODULE: (&str, &str) = ("module", "payments");
const ON: [(&str, &str); 2] = [("values[card_enabled]", "true"), ("values[transfer_enabled]", "true")];

/// What the form of a module shows of a setting.
async fn input(actor: &Actor, frontend: &str, module: &str, key: &str) -> Option<Value> {
    let endpoint = format!("/api/v1/{frontend}/tenancy/settings_forms");
    let forms: Vec<Value> = actor.call(&endpoint, &[]).await.value();
    let form = forms.into_iter().find(|form| form["module"] == module)?;
    let fields = form["fields"].as_array()?;
    fields.iter().find(|field| field["key"] == key).map(|field| field["input"].clone())
}

async fn days(actor: &Actor) -> i64 {
    let input = input(actor, "store", "payments", "transfer_days").await.expect("the setting");
    input["Integer"]["value"].as_i64().expect("a number")
}

async fn save(actor: &Actor, fields: &[(&str, &str)]) -> Answer {
    actor.call(SAVE, &[[MODULE].as_slice(), ON.as_slice(), fields].concat()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_sets_its_own_values_and_gives_them_up_again() {
    let app = TestApp::start().await;
    let kaffi = app.member("owner@minett.test", "kaffi").await;
    let bierger = kaffi.at("/store/bierger");
    assert_eq!(days(&kaffi).await, 7);
    assert_eq!(save(&kaffi, &[("values[transfer_days]", "14")]).await.status, 200);
    assert_eq!((days(&kaffi).await, days(&bierger).await), (14, 7));
    let page = kaffi.get("/settings/options").await;
    assert!(page.shows(r#"name="values[transfer_days]""#) && page.shows(r#"value="14""#), "{page:?}");
    let noted = "select after->>'transfer_days' from orion.audit_log where action = 'tenancy.settings_changed'";
    assert_eq!(app.one::<String>(noted).await, "14", "nothing else changed");
    let reset = kaffi.call("/api/v1/store/tenancy/reset_settings", &[MODULE]).await;
    assert_eq!(reset.status, 200, "{reset:?}");
    assert_eq!(days(&kaffi).await, 7);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_stands_beside_its_field_without_scripts_too() {
    let app = TestApp::start().await;
    let kaffi = app.member("owner@minett.test", "kaffi").await;
    let error = save(&kaffi, &[("values[transfer_days]", "61")]).await.error();
    assert_eq!(
        (error.fields[0].field.as_str(), error.fields[0].code.as_ref()),
        ("values[transfer_days]", "out_of_range")
    );
    let form =
        [MODULE, ("_form", "settings-payments"), ("values[transfer_days]", "61"), ("secrets[card_api_key]", "sk_x")];
    let answer = kaffi.submit("/settings/options", SAVE, &form).await;
    assert_eq!(answer.location.as_deref(), Some("/store/kaffi/settings/options"));
    let page = kaffi.get("/settings/options").await;
    assert!(
        page.shows(r#"id="settings-payments-values-transfer-days-error""#) && page.shows(r#"value="61""#),
        "{page:?}"
    );
    assert!(!page.shows("sk_x"), "a secret does not come back");
    assert_eq!(days(&kaffi).await, 7);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_is_written_and_never_shown() {
    let app = TestApp::start().await;
    let kaffi = app.member("owner@minett.test", "kaffi").await;
    assert_eq!(save(&kaffi, &[("secrets[card_api_key]", "sk_live_shy")]).await.status, 200);
    let key = async || input(&kaffi, "store", "payments", "card_api_key").await.expect("the setting")["Secret"].clone();
    assert_eq!(key().await, true);
    assert!(!kaffi.get("/settings/options").await.shows("sk_live_shy"));
    assert_eq!(app.one::<i64>("select count(*) from orion.settings where value::text like '%shy%'").await, 0);
    assert_eq!(app.one::<i64>("select count(*) from orion.audit_log where after::text like '%shy%'").await, 0);
    assert_eq!(save(&kaffi, &[("secrets[card_api_key]", "")]).await.status, 200);
    assert_eq!(key().await, true, "left empty, it stays");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn operators_set_what_holds_for_the_platform() {
    let app = TestApp::start().await;
    let (operator, kaffi) = (app.operator().await, app.member("owner@minett.test", "kaffi").await);
    assert_eq!(input(&kaffi, "store", "payments", "card_api_url").await, None, "merchants do not set it");
    let foreign = save(&kaffi, &[("values[card_api_url]", "https://evil.test")]).await;
    assert_eq!(foreign.error().code, "unknown_setting");
    let fields = [MODULE, ON[0], ON[1], ("values[transfer_days]", "21"), ("values[card_api_url]", "https://pay.test")];
    let saved = operator.call("/api/v1/admin/tenancy/save_settings", &fields).await;
    assert_eq!(saved.status, 200, "{saved:?}");
    assert_eq!(days(&kaffi).await, 21, "the store has set none itself");
    let page = operator.get("/settings").await;
    assert!(page.shows("https://pay.test"), "{page:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_off_lets_nothing_be_set() {
    let app = TestApp::start().await;
    let (operator, kaffi) = (app.operator().await, app.member("owner@minett.test", "kaffi").await);
    let off = operator.call("/api/v1/admin/tenancy/disable_module", &[("code", "checkout")]).await;
    assert_eq!(off.status, 200, "{off:?}");
    assert_eq!(input(&kaffi, "store", "checkout", "phone").await, None);
    let refused = kaffi.call(SAVE, &[("module", "checkout"), ("values[phone]", "required")]).await;
    assert_eq!(refused.status, 404, "{refused:?}");
    app.stop().await;
}
