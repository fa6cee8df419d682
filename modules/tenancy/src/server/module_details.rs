//! What does one module bring, and what would switching it change?

use leptos_router::{MatchNestedRoutes as _, PathSegment};
use orion_kernel::{AppError, Frontend, ModuleDefinition};
use orion_runtime::{ModuleServer, PlatformCtx, Result};

use super::list_modules;
use crate::views::{Contribution, ModuleDetails};

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
    Ok(ModuleDetails {
        module,
        routes: routes(definition),
        menu,
        permissions,
        jobs: server.map(jobs).unwrap_or_default(),
    })
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
