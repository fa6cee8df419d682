//! The modules of a program: their order, and what is enabled or disabled along with what.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Frontend, Locale, ModuleDefinition, Slot, SlotContribution, Tier};

/// All modules compiled in, in dependency order.
#[derive(Clone)]
pub struct Registry {
    modules: Vec<ModuleDefinition>,
}

/// A list of modules that cannot work.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegistryError {
    /// Two modules have the same code.
    #[error("two modules have the code “{0}”")]
    Duplicate(&'static str),
    /// A module requires one that is not compiled in.
    #[error("module “{module}” requires “{missing}”, which is not in the list")]
    Missing {
        /// Who requires.
        module: &'static str,
        /// What is missing.
        missing: &'static str,
    },
    /// Modules require each other.
    #[error("modules require each other: {}", .0.join(" → "))]
    Cycle(Vec<&'static str>),
    /// A core module requires one that can be switched off.
    #[error("core module “{core}” requires “{optional}”, which can be switched off")]
    CoreNeedsOptional {
        /// The core module.
        core: &'static str,
        /// What it must not need.
        optional: &'static str,
    },
    /// A module for operators only shows itself to others.
    #[error("internal module “{module}” has something in the {} frontend", .frontend.code())]
    NotForOperatorsOnly {
        /// The module.
        module: &'static str,
        /// Where it shows itself.
        frontend: Frontend,
    },
    /// Two modules declare the same permission.
    #[error("permission “{0}” is declared twice")]
    DuplicatePermission(&'static str),
}

impl Registry {
    /// Checks the list and puts it in dependency order.
    ///
    /// # Errors
    ///
    /// The first reason why this list cannot work.
    pub fn new(modules: Vec<ModuleDefinition>) -> Result<Self, RegistryError> {
        let mut by_code = BTreeMap::new();
        for module in &modules {
            if by_code.insert(module.code, module).is_some() {
                return Err(RegistryError::Duplicate(module.code));
            }
        }
        let (mut permissions, mut for_operators) = (BTreeSet::new(), BTreeSet::new());
        for module in &modules {
            for required in module.requires {
                let Some(dependency) = by_code.get(required) else {
                    return Err(RegistryError::Missing { module: module.code, missing: required });
                };
                if module.tier == Tier::Core && dependency.tier != Tier::Core {
                    return Err(RegistryError::CoreNeedsOptional { core: module.code, optional: required });
                }
            }
            let mut others = Frontend::ALL.into_iter().filter(|frontend| *frontend != Frontend::Admin);
            if module.tier == Tier::Internal
                && let Some(frontend) = others.find(|frontend| shows(module, *frontend))
            {
                return Err(RegistryError::NotForOperatorsOnly { module: module.code, frontend });
            }
            for permission in &module.permissions {
                if !permissions.insert(permission.id) {
                    return Err(RegistryError::DuplicatePermission(permission.id.0));
                }
            }
            for permission in &module.operator_permissions {
                if !for_operators.insert(permission.id) {
                    return Err(RegistryError::DuplicatePermission(permission.id.0));
                }
            }
        }
        let mut ordered = Vec::with_capacity(modules.len());
        let mut done = BTreeSet::new();
        for module in &modules {
            visit(module, &by_code, &mut done, &mut Vec::new(), &mut ordered)?;
        }
        Ok(Self { modules: ordered })
    }

    /// Every module, each after those it requires.
    #[must_use]
    pub fn modules(&self) -> &[ModuleDefinition] {
        &self.modules
    }

    /// The module with this code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&ModuleDefinition> {
        self.modules.iter().find(|module| module.code == code)
    }

    /// What is on: core modules, the chosen ones with everything they require, and the glue between them.
    #[must_use]
    pub fn enabled(&self, chosen: &BTreeSet<String>) -> BTreeSet<&'static str> {
        let mut on: BTreeSet<&'static str> = BTreeSet::new();
        for module in self.modules.iter().rev() {
            let wanted = module.tier == Tier::Core || chosen.contains(module.code) || on.contains(module.code);
            if wanted && !module.auto_enable {
                on.insert(module.code);
                on.extend(module.requires);
            }
        }
        for module in self.modules.iter().filter(|module| module.auto_enable) {
            if module.requires.iter().all(|required| on.contains(required)) {
                on.insert(module.code);
            }
        }
        on
    }

    /// What must be enabled along with `code`, without itself and what is on already, in the order of enabling.
    #[must_use]
    pub fn enables_along(&self, code: &str, on: &BTreeSet<&'static str>) -> Vec<&'static str> {
        let mut wanted: BTreeSet<&'static str> = BTreeSet::new();
        let mut open: Vec<&str> = vec![code];
        while let Some(next) = open.pop() {
            for required in self.get(next).map(|module| module.requires).unwrap_or_default() {
                if wanted.insert(required) {
                    open.push(required);
                }
            }
        }
        self.modules
            .iter()
            .map(|module| module.code)
            .filter(|code| wanted.contains(code) && !on.contains(code))
            .collect()
    }

    /// What must be disabled along with `code`: everything on that needs it, dependents first, without itself.
    #[must_use]
    pub fn disables_along(&self, code: &str, on: &BTreeSet<&'static str>) -> Vec<&'static str> {
        let mut off: BTreeSet<&str> = BTreeSet::from([code]);
        for module in &self.modules {
            if on.contains(module.code) && module.requires.iter().any(|required| off.contains(required)) {
                off.insert(module.code);
            }
        }
        self.modules
            .iter()
            .rev()
            .map(|module| module.code)
            .filter(|other| off.contains(other) && *other != code)
            .collect()
    }

    /// What the enabled modules hang in a slot, in order, with their codes.
    pub fn slot<'a>(&'a self, slot: Slot, on: impl Fn(&str) -> bool + 'a) -> Vec<(&'static str, SlotContribution)> {
        let hung = |module: &'a ModuleDefinition| module.slots.iter().map(|contribution| (module.code, *contribution));
        let mut found: Vec<_> = self
            .modules
            .iter()
            .filter(|module| on(module.code))
            .flat_map(hung)
            .filter(|(_, contribution)| contribution.slot == slot)
            .collect();
        found.sort_by_key(|(_, contribution)| contribution.order);
        found
    }

    /// The names of modules, for people.
    #[must_use]
    pub fn names(&self, codes: &[&str], locale: Locale) -> Vec<&'static str> {
        codes.iter().filter_map(|code| self.get(code)).map(|module| (module.name)(locale)).collect()
    }
}

/// Whether people notice a module in a frontend.
fn shows(module: &ModuleDefinition, frontend: Frontend) -> bool {
    module.menu.iter().any(|item| item.frontend == frontend)
        || module.styles.iter().any(|(styled, _)| *styled == frontend)
        || !(module.routes)(frontend).is_empty()
}

fn visit(
    module: &ModuleDefinition,
    by_code: &BTreeMap<&'static str, &ModuleDefinition>,
    done: &mut BTreeSet<&'static str>,
    path: &mut Vec<&'static str>,
    ordered: &mut Vec<ModuleDefinition>,
) -> Result<(), RegistryError> {
    if done.contains(module.code) {
        return Ok(());
    }
    if let Some(start) = path.iter().position(|code| *code == module.code) {
        let mut cycle = path[start..].to_vec();
        cycle.push(module.code);
        return Err(RegistryError::Cycle(cycle));
    }
    path.push(module.code);
    for required in module.requires {
        if let Some(dependency) = by_code.get(required) {
            visit(dependency, by_code, done, path, ordered)?;
        }
    }
    path.pop();
    done.insert(module.code);
    ordered.push(module.clone());
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Registry, RegistryError};
    use crate::{Frontend, ModuleDefinition, Tier};

    fn module(code: &'static str, tier: Tier, requires: &'static [&'static str]) -> ModuleDefinition {
        ModuleDefinition { requires, ..ModuleDefinition::new(code, tier, |_| "", |_| "") }
    }

    fn shop() -> Registry {
        Registry::new(vec![
            module("checkout", Tier::Optional, &["cart", "orders"]),
            module("core", Tier::Core, &[]),
            module("cart", Tier::Optional, &["catalog"]),
            module("catalog", Tier::Optional, &[]),
            module("orders", Tier::Optional, &[]),
            ModuleDefinition { auto_enable: true, ..module("glue", Tier::Optional, &["cart", "orders"]) },
        ])
        .expect("a valid list")
    }

    #[test]
    fn enabling_takes_the_dependencies_along() {
        let shop = shop();
        let on = shop.enabled(&BTreeSet::new());
        assert_eq!(on, BTreeSet::from(["core"]));
        assert_eq!(shop.enables_along("checkout", &on), ["catalog", "cart", "orders"]);
        let on = shop.enabled(&BTreeSet::from(["checkout".to_owned()]));
        assert_eq!(on, BTreeSet::from(["cart", "catalog", "checkout", "core", "glue", "orders"]));
    }

    #[test]
    fn disabling_takes_the_dependents_along() {
        let shop = shop();
        let on = shop.enabled(&BTreeSet::from(["checkout".to_owned()]));
        assert_eq!(shop.disables_along("catalog", &on), ["glue", "checkout", "cart"]);
        assert_eq!(shop.disables_along("checkout", &on), Vec::<&str>::new());
    }

    #[test]
    fn refuses_what_cannot_work() {
        let error = |modules| Registry::new(modules).err().expect("refused");
        assert_eq!(
            error(vec![module("a", Tier::Optional, &["b"]), module("b", Tier::Optional, &["a"])]),
            RegistryError::Cycle(vec!["a", "b", "a"])
        );
        assert_eq!(
            error(vec![module("a", Tier::Core, &["b"]), module("b", Tier::Optional, &[])]),
            RegistryError::CoreNeedsOptional { core: "a", optional: "b" }
        );
        assert_eq!(
            error(vec![module("a", Tier::Optional, &["b"])]),
            RegistryError::Missing { module: "a", missing: "b" }
        );
        let styles = &[(Frontend::Admin, "a {}"), (Frontend::Storefront, "a {}")];
        assert_eq!(
            error(vec![ModuleDefinition { styles, ..module("a", Tier::Internal, &[]) }]),
            RegistryError::NotForOperatorsOnly { module: "a", frontend: Frontend::Storefront }
        );
        assert_eq!(
            error(vec![module("a", Tier::Core, &[]), module("a", Tier::Core, &[])]),
            RegistryError::Duplicate("a")
        );
    }
}
