//! What a new platform starts with, as a file says it (docs/recipes.md).

use std::collections::{BTreeMap, BTreeSet};

use orion_contracts::cms::StartPage;
use orion_kernel::{AppError, FieldError, Locale, Registry, Tier};
use orion_runtime::{App, Result, directory::Recipe as Choice};
use serde::Deserialize;
use serde_json::Value;

use crate::views::RecipeView;

/// The recipes that come with the program.
const SHIPPED: [(&str, &str); 3] = [
    ("shop", include_str!("../../../recipes/shop.json")),
    ("catalogue", include_str!("../../../recipes/catalogue.json")),
    ("loyalty-light", include_str!("../../../recipes/loyalty-light.json")),
];

/// Their codes.
pub(super) const CODES: [&str; 3] = [SHIPPED[0].0, SHIPPED[1].0, SHIPPED[2].0];

/// The one format there is.
const FORMAT: u32 = 1;
/// The largest file.
const MAX_BYTES: usize = 1 << 20;

/// A recipe.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Recipe {
    format: u32,
    #[serde(default)]
    name: BTreeMap<Locale, String>,
    #[serde(default)]
    description: BTreeMap<Locale, String>,
    #[serde(default)]
    modules: Option<Vec<String>>,
    #[serde(default)]
    pub(super) languages: Vec<Locale>,
    #[serde(default)]
    branding: Branding,
    #[serde(default)]
    pub(super) support_email: String,
    /// By module, then by key.
    #[serde(default)]
    pub(super) settings: BTreeMap<String, BTreeMap<String, Value>>,
    #[serde(default)]
    pub(super) pages: Vec<StartPage>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Branding {
    #[serde(default)]
    accent_hue: Option<i16>,
}

impl Recipe {
    /// Hue of the accent ramp.
    pub(super) fn accent_hue(&self) -> Option<i16> {
        self.branding.accent_hue
    }

    /// The modules with a switch that are on from the beginning: those named, and what they require.
    pub(super) fn modules(&self, registry: &Registry) -> Vec<&'static str> {
        let with_switch =
            |code: &&str| registry.get(code).is_some_and(|module| module.tier == Tier::Optional && !module.auto_enable);
        let all = || registry.modules().iter().map(|module| module.code);
        let chosen: BTreeSet<String> = match &self.modules {
            Some(modules) => modules.iter().cloned().collect(),
            None => all().filter(with_switch).map(str::to_owned).collect(),
        };
        let on = registry.enabled(&chosen);
        all()
            .filter(|code| on.contains(code) && registry.get(code).is_some_and(|module| module.tier != Tier::Core))
            .filter(|code| registry.get(code).is_some_and(|module| !module.auto_enable))
            .collect()
    }
}

/// The recipe that was chosen, checked against what the program has.
///
/// # Errors
///
/// For the field `recipe`: `recipe_unknown`, `recipe_unreadable` `{detail}`, `recipe_unknown_module` `{module}`,
/// `recipe_unknown_setting` `{setting}`.
pub(super) fn read(app: &App, choice: &Choice) -> Result<Recipe, AppError> {
    let recipe = match choice {
        Choice::Nothing => return Ok(Recipe { format: FORMAT, ..Recipe::default() }),
        Choice::Shipped(code) => {
            let found = SHIPPED.iter().find(|(shipped, _)| shipped == code);
            parse(found.ok_or_else(|| fault("recipe_unknown"))?.1.as_bytes())?
        }
        Choice::File(bytes) => parse(bytes)?,
    };
    check(app, &recipe)?;
    Ok(recipe)
}

/// The recipes that come with the program, for people.
pub(super) fn shipped(locale: Locale) -> Vec<RecipeView> {
    let said = |texts: &BTreeMap<Locale, String>| {
        texts.get(&locale).or_else(|| texts.get(&Locale::En)).cloned().unwrap_or_default()
    };
    let recipes = SHIPPED.iter().filter_map(|(code, text)| Some((code, parse(text.as_bytes()).ok()?)));
    recipes
        .map(|(code, recipe)| RecipeView {
            code: (*code).to_owned(),
            name: said(&recipe.name),
            description: said(&recipe.description),
        })
        .collect()
}

fn parse(bytes: &[u8]) -> Result<Recipe, AppError> {
    if bytes.len() > MAX_BYTES {
        return Err(AppError::field("recipe", "too_large"));
    }
    let recipe: Recipe = serde_json::from_slice(bytes).map_err(|error| unreadable(&error.to_string()))?;
    if recipe.format != FORMAT {
        return Err(unreadable(&format!("format {}", recipe.format)));
    }
    Ok(recipe)
}

fn check(app: &App, recipe: &Recipe) -> Result<(), AppError> {
    let registry = app.registry();
    let is_switchable =
        |code: &str| registry.get(code).is_some_and(|module| module.tier != Tier::Core && !module.auto_enable);
    if let Some(module) = recipe.modules.iter().flatten().find(|code| !is_switchable(code)) {
        return Err(with("recipe_unknown_module", "module", module));
    }
    if recipe.accent_hue().is_some_and(|hue| !(0..=360).contains(&hue)) {
        return Err(unreadable("branding.accent_hue"));
    }
    for (module, values) in &recipe.settings {
        let schema =
            app.modules().iter().find(|server| server.code == module).and_then(|server| server.settings.as_ref());
        let unknown = values.keys().find(|key| schema.is_none_or(|schema| schema.field(key).is_none()));
        if let Some(key) = unknown {
            return Err(with("recipe_unknown_setting", "setting", &format!("{module}.{key}")));
        }
    }
    Ok(())
}

fn fault(code: &'static str) -> AppError {
    AppError::field("recipe", code)
}

fn unreadable(detail: &str) -> AppError {
    with("recipe_unreadable", "detail", detail)
}

/// A fault of the recipe that says where it is.
pub(super) fn with(code: &'static str, name: &str, value: &str) -> AppError {
    AppError::from_fields(vec![FieldError::new("recipe", code).with(name, value)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_with_the_program_can_be_read_in_every_language() {
        for locale in Locale::ALL {
            let recipes = shipped(locale);
            assert_eq!(recipes.len(), SHIPPED.len());
            assert!(recipes.iter().all(|recipe| !recipe.name.is_empty() && !recipe.description.is_empty()));
        }
    }

    #[test]
    fn a_fault_is_named() {
        let code = |text: &str| parse(text.as_bytes()).expect_err("refused").fields[0].code.clone();
        for text in ["", "[]", "{\"format\":2}", "{\"format\":1,\"pagse\":[]}", "{\"format\":1,\"languages\":[\"xx\"]}"]
        {
            assert_eq!(code(text), "recipe_unreadable", "{text}");
        }
        assert!(parse(b"{\"format\":1}").is_ok());
    }
}
