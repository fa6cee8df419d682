//! What are features and limits called?

use orion_runtime::Ctx;

use crate::views::{FeatureField, LimitField};

/// The limits of the modules that are on, with the values that `limit` knows; those it does not know are left out.
pub fn limits(ctx: &Ctx, limit: impl Fn(&str) -> Option<Option<i64>>) -> Vec<LimitField> {
    let found = features(ctx).filter_map(|feature| Some((feature, feature.limit?, limit(feature.code)?)));
    found
        .map(|(feature, kind, limit)| LimitField {
            code: feature.code.to_owned(),
            label: (feature.label)(ctx.locale()).to_owned(),
            unit: (kind.unit)(ctx.locale()).to_owned(),
            limit,
        })
        .collect()
}

/// The features of the modules that are on.
pub fn unlimited(ctx: &Ctx, is_included: impl Fn(&str) -> bool) -> Vec<FeatureField> {
    features(ctx)
        .filter(|feature| feature.limit.is_none())
        .map(|feature| FeatureField {
            code: feature.code.to_owned(),
            label: (feature.label)(ctx.locale()).to_owned(),
            is_included: is_included(feature.code),
        })
        .collect()
}

fn features(ctx: &Ctx) -> impl Iterator<Item = &'static orion_kernel::Feature> {
    let modules = ctx.app().registry().modules().iter().filter(|module| ctx.scope().has_module(module.code));
    modules.flat_map(|module| &module.features)
}
