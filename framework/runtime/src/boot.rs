//! Computes what a page knows before it renders.

use std::collections::BTreeMap;

use orion_kernel::{
    AppError, Boot, Frontend, MenuItem, Zone,
    boot::{FeatureState, FormFlash, MenuItemView, MenuSectionView, PlatformView, StoreView, has_feature},
};

use time::Duration;

use crate::{ContextProvider, Ctx, Principal, access, menu, scope::Store};

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
            logo: scope.platform.brand.logo.clone(),
            support_email: scope.platform.brand.support_email.clone(),
        },
        store: scope.store.as_ref().map(|store| StoreView {
            code: store.code.clone(),
            name: store.name.clone(),
            currency: store.currency,
            storefront_url: origin_of(&store.host),
            theme: store.theme.clone(),
            is_open: access::is_public(store),
            logo: store.logo.clone(),
            zone: zone(ctx, store),
            weight_unit: store.weight_unit,
            preview_url: preview_url(ctx, store),
            is_suspended: store.is_frozen(),
        }),
        principal: ctx.principal().map(Principal::view),
        menu: shown_menu(ctx, &extras.features),
        context,
        features: extras.features,
        flash: extras.flash,
        refused: extras.refused,
        is_development: !ctx.app().config().environment.is_production(),
    }
}

/// Storefronts show nothing that is older than their last orders, and every one of their pages would pay for the rest.
fn zone(ctx: &Ctx, store: &Store) -> Zone {
    if ctx.scope().frontend == Frontend::Storefront {
        store.zone.between(ctx.now() - Duration::days(365), ctx.now() + Duration::days(60))
    } else {
        store.zone.clone()
    }
}

/// The back office leads its people past the closed door.
fn preview_url(ctx: &Ctx, store: &Store) -> Option<String> {
    let is_wanted = ctx.scope().frontend == Frontend::Store
        && ctx.principal().is_some_and(|principal| !principal.lacks_second_factor)
        && store.is_open
        && !access::is_public(store);
    let config = ctx.app().config();
    let value = is_wanted.then(|| access::team_preview(&config.secret_key, store, ctx.now()))?;
    Some(format!("{}/?{}={value}", config.public_origin.of_host(&store.host), access::PREVIEW_PARAMETER))
}

fn enabled(ctx: &Ctx) -> Vec<String> {
    let modules = ctx.app().registry().modules().iter();
    modules.filter(|module| ctx.scope().has_module(module.code)).map(|module| module.code.to_owned()).collect()
}

/// Whether the page at hand is one that a menu leads to, and whoever is signed in lacks the permission for: then nothing of
/// it is shown, whatever it would ask for.
#[must_use]
pub fn is_forbidden(ctx: &Ctx) -> bool {
    let scope = ctx.scope();
    let Some(principal) = ctx.principal() else { return false };
    if !matches!(scope.frontend, Frontend::Admin | Frontend::Store) {
        return false;
    }
    let modules = ctx.app().registry().modules().iter().filter(|module| scope.has_module(module.code));
    let mut entries = modules
        .flat_map(|module| &module.menu)
        .filter(|item| item.frontend == scope.frontend && item.path == scope.path)
        .peekable();
    entries.peek().is_some() && entries.all(|item| item.permission.is_some_and(|needed| !principal.may(needed)))
}

/// The frontend's menu, reduced to what is on and allowed.
#[must_use]
pub fn shown_menu(ctx: &Ctx, features: &BTreeMap<String, FeatureState>) -> Vec<MenuSectionView> {
    let scope = ctx.scope();
    let is_let_in = ctx.principal().is_some_and(|principal| !principal.lacks_second_factor);
    if matches!(scope.frontend, Frontend::Admin | Frontend::Store) && !is_let_in {
        return Vec::new();
    }
    let mut sections = Vec::new();
    for section in menu::arranged(ctx.app().registry(), &scope.platform, scope.frontend) {
        let title = section.name(scope.locale);
        let entries = section.entries.into_iter().filter(|_| !section.changed.is_hidden);
        let items: Vec<_> = entries
            .filter(|entry| !entry.changed.is_hidden && is_shown(&entry.item, ctx.principal(), features))
            .map(|entry| MenuItemView {
                module: entry.module.to_owned(),
                label: entry.name(scope.locale),
                icon: entry.item.icon.to_owned(),
                path: entry.item.path.to_owned(),
            })
            .collect();
        if !items.is_empty() {
            sections.push(MenuSectionView { code: section.code.to_owned(), title, items });
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
    use orion_kernel::{MenuSection, Permission};
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
            permissions: vec!["reports.view".to_owned()],
            ..Principal::new(PrincipalKind::Member, Uuid::nil())
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
