//! What the process tells about itself: logs, metrics, and one id for everything a request causes.

mod client;
mod metrics;
mod request;

use tracing_subscriber::{EnvFilter, Layer, Registry, layer::SubscriberExt, util::SubscriberInitExt};

pub use client::Client;
pub use metrics::prometheus;
pub use metrics_exporter_prometheus::PrometheusHandle;
pub use request::{RequestId, observe_requests};

use crate::{
    config::{Config, LogFormat},
    database::statements,
};

/// Why nothing can be logged.
#[derive(Debug, thiserror::Error)]
pub enum TelemetryError {
    /// The directives are faulty.
    #[error("ORION_LOG must be directives such as info,sqlx=debug: {0}.")]
    Filter(#[from] tracing_subscriber::filter::ParseError),
    /// Something in this process logs already.
    #[error("Logging was set up twice: {0}.")]
    Twice(#[from] tracing_subscriber::util::TryInitError),
}

/// Begins to log, panics included. Called once, first of all.
pub fn init(config: &Config) -> Result<(), TelemetryError> {
    let filter = EnvFilter::try_new(&config.log_filter)?;
    let lines: Box<dyn Layer<Registry> + Send + Sync> = match config.log_format {
        LogFormat::Json => Box::new(tracing_subscriber::fmt::layer().json().flatten_event(true).with_filter(filter)),
        LogFormat::Pretty => Box::new(tracing_subscriber::fmt::layer().with_target(false).with_filter(filter)),
    };
    // sqlx composes a text for every statement as soon as somebody wants to know.
    let statements = (!config.environment.is_production()).then(statements::layer);
    Registry::default().with(lines).with(statements).try_init()?;
    log_panics();
    Ok(())
}

/// As [`init`], for tests: only what goes wrong, captured with the test's output. Harmless when called again.
pub fn init_for_tests() {
    let lines = tracing_subscriber::fmt::layer().with_test_writer().with_filter(EnvFilter::new("error"));
    if let Err(error) = Registry::default().with(lines).with(statements::layer()).try_init() {
        tracing::debug!(%error, "logging was set up already");
    }
}

fn log_panics() {
    let default = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let message = panic.payload_as_str().unwrap_or("no message");
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic: {message}");
        if cfg!(debug_assertions) {
            default(panic);
        }
    }));
}
