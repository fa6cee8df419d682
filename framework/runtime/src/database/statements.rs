//! Counts the statements a piece of work sends, so that tests can hold a page to its budget.

use std::{
    fmt,
    sync::{Mutex, MutexGuard, Once, PoisonError},
};

use tracing::{
    Event, Level, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    Layer, Registry,
    filter::Targets,
    layer::{Context, SubscriberExt},
    registry::LookupSpan,
};

const TARGET: &str = "sqlx::query";
/// Spans of this name surround work that belongs to no request, such as the job worker's polling; its statements are
/// not counted.
pub const BACKGROUND_SPAN: &str = "background";

/// What is being recorded; `None` when nobody counts.
static RECORDING: Mutex<Option<Vec<String>>> = Mutex::new(None);
static TURN: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// Runs a future and says how many statements this process sent meanwhile, and which. `begin`, `commit`, savepoints and
/// what runs in background spans do not count. One count runs at a time in a process; tests that count need a process
/// of their own, as cargo-nextest gives them, because other tests' statements would be counted too.
pub async fn count_statements<T>(work: impl Future<Output = T>) -> (T, usize, Vec<String>) {
    install_for_tests();
    let _turn = TURN.lock().await;
    *recording() = Some(Vec::new());
    let value = work.await;
    let statements = recording().take().unwrap_or_default();
    (value, statements.len(), statements)
}

/// The layer that records; part of what [`telemetry::init`](crate::telemetry::init) installs in development.
pub fn layer<S: Subscriber + for<'a> LookupSpan<'a>>() -> impl Layer<S> {
    StatementLayer.with_filter(Targets::new().with_target(TARGET, Level::DEBUG))
}

struct StatementLayer;

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for StatementLayer {
    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        if event.metadata().target() != TARGET {
            return;
        }
        let mut recording = recording();
        let Some(statements) = recording.as_mut() else { return };
        let mut spans = context.event_scope(event).into_iter().flatten();
        if spans.any(|span| span.name() == BACKGROUND_SPAN) {
            return;
        }
        let mut text = Text::default();
        event.record(&mut text);
        let statement = text.into_statement();
        if !is_transaction_control(&statement) {
            statements.push(statement);
        }
    }
}

fn recording() -> MutexGuard<'static, Option<Vec<String>>> {
    RECORDING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Without a subscriber sqlx does not tell its statements. A subscriber that is there already stays: it has the layer,
/// when `telemetry` made it.
fn install_for_tests() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let subscriber = Registry::default().with(layer());
        if tracing::subscriber::set_global_default(subscriber).is_err() {
            tracing::debug!("statements are counted by the subscriber in place");
        }
    });
}

fn is_transaction_control(statement: &str) -> bool {
    let first = statement.split_whitespace().next().unwrap_or_default().trim_end_matches(';');
    ["begin", "commit", "rollback", "savepoint", "release"].iter().any(|word| first.eq_ignore_ascii_case(word))
}

/// The fields of sqlx's event: the whole statement when it is long, its first words otherwise.
#[derive(Default)]
struct Text {
    summary: String,
    statement: String,
}

impl Text {
    fn into_statement(self) -> String {
        let statement = self.statement.trim();
        if statement.is_empty() { self.summary } else { statement.to_owned() }
    }
}

impl Visit for Text {
    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "summary" => value.clone_into(&mut self.summary),
            "db.statement" => value.clone_into(&mut self.statement),
            _ => {}
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if matches!(field.name(), "summary" | "db.statement") {
            self.record_str(field, &format!("{value:?}"));
        }
    }
}
