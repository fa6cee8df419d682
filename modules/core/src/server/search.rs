//! Finds things of every module, pages, and what one can go and do.

use std::collections::BTreeMap;

use orion_contracts::features::Features;
use orion_kernel::{
    MenuItem,
    boot::{FeatureState, has_feature},
    search::SearchHit,
};
use orion_runtime::{Ctx, ModuleServer, Result, SearchProvider, boot::shown_menu};

use super::asked;
use crate::i18n::{of, td_string};

/// Shorter words would find everything.
const SHORTEST: usize = 2;
/// Longer ones are cut off.
const LONGEST: usize = 100;

/// What words find, things first. Without words, where one can go and what one can do.
pub async fn search(ctx: &Ctx, words: &str) -> Result<Vec<SearchHit>> {
    let words: String = words.trim().chars().take(LONGEST).collect();
    let frontend = ctx.scope().frontend;
    let providers: Vec<SearchProvider> = asked(
        ctx,
        |module: &ModuleServer| &module.search,
        |provider| (provider.frontend == frontend, provider.permission),
    );
    let mut hits = if words.chars().count() >= SHORTEST {
        SearchProvider::hits(&providers, ctx, &words).await
    } else {
        Vec::new()
    };
    hits.extend(places(ctx).await?.into_iter().filter(|place| is_like(&place.title, &words)));
    Ok(hits)
}

/// What one can go and do, then the pages of the menu, reduced to what one may.
async fn places(ctx: &Ctx) -> Result<Vec<SearchHit>> {
    let l = of(ctx.locale());
    let frontend = ctx.scope().frontend;
    let features = features(ctx).await?;
    let has = |feature: Option<&str>| feature.is_none_or(|code| has_feature(&features, code));
    let actions: Vec<MenuItem> =
        asked(ctx, |module: &ModuleServer| &module.actions, |action| (action.frontend == frontend, action.permission));
    let actions = actions.into_iter().filter(|action| has(action.feature)).map(|action| SearchHit {
        kind: td_string!(l, search.actions).to_owned(),
        title: (action.label)(ctx.locale()).to_owned(),
        detail: String::new(),
        path: action.path.to_owned(),
        icon: action.icon.to_owned(),
    });
    let mut places: Vec<SearchHit> = actions.collect();
    for section in shown_menu(ctx, &features) {
        places.extend(section.items.into_iter().map(|item| SearchHit {
            kind: td_string!(l, search.pages).to_owned(),
            title: item.label,
            detail: section.title.clone(),
            path: item.path,
            icon: item.icon,
        }));
    }
    Ok(places)
}

/// What the merchant's tier decides on; operators have no tier.
async fn features(ctx: &Ctx) -> Result<BTreeMap<String, FeatureState>> {
    if ctx.scope().store_id().is_none() {
        return Ok(BTreeMap::new());
    }
    let mut tx = ctx.begin().await?;
    Ok(ctx.port::<dyn Features>().states(&mut tx).await?)
}

/// Whether every word begins one of the title's.
fn is_like(title: &str, words: &str) -> bool {
    let title = title.to_lowercase();
    let begun: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).collect();
    words.to_lowercase().split_whitespace().all(|word| begun.iter().any(|begun| begun.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use super::is_like;

    #[test]
    fn pages_are_found_by_the_beginnings_of_their_words() {
        assert!(is_like("Audit log", "lo au") && is_like("Audit log", "") && is_like("L’équipe", "équ"));
        assert!(!is_like("Audit log", "og") && !is_like("Audit log", "audit x"));
    }
}
