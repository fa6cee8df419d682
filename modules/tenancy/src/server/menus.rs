//! Menus as a platform arranges them: what stands where, what it is called, what is hidden.

use std::collections::BTreeMap;

use orion_kernel::{AppError, Check, FieldError, Frontend, Locale};
use orion_runtime::{
    PlatformCtx, Result, Tx, invalidation,
    menu::{ArrangedEntry, ArrangedSection, MenuOverride, arranged},
    scope::Platform,
};
use serde_json::json;
use sqlx::types::Json;

use super::directory::PLATFORMS;
use crate::{
    forms::label_field,
    paths,
    views::{MenuEditor, MenuEntryEditor, MenuSectionEditor},
};

/// The longest name of an entry.
const MAX_LABEL: usize = 40;

/// Whether an entry goes up or down among its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Before the one before it.
    Up,
    /// After the one after it.
    Down,
}

/// The menu of a frontend with everything that is hidden.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn edit_menu(ctx: &PlatformCtx, frontend: Frontend) -> Result<MenuEditor> {
    let (platform, locale) = (fresh(ctx).await?, ctx.locale());
    let registry = ctx.app().registry();
    let has_menu = |frontend: &Frontend| !arranged(registry, &platform, *frontend).is_empty();
    let sections = arranged(registry, &platform, frontend).into_iter().map(|section| MenuSectionEditor {
        entry: section_editor(&section, &platform, locale),
        entries: section.entries.iter().map(|entry| entry_editor(entry, &platform, frontend, locale)).collect(),
    });
    Ok(MenuEditor {
        frontend,
        sections: sections.collect(),
        frontends: Frontend::ALL.into_iter().filter(has_menu).collect(),
        locales: platform.locales.clone(),
        is_changed: platform.menu.0.keys().any(|(changed, _)| *changed == frontend),
    })
}

/// Moves an entry or a section by one place. Nothing happens at the end.
///
/// # Errors
///
/// `NotFound` for what is not in the menu.
pub async fn move_entry(ctx: &PlatformCtx, frontend: Frontend, key: &str, direction: Direction) -> Result<()> {
    let mut tx = lock(ctx).await?;
    let platform = fresh(ctx).await?;
    let sections = arranged(ctx.app().registry(), &platform, frontend);
    let neighbours: Vec<String> = if sections.iter().any(|section| section.key == key) {
        sections.iter().map(|section| section.key.clone()).collect()
    } else {
        let section = sections.iter().find(|section| section.entries.iter().any(|entry| entry.key == key));
        section.ok_or_else(AppError::not_found)?.entries.iter().map(|entry| entry.key.clone()).collect()
    };
    let Some(order) = moved(neighbours, key, direction) else { return Ok(()) };
    for (place, key) in (0_i16..).zip(&order) {
        sqlx::query(
            "insert into orion.menu_overrides (platform_id, frontend, key, position) values ($1, $2, $3, $4)
             on conflict (platform_id, frontend, key) do update set position = excluded.position",
        )
        .bind(ctx.platform_id().0)
        .bind(frontend.code())
        .bind(key)
        .bind(place * 10)
        .execute(tx.conn())
        .await?;
    }
    finish(tx, frontend, "tenancy.menu_changed", key).await
}

/// Hides an entry or a section from everybody, or shows it again.
///
/// # Errors
///
/// `NotFound` for what is not in the menu; `Conflict` `menu_entry_needed`.
pub async fn hide_entry(ctx: &PlatformCtx, frontend: Frontend, key: &str, hide: bool) -> Result<()> {
    let mut tx = lock(ctx).await?;
    let sections = arranged(ctx.app().registry(), &*fresh(ctx).await?, frontend);
    insist(&sections, key)?;
    if hide && sections.iter().any(|section| holds_needed(section, frontend, key)) {
        return Err(AppError::conflict("menu_entry_needed").into());
    }
    sqlx::query(
        "insert into orion.menu_overrides (platform_id, frontend, key, is_hidden) values ($1, $2, $3, $4)
         on conflict (platform_id, frontend, key) do update set is_hidden = excluded.is_hidden",
    )
    .bind(ctx.platform_id().0)
    .bind(frontend.code())
    .bind(key)
    .bind(hide)
    .execute(tx.conn())
    .await?;
    finish(tx, frontend, "tenancy.menu_changed", key).await
}

/// Gives an entry or a section other names, by language; an empty one gives it its own back.
///
/// # Errors
///
/// `NotFound` for what is not in the menu; what is wrong with which name.
pub async fn rename_entry(
    ctx: &PlatformCtx,
    frontend: Frontend,
    key: &str,
    labels: &BTreeMap<String, String>,
) -> Result<()> {
    let mut check = Check::new();
    let mut kept: BTreeMap<&str, &str> = BTreeMap::new();
    for (code, label) in labels.iter().filter(|(_, label)| !label.trim().is_empty()) {
        match Locale::from_code(code) {
            Some(_) => check.text(label_field(code), label, 1..=MAX_LABEL),
            None => check.add(FieldError::new(label_field(code), "invalid_choice")),
        };
        kept.insert(code, label.trim());
    }
    check.finish()?;
    let mut tx = lock(ctx).await?;
    insist(&arranged(ctx.app().registry(), &*fresh(ctx).await?, frontend), key)?;
    sqlx::query(
        "insert into orion.menu_overrides (platform_id, frontend, key, labels) values ($1, $2, $3, $4)
         on conflict (platform_id, frontend, key) do update set labels = excluded.labels",
    )
    .bind(ctx.platform_id().0)
    .bind(frontend.code())
    .bind(key)
    .bind(Json(&kept))
    .execute(tx.conn())
    .await?;
    finish(tx, frontend, "tenancy.menu_changed", key).await
}

/// The menu is as the modules declare it.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn reset_menu(ctx: &PlatformCtx, frontend: Frontend) -> Result<()> {
    let mut tx = lock(ctx).await?;
    sqlx::query("delete from orion.menu_overrides where platform_id = $1 and frontend = $2")
        .bind(ctx.platform_id().0)
        .bind(frontend.code())
        .execute(tx.conn())
        .await?;
    finish(tx, frontend, "tenancy.menu_reset", "").await
}

/// Two operators who arrange the same menu take turns.
async fn lock(ctx: &PlatformCtx) -> Result<Tx> {
    let mut tx = ctx.begin().await?;
    sqlx::query("select 1 from tenancy.platforms where id = $1 for update")
        .bind(ctx.platform_id().0)
        .execute(tx.conn())
        .await?;
    // What this process remembers may be a moment old.
    ctx.app().directory().forget();
    Ok(tx)
}

/// The platform with its menus as they are now.
async fn fresh(ctx: &PlatformCtx) -> Result<std::sync::Arc<Platform>> {
    let platform = ctx.app().directory().platform(ctx.app(), ctx.platform_id()).await?;
    Ok(platform.ok_or_else(AppError::not_found)?)
}

async fn finish(mut tx: Tx, frontend: Frontend, action: &str, key: &str) -> Result<()> {
    let ctx = tx.ctx().clone();
    tx.audit(action, ("menu", frontend.code()), json!({ "entry": key })).await?;
    invalidation::publish(tx.conn(), PLATFORMS, &ctx.platform_id().to_string()).await?;
    tx.commit().await?;
    ctx.app().directory().forget();
    Ok(())
}

fn insist(sections: &[ArrangedSection], key: &str) -> Result<(), AppError> {
    let is_there =
        |section: &ArrangedSection| section.key == key || section.entries.iter().any(|entry| entry.key == key);
    if sections.iter().any(is_there) { Ok(()) } else { Err(AppError::not_found()) }
}

/// Whether hiding this would hide the way to this very page.
fn holds_needed(section: &ArrangedSection, frontend: Frontend, key: &str) -> bool {
    let needed = section.entries.iter().find(|entry| is_needed(entry, frontend));
    needed.is_some_and(|entry| entry.key == key || section.key == key)
}

fn is_needed(entry: &ArrangedEntry, frontend: Frontend) -> bool {
    frontend == Frontend::Admin && entry.module == "tenancy" && entry.item.path == paths::MENUS
}

/// The order with one of them moved by one place; `None` when it stands at the end already.
fn moved(mut order: Vec<String>, key: &str, direction: Direction) -> Option<Vec<String>> {
    let from = order.iter().position(|other| other == key)?;
    let to = match direction {
        Direction::Up => from.checked_sub(1)?,
        Direction::Down => (from + 1 < order.len()).then_some(from + 1)?,
    };
    order.swap(from, to);
    Some(order)
}

fn section_editor(section: &ArrangedSection, platform: &Platform, locale: Locale) -> MenuEntryEditor {
    MenuEntryEditor {
        key: section.key.clone(),
        name: section.name(locale),
        declared: platform.locales.iter().map(|locale| (*locale, (section.title)(*locale).to_owned())).collect(),
        labels: labels(&section.changed),
        path: String::new(),
        is_hidden: section.changed.is_hidden,
        is_needed: section.entries.iter().any(|entry| is_needed(entry, Frontend::Admin)),
    }
}

fn entry_editor(entry: &ArrangedEntry, platform: &Platform, frontend: Frontend, locale: Locale) -> MenuEntryEditor {
    MenuEntryEditor {
        key: entry.key.clone(),
        name: entry.name(locale),
        declared: platform.locales.iter().map(|locale| (*locale, (entry.item.label)(*locale).to_owned())).collect(),
        labels: labels(&entry.changed),
        path: entry.item.path.to_owned(),
        is_hidden: entry.changed.is_hidden,
        is_needed: is_needed(entry, frontend),
    }
}

fn labels(changed: &MenuOverride) -> Vec<(Locale, String)> {
    changed.labels.iter().map(|(locale, label)| (*locale, label.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_moves_by_one_place_and_no_further_than_the_end() {
        let order = || ["a", "b", "c"].map(str::to_owned).to_vec();
        assert_eq!(moved(order(), "b", Direction::Up).expect("moves"), ["b", "a", "c"]);
        assert_eq!(moved(order(), "b", Direction::Down).expect("moves"), ["a", "c", "b"]);
        assert_eq!(moved(order(), "a", Direction::Up), None);
        assert_eq!(moved(order(), "c", Direction::Down), None);
        assert_eq!(moved(order(), "x", Direction::Down), None);
    }
}
