//! What is written to a shopper when something happens to their order.

use orion_contracts::{
    OrderId,
    customers::CustomerErased,
    orders::{OrderCancelled, OrderFulfilled, OrderPlaced, Orders},
};
use orion_kernel::AppError;
use orion_runtime::{EventHandler, Result, Tx};

use super::{
    order_letters::letter,
    outbox::{NewMail, write},
    place::place,
    remove_old::forget_recipient,
};
use crate::model::Template;

/// The module's reactions.
pub fn handlers() -> Vec<EventHandler> {
    vec![
        EventHandler::on::<OrderPlaced>("messaging.confirm_order", "messaging", |tx, event| {
            Box::pin(async move { tell(tx, event.order_id, Template::Confirmation).await.map_err(AppError::from) })
        }),
        EventHandler::on::<OrderFulfilled>("messaging.announce_parcel", "messaging", |tx, event| {
            Box::pin(async move { tell(tx, event.order_id, Template::Shipped).await.map_err(AppError::from) })
        }),
        EventHandler::on::<OrderCancelled>("messaging.confirm_cancellation", "messaging", |tx, event| {
            Box::pin(async move { tell(tx, event.order_id, Template::Cancelled).await.map_err(AppError::from) })
        }),
        EventHandler::on::<CustomerErased>("messaging.forget_recipient", "messaging", |tx, event| {
            Box::pin(async move { forget_recipient(tx, &event.email).await.map_err(AppError::from) })
        }),
    ]
}

async fn tell(tx: &mut Tx, id: OrderId, template: Template) -> Result<()> {
    let orders = tx.ctx().port::<dyn Orders>();
    let Some(order) = orders.view(tx, id).await? else {
        tracing::warn!(order = %id, "no mail: the order is gone");
        return Ok(());
    };
    if order.order.email.is_empty() {
        // Its customer has had their account deleted in the meantime.
        return Ok(());
    }
    let locale = order.order.locale;
    let place = place(tx, locale).await?.with_legal_links().await?;
    let letter = letter(template, &order, &place)?;
    let key = match template {
        // A letter for each parcel.
        Template::Shipped => format!("{}:{id}:{}", template.code(), order.fulfilments.len()),
        Template::Confirmation | Template::Cancelled => format!("{}:{id}", template.code()),
    };
    let (text, html) = (letter.text(), letter.html());
    let mail = NewMail {
        key: &key,
        template: template.code(),
        to: &order.order.email,
        locale,
        from_name: &place.name,
        reply_to: place.reply_to.as_deref(),
        subject: &letter.subject,
        text: &text,
        html: &html,
        is_confidential: false,
    };
    write(tx, &mail).await
}
