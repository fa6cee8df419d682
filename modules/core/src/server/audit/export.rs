//! The log as a file for spreadsheets.

use axum::{
    Extension, Router,
    extract::Query,
    response::{IntoResponse, Response},
    routing::get,
};
use http::{HeaderValue, StatusCode, header};
use orion_kernel::{AppError, Frontend};
use orion_runtime::{
    App, Ctx, PlatformCtx, Result, Tx,
    audit::{self, AuditEntry, AuditPlace},
    spreadsheet::write_line,
};
use orion_ui::IndexQuery;
use time::format_description::well_known::Rfc3339;

use super::{list_audit::filter, words::AuditWords};
use crate::{
    i18n::{of, td_string},
    permissions,
};

/// Entries in one file; who needs more narrows the period.
const MOST: usize = 50_000;
/// Entries read at a time.
const BATCH: usize = 1_000;

/// The module's own routes.
pub fn routes(_: App) -> Router {
    Router::new().route("/audit/export.csv", get(export))
}

async fn export(Extension(ctx): Extension<Ctx>, Query(pairs): Query<Vec<(String, String)>>) -> Response {
    match write(&ctx, &query(pairs)).await {
        Ok(content) => {
            let headers = [
                (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
                (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"audit-log.csv\"")),
                (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            ];
            (headers, content).into_response()
        }
        Err(error) => StatusCode::from_u16(AppError::from(error).status())
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            .into_response(),
    }
}

/// What the page's address asks for, the page's own way of reading it.
fn query(pairs: Vec<(String, String)>) -> IndexQuery {
    let mut query = IndexQuery::default();
    for (name, value) in pairs {
        match name.as_str() {
            "q" => query.search = value,
            _ => {
                query.filters.insert(name, value);
            }
        }
    }
    query
}

async fn write(ctx: &Ctx, query: &IndexQuery) -> Result<String> {
    match ctx.scope().frontend {
        Frontend::Store | Frontend::Admin => ctx.require(permissions::AUDIT)?,
        _ => return Err(AppError::not_found().into()),
    }
    let mut tx = match ctx.scope().frontend {
        Frontend::Admin => PlatformCtx::system(ctx).begin().await?,
        _ => ctx.begin().await?,
    };
    let file = file(&mut tx, query).await?;
    tx.audit("core.audit_exported", ("log", ctx.scope().store_id().map_or(ctx.platform_id().0, |id| id.0)), ()).await?;
    tx.commit().await?;
    Ok(file)
}

async fn file(tx: &mut Tx, query: &IndexQuery) -> Result<String> {
    let ctx = tx.ctx().clone();
    let (locale, l) = (ctx.locale(), of(ctx.locale()));
    let words = AuditWords::new(ctx.app(), locale);
    // Spreadsheets take a file for UTF-8 only when it says so.
    let mut file = String::from("\u{feff}");
    let head = [
        td_string!(l, audit.at),
        td_string!(l, audit.actor),
        td_string!(l, audit.action),
        td_string!(l, audit.code),
        td_string!(l, audit.subject),
        td_string!(l, audit.ip),
        td_string!(l, audit.request),
        td_string!(l, audit.before),
        td_string!(l, audit.after),
    ];
    write_line(&mut file, head.map(str::to_owned));
    let filter = filter(&ctx, query);
    let (mut after, mut written) = (None, 0);
    while written < MOST {
        let entries = audit::list(tx.conn(), &filter, after, i64::try_from(BATCH).unwrap_or(i64::MAX)).await?;
        for entry in &entries {
            write_line(&mut file, line(&words, locale, entry));
        }
        written += entries.len();
        match entries.last().filter(|_| entries.len() == BATCH) {
            Some(last) => after = Some(AuditPlace { at: last.at, id: last.id }),
            None => break,
        }
    }
    Ok(file)
}

fn line(words: &AuditWords, locale: orion_kernel::Locale, entry: &AuditEntry) -> [String; 9] {
    let row = words.row(locale, entry);
    let json = |value: &Option<serde_json::Value>| value.as_ref().map(ToString::to_string).unwrap_or_default();
    [
        row.at.format(&Rfc3339).unwrap_or_default(),
        row.actor,
        row.words,
        row.action,
        row.subject,
        row.ip,
        entry.request_id.clone().unwrap_or_default(),
        json(&entry.before),
        json(&entry.after),
    ]
}
