//! How does a template read?

use orion_contracts::{
    CheckoutId, OrderId, VariantId,
    customers::Address,
    orders::{FulfilmentView, NewOrder, NewOrderLine, OrderView},
    stores::Stores,
};
use orion_kernel::{AppError, BasisPoints, Currency, Locale, Money};
use orion_runtime::{Ctx, Result};

use super::{order_letters::letter, place::place};
use crate::{
    i18n::{of, td_string},
    model::Template,
    views::{Content, TemplatePreview},
};

/// A template in a language, filled with made-up data.
///
/// # Errors
///
/// `NotFound`.
pub async fn preview_template(ctx: &Ctx, code: &str, locale: Locale) -> Result<TemplatePreview> {
    let template = Template::from_code(code).ok_or_else(AppError::not_found)?;
    let currency = ctx.store()?.currency;
    let mut tx = ctx.begin().await?;
    let place = place(&mut tx, locale).await?.with_legal_links().await?;
    let tax_rate = ctx.port::<dyn Stores>().profile(&mut tx).await?.tax_rate;
    let letter = letter(template, &sample(ctx, locale, currency, tax_rate)?, &place)?;
    Ok(TemplatePreview {
        code: template.code().to_owned(),
        name: template.name(ctx.locale()).to_owned(),
        locale,
        content: Content { html: letter.html(), text: letter.text(), subject: letter.subject },
    })
}

fn sample(ctx: &Ctx, locale: Locale, currency: Currency, tax_rate: BasisPoints) -> Result<OrderView> {
    let l = of(locale);
    let (unit_price, shipping) = (Money::new(5_900, currency), Money::new(590, currency));
    let total = unit_price.checked_mul(2)?.checked_add(shipping)?;
    let (title, variant_title) = (td_string!(l, sample.product).to_owned(), td_string!(l, sample.variant).to_owned());
    let address = Address {
        first_name: "Marie".to_owned(),
        last_name: "Schmit".to_owned(),
        line1: "5, rue Philippe II".to_owned(),
        postcode: "L-2340".to_owned(),
        city: "Luxembourg".to_owned(),
        country: "LU".to_owned(),
        ..Address::default()
    };
    Ok(OrderView {
        id: ctx.new_id::<OrderId>(),
        number: "1042".to_owned(),
        name: ctx.store()?.order_numbers.prefix.clone() + "1042" + &ctx.store()?.order_numbers.suffix,
        access_token: "preview".to_owned(),
        placed_at: ctx.now(),
        fulfilments: vec![FulfilmentView {
            carrier: "POST Luxembourg".to_owned(),
            tracking_number: "LU123456789".to_owned(),
            tracking_url: "https://tracking.example/LU123456789".to_owned(),
            lines: vec![(format!("{title}, {variant_title}"), 2)],
        }],
        order: NewOrder {
            checkout_id: ctx.new_id::<CheckoutId>(),
            customer_id: None,
            email: "marie.schmit@example.com".to_owned(),
            locale,
            shipping_address: address.clone(),
            billing_address: address,
            lines: vec![NewOrderLine {
                variant_id: ctx.new_id::<VariantId>(),
                title,
                variant_title,
                sku: String::new(),
                quantity: 2,
                unit_price,
                image_url: None,
            }],
            shipping_name: td_string!(l, sample.shipping).to_owned(),
            shipping,
            tax_rate,
            tax: total.included_tax(tax_rate)?,
            total,
            payment_name: td_string!(l, sample.payment).to_owned(),
            payment_id: None,
            is_paid: true,
            note: String::new(),
        },
    })
}
