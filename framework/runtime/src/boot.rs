//! Computes what a page knows before it renders.

use std::collections::BTreeMap;

use orion_kernel::{
    AppError, Boot, Frontend, MenuItem,
    boot::{FeatureState, FormFlash, MenuItemView, MenuSectionView, PlatformView, StoreView, has_feature},
};

use crate::{ContextProvider, Ctx, Principal};

/// What the program finds out for a page besides what its modules provide.
#[derive(Default)]
pub struct Extras {
    /// The features that the merchant's tier decides on.
    pub features: BTreeMap<String, FeatureState>,
    /// The outcome of a form that was posted before.
    pub flash: Option<FormFlash>,
    /// What the page shows in place of content.
    pub refused: Option<AppError>,
}

/// The boot state of the page a request asks for. The enabled modules' providers are asked side by side.
pub async fn boot(ctx: &Ctx, extras: Extras) -> Boot {
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
        principal: ctx.principal().map(Principal::view),
        menu: menu(ctx, &extras.features),
        context,
        features: extras.features,
        flash: extras.flash,
        refused: extras.refused,
        is_development: !ctx.app().config().environment.is_production(),
    }
}

fn enabled(ctx: &Ctx) -> Vec<String> {
    let modules = ctx.app().registry().modules().iter();
    modules.filter(|module| ctx.scope().has_module(module.code)).map(|module| module.code.to_owned()).collect()
}

/// The frontend's menu, reduced to what is on and allowed.
fn menu(ctx: &Ctx, features: &BTreeMap<String, FeatureState>) -> Vec<MenuSectionView> {
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
        .filter(|(_, item)| is_shown(item, ctx.principal(), features))
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

fn is_shown(item: &MenuItem, principal: Option<&Principal>, features: &BTreeMap<String, FeatureState>) -> bool {
    let is_allowed =
        item.permission.is_none_or(|permission| principal.is_some_and(|principal| principal.may(permission)));
    is_allowed && item.feature.is_none_or(|feature| has_feature(features, feature))
}

#[cfg(test)]
mod tests {
    use orion_kernel::{MenuSection, Permission, SessionId};
    use uuid::Uuid;

    use super::*;
    use crate::PrincipalKind;

    #[test]
    fn an_entry_needs_its_permission_and_its_feature() {
        let item = |permission, feature| MenuItem {
            frontend: Frontend::Store,
            section: MenuSection { code: "main", title: None, order: 0 },
            label: |_| "Reports",
            icon: "chart",
            path: "/reports",
            permission,
            feature,
            order: 0,
        };
        let principal = Principal {
            kind: PrincipalKind::Member,
            id: Uuid::nil(),
            name: String::new(),
            email: String::new(),
            locale: None,
            permissions: vec!["reports.view".to_owned()],
            session: SessionId(Uuid::nil()),
        };
        let features = BTreeMap::from([
            ("analytics".to_owned(), FeatureState::Available),
            ("loyalty".to_owned(), FeatureState::Locked { tier: "Enterprise".to_owned() }),
        ]);
        let shown = |permission, feature| is_shown(&item(permission, feature), Some(&principal), &features);
        assert!(shown(Some(Permission("reports.view")), Some("analytics")));
        assert!(shown(None, Some("what no tier decides on")));
        assert!(!shown(Some(Permission("orders.view")), Some("analytics")));
        assert!(!shown(None, Some("loyalty")));
        assert!(!is_shown(&item(Some(Permission("reports.view")), None), None, &features));
    }
}
