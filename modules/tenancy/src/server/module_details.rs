//! What does one module bring, and what would switching it change?

use std::{collections::HashMap, time::Duration};

use futures::future::join_all;
use leptos_router::{MatchNestedRoutes as _, PathSegment};
use orion_kernel::{AppError, Frontend, Locale, ModuleDefinition};
use orion_runtime::{
    ModuleServer, PlatformCtx, Result,
    jobs::{WorkCount, count_work},
};
use serde_json::Value;
use time::OffsetDateTime;

use super::{deeds::in_words, list_modules, settings_forms::platform_settings_form};
use crate::views::{Contribution, Deed, ModuleDetails, WorkView};

/// A check that takes longer has failed.
const PATIENCE: Duration = Duration::from_secs(3);

/// A module with all it contributes.
///
/// # Errors
///
/// `NotFound` for a module that is not compiled in.
pub async fn module_details(ctx: &PlatformCtx, code: &str) -> Result<ModuleDetails> {
    let module = list_modules(ctx).await?.into_iter().find(|row| row.code == code).ok_or_else(AppError::not_found)?;
    let definition = ctx.app().registry().get(code).ok_or_else(AppError::not_found)?;
    let locale = ctx.locale();
    let server = ctx.app().modules().iter().find(|server| server.code == code);
    let menu =
        definition.menu.iter().map(|item| contribution(item.frontend, (item.label)(locale), item.path)).collect();
    let permissions = definition
        .permissions
        .iter()
        .map(|permission| Contribution {
            frontend: None,
            name: permission.id.0.to_owned(),
            detail: (permission.label)(locale).to_owned(),
        })
        .collect();
    let work = count_work(ctx.app(), ctx.platform_id()).await?;
    let of = |code: &str| work_of(ctx.app().modules().iter().find(|server| server.code == code), &work);
    let along = if module.is_on { module.along.as_slice() } else { &[] };
    let form = if module.is_on { platform_settings_form(ctx, code).await? } else { None };
    Ok(ModuleDetails {
        work: of(code),
        work_along: along.iter().map(|module| of(&module.code)).map(|work| work.waiting + work.running).sum(),
        module,
        routes: routes(definition),
        menu,
        permissions,
        jobs: server.map(jobs).unwrap_or_default(),
        settings: server.map(|server| settings(server, locale)).unwrap_or_default(),
        slots: definition.slots.iter().map(|hung| named(hung.slot.0, String::new())).collect(),
        health: match server {
            Some(server) => health(server).await,
            None => Vec::new(),
        },
        history: history(ctx, code).await?,
        form,
    })
}

fn named(name: &str, detail: String) -> Contribution {
    Contribution { frontend: None, name: name.to_owned(), detail }
}

fn settings(server: &ModuleServer, locale: Locale) -> Vec<Contribution> {
    let fields = server.settings.iter().flat_map(|schema| &schema.fields);
    fields.map(|field| named(field.key, (field.label)(locale).to_owned())).collect()
}

/// What a module's jobs and reactions have before them.
fn work_of(server: Option<&ModuleServer>, work: &HashMap<String, WorkCount>) -> WorkView {
    let Some(server) = server else { return WorkView::default() };
    let names = server.jobs.iter().map(|job| job.name).chain(server.handlers.iter().map(|handler| handler.name));
    names.filter_map(|name| work.get(name)).fold(WorkView::default(), |sum, count| WorkView {
        waiting: sum.waiting + count.waiting,
        running: sum.running + count.running,
        failed: sum.failed + count.failed,
    })
}

/// The checks of the module itself, side by side.
async fn health(server: &ModuleServer) -> Vec<(String, Option<String>)> {
    let checks = server.health.iter().map(|check| async {
        let wrong = match tokio::time::timeout(PATIENCE, (check.check)()).await {
            Ok(outcome) => outcome.err(),
            Err(_) => Some(format!("> {} s", PATIENCE.as_secs())),
        };
        (check.name.to_owned(), wrong)
    });
    join_all(checks).await
}

#[derive(sqlx::FromRow)]
struct Entry {
    action: String,
    actor_name: String,
    subject_id: Option<String>,
    after: Option<Value>,
    at: OffsetDateTime,
}

/// Who switched it and set what, the latest first; a switch that it only went along with names the module it went with.
async fn history(ctx: &PlatformCtx, code: &str) -> Result<Vec<Deed>> {
    let mut tx = ctx.begin().await?;
    let entries: Vec<Entry> = sqlx::query_as(
        "select action, actor_name, subject_id, after, at from orion.audit_log
         where platform_id = $1 and store_id is null and subject_kind = 'module'
           and (subject_id = $2 or coalesce(jsonb_exists(after->'switched', $2), false))
         order by at desc, id desc limit 20",
    )
    .bind(ctx.platform_id().0)
    .bind(code)
    .fetch_all(tx.conn())
    .await?;
    let (registry, locale) = (ctx.app().registry(), ctx.locale());
    let deeds = entries.into_iter().map(|entry| {
        let with = entry.subject_id.as_deref().filter(|subject| *subject != code).and_then(|code| registry.get(code));
        let keys = entry.after.as_ref().and_then(Value::as_object).filter(|after| !after.contains_key("switched"));
        let keys = keys.map(|after| after.keys().cloned().collect::<Vec<_>>().join(", "));
        Deed {
            text: in_words(locale, &entry.action).map_or_else(|| entry.action.clone(), str::to_owned),
            detail: with.map(|module| (module.name)(locale).to_owned()).or(keys).unwrap_or_default(),
            action: entry.action,
            by: entry.actor_name,
            at: entry.at,
        }
    });
    Ok(deeds.collect())
}

fn contribution(frontend: Frontend, name: &str, detail: &str) -> Contribution {
    Contribution { frontend: Some(frontend), name: name.to_owned(), detail: detail.to_owned() }
}

/// Asked of the routes themselves, so that the list is true.
fn routes(definition: &ModuleDefinition) -> Vec<Contribution> {
    let mut found = Vec::new();
    for frontend in Frontend::ALL {
        for route in (definition.routes)(frontend) {
            let paths = route.generate_routes().into_iter().map(|route| path(&route.segments)).collect::<Vec<_>>();
            found.extend(paths.into_iter().map(|path| contribution(frontend, &path, "")));
        }
    }
    found
}

fn path(segments: &[PathSegment]) -> String {
    let mut path = String::new();
    for segment in segments {
        match segment {
            PathSegment::Unit => {}
            PathSegment::Static(text) => {
                path.push('/');
                path.push_str(text.trim_matches('/'));
            }
            PathSegment::Param(name) | PathSegment::OptionalParam(name) => {
                path.push_str("/:");
                path.push_str(name);
            }
            PathSegment::Splat(name) => {
                path.push_str("/*");
                path.push_str(name);
            }
        }
    }
    if path.is_empty() { "/".to_owned() } else { path }
}

/// Jobs with their queues, schedules with their times.
fn jobs(server: &ModuleServer) -> Vec<Contribution> {
    let work = |name: &str, detail: String| Contribution { frontend: None, name: name.to_owned(), detail };
    let jobs = server.jobs.iter().map(|job| work(job.name, job.queue.code().to_owned()));
    let schedules = server.schedules.iter().map(|schedule| work(schedule.name, schedule.cron.to_owned()));
    let handlers = server.handlers.iter().map(|handler| work(handler.name, handler.event.to_owned()));
    jobs.chain(schedules).chain(handlers).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_its_parameters() {
        let segments = [PathSegment::Static("orders".into()), PathSegment::Param("number".into()), PathSegment::Unit];
        assert_eq!(path(&segments), "/orders/:number");
        assert_eq!(path(&[PathSegment::Unit]), "/");
    }
}
