//! What a module declares about itself, read on both sides.

use std::{future::Future, marker::PhantomData, pin::Pin};

use leptos::prelude::AnyView;
use leptos_router::any_nested_route::AnyNestedRoute;

use crate::{Frontend, Locale};

/// A text in every language.
pub type Text = fn(Locale) -> &'static str;

/// A route whose type is erased, so that modules can be put together at run time.
pub type Route = AnyNestedRoute;

/// How a module comes and goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    /// Always on.
    Core,
    /// Switched per platform.
    Optional,
    /// For operators only.
    Internal,
}

/// The id of a permission, `<noun>.<verb>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Permission(pub &'static str);

/// A permission as roles show it.
#[derive(Clone, Copy)]
pub struct PermissionDefinition {
    /// Its id.
    pub id: Permission,
    /// What it allows, in words.
    pub label: Text,
    /// The code of the group it is listed in.
    pub category: &'static str,
}

/// A feature that tiers include or not.
#[derive(Clone, Copy)]
pub struct Feature {
    /// Its code, unique in the program.
    pub code: &'static str,
    /// Its name on the pricing page.
    pub label: Text,
    /// Set when tiers limit how much of it may be used.
    pub limit: Option<Limit>,
}

/// The unit of a limited feature.
#[derive(Clone, Copy)]
pub struct Limit {
    /// The unit, such as "products".
    pub unit: Text,
}

/// A menu section; modules that name the same code share it.
#[derive(Clone, Copy)]
pub struct MenuSection {
    /// Its code.
    pub code: &'static str,
    /// Its title; `None` for the untitled first section.
    pub title: Option<Text>,
    /// Lower stands first.
    pub order: u16,
}

/// A menu entry.
#[derive(Clone, Copy)]
pub struct MenuItem {
    /// The frontend it appears in.
    pub frontend: Frontend,
    /// The section it appears under.
    pub section: MenuSection,
    /// Its text.
    pub label: Text,
    /// The name of an icon of the design system.
    pub icon: &'static str,
    /// The path below the frontend's base.
    pub path: &'static str,
    /// Needed to see it.
    pub permission: Option<Permission>,
    /// Shown only when the merchant's tier has this feature.
    pub feature: Option<&'static str>,
    /// Lower stands first.
    pub order: u16,
}

/// A named place in a page where other modules hang components.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot(pub &'static str);

/// A component hung in another module's slot.
#[derive(Clone, Copy)]
pub struct SlotContribution {
    /// Where.
    pub slot: Slot,
    /// Lower stands first.
    pub order: u16,
    /// What: a `#[lazy]` function of the module, so that its code is fetched only with the pages it hangs in. The argument
    /// is the id of the thing the page shows, empty when it shows none; asked for `None` it shows nothing, and its code is
    /// fetched.
    pub view: fn(Option<String>) -> LazyView,
}

/// A view whose code may have to be fetched first.
pub type LazyView = Pin<Box<dyn Future<Output = AnyView>>>;

/// The name and type of a context provider's value.
pub struct ContextKey<T> {
    name: &'static str,
    value: PhantomData<fn() -> T>,
}

impl<T> ContextKey<T> {
    /// A key; `name` is `<module>.<value>` and unique in the program.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name, value: PhantomData }
    }

    /// The key's name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

impl<T> Clone for ContextKey<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ContextKey<T> {}

/// A module's declaration.
///
/// The server's half (migrations, providers, jobs, settings, ports) is registered beside it with the runtime.
#[derive(Clone)]
pub struct ModuleDefinition {
    /// The module's code: its folder, schema, path segment and translation of every id.
    pub code: &'static str,
    /// Its name.
    pub name: Text,
    /// One sentence on what it is for.
    pub description: Text,
    /// Its version.
    pub version: &'static str,
    /// How it comes and goes.
    pub tier: Tier,
    /// Codes of the modules it needs; they are enabled along with it.
    pub requires: &'static [&'static str],
    /// A glue module: on exactly when all of `requires` are.
    pub auto_enable: bool,
    /// Features for tiers.
    pub features: Vec<Feature>,
    /// Permissions for the roles of merchants' teams.
    pub permissions: Vec<PermissionDefinition>,
    /// Permissions for operators' roles: what its share of the admin asks for.
    pub operator_permissions: Vec<PermissionDefinition>,
    /// Menu entries.
    pub menu: Vec<MenuItem>,
    /// Its pages in a frontend. Empty for none; never a route of `()`, which would match everything.
    pub routes: fn(Frontend) -> Vec<Route>,
    /// Its stylesheet per frontend.
    pub styles: &'static [(Frontend, &'static str)],
    /// What it hangs in others' slots.
    pub slots: Vec<SlotContribution>,
}

impl ModuleDefinition {
    /// A module with a code and nothing else yet; fill in with struct update syntax.
    #[must_use]
    pub fn new(code: &'static str, tier: Tier, name: Text, description: Text) -> Self {
        Self {
            code,
            name,
            description,
            version: env!("CARGO_PKG_VERSION"),
            tier,
            requires: &[],
            auto_enable: false,
            features: Vec::new(),
            permissions: Vec::new(),
            operator_permissions: Vec::new(),
            menu: Vec::new(),
            routes: |_| Vec::new(),
            styles: &[],
            slots: Vec::new(),
        }
    }
}
