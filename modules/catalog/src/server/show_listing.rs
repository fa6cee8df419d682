//! A storefront's list of products: all of them, a category's, or what a search finds.

mod facets;
mod in_stock;

use orion_kernel::{AppError, Money, Page, Paged};
use orion_runtime::{Ctx, Result, Tx};
use orion_ui::IndexQuery;
use uuid::Uuid;

use self::{facets::facets, in_stock::in_stock};
use super::list_cards::{Wanted, list_cards, list_cards_with_stock};
use crate::{
    choice::Choice,
    views::{CategoryLink, Facets, Listing, ProductCard},
};

/// Products on a page.
const SIZE: u32 = 24;
/// Most products a search finds.
const MOST_FOUND: i32 = 500;

/// A category with its place in the tree.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
struct Node {
    id: Uuid,
    parent_id: Option<Uuid>,
    name: String,
    slug: String,
}

/// All published products, or those of a category and the categories below it.
///
/// # Errors
///
/// `NotFound` for a category that does not exist.
pub async fn show_listing(ctx: &Ctx, category: Option<&str>, query: &IndexQuery) -> Result<Listing> {
    let mut tx = ctx.begin().await?;
    let tree = categories(&mut tx).await?;
    let Some(slug) = category else {
        let tops = tree.iter().filter(|node| node.parent_id.is_none()).map(link).collect();
        let (products, facets) = list(&mut tx, Wanted::default(), query).await?;
        return Ok(Listing { category: None, above: Vec::new(), below: tops, products, facets });
    };
    let node = tree.iter().find(|node| node.slug == slug).ok_or_else(AppError::not_found)?;
    let wanted = Wanted { categories: Some(subtree(&tree, node.id)), ..Wanted::default() };
    let (products, facets) = list(&mut tx, wanted, query).await?;
    Ok(Listing {
        category: Some(link(node)),
        above: above(&tree, node).into_iter().map(link).collect(),
        below: tree.iter().filter(|child| child.parent_id == Some(node.id)).map(link).collect(),
        products,
        facets,
    })
}

/// What words find, the best first. No words find nothing.
pub async fn search_products(ctx: &Ctx, query: &IndexQuery) -> Result<Listing> {
    let nothing = Listing {
        category: None,
        above: Vec::new(),
        below: Vec::new(),
        products: Paged { items: Vec::new(), total: 0, page: page(query) },
        facets: Facets::default(),
    };
    if query.search.trim().is_empty() {
        return Ok(nothing);
    }
    let mut tx = ctx.begin().await?;
    let found: Vec<Uuid> = sqlx::query_scalar("select product_id from catalog.search_products($1, $2, $3)")
        .bind(ctx.store_id()?.0)
        .bind(query.search.trim())
        .bind(MOST_FOUND)
        .fetch_all(tx.conn())
        .await?;
    if found.is_empty() {
        return Ok(nothing);
    }
    let wanted = Wanted { products: Some(found), sort: "match".to_owned(), ..Wanted::default() };
    let (products, facets) = list(&mut tx, wanted, query).await?;
    Ok(Listing { products, facets, ..nothing })
}

fn page(query: &IndexQuery) -> Page {
    Page { number: query.page.max(1), size: SIZE }
}

async fn list(tx: &mut Tx, wanted: Wanted, query: &IndexQuery) -> Result<(Paged<ProductCard>, Facets)> {
    let currency = tx.ctx().store()?.currency;
    let choice = Choice::of(query);
    let amount = |text: &str| Money::parse_decimal(text, currency).ok().map(|amount| amount.minor);
    let (option_names, option_values) = choice.options.into_iter().unzip();
    let mut wanted = Wanted {
        vendors: choice.vendors,
        price_from: amount(&choice.price_from),
        price_to: amount(&choice.price_to),
        option_names,
        option_values,
        sort: if query.sort.is_empty() { wanted.sort } else { query.sort.clone() },
        page: page(query),
        ..wanted
    };
    if choice.only_in_stock {
        let available = in_stock(tx, &wanted).await?;
        // The order of a search's matches stays.
        wanted.products = Some(match wanted.products {
            Some(found) => found.into_iter().filter(|id| available.contains(id)).collect(),
            None => available.into_iter().collect(),
        });
    }
    let mut products = cards(tx, &wanted, choice.only_in_stock).await?;
    if products.items.is_empty() && wanted.page.number > 1 {
        // The address of a page that is not there, or not any more.
        wanted.page.number = 1;
        products = cards(tx, &wanted, choice.only_in_stock).await?;
    }
    let facets = facets(tx, &wanted).await?;
    Ok((products, facets))
}

/// What is in stock need not be marked when it is sold out.
async fn cards(tx: &mut Tx, wanted: &Wanted, only_in_stock: bool) -> Result<Paged<ProductCard>> {
    if only_in_stock { list_cards(tx, wanted).await } else { list_cards_with_stock(tx, wanted).await }
}

async fn categories(tx: &mut Tx) -> Result<Vec<Node>> {
    let store = tx.ctx().store_id()?;
    let nodes = sqlx::query_as(
        "select id, parent_id, name, slug from catalog.categories where store_id = $1 order by position, lower(name)",
    )
    .bind(store.0)
    .fetch_all(tx.conn())
    .await?;
    Ok(nodes)
}

fn link(node: &Node) -> CategoryLink {
    CategoryLink { name: node.name.clone(), slug: node.slug.clone() }
}

/// A category and all below it.
fn subtree(tree: &[Node], root: Uuid) -> Vec<Uuid> {
    let mut found = vec![root];
    let mut next = 0;
    while let Some(parent) = found.get(next).copied() {
        next += 1;
        let children = tree.iter().filter(|node| node.parent_id == Some(parent)).map(|node| node.id);
        let new: Vec<Uuid> = children.filter(|id| !found.contains(id)).collect();
        found.extend(new);
    }
    found
}

/// The categories above one, the topmost first.
fn above<'t>(tree: &'t [Node], node: &'t Node) -> Vec<&'t Node> {
    let mut way: Vec<&Node> = Vec::new();
    let mut current = node;
    while let Some(parent) = current.parent_id.and_then(|id| tree.iter().find(|node| node.id == id)) {
        // Two people who move categories at once could make a circle.
        if parent.id == node.id || way.contains(&parent) {
            break;
        }
        way.push(parent);
        current = parent;
    }
    way.reverse();
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(id: u128, parent: Option<u128>) -> Node {
        Node {
            id: Uuid::from_u128(id),
            parent_id: parent.map(Uuid::from_u128),
            name: id.to_string(),
            slug: id.to_string(),
        }
    }

    #[test]
    fn a_category_holds_what_is_below_it_and_knows_what_is_above() {
        let tree = [node(1, None), node(2, Some(1)), node(3, Some(2)), node(4, None)];
        assert_eq!(subtree(&tree, Uuid::from_u128(1)), [1, 2, 3].map(Uuid::from_u128));
        assert_eq!(above(&tree, &tree[2]), [&tree[0], &tree[1]]);
        let circle = [node(1, Some(2)), node(2, Some(1))];
        assert_eq!(subtree(&circle, Uuid::from_u128(1)).len(), 2);
        assert_eq!(above(&circle, &circle[0]), [&circle[1]]);
    }
}
