//! The implementations of contracts' ports, by trait; a null one stands in when the module is off.

use std::{
    any::{Any, TypeId, type_name},
    collections::HashMap,
    sync::Arc,
};

/// Who implements what.
#[derive(Default)]
pub struct Ports {
    provided: HashMap<TypeId, (&'static str, Box<dyn Any + Send + Sync>)>,
    null: HashMap<TypeId, Box<dyn Any + Send + Sync>>,
}

impl Ports {
    /// The module's implementation of a port.
    ///
    /// # Panics
    ///
    /// At start-up, when two modules implement the same port.
    pub fn provide<T: ?Sized + Send + Sync + 'static>(&mut self, module: &'static str, implementation: Arc<T>) {
        let earlier = self.provided.insert(TypeId::of::<T>(), (module, Box::new(implementation)));
        assert!(earlier.is_none(), "two modules implement {}", type_name::<T>());
    }

    /// What stands in when no module that is on implements the port.
    pub fn null<T: ?Sized + Send + Sync + 'static>(&mut self, implementation: Arc<T>) {
        self.null.insert(TypeId::of::<T>(), Box::new(implementation));
    }

    /// The implementation for a platform on which `enabled` modules are on.
    ///
    /// # Panics
    ///
    /// When the port has no null implementation, which a test of contracts rules out.
    pub fn get<T: ?Sized + Send + Sync + 'static>(&self, enabled: impl Fn(&str) -> bool) -> Arc<T> {
        self.provided
            .get(&TypeId::of::<T>())
            .filter(|(module, _)| enabled(module))
            .map(|(_, implementation)| implementation)
            .or_else(|| self.null.get(&TypeId::of::<T>()))
            .and_then(|implementation| implementation.downcast_ref::<Arc<T>>())
            .cloned()
            .unwrap_or_else(|| panic!("{} has no null implementation", type_name::<T>()))
    }
}
