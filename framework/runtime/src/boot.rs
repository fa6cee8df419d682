//! Computes what a page knows before it renders.

use std::collections::BTreeMap;

use orion_kernel::{
    Boot, Frontend,
    boot::{FormFlash, MenuItemView, MenuSectionView, PlatformView, StoreView},
};

use crate::{ContextProvider, Ctx};

/// The boot state of the page a request asks for. The enabled modules' providers are asked side by side.
pub async fn boot(ctx: &Ctx, flash: Option<FormFlash>) -> Boot {
    let scope = ctx.scope();
    let mut providers = Vec::new();
    for provider in ctx.app().modules().iter().flat_map(|module| &module.context) {
        if scope.has_module(provider.module) && provider.frontends.contains(&scope.frontend) {
            providers.push(provider);
        }
    }
    let context = ContextProvider::values(providers, ctx).await;
    let origin_of = |host: &str| ctx.app().config().public_origin.of_host(host);
    Boot {
        frontend: scope.frontend,
        base: scope.base.clone(),
        unprefixed_base: scope.unprefixed_base.clone(),
        path: scope.path.clone(),
        locale: scope.locale,
        locales: scope.locales().to_vec(),
        modules: enabled(ctx),
        platform: PlatformView {
            code: scope.platform.code.clone(),
            name: scope.platform.name.clone(),
            origin: origin_of(&scope.platform.host),
        },
        store: scope.store.as_ref().map(|store| StoreView {
            code: store.code.clone(),
            name: store.name.clone(),
            currency: store.currency,
            storefront_url: origin_of(&store.host),
            theme: store.theme.clone(),
            is_open: store.is_open,
        }),
        principal: ctx.principal().map(crate::Principal::view),
        menu: menu(ctx),
        context,
        features: BTreeMap::new(),
        flash,
    }
}

fn enabled(ctx: &Ctx) -> Vec<String> {
    let modules = ctx.app().registry().modules().iter();
    modules.filter(|module| ctx.scope().has_module(module.code)).map(|module| module.code.to_owned()).collect()
}

/// The frontend's menu, reduced to what is on and allowed.
fn menu(ctx: &Ctx) -> Vec<MenuSectionView> {
    let scope = ctx.scope();
    if matches!(scope.frontend, Frontend::Admin | Frontend::Store) && ctx.principal().is_none() {
        return Vec::new();
    }
    let mut items: Vec<_> = ctx
        .app()
        .registry()
        .modules()
        .iter()
        .filter(|module| scope.has_module(module.code))
        .flat_map(|module| module.menu.iter().map(|item| (module.code, item)))
        .filter(|(_, item)| item.frontend == scope.frontend)
        .filter(|(_, item)| item.permission.is_none_or(|permission| ctx.principal().is_some_and(|p| p.may(permission))))
        .collect();
    items.sort_by_key(|(_, item)| (item.section.order, item.order));
    let mut sections: Vec<MenuSectionView> = Vec::new();
    for (module, item) in items {
        if sections.last().is_none_or(|section| section.code != item.section.code) {
            let title = item.section.title.map(|title| title(scope.locale).to_owned()).unwrap_or_default();
            sections.push(MenuSectionView { code: item.section.code.to_owned(), title, items: Vec::new() });
        }
        if let Some(section) = sections.last_mut() {
            section.items.push(MenuItemView {
                module: module.to_owned(),
                label: (item.label)(scope.locale).to_owned(),
                icon: item.icon.to_owned(),
                path: item.path.to_owned(),
            });
        }
    }
    sections
}
