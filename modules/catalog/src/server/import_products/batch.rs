//! One batch of an import: what is new or different is written, the rest is left alone.

use std::collections::HashMap;

use futures::{FutureExt as _, future::BoxFuture};
use orion_contracts::{
    ImportId, ProductId, VariantId,
    stock::{Availability, Stock},
};
use orion_kernel::{AppError, Locale};
use orion_runtime::{Ctx, Error, Result, Tx, import::ImportFolder};
use uuid::Uuid;

use super::{Counts, record::note_progress};
use crate::server::{
    fetch_pictures::fetch_pictures_soon,
    product_file::{FileProduct, RowError},
    save_products::{Save, rows_of, save_products},
    stored_products::{StoredProduct, stored_products},
};

/// A variant and how many there are; `None` when it is not counted.
type Count = (VariantId, Option<i64>);

/// A product of which the file says other quantities and nothing else new.
type Recounted<'b> = (&'b StoredProduct, &'b FileProduct, Vec<Count>);

/// What became of a batch.
#[derive(Default)]
pub struct Batch {
    pub counts: Counts,
    pub errors: Vec<RowError>,
}

/// Imports a batch and notes how far the import is. When the database refuses it, the halves are tried, down to the product
/// that it refuses.
pub fn import_batch<'a>(
    ctx: &'a Ctx,
    id: ImportId,
    products: &'a [FileProduct],
    folder: Option<&'a ImportFolder>,
    before: Counts,
    errors_before: usize,
) -> BoxFuture<'a, Result<Batch>> {
    async move {
        match try_batch(ctx, id, products, folder, before).await {
            Err(Error::Database(error)) if is_refusal(&error) => {
                tracing::warn!(%error, products = products.len(), "a batch of an import was refused");
                if let [product] = products {
                    return refused(ctx, id, product, before, errors_before).await;
                }
                let (left, right) = products.split_at(products.len() / 2);
                let mut done = import_batch(ctx, id, left, folder, before, errors_before).await?;
                let mut so_far = before;
                so_far.add(done.counts);
                let rest = import_batch(ctx, id, right, folder, so_far, errors_before + done.errors.len()).await?;
                done.counts.add(rest.counts);
                done.errors.extend(rest.errors);
                Ok(done)
            }
            Ok(counts) => Ok(Batch { counts, errors: Vec::new() }),
            Err(error) => Err(error),
        }
    }
    .boxed()
}

/// Whether the database refused the content; anything else may pass.
fn is_refusal(error: &sqlx::Error) -> bool {
    let code =
        error.as_database_error().and_then(|error| error.code().map(|code| code.into_owned())).unwrap_or_default();
    // Class 22: data exceptions. Class 23: violated constraints. 54: limits, such as a value too long for an index.
    ["22", "23", "54"].iter().any(|class| code.starts_with(class))
}

async fn refused(ctx: &Ctx, id: ImportId, product: &FileProduct, before: Counts, place: usize) -> Result<Batch> {
    let error = RowError {
        row: product.row,
        handle: product.handle.clone(),
        column: String::new(),
        code: "not_saved",
        params: Vec::new(),
    };
    let counts = Counts { failed: 1, ..Counts::default() };
    let mut so_far = before;
    so_far.add(counts);
    let mut tx = ctx.begin().await?;
    note_progress(&mut tx, id, so_far, std::slice::from_ref(&error), place).await?;
    tx.commit().await?;
    Ok(Batch { counts, errors: vec![error] })
}

async fn try_batch(
    ctx: &Ctx,
    id: ImportId,
    products: &[FileProduct],
    folder: Option<&ImportFolder>,
    before: Counts,
) -> Result<Counts> {
    let locale = ctx.store()?.locales.first().copied().unwrap_or(Locale::En);
    let mut tx = ctx.begin().await?;
    one_at_a_time(&mut tx).await?;
    let known = known_products(&mut tx, products).await?;
    let is_same = |product: &FileProduct| {
        known
            .get(&product.handle)
            .is_some_and(|(_, hash)| hash.as_deref() == Some(product.hash_with_quantities().as_slice()))
    };
    let changed: Vec<&FileProduct> = products.iter().filter(|product| !is_same(product)).collect();
    let mut counts = Counts { unchanged: count(products.len() - changed.len()), ..Counts::default() };
    let ids: Vec<Uuid> = changed.iter().filter_map(|product| known.get(&product.handle)).map(|(id, _)| id.0).collect();
    let stored = if ids.is_empty() { HashMap::new() } else { stored_products(&mut tx, &ids, locale).await? };

    let mut saves = Vec::new();
    let (mut quantities, mut first_quantities) = (Vec::new(), Vec::new());
    let mut recounted = Vec::new();
    for product in changed {
        let old = known.get(&product.handle).and_then(|(id, _)| stored.get(id));
        match old {
            Some(old) if old.product.is_same(product) => {
                let different = different_quantities(product, old, &old.variants);
                recounted.push((old, product, different));
                continue;
            }
            Some(_) => counts.updated += 1,
            None => counts.created += 1,
        }
        let product_id = old.map_or_else(|| ctx.new_id(), |old| old.id);
        let rows = rows_of(ctx, product_id, product, old, folder).await;
        let ids: Vec<VariantId> = rows.variants.iter().map(|variant| variant.id).collect();
        quantities.extend(old.map(|old| different_quantities(product, old, &ids)).unwrap_or_default());
        first_quantities.extend(first_quantities_of(product, old, &ids));
        let former_kind = old.map(|old| &old.product.kind).filter(|kind| **kind != product.kind).cloned();
        saves.push(Save { id: product_id, product, rows, former_kind });
    }
    save_products(&mut tx, &saves, locale).await?;

    let asked: Vec<VariantId> =
        recounted.iter().flat_map(|(_, _, different)| different).chain(&quantities).map(|(id, _)| *id).collect();
    let available = available(&mut tx, &asked).await?;
    let is_news = |(id, count): &Count| !agrees(available.get(id), *count);
    for (_, _, different) in &recounted {
        if different.iter().any(is_news) {
            counts.updated += 1;
        } else {
            counts.unchanged += 1;
        }
        quantities.extend(different);
    }
    quantities.retain(is_news);
    quantities.extend(first_quantities);
    note_quantities(&mut tx, &recounted).await?;
    if !quantities.is_empty() {
        ctx.port::<dyn Stock>().set_on_hand(&mut tx, &quantities, "import").await?;
    }
    if saves.iter().flat_map(|save| &save.rows.media).any(|media| media.state == "pending") {
        fetch_pictures_soon(&mut tx).await?;
    }
    let mut so_far = before;
    so_far.add(counts);
    note_progress(&mut tx, id, so_far, &[], 0).await?;
    tx.commit().await?;
    Ok(counts)
}

/// Two imports of a store take turns, batch by batch.
async fn one_at_a_time(tx: &mut Tx) -> Result<()> {
    let store = tx.ctx().store_id()?;
    sqlx::query("select pg_advisory_xact_lock(hashtextextended('catalog.import:' || $1::text, 0))")
        .bind(store.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Id and hash of the products that exist, by handle.
async fn known_products(
    tx: &mut Tx,
    products: &[FileProduct],
) -> Result<HashMap<String, (ProductId, Option<Vec<u8>>)>> {
    let handles: Vec<&str> = products.iter().map(|product| product.handle.as_str()).collect();
    let store = tx.ctx().store_id()?;
    let rows: Vec<(String, Uuid, Option<Vec<u8>>)> =
        sqlx::query_as("select slug, id, import_hash from catalog.products where store_id = $1 and slug = any($2)")
            .bind(store.0)
            .bind(&handles)
            .fetch_all(tx.conn())
            .await?;
    Ok(rows.into_iter().map(|(slug, id, hash)| (slug, (ProductId(id), hash))).collect())
}

/// The variants that are new. What the file says nothing about is not counted.
fn first_quantities_of(product: &FileProduct, old: Option<&StoredProduct>, ids: &[VariantId]) -> Vec<Count> {
    let is_new = |id: &VariantId| old.is_none_or(|old| !old.variants.contains(id));
    let variants = product.variants.iter().zip(ids).filter(|(_, id)| is_new(id));
    variants.map(|(variant, id)| (*id, variant.stock().flatten())).collect()
}

/// The variants that were there and whose stock the file says something else about than the file before.
fn different_quantities(product: &FileProduct, old: &StoredProduct, ids: &[VariantId]) -> Vec<Count> {
    let former: HashMap<_, _> = old.variants.iter().zip(&old.product.variants).collect();
    let variants = product.variants.iter().zip(ids);
    variants
        .filter(|(variant, id)| {
            former.get(id).is_some_and(|old| old.quantity != variant.quantity || old.stock() != variant.stock())
        })
        .filter_map(|(variant, id)| Some((*id, variant.stock()?)))
        .collect()
}

async fn available(tx: &mut Tx, ids: &[VariantId]) -> Result<HashMap<VariantId, Availability>, AppError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let port = tx.ctx().port::<dyn Stock>();
    port.availability(tx, ids).await
}

/// Whether stock is what the file says already. A file written by the export holds what was available then.
fn agrees(available: Option<&Availability>, count: Option<i64>) -> bool {
    match (available, count) {
        (Some(Availability::Limited(available)), Some(count)) => *available == count,
        (Some(Availability::Unlimited), None) => true,
        _ => false,
    }
}

/// Remembers the quantities of a file that says nothing else new.
async fn note_quantities(tx: &mut Tx, recounted: &[Recounted<'_>]) -> Result<()> {
    if recounted.is_empty() {
        return Ok(());
    }
    let store = tx.ctx().store_id()?;
    let products: Vec<Uuid> = recounted.iter().map(|(old, _, _)| old.id.0).collect();
    let hashes: Vec<Vec<u8>> =
        recounted.iter().map(|(_, product, _)| product.hash_with_quantities().to_vec()).collect();
    let variants = recounted.iter().flat_map(|(old, product, _)| old.variants.iter().zip(&product.variants));
    let (ids, quantities): (Vec<Uuid>, Vec<Option<i64>>) =
        variants.map(|(id, variant)| (id.0, variant.quantity)).unzip();
    sqlx::query(
        "with hashed as (
            update catalog.products p set import_hash = r.hash
            from unnest($2::uuid[], $3::bytea[]) r(id, hash) where p.store_id = $1 and p.id = r.id
        )
        update catalog.variants v set imported_quantity = coalesce(r.quantity, v.imported_quantity)
        from unnest($4::uuid[], $5::bigint[]) r(id, quantity) where v.store_id = $1 and v.id = r.id",
    )
    .bind(store.0)
    .bind(&products)
    .bind(&hashes)
    .bind(&ids)
    .bind(&quantities)
    .execute(tx.conn())
    .await?;
    Ok(())
}

fn count(products: usize) -> u32 {
    u32::try_from(products).unwrap_or(u32::MAX)
}
