//! Every component in use: the component library shows them, and they show how a component is used.

mod actions;
mod content;
mod desk;
mod fields;
mod marketing;
mod patterns;
mod shop;

use leptos::prelude::*;

/// A component in use.
#[derive(Clone, Copy)]
pub struct Example {
    /// The component's name.
    pub name: &'static str,
    /// The part of the library it stands in.
    pub group: &'static str,
    /// The component.
    pub view: fn() -> AnyView,
}

/// All examples, group by group.
#[must_use]
pub fn all() -> Vec<Example> {
    [
        ("Actions", actions::EXAMPLES),
        ("Fields", fields::EXAMPLES),
        ("Content", content::EXAMPLES),
        ("Page patterns", patterns::EXAMPLES),
        ("Desk", desk::EXAMPLES),
        ("Shop", shop::EXAMPLES),
        ("Marketing", marketing::EXAMPLES),
    ]
    .into_iter()
    .flat_map(|(group, examples)| examples.iter().map(move |(name, view)| Example { name, group, view: *view }))
    .collect()
}

/// A component's name and the function that shows it.
type Named = (&'static str, fn() -> AnyView);
