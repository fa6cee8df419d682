//! A product's rows in each table. What was there before keeps its id, so that carts and stock still know it.

use std::collections::{BTreeMap, HashMap, HashSet};

use orion_contracts::{MediaId, ProductId, VariantId};
use orion_kernel::Currency;
use orion_runtime::{Ctx, files::FileName, import::ImportFolder};
use serde::Serialize;

use crate::{
    model::ProductStatus,
    server::{
        keep_picture::keep_picture,
        product_file::{FileProduct, FileVariant},
        stored_products::{StoredMedia, StoredProduct, canonical_source},
    },
};

/// A product's rows in each table.
pub struct ProductRows {
    pub product: ProductRow,
    pub options: Vec<OptionRow>,
    pub media: Vec<MediaRow>,
    pub variants: Vec<VariantRow>,
}

#[derive(Serialize)]
pub struct ProductRow {
    id: ProductId,
    slug: String,
    status: ProductStatus,
    vendor: String,
    kind: String,
    tags: Vec<String>,
    is_gift_card: bool,
    extra: BTreeMap<String, String>,
    import_hash: String,
    title: String,
    description_html: String,
    seo_title: String,
    seo_description: String,
}

#[derive(Serialize)]
pub struct OptionRow {
    product_id: ProductId,
    position: usize,
    name: String,
    values: Vec<String>,
}

#[derive(Clone, Serialize)]
pub struct MediaRow {
    pub id: MediaId,
    product_id: ProductId,
    position: usize,
    alt: String,
    source: String,
    pub state: &'static str,
    file: Option<FileName>,
    width: i32,
    height: i32,
    error: Option<String>,
}

#[derive(Serialize)]
pub struct VariantRow {
    pub id: VariantId,
    product_id: ProductId,
    position: usize,
    options: Vec<String>,
    sku: String,
    barcode: String,
    price_minor: i64,
    compare_at_minor: Option<i64>,
    cost_minor: Option<i64>,
    currency: Currency,
    weight_grams: i32,
    weight_unit: String,
    requires_shipping: bool,
    is_taxable: bool,
    tax_code: String,
    media_id: Option<MediaId>,
    imported_quantity: Option<i64>,
    extra: BTreeMap<String, String>,
}

/// The rows of a product read from a file. Pictures beside the file are kept on the way.
pub async fn rows_of(
    ctx: &Ctx,
    id: ProductId,
    product: &FileProduct,
    stored: Option<&StoredProduct>,
    folder: Option<&ImportFolder>,
) -> ProductRows {
    let media = media_rows(ctx, id, product, stored, folder).await;
    let ids = variant_ids(ctx, product, stored);
    let variants = product.variants.iter().zip(ids).enumerate();
    ProductRows {
        product: ProductRow {
            id,
            slug: product.handle.clone(),
            status: product.status,
            vendor: product.vendor.clone(),
            kind: product.kind.clone(),
            tags: product.tags.clone(),
            is_gift_card: product.is_gift_card,
            extra: product.extra.clone(),
            import_hash: hex::encode(product.hash_with_quantities()),
            title: product.title.clone(),
            description_html: product.description_html.clone(),
            seo_title: product.seo_title.clone(),
            seo_description: product.seo_description.clone(),
        },
        options: product
            .options
            .iter()
            .enumerate()
            .map(|(place, option)| OptionRow {
                product_id: id,
                position: place + 1,
                name: option.name.clone(),
                values: option.values.clone(),
            })
            .collect(),
        variants: variants
            .map(|(place, (variant, own))| variant_row(id, own, place + 1, variant, product, &media))
            .collect(),
        media,
    }
}

fn variant_row(
    product_id: ProductId,
    id: VariantId,
    position: usize,
    variant: &FileVariant,
    product: &FileProduct,
    media: &[MediaRow],
) -> VariantRow {
    let picture = variant
        .picture
        .as_ref()
        .and_then(|source| product.pictures.iter().position(|picture| picture.source == *source));
    VariantRow {
        id,
        product_id,
        position,
        options: variant.options.clone(),
        sku: variant.sku.clone(),
        barcode: variant.barcode.clone(),
        price_minor: variant.price_minor,
        compare_at_minor: variant.compare_at_minor,
        cost_minor: variant.cost_minor,
        currency: variant.currency,
        weight_grams: variant.weight_grams,
        weight_unit: variant.weight_unit.clone(),
        requires_shipping: variant.requires_shipping,
        is_taxable: variant.is_taxable,
        tax_code: variant.tax_code.clone(),
        media_id: picture.and_then(|place| media.get(place)).map(|media| media.id),
        imported_quantity: variant.quantity,
        extra: variant.extra.clone(),
    }
}

/// The id of each variant: of the one with the same options, else of one with the same SKU, else of the only one; a new one
/// otherwise.
fn variant_ids(ctx: &Ctx, product: &FileProduct, stored: Option<&StoredProduct>) -> Vec<VariantId> {
    let mut known: HashMap<VariantId, &FileVariant> = stored
        .map(|stored| stored.variants.iter().copied().zip(&stored.product.variants).collect())
        .unwrap_or_default();
    let mut ids: Vec<Option<VariantId>> = vec![None; product.variants.len()];
    let is_only = product.variants.len() == 1 && known.len() == 1;
    let same_options = |new: &FileVariant, old: &FileVariant| new.options == old.options;
    let same_sku = |new: &FileVariant, old: &FileVariant| !new.sku.is_empty() && new.sku == old.sku;
    for same in [&same_options as &dyn Fn(&FileVariant, &FileVariant) -> bool, &same_sku, &|_, _| is_only] {
        // Looked up by what they have in common would be quicker; a product has few variants.
        for (id, variant) in ids.iter_mut().zip(&product.variants).filter(|(id, _)| id.is_none()) {
            *id = known.iter().filter(|(_, old)| same(variant, old)).map(|(id, _)| *id).min();
            if let Some(id) = id {
                known.remove(id);
            }
        }
    }
    ids.into_iter().map(|id| id.unwrap_or_else(|| ctx.new_id())).collect()
}

async fn media_rows(
    ctx: &Ctx,
    product_id: ProductId,
    product: &FileProduct,
    stored: Option<&StoredProduct>,
    folder: Option<&ImportFolder>,
) -> Vec<MediaRow> {
    let known: HashMap<String, &StoredMedia> = stored
        .map(|stored| stored.media.iter().map(|media| (canonical_source(ctx, media), media)).collect())
        .unwrap_or_default();
    let mut rows = Vec::with_capacity(product.pictures.len());
    let mut taken = HashSet::new();
    for (place, picture) in product.pictures.iter().enumerate() {
        let old = known.get(&picture.source).filter(|media| taken.insert(media.id));
        let kept = old.and_then(|media| Some((media.file.as_ref()?.parse().ok()?, media.width, media.height)));
        let mut row = MediaRow {
            id: old.map_or_else(|| ctx.new_id(), |media| media.id),
            product_id,
            position: place + 1,
            alt: picture.alt.clone(),
            source: old.map_or_else(|| picture.source.clone(), |media| media.source.clone()),
            state: "pending",
            file: None,
            width: 0,
            height: 0,
            error: None,
        };
        let is_address = picture.source.starts_with("http://") || picture.source.starts_with("https://");
        let found = match kept {
            Some(kept) => Some(Ok(kept)),
            None if is_address => None,
            None => Some(from_folder(ctx, &picture.source, folder).await),
        };
        match found {
            Some(Ok((file, width, height))) => {
                row = MediaRow { state: "stored", file: Some(file), width, height, ..row };
            }
            Some(Err(code)) => row = MediaRow { state: "unreachable", error: Some(code), ..row },
            None => {}
        }
        rows.push(row);
    }
    rows
}

async fn from_folder(ctx: &Ctx, path: &str, folder: Option<&ImportFolder>) -> Result<(FileName, i32, i32), String> {
    let folder = folder.ok_or_else(|| "no_folder".to_owned())?;
    let bytes = folder.read(path).await.ok_or_else(|| "file_missing".to_owned())?;
    keep_picture(ctx, bytes.into()).await.map_err(|error| error.code.into_owned())
}
