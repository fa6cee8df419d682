//! What does the checkout show?

use orion_contracts::{
    carts::{CART_COOKIE, CartView, Carts},
    customers::Customers,
    payments::Payments,
};
use orion_kernel::{BasisPoints, CustomerId, Money};
use orion_runtime::{Ctx, PrincipalKind, Result, Tx};

use super::{
    price::{PricedLine, price},
    settings::CheckoutSettings,
    state::State,
    stored::{self, Stored},
    token,
};
use crate::{
    forms::Draft,
    views::{CheckoutView, Fields},
};

/// The cart's prices, what is on offer, and what is known of whoever buys.
pub async fn checkout_page(ctx: &Ctx) -> Result<CheckoutView> {
    let fields = ctx.settings::<CheckoutSettings>().await?.fields();
    let mut tx = ctx.begin().await?;
    let Some(cart) = open_cart(&mut tx).await? else { return empty(ctx, fields) };
    let earlier = earlier(&mut tx, &cart).await?;
    let priced = price(&mut tx, &cart).await?;
    // What is free to pay needs no method; whatever it costs with shipping has these.
    let amount = Money::new(priced.goods.minor.max(1), priced.goods.currency);
    let payments = ctx.port::<dyn Payments>().methods(&mut tx, amount, ctx.locale()).await?;
    let problem = match (&earlier, priced.gone.is_empty()) {
        (_, false) => Some("line_unavailable".to_owned()),
        (Some(earlier), true) => earlier.error_code.clone(),
        (None, true) => None,
    };
    let under_way =
        earlier.as_ref().filter(|earlier| earlier.state == State::Paying).and_then(|earlier| earlier.payment_id);
    let draft = match earlier {
        Some(earlier) => earlier.draft,
        None => known(&mut tx).await?,
    };
    Ok(CheckoutView {
        lines: priced.lines.iter().map(PricedLine::view).collect(),
        goods: priced.goods,
        tax_rate: priced.tax_rate,
        shippings: priced.shippings,
        payments,
        draft,
        fields,
        is_signed_in: customer(ctx).is_some(),
        problem,
        under_way,
    })
}

/// The cart of this browser or customer, unless it is empty.
pub async fn open_cart(tx: &mut Tx) -> Result<Option<CartView>> {
    let ctx = tx.ctx().clone();
    // A customer's cart is found without its cookie.
    let cookie = ctx.cookie(CART_COOKIE).unwrap_or_default();
    let found = ctx.port::<dyn Carts>().open_cart(tx, &cookie).await?;
    Ok(found.filter(|cart| !cart.lines.is_empty()))
}

/// The customer who is signed in.
pub fn customer(ctx: &Ctx) -> Option<CustomerId> {
    ctx.principal()
        .filter(|principal| principal.kind == PrincipalKind::Customer)
        .map(|principal| CustomerId(principal.id))
}

/// This browser's checkout of the cart. The browser gets to know its id before there is one, so that it finds its order even when
/// the answer to ordering is lost.
async fn earlier(tx: &mut Tx, cart: &CartView) -> Result<Option<Stored>> {
    let ctx = tx.ctx().clone();
    let known = token::of_browser(&ctx)?;
    let found = match known {
        Some(id) => stored::find(tx, id).await?,
        None => None,
    };
    let is_of_another_cart = found.as_ref().is_some_and(|found| found.cart_id != cart.id);
    if known.is_none() || is_of_another_cart {
        token::remember(&ctx, ctx.new_id())?;
    }
    Ok(found.filter(|found| found.cart_id == cart.id && matches!(found.state, State::Open | State::Paying)))
}

/// What a customer's account says.
async fn known(tx: &mut Tx) -> Result<Draft> {
    let ctx = tx.ctx().clone();
    let Some(id) = customer(&ctx) else { return Ok(Draft::default()) };
    let Some(customer) = ctx.port::<dyn Customers>().customer(tx, id).await? else { return Ok(Draft::default()) };
    let mut draft = Draft { email: customer.email, ..Draft::default() };
    match customer.default_address {
        Some(address) => draft.address = address.into(),
        None => {
            draft.address.first_name = customer.first_name;
            draft.address.last_name = customer.last_name;
        }
    }
    Ok(draft)
}

fn empty(ctx: &Ctx, fields: Fields) -> Result<CheckoutView> {
    Ok(CheckoutView {
        lines: Vec::new(),
        goods: Money::zero(ctx.store()?.currency),
        tax_rate: BasisPoints::ZERO,
        shippings: Vec::new(),
        payments: Vec::new(),
        draft: Draft::default(),
        fields,
        is_signed_in: customer(ctx).is_some(),
        problem: None,
        under_way: None,
    })
}
