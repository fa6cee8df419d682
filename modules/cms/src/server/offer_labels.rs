//! What are the features and limits of tiers called?

use orion_runtime::Ctx;

use crate::views::{FeatureLabel, LimitLabel, OfferLabels};

/// The features of every module that is on, in the page's language.
pub fn offer_labels(ctx: &Ctx) -> OfferLabels {
    let mut labels = OfferLabels::default();
    let modules = ctx.app().registry().modules().iter().filter(|module| ctx.scope().has_module(module.code));
    for feature in modules.flat_map(|module| &module.features) {
        let (code, label) = (feature.code.to_owned(), (feature.label)(ctx.locale()).to_owned());
        match feature.limit {
            Some(limit) => labels.limits.push(LimitLabel { code, label, unit: (limit.unit)(ctx.locale()).to_owned() }),
            None => labels.features.push(FeatureLabel { code, label }),
        }
    }
    labels
}
