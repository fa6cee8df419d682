//! The orders of six weeks: most are paid and sent, the latest are still to be dealt with.

use orion_contracts::{
    CheckoutId, OrderId,
    orders::{NewOrder, NewOrderLine},
    stores::OrderNumbers,
};
use orion_kernel::{AppError, BasisPoints, Money};
use orion_runtime::{Result, Tx};
use time::{Duration, OffsetDateTime};

use super::{Buyer, DAYS, DemoStore, goods::Good, random::Random};
use crate::{
    i18n::{of, td_string},
    model::CancelReason,
    server::{
        NewParcel, ParcelLine, fulfil_order,
        lock_order::{Locked, lock_order},
        place_order, timeline,
    },
    views::Happening,
};

/// What the history is made of.
pub struct Plan<'p> {
    /// The store.
    pub store: &'p DemoStore,
    /// What it sells; not empty.
    pub goods: &'p [Good],
    /// Who buys; not empty.
    pub buyers: &'p [Buyer],
    /// Who sends.
    pub staff: &'p str,
}

/// How an order ends up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Sent,
    PartlySent,
    ToSend,
    Unpaid,
    Cancelled,
}

/// Writes the orders.
pub async fn write(tx: &mut Tx, plan: &Plan<'_>) -> Result<()> {
    let mut random = Random::of(&plan.store.code);
    let now = tx.now();
    let today = now.date().midnight().assume_utc();
    for age in (0..=DAYS).rev() {
        let day = today - Duration::days(age);
        // A shop that is getting known: from two orders a day to five, more at the weekend.
        let growth = usize::try_from((DAYS - age) / 14).unwrap_or_default();
        let weekend = usize::from(day.weekday().number_days_from_monday() > 4);
        let mut minutes: Vec<_> =
            (0..1 + growth + weekend + random.below(3)).map(|_| 7 * 60 + random.below(15 * 60)).collect();
        minutes.sort_unstable();
        for minute in minutes {
            let at = day + Duration::minutes(i64::try_from(minute).unwrap_or_default());
            let fate = fate(&mut random, age);
            let order = new_order(tx, plan, &mut random, fate)?;
            if at < now {
                write_order(tx, plan, &mut random, &order, fate, at).await?;
            }
        }
    }
    Ok(())
}

fn fate(random: &mut Random, age: i64) -> Fate {
    let draw = random.below(100);
    match age {
        0..=1 if draw < 25 => Fate::Unpaid,
        0..=1 => Fate::ToSend,
        2..=4 if draw < 15 => Fate::PartlySent,
        2..=4 if draw < 30 => Fate::ToSend,
        2..=9 if draw < 36 => Fate::Unpaid,
        _ if draw > 96 => Fate::Cancelled,
        _ => Fate::Sent,
    }
}

fn new_order(tx: &Tx, plan: &Plan<'_>, random: &mut Random, fate: Fate) -> Result<NewOrder> {
    let buyer = random.pick(plan.buyers);
    let currency = tx.ctx().store()?.currency;
    let count = 1 + random.below(3) + usize::from(fate == Fate::PartlySent);
    let mut goods = Money::zero(currency);
    let mut lines: Vec<NewOrderLine> = Vec::new();
    for _ in 0..count {
        let good = random.pick(plan.goods);
        let quantity = if random.chance(25) { 2 } else { 1 };
        if lines.iter().any(|line| line.variant_id == good.variant_id) {
            continue;
        }
        goods = goods.checked_add(good.price.checked_mul(quantity)?)?;
        lines.push(NewOrderLine {
            variant_id: good.variant_id,
            title: good.title.clone(),
            variant_title: good.variant_title.clone(),
            sku: good.sku.clone(),
            quantity,
            unit_price: good.price,
            image_url: good.image_url.clone(),
        });
    }
    let rates = &plan.store.shipping_rates;
    let rate = if random.chance(80) { rates.first() } else { rates.last() }.ok_or_else(AppError::internal)?;
    let is_free = rate.free_from_minor.is_some_and(|from| goods.minor >= from);
    let shipping = Money::new(if is_free { 0 } else { rate.price_minor }, currency);
    let total = goods.checked_add(shipping)?;
    let tax_rate = BasisPoints(plan.store.tax_rate_bp);
    let l = of(buyer.locale);
    let by_transfer = fate == Fate::Unpaid || random.chance(12);
    let payment_name = if by_transfer { td_string!(l, demo.transfer) } else { td_string!(l, demo.card) };
    Ok(NewOrder {
        checkout_id: tx.new_id::<CheckoutId>(),
        customer_id: buyer.customer_id,
        email: buyer.email.clone(),
        locale: buyer.locale,
        shipping_address: buyer.address.clone(),
        billing_address: buyer.address.clone(),
        lines,
        shipping_name: rate.name.get(&buyer.locale).cloned().unwrap_or_default(),
        shipping,
        tax_rate,
        tax: total.included_tax(tax_rate)?,
        total,
        payment_name: payment_name.to_owned(),
        payment_id: None,
        is_paid: fate != Fate::Unpaid,
        note: String::new(),
    })
}

async fn write_order(
    tx: &mut Tx,
    plan: &Plan<'_>,
    random: &mut Random,
    order: &NewOrder,
    fate: Fate,
    at: OffsetDateTime,
) -> Result<()> {
    let (store, id) = (tx.ctx().store_id()?, tx.new_id::<OrderId>());
    place_order::record(tx, store, id, order, &OrderNumbers::default(), at).await?;
    let mut locked = lock_order(tx, id).await?;
    let later = (at + Duration::hours(2 + i64::try_from(random.below(30)).unwrap_or_default())).min(tx.now());
    match fate {
        Fate::Sent | Fate::PartlySent => send(tx, plan, &mut locked, fate, later).await?,
        Fate::Cancelled => cancel(tx, plan, &mut locked, later).await?,
        Fate::ToSend | Fate::Unpaid => return Ok(()),
    }
    locked.save(tx).await
}

async fn send(tx: &mut Tx, plan: &Plan<'_>, order: &mut Locked, fate: Fate, at: OffsetDateTime) -> Result<()> {
    let mut left: Vec<_> = fulfil_order::left(tx, order.id).await?.into_iter().collect();
    left.sort_unstable();
    let ordered: i64 = left.iter().map(|(_, quantity)| quantity).sum();
    if fate == Fate::PartlySent && left.len() > 1 {
        left.pop();
    }
    let lines: Vec<_> = left.into_iter().map(|(id, quantity)| ParcelLine { id, quantity }).collect();
    let quantity = lines.iter().map(|line| line.quantity).sum();
    let tracking_number = format!("LU{:09}", 100_000_000 + order.number * 7_919);
    let parcel = NewParcel {
        lines: Vec::new(),
        carrier: "POST Luxembourg".to_owned(),
        tracking_url: format!("https://tracking.example/{tracking_number}"),
        tracking_number,
    };
    fulfil_order::record(tx, order.id, &parcel, &lines, at).await?;
    order.states = order.states.after_fulfilling(quantity, ordered);
    let happening = Happening::Fulfilled { quantity, carrier: parcel.carrier, tracking_number: parcel.tracking_number };
    timeline::write(tx, order.id, &[happening], plan.staff, at).await
}

async fn cancel(tx: &mut Tx, plan: &Plan<'_>, order: &mut Locked, at: OffsetDateTime) -> Result<()> {
    let (amount, reason) = (order.total, String::new());
    order.refunded = amount;
    order.states = order.states.after_cancelling().after_refund(amount.minor, amount.minor);
    let happenings = [
        Happening::Refunded { amount, reason },
        Happening::Cancelled { reason: CancelReason::Customer, restocked: true },
    ];
    timeline::write(tx, order.id, &happenings, plan.staff, at).await
}
