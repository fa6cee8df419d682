//! Who writes, and the addresses in the letter: of the store at hand, or of the platform.

use orion_contracts::{
    cms::{PAGE_LINKS, PageLinks},
    orders::OrderView,
    stores::{StoreProfile, Stores},
};
use orion_kernel::{AppError, Locale};
use orion_runtime::{ContextProvider, Ctx, Result, Tx, jobs::JobScope};

use crate::i18n::{of, td_string};

/// Pages wait 150 ms for their links; a letter without its legal pages would be wrong, so it waits longer.
const LINKS_BUDGET: std::time::Duration = std::time::Duration::from_secs(5);

/// Who writes, in a language.
pub struct Place {
    /// The name people read.
    pub name: String,
    /// Where answers go.
    pub reply_to: Option<String>,
    /// The home page.
    pub home: String,
    /// The address of the logo; empty for none.
    pub logo: String,
    /// Who the sender is by law, a line each.
    pub footer: Vec<String>,
    /// Legal pages: title and address.
    pub links: Vec<(String, String)>,
    there: Ctx,
}

/// The transaction's store or platform in a language, without its legal pages.
pub async fn place(tx: &mut Tx, locale: Locale) -> Result<Place> {
    let ctx = tx.ctx().clone();
    let scope = JobScope { locale, ..ctx.scope().for_job() };
    let there = Ctx::for_job(ctx.app(), &scope, &ctx.scope().request_id).await?;
    let home = there.scope().absolute("/");
    let place = Place {
        name: String::new(),
        reply_to: None,
        home,
        logo: String::new(),
        footer: Vec::new(),
        links: Vec::new(),
        there,
    };
    if ctx.store_id().is_err() {
        let platform = ctx.scope().platform.name.clone();
        return Ok(Place { footer: vec![platform.clone()], name: platform, ..place });
    }
    let profile = ctx.port::<dyn Stores>().profile(tx).await?;
    Ok(Place {
        footer: footer(locale, &profile),
        logo: match profile.logo.as_str() {
            "" => String::new(),
            path => format!("{}{path}", place.there.scope().origin),
        },
        name: profile.name,
        reply_to: Some(profile.email).filter(|email| !email.is_empty()),
        ..place
    })
}

impl Place {
    /// The order's page, opened by its token.
    pub fn order_url(&self, order: &OrderView) -> String {
        self.there.scope().absolute(&format!("/orders/{}?token={}", order.number, order.access_token))
    }

    /// The same with the legal pages, by whoever provides them to pages. Where nobody does there are none; where they do and
    /// fail, the letter has to wait.
    ///
    /// # Errors
    ///
    /// `Unavailable`.
    pub async fn with_legal_links(self) -> Result<Self> {
        let links = links(&self.there).await?;
        Ok(Self { links, ..self })
    }
}

fn footer(locale: Locale, profile: &StoreProfile) -> Vec<String> {
    let l = of(locale);
    let named = |value: &str, text: fn(crate::i18n::Locale, String) -> String| {
        if value.is_empty() { String::new() } else { text(l, value.to_owned()) }
    };
    let lines = [
        profile.legal_name.clone(),
        profile.address.clone(),
        named(&profile.vat_id, |l, number| td_string!(l, letters.vat_id, number = number)),
        named(&profile.rcs, |l, number| td_string!(l, letters.rcs, number = number)),
        named(&profile.business_permit, |l, number| td_string!(l, letters.permit, number = number)),
        [profile.email.as_str(), profile.phone.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

async fn links(ctx: &Ctx) -> Result<Vec<(String, String)>> {
    let providers: Vec<_> = ctx
        .app()
        .modules()
        .iter()
        .flat_map(|module| &module.context)
        .filter(|provider| provider.key == PAGE_LINKS.name())
        .filter(|provider| {
            ctx.scope().has_module(provider.module) && provider.frontends.contains(&ctx.scope().frontend)
        })
        .map(|provider| provider.clone().within(LINKS_BUDGET))
        .collect();
    if providers.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = ContextProvider::values(&providers, ctx).await;
    let value = values.remove(PAGE_LINKS.name()).ok_or_else(AppError::unavailable)?;
    let links: PageLinks = serde_json::from_value(value).map_err(|error| {
        tracing::error!(%error, "the legal links cannot be read");
        AppError::internal()
    })?;
    Ok(links.legal.into_iter().map(|link| (link.title, ctx.scope().absolute(&link.path))).collect())
}
