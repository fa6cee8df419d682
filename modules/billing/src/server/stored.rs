//! Tiers as they are stored.

use std::collections::BTreeMap;

use orion_kernel::{AppError, Currency, Locale, Money};
use orion_runtime::{Result, Tx};
use sqlx::types::Json;

/// A platform's tier with its words in one language.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Tier {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whom it is for.
    pub description: String,
    monthly_minor: Option<i64>,
    annual_minor: Option<i64>,
    currency: String,
    /// Days to try it for nothing.
    pub trial_days: i32,
    /// Limits by the feature's code.
    pub limits: Json<BTreeMap<String, Option<i64>>>,
    /// Codes of what is included.
    pub features: Vec<String>,
    /// Lower stands first.
    pub position: i32,
    /// Whether it is recommended.
    pub is_highlighted: bool,
    /// Whether the pricing page shows it.
    pub is_visible: bool,
}

impl Tier {
    /// What its prices are in.
    pub fn currency(&self) -> Result<Currency> {
        Ok(self.currency.parse().map_err(|_| AppError::internal())?)
    }

    /// By the month.
    pub fn monthly(&self) -> Result<Option<Money>> {
        self.price(self.monthly_minor)
    }

    /// By the year.
    pub fn annual(&self) -> Result<Option<Money>> {
        self.price(self.annual_minor)
    }

    fn price(&self, minor: Option<i64>) -> Result<Option<Money>> {
        minor.map(|minor| Ok(Money::new(minor, self.currency()?))).transpose()
    }

    /// Whether it includes a feature, limited or not.
    pub fn includes(&self, feature: &str) -> bool {
        self.features.iter().any(|code| code == feature) || self.limits.contains_key(feature)
    }
}

/// The tiers of the transaction's platform, in order, with words in the language or the closest there is.
pub async fn tiers(tx: &mut Tx, locale: Locale) -> Result<Vec<Tier>> {
    let platform = tx.ctx().platform_id();
    let default = tx.ctx().scope().platform.locales.first().copied().unwrap_or(Locale::En);
    Ok(sqlx::query_as(
        "select t.code, coalesce(w.name, t.code) as name, coalesce(w.description, '') as description,
                t.monthly_minor, t.annual_minor, t.currency, t.trial_days, t.limits, t.features, t.position,
                t.is_highlighted, t.is_visible
         from billing.tiers t
         left join lateral (
           select name, description from billing.tier_texts w
           where w.platform_id = t.platform_id and w.code = t.code and w.name <> ''
           order by w.locale = $2 desc, w.locale = $3 desc, w.locale limit 1
         ) w on true
         where t.platform_id = $1
         order by t.position, t.monthly_minor nulls last, t.code",
    )
    .bind(platform.0)
    .bind(locale.code())
    .bind(default.code())
    .fetch_all(tx.conn())
    .await?)
}

/// The cheapest tier that includes a feature; one on request comes last.
pub fn cheapest_with<'t>(tiers: &'t [Tier], feature: &str) -> Option<&'t Tier> {
    let with = tiers.iter().filter(|tier| tier.is_visible && tier.includes(feature));
    with.min_by_key(|tier| (tier.monthly_minor.is_none(), tier.monthly_minor, tier.position))
}
