//! The demo's pages, texts and pictures.

use std::collections::BTreeMap;

use bytes::Bytes;
use orion_kernel::{Locale, PlatformId};
use orion_runtime::{
    App, Ctx, PlatformCtx, Result, Tx,
    jobs::JobScope,
    module_server::DemoFiles,
    settings::{self, Cipher, Level, Settings},
};
use serde::Deserialize;
use serde_json::Value;

use super::{clean_html::clean_html, forms::StoreTexts, pictures, site::Site, store_texts};
use crate::model::PageScope;

type Texts = BTreeMap<Locale, String>;

/// `pages.json`
#[derive(Deserialize)]
struct DemoPage {
    scope: PageScope,
    slug: String,
    place: Option<String>,
    order: i32,
    title: Texts,
    body_html: Texts,
}

/// `stores.json`, as far as texts go.
#[derive(Deserialize)]
struct DemoStore {
    code: String,
    hero: String,
    tagline: Texts,
    hero_title: Texts,
    hero_text: Texts,
    announcement: Texts,
}

/// `platform.json`, as far as its legal pages go.
#[derive(Deserialize)]
struct DemoPlatform {
    code: String,
    legal_name: String,
    legal: DemoLegal,
    contact: DemoContact,
}

#[derive(Deserialize)]
struct DemoLegal {
    address: DemoAddress,
    vat_id: String,
    rcs: String,
}

#[derive(Deserialize)]
struct DemoAddress {
    street: String,
    postcode: String,
    city: String,
}

#[derive(Deserialize)]
struct DemoContact {
    email: String,
}

/// Writes the pages of the demo's platform and the texts of its stores.
pub async fn seed(app: App, demo: DemoFiles) -> Result<()> {
    let described: DemoPlatform = demo.json("platform.json")?;
    let pages: Vec<DemoPage> = demo.json("pages.json")?;
    let stores: Vec<DemoStore> = demo.json("stores.json")?;
    for platform in app.directory().platforms(&app).await? {
        if platform.code != described.code {
            continue;
        }
        let locale = platform.locales.first().copied().unwrap_or(Locale::En);
        let scope = JobScope { platform_id: platform.id, merchant_id: None, store_id: None, locale };
        let ctx = PlatformCtx::system(&Ctx::for_job(&app, &scope, "demo").await?);
        let mut tx = ctx.begin().await?;
        seed_pages(&mut tx, platform.id, &pages).await?;
        seed_site(&mut tx, platform.id, &described).await?;
        tx.commit().await?;
        for store in app.directory().stores(&app, platform.id).await? {
            let Some(described) = stores.iter().find(|described| described.code == store.code) else { continue };
            let scope = JobScope { merchant_id: Some(store.merchant_id), store_id: Some(store.id), ..scope };
            let ctx = Ctx::for_job(&app, &scope, "demo").await?;
            seed_store(&ctx, demo, described).await?;
        }
    }
    Ok(())
}

async fn seed_pages(tx: &mut Tx, platform: PlatformId, pages: &[DemoPage]) -> Result<()> {
    let now = tx.now();
    for page in pages {
        sqlx::query(
            "insert into cms.platform_pages (platform_id, scope, slug, place, position, updated_at)
             values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(platform.0)
        .bind(page.scope.code())
        .bind(&page.slug)
        .bind(&page.place)
        .bind(page.order)
        .bind(now)
        .execute(tx.conn())
        .await?;
        for (locale, title) in &page.title {
            sqlx::query(
                "insert into cms.platform_page_texts (platform_id, scope, slug, locale, title, description, body_html)
                 values ($1, $2, $3, $4, $5, '', $6)",
            )
            .bind(platform.0)
            .bind(page.scope.code())
            .bind(&page.slug)
            .bind(locale.code())
            .bind(title)
            .bind(clean_html(page.body_html.get(locale).map_or("", String::as_str)))
            .execute(tx.conn())
            .await?;
        }
    }
    Ok(())
}

async fn seed_site(tx: &mut Tx, platform: PlatformId, described: &DemoPlatform) -> Result<()> {
    let DemoAddress { street, postcode, city } = &described.legal.address;
    let values = BTreeMap::from([
        ("legal_name".to_owned(), Value::from(described.legal_name.as_str())),
        ("address".to_owned(), Value::from(format!("{street}, {postcode} {city}"))),
        ("vat_id".to_owned(), Value::from(described.legal.vat_id.as_str())),
        ("rcs".to_owned(), Value::from(described.legal.rcs.as_str())),
        ("email".to_owned(), Value::from(described.contact.email.as_str())),
    ]);
    let cipher = Cipher::new(&tx.ctx().app().config().secret_key, &[]);
    settings::save(tx.conn(), &cipher, &Site::schema(), Level::Platform(platform), &values).await?;
    Ok(())
}

async fn seed_store(ctx: &Ctx, demo: DemoFiles, described: &DemoStore) -> Result<()> {
    for locale in &ctx.store()?.locales {
        let text = |texts: &Texts| texts.get(locale).cloned().unwrap_or_default();
        let texts = StoreTexts {
            announcement: text(&described.announcement),
            tagline: text(&described.tagline),
            hero_title: text(&described.hero_title),
            hero_text: text(&described.hero_text),
        };
        store_texts::save_store_texts(ctx, *locale, &texts).await?;
    }
    pictures::set_hero(ctx, Bytes::from_static(demo.read(&described.hero)?)).await
}
