//! A second door to the program, with a browser part of which only the names are there: enough to see what pages fetch.

use std::{
    collections::BTreeMap,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    net::SocketAddr,
    path::Path,
};

use axum::{ServiceExt, extract::Request};
use orion_runtime::{health::Health, shutdown::Shutdown, telemetry};
use orion_testing::TestApp;
use serde_json::json;
use tokio::net::TcpListener;

/// How a page asks for a lazy part of the module: alone or first in its bundle, or after others.
pub fn part_of(module: &str) -> [String; 2] {
    let module = module.replace('-', "_");
    [format!("/pkg/test/{module}_"), format!("~{module}_")]
}

/// Opens the door; its origin.
pub async fn serve(app: &TestApp) -> String {
    let site = app.folder().join("site");
    fs::create_dir_all(site.join("pkg/test")).expect("a folder");
    fs::write(site.join("build.json"), json!({ "package": "test" }).to_string()).expect("written");
    fs::write(site.join("parts.json"), json!(parts()).to_string()).expect("written");
    let health = Health {
        pool: app.app.pool().clone(),
        migrations: app.app.migrations(),
        checks: Vec::new(),
        integrations: Vec::new(),
        shutdown: Shutdown::new(),
        metrics: telemetry::prometheus().expect("metrics"),
        metrics_token: None,
    };
    let router = orion_app::server::router(app.app.clone(), health, &site).expect("a router");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(async move {
        let service = ServiceExt::<Request>::into_make_service_with_connect_info::<SocketAddr>(router);
        axum::serve(listener, service).await
    });
    format!("http://localhost:{port}")
}

/// The files of each lazy function, by the name that `#[lazy]` gives it: the function's own and a hash of its place.
fn parts() -> BTreeMap<String, Vec<String>> {
    let mut parts = BTreeMap::new();
    for module in orion_app::modules::registry().modules() {
        let file = format!("modules/{}/src/lib.rs", module.code.replace('-', "_"));
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
        let text = fs::read_to_string(root.join(&file)).expect("the module's source");
        for ((number, _), function) in
            text.lines().enumerate().filter(|(_, line)| *line == "#[lazy]").zip(functions(&text))
        {
            let mut hasher = DefaultHasher::new();
            (number + 1, 1_usize, file.clone()).hash(&mut hasher);
            parts.insert(format!("{function}_{}", hasher.finish()), vec![format!("{}--{function}", module.code)]);
        }
    }
    parts
}

/// The lazy functions' names, in their order.
fn functions(text: &str) -> impl Iterator<Item = &str> {
    text.split("#[lazy]\nfn ").skip(1).filter_map(|rest| rest.split('(').next())
}
