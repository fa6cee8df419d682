//! Where the module stands in the menus.

use orion_kernel::{Frontend, MenuItem, MenuSection, Permission, Text};

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

const PLATFORM_SECTION: MenuSection =
    MenuSection { code: "platform", title: Some(|l| td_string!(of(l), menu.platform)), order: 10 };
const SETTINGS_SECTION: MenuSection =
    MenuSection { code: "settings", title: Some(|l| td_string!(of(l), settings.title)), order: 90 };

fn in_admin(label: Text, icon: &'static str, path: &'static str, order: u16) -> MenuItem {
    MenuItem {
        frontend: Frontend::Admin,
        section: PLATFORM_SECTION,
        label,
        icon,
        path,
        permission: Some(permissions::STORES_VIEW),
        feature: None,
        order,
    }
}

fn in_settings(label: Text, icon: &'static str, path: &'static str, permission: Permission, order: u16) -> MenuItem {
    MenuItem {
        frontend: Frontend::Store,
        section: SETTINGS_SECTION,
        label,
        icon,
        path,
        permission: Some(permission),
        feature: None,
        order,
    }
}

/// Its entries.
pub fn menu() -> Vec<MenuItem> {
    vec![
        in_admin(|l| td_string!(of(l), stores.title), "store", paths::STORES, 10),
        in_admin(|l| td_string!(of(l), merchants.title), "building-2", paths::MERCHANTS, 20),
        MenuItem {
            permission: Some(permissions::USERS_VIEW),
            ..in_admin(|l| td_string!(of(l), users.title), "users", paths::USERS, 22)
        },
        MenuItem {
            permission: Some(permissions::OPERATORS_VIEW),
            ..in_admin(|l| td_string!(of(l), operators.title), "shield-check", paths::OPERATORS, 24)
        },
        in_admin(|l| td_string!(of(l), modules.title), "puzzle", paths::MODULES, 30),
        MenuItem {
            permission: Some(permissions::PLATFORMS_MANAGE),
            ..in_admin(|l| td_string!(of(l), menus.title), "list", paths::MENUS, 32)
        },
        MenuItem {
            permission: Some(permissions::PLATFORMS_MANAGE),
            ..in_admin(|l| td_string!(of(l), platforms.title), "layers", paths::PLATFORMS, 34)
        },
        MenuItem {
            section: SETTINGS_SECTION,
            ..in_admin(|l| td_string!(of(l), options.title), "sliders-horizontal", paths::SETTINGS, 0)
        },
        in_settings(|l| td_string!(of(l), settings.general), "settings", paths::SETTINGS, permissions::STORES_VIEW, 0),
        in_settings(|l| td_string!(of(l), region.title), "globe", paths::REGION, permissions::STORES_VIEW, 2),
        in_settings(|l| td_string!(of(l), door.tab), "lock", paths::ACCESS, permissions::STORES_MANAGE, 4),
        in_settings(|l| td_string!(of(l), domains.title), "link", paths::DOMAINS, permissions::STORES_VIEW, 6),
        in_settings(|l| td_string!(of(l), shipping.title), "truck", paths::SHIPPING, permissions::STORES_VIEW, 10),
        in_settings(
            |l| td_string!(of(l), options.title),
            "sliders-horizontal",
            paths::OPTIONS,
            permissions::STORES_VIEW,
            15,
        ),
        in_settings(|l| td_string!(of(l), team.title), "users", paths::TEAM, permissions::TEAM_VIEW, 20),
        in_settings(|l| td_string!(of(l), keys.title), "key", paths::API_KEYS, permissions::API_KEYS_MANAGE, 25),
    ]
}
