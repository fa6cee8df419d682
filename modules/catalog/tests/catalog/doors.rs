//! How the tests knock.

use orion_catalog::views::{ImportDetails, ImportStatus};
use orion_kernel::Locale;
use orion_runtime::{Ctx, jobs::JobScope};
use orion_testing::{Actor, TestApp};
use reqwest::{
    Method, RequestBuilder,
    multipart::{Form, Part},
};

pub const STORE: &str = "lumiere";
pub const OWNER: &str = "owner@lumiere.test";
pub const STAFF: &str = "staff@lumiere.test";
/// Another merchant's store.
pub const OTHER_STORE: &str = "bierger";
pub const OTHER_OWNER: &str = "owner@minett.test";

/// A server function of the back office.
pub fn store_fn(name: &str) -> String {
    format!("/api/v1/store/catalog/{name}")
}

/// A context in the test's store.
pub async fn store_ctx(app: &TestApp) -> Ctx {
    let directory = app.app.directory();
    let platform = directory.platforms(&app.app).await.expect("platforms").remove(0);
    let store = directory.store_by_code(&app.app, &platform, STORE).await.expect("stores").expect("the store");
    let scope = JobScope {
        platform_id: platform.id,
        merchant_id: Some(store.merchant_id),
        store_id: Some(store.id),
        locale: Locale::Fr,
    };
    Ctx::for_job(&app.app, &scope, "test").await.expect("a context")
}

/// A form with a file, ready to be sent.
pub fn form(
    actor: &Actor,
    endpoint: &str,
    field: &'static str,
    fields: &[(&'static str, &str)],
    file: (&str, Vec<u8>),
) -> RequestBuilder {
    let part = Part::bytes(file.1).file_name(file.0.to_owned());
    let form = fields.iter().fold(Form::new(), |form, (name, value)| form.text(*name, (*value).to_owned()));
    let request = actor.request(Method::POST, &store_fn(endpoint)).header("sec-fetch-site", "same-origin");
    request.multipart(form.part(field, part))
}

/// Posts a form with a file as a browser does from the import's page; the status and where it leads.
pub async fn upload(
    actor: &Actor,
    endpoint: &str,
    field: &'static str,
    fields: &[(&'static str, &str)],
    file: (&str, Vec<u8>),
) -> (u16, String) {
    let page = actor.request(Method::GET, "/products/import").build().expect("a request").url().to_string();
    let request = form(actor, endpoint, field, fields, file).header("accept", "text/html").header("referer", page);
    let response = request.send().await.expect("an answer");
    let location = response.headers().get("location").and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
    (response.status().as_u16(), location)
}

/// Imports a file and waits for the end.
pub async fn import(app: &TestApp, actor: &Actor, name: &str, content: impl Into<Vec<u8>>) -> ImportDetails {
    let (status, location) = upload(actor, "upload_products", "file", &[], (name, content.into())).await;
    assert_eq!(status, 302, "{location}");
    let id = location.rsplit('/').next().expect("an id").to_owned();
    app.until("the import", || async {
        let details: ImportDetails = actor.call(&store_fn("open_import"), &[("id", &id)]).await.value();
        let is_over = matches!(details.import.status, ImportStatus::Finished | ImportStatus::Failed);
        is_over.then_some(details)
    })
    .await
}

/// Created, updated, unchanged, failed.
pub fn counts(details: &ImportDetails) -> [u32; 4] {
    let import = &details.import;
    [import.created, import.updated, import.unchanged, import.failed]
}
