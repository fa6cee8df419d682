//! The tree of categories.

use orion_contracts::CategoryId;
use orion_runtime::{Ctx, Result, Tx};
use uuid::Uuid;

use crate::views::CategoryNode;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    parent_id: Option<Uuid>,
    name: String,
    slug: String,
    products: i64,
}

/// All categories, each after the one above it.
pub async fn list_categories(ctx: &Ctx) -> Result<Vec<CategoryNode>> {
    let mut tx = ctx.begin().await?;
    tree(&mut tx).await
}

/// All categories as a tree, written one after the other.
pub async fn tree(tx: &mut Tx) -> Result<Vec<CategoryNode>> {
    let store = tx.ctx().store_id()?;
    let rows: Vec<Row> = sqlx::query_as(
        "select c.id, c.parent_id, c.name, c.slug,
            (select count(*) from catalog.product_categories p where p.store_id = $1 and p.category_id = c.id) as products
        from catalog.categories c where c.store_id = $1 order by c.position, lower(c.name)",
    )
    .bind(store.0)
    .fetch_all(tx.conn())
    .await?;
    let mut nodes = Vec::with_capacity(rows.len());
    below(&rows, None, 0, &mut nodes);
    // Two people who move categories at once could make a circle; what is in it still has to be seen.
    for row in &rows {
        if !nodes.iter().any(|node: &CategoryNode| node.id.0 == row.id) {
            nodes.push(node(row, 0));
        }
    }
    Ok(nodes)
}

fn below(rows: &[Row], parent: Option<Uuid>, depth: u32, nodes: &mut Vec<CategoryNode>) {
    for row in rows.iter().filter(|row| row.parent_id == parent) {
        nodes.push(node(row, depth));
        below(rows, Some(row.id), depth + 1, nodes);
    }
}

fn node(row: &Row, depth: u32) -> CategoryNode {
    CategoryNode {
        id: CategoryId(row.id),
        name: row.name.clone(),
        slug: row.slug.clone(),
        depth,
        products: row.products,
    }
}

/// Each category with the names of those above it.
pub async fn paths_of_categories(tx: &mut Tx) -> Result<Vec<(CategoryId, String)>> {
    let mut way: Vec<String> = Vec::new();
    let nodes = tree(tx).await?.into_iter().map(|node| {
        way.truncate(node.depth as usize);
        way.push(node.name);
        (node.id, way.join(" › "))
    });
    Ok(nodes.collect())
}
