//! A frontend's menu as its platform has arranged it: what the modules declare, with places, names and gaps of its own.

use std::collections::BTreeMap;

use orion_kernel::{Frontend, Locale, MenuItem, Registry};

use crate::scope::Platform;

/// What a platform has changed of one entry or section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MenuOverride {
    /// Its place among its neighbours; without one the declared order.
    pub position: Option<i16>,
    /// Nobody is shown it.
    pub is_hidden: bool,
    /// Its name, where it is another than the declared one.
    pub labels: BTreeMap<Locale, String>,
}

/// What a platform has changed of its menus, by frontend and key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MenuOverrides(pub BTreeMap<(Frontend, String), MenuOverride>);

/// A section with its entries, in the platform's order.
pub struct ArrangedSection {
    /// Names it in the overrides.
    pub key: String,
    /// Its code.
    pub code: &'static str,
    /// Its name in a language; empty for the untitled first section.
    pub title: fn(Locale) -> &'static str,
    /// What the platform has changed of it.
    pub changed: MenuOverride,
    /// Its entries, the hidden ones included.
    pub entries: Vec<ArrangedEntry>,
}

/// An entry, in the platform's order.
pub struct ArrangedEntry {
    /// Names it in the overrides.
    pub key: String,
    /// The module it comes from.
    pub module: &'static str,
    /// As it is declared.
    pub item: MenuItem,
    /// What the platform has changed of it.
    pub changed: MenuOverride,
}

impl MenuOverrides {
    fn get(&self, frontend: Frontend, key: &str) -> MenuOverride {
        self.0.get(&(frontend, key.to_owned())).cloned().unwrap_or_default()
    }
}

impl ArrangedSection {
    /// Its name in a language; empty for the untitled first section.
    #[must_use]
    pub fn name(&self, locale: Locale) -> String {
        self.changed.labels.get(&locale).cloned().unwrap_or_else(|| (self.title)(locale).to_owned())
    }
}

impl ArrangedEntry {
    /// Its name in a language.
    #[must_use]
    pub fn name(&self, locale: Locale) -> String {
        self.changed.labels.get(&locale).cloned().unwrap_or_else(|| (self.item.label)(locale).to_owned())
    }
}

/// The key of an entry. A module names a path once in a frontend.
#[must_use]
pub fn entry_key(module: &str, item: &MenuItem) -> String {
    format!("{module}:{}", item.path)
}

/// The key of a section.
#[must_use]
pub fn section_key(code: &str) -> String {
    format!("#{code}")
}

/// The menu of a frontend, of the platform's enabled modules, with everything that is hidden.
#[must_use]
pub fn arranged(registry: &Registry, platform: &Platform, frontend: Frontend) -> Vec<ArrangedSection> {
    let mut items: Vec<(&'static str, MenuItem)> = registry
        .modules()
        .iter()
        .filter(|module| platform.modules.contains(module.code))
        .flat_map(|module| module.menu.iter().map(|item| (module.code, *item)))
        .filter(|(_, item)| item.frontend == frontend)
        .collect();
    items.sort_by_key(|(_, item)| (item.section.order, item.order));
    let mut sections: Vec<ArrangedSection> = Vec::new();
    for (module, item) in items {
        let key = entry_key(module, &item);
        let entry = ArrangedEntry { changed: platform.menu.get(frontend, &key), key, module, item };
        if let Some(section) = sections.iter_mut().find(|section| section.code == item.section.code) {
            section.entries.push(entry);
            continue;
        }
        let key = section_key(item.section.code);
        sections.push(ArrangedSection {
            changed: platform.menu.get(frontend, &key),
            key,
            code: item.section.code,
            title: item.section.title.unwrap_or(|_| ""),
            entries: vec![entry],
        });
    }
    for section in &mut sections {
        let by_order = |order: u16| i32::from(order);
        section.entries.sort_by_key(|entry| entry.changed.position.map_or(by_order(entry.item.order), i32::from));
    }
    sections.sort_by_key(|section| {
        let declared = section.entries.iter().map(|entry| entry.item.section.order).min().unwrap_or_default();
        section.changed.position.map_or(i32::from(declared), i32::from)
    });
    sections
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use orion_kernel::{MenuSection, ModuleDefinition, PlatformId, Tier};
    use uuid::Uuid;

    use super::*;

    fn item(section: &'static str, path: &'static str, order: u16) -> MenuItem {
        MenuItem {
            frontend: Frontend::Store,
            section: MenuSection { code: section, title: Some(|_| "Section"), order: section.len() as u16 },
            label: |_| "Declared",
            icon: "tag",
            path,
            permission: None,
            feature: None,
            order,
        }
    }

    fn platform(changes: &[(&str, MenuOverride)]) -> Platform {
        Platform {
            id: PlatformId(Uuid::nil()),
            code: "test".to_owned(),
            name: "Test".to_owned(),
            host: "localhost".to_owned(),
            locales: vec![Locale::En],
            modules: BTreeSet::from(["shop"]),
            is_main: true,
            brand: Default::default(),
            menu: MenuOverrides(
                changes.iter().map(|(key, change)| ((Frontend::Store, (*key).to_owned()), change.clone())).collect(),
            ),
        }
    }

    fn keys(changes: &[(&str, MenuOverride)]) -> Vec<(String, Vec<String>)> {
        let shop = ModuleDefinition {
            menu: vec![item("a", "/one", 0), item("a", "/two", 10), item("later", "/three", 0)],
            ..ModuleDefinition::new("shop", Tier::Optional, |_| "", |_| "")
        };
        let registry = Registry::new(vec![shop]).expect("a valid list");
        let sections = arranged(&registry, &platform(changes), Frontend::Store);
        let paths = |section: ArrangedSection| section.entries.into_iter().map(|entry| entry.key).collect();
        sections.into_iter().map(|section| (section.key.clone(), paths(section))).collect()
    }

    fn at(position: i16) -> MenuOverride {
        MenuOverride { position: Some(position), ..MenuOverride::default() }
    }

    #[test]
    fn without_changes_the_declared_order_holds() {
        let expected = [("#a", vec!["shop:/one", "shop:/two"]), ("#later", vec!["shop:/three"])];
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(key, entries)| (key.to_owned(), entries.into_iter().map(str::to_owned).collect::<Vec<_>>()))
            .collect();
        assert_eq!(keys(&[]), expected);
    }

    #[test]
    fn places_of_entries_and_sections_are_the_platforms() {
        let order = keys(&[("shop:/one", at(20)), ("#later", at(0))]);
        let flat: Vec<String> = order.into_iter().flat_map(|(key, entries)| [vec![key], entries].concat()).collect();
        assert_eq!(flat, ["#later", "shop:/three", "#a", "shop:/two", "shop:/one"]);
    }

    #[test]
    fn a_name_holds_for_its_language() {
        let labels = BTreeMap::from([(Locale::De, "Eigener Name".to_owned())]);
        let change = MenuOverride { labels, ..MenuOverride::default() };
        let entry = ArrangedEntry { key: String::new(), module: "shop", item: item("a", "/one", 0), changed: change };
        assert_eq!(
            (entry.name(Locale::De), entry.name(Locale::En)),
            ("Eigener Name".to_owned(), "Declared".to_owned())
        );
    }
}
