//! What roles can allow here: the permissions of the modules that are on.

use std::collections::BTreeSet;

use orion_kernel::{ModuleDefinition, PermissionDefinition};
use orion_runtime::{App, Ctx, scope::Platform};

use super::realm::Realm;
use crate::{
    model::holds,
    views::{PermissionGroup, PermissionView},
};

fn declared(realm: Realm, module: &ModuleDefinition) -> &[PermissionDefinition] {
    match realm {
        Realm::Team(_) => &module.permissions,
        Realm::Operators(_) => &module.operator_permissions,
    }
}

fn modules(app: &App, platform: &Platform) -> impl Iterator<Item = &'static ModuleDefinition> {
    app.registry().modules().iter().filter(|module| platform.modules.contains(module.code))
}

/// The ids of all permissions.
pub fn all_of(realm: Realm, ctx: &Ctx) -> BTreeSet<&'static str> {
    all_on(realm, ctx.app(), &ctx.scope().platform)
}

/// The ids of all permissions of the modules that are on for a platform.
pub fn all_on(realm: Realm, app: &App, platform: &Platform) -> BTreeSet<&'static str> {
    modules(app, platform).flat_map(|module| declared(realm, module)).map(|permission| permission.id.0).collect()
}

/// The permissions by module, in words.
pub fn groups(realm: Realm, ctx: &Ctx) -> Vec<PermissionGroup> {
    let (locale, held) = (ctx.locale(), ctx.principal().map(|who| who.permissions.as_slice()).unwrap_or_default());
    let view = |permission: &PermissionDefinition| PermissionView {
        id: permission.id.0.to_owned(),
        label: (permission.label)(locale).to_owned(),
        is_held: holds(held, permission.id.0),
    };
    modules(ctx.app(), &ctx.scope().platform)
        .map(|module| PermissionGroup {
            module: module.code.to_owned(),
            title: (module.name)(locale).to_owned(),
            permissions: declared(realm, module).iter().map(view).collect(),
        })
        .filter(|group| !group.permissions.is_empty())
        .collect()
}

/// What these ids allow, in words; those of modules that are off are left out.
pub fn labels(realm: Realm, ctx: &Ctx, ids: &[String]) -> Vec<String> {
    let known = modules(ctx.app(), &ctx.scope().platform).flat_map(|module| declared(realm, module));
    let allowed = known.filter(|permission| ids.iter().any(|id| id == permission.id.0));
    allowed.map(|permission| (permission.label)(ctx.locale()).to_owned()).collect()
}
