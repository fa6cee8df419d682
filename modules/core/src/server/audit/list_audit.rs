//! The audit log, newest first.

use orion_kernel::Stretch;
use orion_runtime::{
    Ctx, Result, Tx,
    audit::{self, AuditFilter, AuditPlace},
};
use orion_ui::IndexQuery;
use time::{Date, Duration, OffsetDateTime, macros::format_description};

use super::{super::cursor::Cursor, names::AuditNames, words::AuditWords};
use crate::views::{AuditActions, AuditRow};

/// Entries shown at once.
const SHOWN: usize = 50;

/// A stretch of it; the transaction decides whose.
pub async fn list_audit(tx: &mut Tx, query: &IndexQuery) -> Result<Stretch<AuditRow>> {
    let ctx = tx.ctx().clone();
    let after = query.filter("after").and_then(Cursor::parse).map(|place| AuditPlace { at: place.at, id: place.id });
    let limit = i64::try_from(SHOWN + 1).unwrap_or(i64::MAX);
    let mut entries = audit::list(tx.conn(), &filter(&ctx, query), after, limit).await?;
    let has_more = entries.len() > SHOWN;
    entries.truncate(SHOWN);
    let next = entries.last().filter(|_| has_more).map(|entry| Cursor { at: entry.at, id: entry.id }.to_string());
    let words = AuditWords::new(ctx.app(), ctx.locale());
    let names = AuditNames::read(tx, &entries).await?;
    let items =
        entries.iter().map(|entry| AuditRow { subject: names.of(entry), ..words.row(ctx.locale(), entry) }).collect();
    Ok(Stretch { items, next })
}

/// What the address asks for.
pub fn filter(ctx: &Ctx, query: &IndexQuery) -> AuditFilter {
    let said = |text: Option<&str>| text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    AuditFilter {
        store_id: ctx.scope().store_id(),
        actor: said(query.filter("person")),
        action: said(query.filter("action")),
        search: said(Some(&query.search)),
        from: query.filter("from").and_then(day),
        until: query.filter("until").and_then(day).map(|day| day + Duration::DAY),
        ..AuditFilter::of_platform(ctx.platform_id())
    }
}

/// The beginning of a day written as `2026-01-31`, in a year that the database can count on from.
fn day(text: &str) -> Option<OffsetDateTime> {
    let date = Date::parse(text, format_description!("[year]-[month]-[day]")).ok()?;
    (1..9_999).contains(&date.year()).then(|| date.midnight().assume_utc())
}

/// The actions of the modules that are on, in the order of their words.
pub fn audit_choices(ctx: &Ctx) -> AuditActions {
    let modules = ctx.app().modules().iter().filter(|module| ctx.scope().has_module(module.code));
    let mut actions: Vec<(String, String)> = modules
        .flat_map(|module| (module.audit_words)(ctx.locale()))
        .map(|(code, words)| (code.to_owned(), words.to_owned()))
        .collect();
    actions.sort_by_cached_key(|(_, words)| words.to_lowercase());
    AuditActions { actions }
}
