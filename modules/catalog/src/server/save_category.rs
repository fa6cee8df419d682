//! Adds, changes and removes categories.

use orion_contracts::CategoryId;
use orion_kernel::{AppError, Check};
use orion_runtime::{Ctx, Result, Tx, error::violates};
use uuid::Uuid;

use super::list_categories::tree;
use crate::{
    forms::CategoryFields,
    model::slugify,
    paths,
    views::{CategoryEditor, CategoryNode},
};

/// A category in its form.
///
/// # Errors
///
/// `NotFound`.
pub async fn open_category(ctx: &Ctx, id: CategoryId) -> Result<CategoryEditor> {
    let store = ctx.store()?;
    let mut tx = ctx.begin().await?;
    let nodes = tree(&mut tx).await?;
    let node = nodes.iter().find(|node| node.id == id).cloned().ok_or_else(AppError::not_found)?;
    let (parent_id, position): (Option<Uuid>, i32) =
        sqlx::query_as("select parent_id, position from catalog.categories where store_id = $1 and id = $2")
            .bind(store.id.0)
            .bind(id.0)
            .fetch_one(tx.conn())
            .await?;
    let origin = ctx.app().config().public_origin.of_host(&store.host);
    Ok(CategoryEditor {
        id,
        storefront_url: format!("{origin}{}", paths::category(&node.slug)),
        name: node.name,
        slug: node.slug,
        parent_id: parent_id.map(CategoryId),
        position,
        parents: outside(nodes, id),
        products: node.products,
    })
}

/// The tree without a category and those below it.
fn outside(nodes: Vec<CategoryNode>, id: CategoryId) -> Vec<CategoryNode> {
    let mut depth = None;
    let keep = |node: &CategoryNode| {
        if depth.is_some_and(|depth| node.depth > depth) {
            return false;
        }
        depth = (node.id == id).then_some(node.depth);
        depth.is_none()
    };
    nodes.into_iter().filter(keep).collect()
}

/// Saves a category; a new one when the id is empty.
///
/// # Errors
///
/// `NotFound`; `Invalid` when its address is taken or it would lie below itself.
pub async fn save_category(ctx: &Ctx, id: &str, fields: &CategoryFields) -> Result<CategoryId> {
    let (id, parent) = (category(id)?, category(&fields.parent)?);
    let slug = if fields.slug.trim().is_empty() { slugify(&fields.name) } else { slugify(&fields.slug) };
    let mut check = Check::new();
    check.text("name", &fields.name, 1..=255).range("position", fields.position, 0..=9_999);
    check.when(slug.is_empty() && !fields.name.trim().is_empty(), "slug", "slug_empty");
    check.finish()?;
    let mut tx = ctx.begin().await?;
    let nodes = tree(&mut tx).await?;
    let allowed = match id {
        Some(id) => outside(nodes, id),
        None => nodes,
    };
    if parent.is_some_and(|parent| !allowed.iter().any(|node| node.id == parent)) {
        return Err(AppError::field("parent", "category_circle").into());
    }
    let own = id.unwrap_or_else(|| ctx.new_id());
    let action = if id.is_some() { "categories.changed" } else { "categories.created" };
    write(&mut tx, own, id.is_none(), &slug, parent, fields).await?;
    tx.audit(action, ("category", own), fields.name.trim()).await?;
    tx.commit().await?;
    Ok(own)
}

/// An id that may be left empty.
fn category(text: &str) -> Result<Option<CategoryId>, AppError> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| AppError::not_found()) }
}

async fn write(
    tx: &mut Tx,
    id: CategoryId,
    is_new: bool,
    slug: &str,
    parent: Option<CategoryId>,
    fields: &CategoryFields,
) -> Result<()> {
    let store = tx.ctx().store_id()?;
    let statement = if is_new {
        "insert into catalog.categories (store_id, id, name, slug, parent_id, position) values ($1, $2, $3, $4, $5, $6)"
    } else {
        "update catalog.categories set name = $3, slug = $4, parent_id = $5, position = $6 where store_id = $1 and id = $2"
    };
    let written = sqlx::query(statement)
        .bind(store.0)
        .bind(id.0)
        .bind(fields.name.trim())
        .bind(slug)
        .bind(parent.map(|id| id.0))
        .bind(fields.position)
        .execute(tx.conn())
        .await;
    match written {
        Err(error) if violates(&error, "categories_slug") => Err(AppError::field("slug", "slug_taken").into()),
        Ok(done) if done.rows_affected() == 0 => Err(AppError::not_found().into()),
        other => Ok(other.map(drop)?),
    }
}

/// Removes a category; its products stay, and the categories below it move to the top.
///
/// # Errors
///
/// `NotFound`.
pub async fn delete_category(ctx: &Ctx, id: CategoryId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let name: String =
        sqlx::query_scalar("delete from catalog.categories where store_id = $1 and id = $2 returning name")
            .bind(ctx.store_id()?.0)
            .bind(id.0)
            .fetch_optional(tx.conn())
            .await?
            .ok_or_else(AppError::not_found)?;
    tx.audit("categories.deleted", ("category", id), name).await?;
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_category_cannot_lie_below_itself() {
        let node = |id: u128, depth| CategoryNode {
            id: CategoryId(Uuid::from_u128(id)),
            name: String::new(),
            slug: String::new(),
            depth,
            products: 0,
        };
        let tree = vec![node(1, 0), node(2, 1), node(3, 2), node(4, 1), node(5, 0)];
        let left = |id| outside(tree.clone(), CategoryId(Uuid::from_u128(id))).len();
        assert_eq!((left(1), left(2), left(3), left(5)), (1, 3, 4, 4));
    }
}
