//! Fills an empty database with the demo, and says where it is.

use anyhow::{Result, anyhow};
use orion_app::server::demo::{self, FILES};
use orion_kernel::AppError;
use orion_runtime::App;
use serde_json::Value;

use crate::start::Process;

/// Writes the demo into an empty database; one that has a platform stays as it is.
pub async fn seed(process: &Process) -> Result<()> {
    demo::seed(&process.app).await.map(drop).map_err(|error| {
        let error = AppError::from(error);
        anyhow!("The demo could not be written ({}). The log above says more.", error.code)
    })
}

/// Prints where the demo is and who can sign in.
pub fn announce(app: &App) {
    let origin = &app.config().public_origin;
    println!("\nOrion is running.\n\n  Platform           {origin}/\n  Admin              {origin}/admin");
    for store in read("stores.json").as_array().into_iter().flatten() {
        let (code, name) = (text(store, "code"), text(store, "name"));
        println!("  {name:<18} {:<32} back office {origin}/store/{code}", origin.of_store(code));
    }
    println!("\nSign-ins:");
    for person in read("people.json")["sign_ins"].as_array().into_iter().flatten() {
        let place = [text(person, "role"), text(person, "store"), text(person, "merchant")];
        let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
        println!(
            "  {:<24} {:<18} {:<10} {}",
            text(person, "email"),
            text(person, "password"),
            text(person, "kind"),
            place.join(", ")
        );
    }
    println!("\nCtrl-C stops it.");
}

fn read(path: &str) -> Value {
    FILES.json(path).unwrap_or_default()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}
