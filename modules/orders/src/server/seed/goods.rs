//! What the demo's stores sell, read from their product lists.

use std::collections::HashMap;

use bytes::Bytes;
use orion_contracts::VariantId;
use orion_kernel::{AppError, Money};
use orion_runtime::{Ctx, Result, files::Files, module_server::DemoFiles};
use serde::Deserialize;

/// A variant on sale.
pub struct Good {
    /// Its own id: the catalogue knows others.
    pub variant_id: VariantId,
    /// The product's name.
    pub title: String,
    /// The chosen options.
    pub variant_title: String,
    /// Stock keeping unit.
    pub sku: String,
    /// Its price.
    pub price: Money,
    /// Its picture.
    pub image_url: Option<String>,
}

#[derive(Deserialize)]
struct Row {
    #[serde(rename = "Handle")]
    handle: String,
    #[serde(rename = "Title")]
    title: String,
    #[serde(rename = "Option1 Value")]
    option1: String,
    #[serde(rename = "Option2 Value")]
    option2: String,
    #[serde(rename = "Option3 Value")]
    option3: String,
    #[serde(rename = "Variant SKU")]
    sku: String,
    #[serde(rename = "Variant Price")]
    price: String,
    #[serde(rename = "Image Src")]
    image: String,
}

/// The goods of the product list at `path`.
pub async fn read(ctx: &Ctx, demo: DemoFiles, path: &str) -> Result<Vec<Good>> {
    let store = ctx.store()?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut products: HashMap<String, (String, Option<String>)> = HashMap::new();
    let mut goods = Vec::new();
    for row in csv::Reader::from_reader(demo.read(path)?).into_deserialize() {
        let row: Row = row.map_err(|error| {
            tracing::error!(%error, path, "the demo's products cannot be read");
            AppError::internal()
        })?;
        if !row.title.is_empty() {
            let image = keep(ctx, demo, &format!("{folder}/{}", row.image)).await?;
            products.insert(row.handle.clone(), (row.title, image));
        }
        let (Some((title, image_url)), false) = (products.get(&row.handle), row.price.is_empty()) else { continue };
        let options = [row.option1, row.option2, row.option3];
        // A product without options has a single one with this name.
        let options: Vec<_> = options
            .iter()
            .map(String::as_str)
            .filter(|option| !option.is_empty() && *option != "Default Title")
            .collect();
        goods.push(Good {
            variant_id: ctx.new_id(),
            title: title.clone(),
            variant_title: options.join(" / "),
            sku: row.sku,
            price: Money::parse_decimal(&row.price, store.currency)?,
            image_url: image_url.clone(),
        });
    }
    Ok(goods)
}

/// Keeps a picture; the catalogue's copy has the same name.
async fn keep(ctx: &Ctx, demo: DemoFiles, path: &str) -> Result<Option<String>> {
    let Ok(bytes) = demo.read(path) else { return Ok(None) };
    let store = ctx.store_id()?;
    let name = ctx.app().files().put(store.0, Bytes::from_static(bytes)).await?;
    Ok(Some(Files::path(store.0, &name)))
}
