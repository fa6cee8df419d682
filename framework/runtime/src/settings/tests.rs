//! Settings against a real database: which value holds, who sees what, secrets.

use std::collections::{BTreeMap, HashMap};

use orion_kernel::{AppError, Money, PlatformId, StoreId};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Cipher, Level, SettingField, SettingKind, SettingScope, Settings, SettingsError, SettingsSchema, SettingsStore,
    Source, read_form, save,
};
use crate::{
    config::SecretKey,
    database::{Role, RowScope, begin},
    invalidation::Invalidation,
    jobs::tests::support::TestDatabase,
};

const PLATFORM: PlatformId = PlatformId(Uuid::from_u128(1));
const STORE: StoreId = StoreId(Uuid::from_u128(2));
const OTHER: StoreId = StoreId(Uuid::from_u128(3));

#[derive(Debug, Deserialize, PartialEq)]
struct Shipping {
    ttl_secs: i64,
    fee: Money,
    carrier: String,
    insured: bool,
    api_key: Option<String>,
}

impl Settings for Shipping {
    const MODULE: &'static str = "shipping";

    fn schema() -> SettingsSchema {
        let field = |key, kind, default, scope| SettingField { key, kind, default, label: |_| "", help: |_| "", scope };
        let carriers = SettingKind::Choice(&[("post", |_| "Post"), ("bike", |_| "Bike")]);
        SettingsSchema {
            module: Self::MODULE,
            fields: vec![
                field("ttl_secs", SettingKind::Integer { min: 1, max: 60 }, json!(30), SettingScope::Platform),
                field("fee", SettingKind::Money, json!({ "minor": 500, "currency": "EUR" }), SettingScope::Store),
                field("carrier", carriers, json!("post"), SettingScope::Store),
                field("insured", SettingKind::Bool, json!(false), SettingScope::Store),
                field("api_key", SettingKind::Secret, Value::Null, SettingScope::Store),
            ],
        }
    }
}

fn cipher() -> Cipher {
    Cipher::new(&SecretKey::from_bytes(vec![7; SecretKey::LEN]), &[])
}

fn settings(database: &TestDatabase, variables: &[(&str, &str)]) -> Result<SettingsStore, SettingsError> {
    let variables =
        variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<HashMap<_, _>>();
    SettingsStore::new(database.pool.clone(), cipher(), &[Shipping::schema()], &variables)
}

async fn set(database: &TestDatabase, level: Level, values: Value) -> Result<(), AppError> {
    let scope = match level {
        Level::Store(_) => {
            RowScope { role: Role::Tenant, platform_id: Some(PLATFORM), merchant_id: None, store_id: Some(STORE) }
        }
        Level::Platform(_) | Level::Installation => RowScope::PLATFORM,
    };
    let values: BTreeMap<String, Value> = serde_json::from_value(values).expect("an object");
    let mut tx = begin(&database.pool, &scope).await.expect("begins");
    save(&mut tx, &cipher(), &Shipping::schema(), level, &values).await?;
    tx.commit().await.expect("commits");
    Ok(())
}

#[tokio::test]
async fn the_closest_value_holds_everywhere_at_once() {
    let database = TestDatabase::new().await;
    let settings = settings(&database, &[("SHIPPING_INSURED", "yes")]).expect("fine");
    let invalidation = Invalidation::start(&database.pool).await;
    settings.listen(&invalidation);
    let get = async |store| settings.get::<Shipping>(PLATFORM, store).await.expect("reads");
    let first = get(Some(STORE)).await;
    assert_eq!((first.ttl_secs, first.fee.minor, first.carrier.as_str()), (30, 500, "post"));
    assert_eq!((first.insured, first.api_key.as_deref()), (true, None), "the environment says yes");

    set(&database, Level::Installation, json!({ "ttl_secs": 10 })).await.expect("saves");
    set(&database, Level::Platform(PLATFORM), json!({ "ttl_secs": 20, "api_key": "sk_platform" }))
        .await
        .expect("saves");
    set(&database, Level::Store(STORE), json!({ "carrier": "bike", "insured": false })).await.expect("saves");
    database.wait_until(async || get(Some(STORE)).await.carrier == "bike", "the invalidation").await;
    let now = get(Some(STORE)).await;
    assert_eq!((now.ttl_secs, now.insured, now.api_key.as_deref()), (20, true, Some("sk_platform")));
    assert_eq!(get(Some(OTHER)).await.carrier, "post");
    assert_eq!(settings.get::<Shipping>(PlatformId(OTHER.0), None).await.expect("reads").ttl_secs, 10);

    set(&database, Level::Store(STORE), json!({ "carrier": null, "api_key": "sk_store" })).await.expect("saves");
    database.wait_until(async || get(Some(STORE)).await.carrier == "post", "the invalidation").await;
    assert_eq!(get(Some(STORE)).await.api_key.as_deref(), Some("sk_store"));
    set(&database, Level::Store(STORE), json!({ "api_key": "" })).await.expect("saves");
    assert_eq!(get(Some(STORE)).await.api_key.as_deref(), Some("sk_store"), "an empty secret changes nothing");
    let plain = "select count(*) from orion.settings where value::text like '%sk\\_%'";
    let mut tx = begin(&database.pool, &RowScope::PLATFORM).await.expect("begins");
    let plain: i64 = sqlx::query_scalar(plain).fetch_one(&mut *tx).await.expect("counts");
    assert_eq!(plain, 0, "secrets are encrypted");
    drop(tx);
    drop(invalidation);
    database.stop().await;
}

#[tokio::test]
async fn a_form_shows_where_values_come_from_and_no_secret() {
    let database = TestDatabase::new().await;
    let settings = settings(&database, &[("SHIPPING_INSURED", "yes")]).expect("fine");
    set(&database, Level::Platform(PLATFORM), json!({ "fee": { "minor": 700, "currency": "EUR" } }))
        .await
        .expect("saves");
    set(&database, Level::Store(STORE), json!({ "api_key": "sk_store" })).await.expect("saves");
    let scope = RowScope { role: Role::Tenant, platform_id: Some(PLATFORM), merchant_id: None, store_id: Some(STORE) };
    let mut tx = begin(&database.pool, &scope).await.expect("begins");
    let form = read_form(&mut tx, &settings, &Shipping::schema(), PLATFORM, Some(STORE)).await.expect("reads");
    let shown: Vec<_> = form.into_iter().map(|value| (value.key, value.value, value.is_set, value.source)).collect();
    assert_eq!(
        shown,
        [
            ("fee", json!({ "minor": 700, "currency": "EUR" }), true, Source::Platform),
            ("carrier", json!("post"), true, Source::Default),
            ("insured", json!(true), true, Source::Environment),
            ("api_key", Value::Null, true, Source::Store),
        ]
    );
    drop(tx);
    database.stop().await;
}

#[tokio::test]
async fn what_is_no_value_is_refused() {
    let database = TestDatabase::new().await;
    for (values, fault) in [
        (json!({ "fee": { "minor": -1, "currency": "EUR" } }), "invalid_number"),
        (json!({ "carrier": "pigeon" }), "invalid_choice"),
        (json!({ "insured": "maybe" }), "invalid_choice"),
        (json!({ "api_key": "line\nbreak" }), "invalid_characters"),
    ] {
        let error = set(&database, Level::Store(STORE), values).await.expect_err("refused");
        assert_eq!(error.fields[0].code, fault);
    }
    let error = set(&database, Level::Store(STORE), json!({ "ttl_secs": 5 })).await.expect_err("refused");
    assert_eq!(error, AppError::forbidden(), "only operators set it");
    let error = set(&database, Level::Platform(PLATFORM), json!({ "ttl_secs": 61 })).await.expect_err("refused");
    assert_eq!(error.fields[0].code, "out_of_range");
    let error = set(&database, Level::Platform(PLATFORM), json!({ "speed": 1 })).await.expect_err("refused");
    assert_eq!(error.code, "unknown_setting");
    let wrong = settings(&database, &[("SHIPPING_TTL_SECS", "soon")]).err();
    assert!(matches!(wrong, Some(SettingsError::BadVariable { .. })), "{wrong:?}");
    database.stop().await;
}

#[test]
fn an_account_is_right_or_not_given() {
    let kind = SettingKind::Iban;
    let scope = SettingScope::Store;
    let field = SettingField { key: "account", kind, default: json!(""), label: |_| "", help: |_| "", scope };
    for good in ["", " LU28 0019 4006 4475 0000 ", "be68539007547034"] {
        assert_eq!(field.parse(good), Ok(json!(good.trim())));
    }
    for (bad, fault) in [("LU00", "invalid_iban"), ("LU28 0019 4006 4475 0001", "invalid_iban")] {
        assert_eq!(field.parse(bad).expect_err("refused").code, fault);
    }
}
