//! Turns a checkout into an order, or into a payment that will.

use orion_contracts::{
    CartId, CheckoutId, PaymentId, VariantId,
    carts::CartView,
    orders::NewOrder,
    payments::{NewPayment, PaymentStatus, Payments, StartedPayment, pay_path},
    stock::{Availability, Stock},
};
use orion_kernel::{AppError, Money, fmt};
use orion_runtime::{Ctx, Error, Result, Tx, failpoint};
use time::Duration;

use super::{
    check_draft::Needs,
    checkout_page::customer,
    place::{Placing, place, stock_lines},
    price::{Priced, price},
    settings::CheckoutSettings,
    stored,
    submit_checkout::Submission,
};
use crate::{
    forms::Draft,
    i18n::{of, td_string},
    model::Sum,
    paths::{CHECKOUT, complete_path},
    views::Ask,
};

/// How long goods are held while somebody pays. They are held in the cart's name, so that it does not call them sold out.
const HOLD: Duration = Duration::minutes(15);

/// What came of it.
pub enum Completed {
    /// The shopper has to pay.
    Pay(PaymentId),
    /// It is an order.
    Placed,
}

impl Completed {
    /// Where the shopper goes next, below the base.
    pub fn next(&self, id: CheckoutId) -> String {
        match self {
            Self::Pay(payment) => pay_path(*payment),
            Self::Placed => complete_path(id),
        }
    }
}

/// Orders what is in the cart, whose checkout the caller has taken. After an error the caller rolls back.
///
/// # Errors
///
/// What is wrong with which field; `Conflict` when the total or the stock has changed, or a payment is being confirmed.
pub async fn complete_checkout(
    tx: &mut Tx,
    id: CheckoutId,
    cart: &CartView,
    draft: &Draft,
    submission: &Submission,
) -> Result<Completed> {
    let ctx = tx.ctx().clone();
    let priced = price(tx, cart).await?;
    let offer = check(tx, draft, submission, &priced).await?;
    check_stock(tx, cart.id, &priced).await?;
    let payment = start_payment(tx, id, draft, &offer).await?;
    failpoint("checkout.after_start").await?;
    let order = order(&ctx, id, draft, &priced, &offer, &payment);
    match payment.status {
        PaymentStatus::Pending => {
            let held = ctx.port::<dyn Stock>().reserve(tx, cart.id.0, &stock_lines(&order), ctx.now() + HOLD).await;
            held.map_err(|refusal| in_words(&priced, refusal))?;
            failpoint("checkout.after_reserve").await?;
            stored::begin_paying(tx, id, &order, payment.id, &offer.payment).await?;
            Ok(Completed::Pay(payment.id))
        }
        PaymentStatus::Succeeded | PaymentStatus::Deferred => {
            let placing = Placing { cart: cart.id, order, is_paid: payment.status == PaymentStatus::Succeeded };
            match place(tx, id, placing, Some(&offer.payment)).await {
                Err(Error::App(refusal)) => Err(in_words(&priced, refusal).into()),
                Err(error) => Err(error),
                Ok(()) => Ok(Completed::Placed),
            }
        }
        PaymentStatus::Failed | PaymentStatus::Refunded => Err(AppError::internal().into()),
    }
}

/// What is ordered, on which terms.
struct Offer {
    sum: Sum,
    shipping_name: String,
    payment: String,
}

async fn check(tx: &mut Tx, draft: &Draft, submission: &Submission, priced: &Priced) -> Result<Offer> {
    if !priced.gone.is_empty() || priced.lines.is_empty() {
        return Err(AppError::conflict("line_unavailable").with("titles", list(&priced.gone)).into());
    }
    let ctx = tx.ctx().clone();
    let chosen = priced.shippings.iter().find(|option| option.code == draft.shipping);
    let sum = Sum::of(
        priced.goods,
        chosen.map_or(Money::zero(priced.goods.currency), |option| option.price),
        priced.tax_rate,
    )?;
    let methods = ctx.port::<dyn Payments>().methods(tx, sum.total, ctx.locale()).await?;
    let settings = ctx.settings::<CheckoutSettings>().await?;
    let is_free = sum.total.is_zero();
    let shippings: Vec<&str> = priced.shippings.iter().map(|option| option.code.as_str()).collect();
    let payments: Vec<&str> = methods.iter().map(|method| method.code.as_str()).collect();
    draft.check_for_order(&Needs {
        phone: settings.phone == Ask::Required,
        shipping: priced.needs_shipping(),
        shippings: &shippings,
        payment: !is_free,
        payments: &payments,
        accepted: submission.terms,
    })?;
    if sum.total.minor != submission.expected_total_minor {
        return Err(AppError::conflict("total_changed").with("total", fmt::money(ctx.locale(), sum.total)).into());
    }
    let payment = if is_free { payments.first().copied().unwrap_or_default() } else { draft.payment.as_str() };
    Ok(Offer {
        sum,
        shipping_name: chosen
            .map_or_else(|| td_string!(of(ctx.locale()), shipping.none).to_owned(), |option| option.name.clone()),
        payment: payment.to_owned(),
    })
}

/// Tells whoever comes too late before they queue for an order's number. Whoever gets through is checked again when the goods
/// are taken.
async fn check_stock(tx: &mut Tx, cart: CartId, priced: &Priced) -> Result<()> {
    let ids: Vec<VariantId> = priced.lines.iter().map(|line| line.variant.id).collect();
    let stock = tx.ctx().port::<dyn Stock>();
    let available = stock.availability_for(tx, cart.0, &ids).await?;
    let short = priced.lines.iter().filter_map(|line| match available.get(&line.variant.id) {
        Some(Availability::Limited(left)) if *left < line.quantity => Some(line.full_title_with(left)),
        _ => None,
    });
    let short: Vec<String> = short.collect();
    if short.is_empty() { Ok(()) } else { Err(out_of_stock(&short).into()) }
}

async fn start_payment(tx: &mut Tx, id: CheckoutId, draft: &Draft, offer: &Offer) -> Result<StartedPayment> {
    let ctx = tx.ctx().clone();
    let payment = NewPayment {
        checkout_id: id,
        amount: offer.sum.total,
        method: offer.payment.clone(),
        return_url: ctx.scope().absolute(&complete_path(id)),
        cancel_url: ctx.scope().absolute(CHECKOUT),
        locale: ctx.locale(),
        email: draft.email.clone(),
    };
    Ok(ctx.port::<dyn Payments>().start(tx, payment).await?)
}

fn order(
    ctx: &Ctx,
    id: CheckoutId,
    draft: &Draft,
    priced: &Priced,
    offer: &Offer,
    payment: &StartedPayment,
) -> NewOrder {
    let payer = if draft.billing_differs { &draft.billing } else { &draft.address };
    NewOrder {
        checkout_id: id,
        customer_id: customer(ctx),
        email: draft.email.clone(),
        locale: ctx.locale(),
        shipping_address: draft.address.clone().into(),
        billing_address: payer.clone().into(),
        lines: priced.lines.iter().map(super::price::PricedLine::order_line).collect(),
        shipping_name: offer.shipping_name.clone(),
        shipping: offer.sum.shipping,
        tax_rate: priced.tax_rate,
        tax: offer.sum.tax,
        total: offer.sum.total,
        payment_name: payment.method_name.clone(),
        payment_id: Some(payment.id),
        is_paid: false,
        note: draft.note.clone(),
    }
}

/// Stock's refusal in the shopper's words: which articles, and how many there are. Any other error stays as it is.
fn in_words(priced: &Priced, refusal: AppError) -> AppError {
    if refusal.code != "out_of_stock" {
        return refusal;
    }
    let titles: Vec<String> = refusal
        .fields
        .iter()
        .filter_map(|field| {
            let line = priced.lines.iter().find(|line| line.variant.id.to_string() == field.field)?;
            let left = field.params.iter().find(|(name, _)| name == "available").map_or("0", |(_, left)| left.as_str());
            Some(line.full_title_with(left))
        })
        .collect();
    out_of_stock(&titles)
}

fn out_of_stock(titles: &[String]) -> AppError {
    AppError::conflict("out_of_stock").with("titles", list(titles))
}

fn list(titles: &[String]) -> String {
    titles.iter().filter(|title| !title.is_empty()).cloned().collect::<Vec<_>>().join(", ")
}
