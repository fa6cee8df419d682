//! The letters about orders.

use orion_contracts::{customers::Address, orders::OrderView};
use orion_kernel::{AppError, Locale, Money, fmt};

use super::{
    letter::{Block, Letter},
    place::Place,
};
use crate::{
    i18n::{of, td_string},
    model::Template,
};

/// The letter of a template about an order.
pub fn letter(template: Template, order: &OrderView, place: &Place) -> Result<Letter, AppError> {
    let locale = order.order.locale;
    let l = of(locale);
    let number = order.name.clone();
    let (subject, body) = match template {
        Template::Confirmation => {
            (td_string!(l, letters.confirmation_subject, number = number), confirmation(order, place)?)
        }
        Template::Shipped => (td_string!(l, letters.shipped_subject, number = number), shipped(order, place)),
        Template::Cancelled => (td_string!(l, letters.cancelled_subject, number = number), cancelled(order, place)),
    };
    let name = order.order.shipping_address.first_name.clone();
    let mut blocks = Vec::new();
    if !name.is_empty() {
        blocks.push(Block::Paragraph(td_string!(l, letters.greeting, name = name)));
    }
    blocks.extend(body);
    if place.reply_to.is_some() {
        blocks.push(Block::SmallPrint(td_string!(l, letters.questions).to_owned()));
    }
    Ok(Letter {
        locale,
        sender: place.name.clone(),
        home: place.home.clone(),
        logo: place.logo.clone(),
        subject,
        blocks,
        footer: place.footer.clone(),
        links: place.links.clone(),
    })
}

/// What the law wants in the trader's confirmation: goods, price with tax, addresses, who the trader is, and the way to
/// the terms and to the right of withdrawal (Directive 2011/83/EU, article 8(7)).
fn confirmation(order: &OrderView, place: &Place) -> Result<Vec<Block>, AppError> {
    let l = of(order.order.locale);
    let mut blocks = vec![Block::Paragraph(td_string!(l, letters.confirmation_intro, store = place.name.clone()))];
    if !order.order.is_paid {
        let method = order.order.payment_name.clone();
        blocks.push(Block::Paragraph(td_string!(l, letters.confirmation_unpaid, method = method)));
    }
    blocks.push(view_button(order, place));
    blocks.push(Block::Heading(td_string!(l, letters.items).to_owned()));
    blocks.push(rows(order)?);
    blocks.push(sums(order)?);
    blocks.push(Block::Heading(td_string!(l, letters.ship_to).to_owned()));
    blocks.push(Block::Lines(address(&order.order.shipping_address)));
    if order.order.billing_address != order.order.shipping_address {
        blocks.push(Block::Heading(td_string!(l, letters.bill_to).to_owned()));
        blocks.push(Block::Lines(address(&order.order.billing_address)));
    }
    blocks.push(Block::Heading(td_string!(l, letters.payment).to_owned()));
    blocks.push(Block::Paragraph(order.order.payment_name.clone()));
    if !order.order.note.is_empty() {
        blocks.push(Block::Heading(td_string!(l, letters.note).to_owned()));
        blocks.push(Block::Lines(order.order.note.lines().map(str::to_owned).collect()));
    }
    if !place.links.is_empty() {
        blocks.push(Block::Heading(td_string!(l, letters.legal).to_owned()));
        blocks.push(Block::Links(place.links.clone()));
    }
    Ok(blocks)
}

/// All parcels so far: when two leave in quick succession, one letter tells of both.
fn shipped(order: &OrderView, place: &Place) -> Vec<Block> {
    let l = of(order.order.locale);
    let mut blocks = vec![Block::Paragraph(td_string!(l, letters.shipped_intro).to_owned())];
    for (index, parcel) in order.fulfilments.iter().enumerate() {
        if order.fulfilments.len() > 1 {
            blocks.push(Block::Heading(td_string!(l, letters.parcel, number = index + 1)));
        }
        let rows = parcel
            .lines
            .iter()
            .map(|(title, quantity)| (format!("{quantity} × {title}"), String::new(), String::new()));
        blocks.push(Block::Rows(rows.collect()));
        let carrier: Vec<_> = [&parcel.carrier, &parcel.tracking_number]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(String::as_str)
            .collect();
        if !carrier.is_empty() {
            blocks.push(Block::Paragraph(carrier.join(" · ")));
        }
        if !parcel.tracking_url.is_empty() {
            let label = td_string!(l, letters.track).to_owned();
            blocks.push(Block::Button { label, url: parcel.tracking_url.clone() });
        }
    }
    blocks.push(Block::Heading(td_string!(l, letters.ship_to).to_owned()));
    blocks.push(Block::Lines(address(&order.order.shipping_address)));
    blocks.push(view_button(order, place));
    blocks
}

fn cancelled(order: &OrderView, place: &Place) -> Vec<Block> {
    let (locale, l) = (order.order.locale, of(order.order.locale));
    let date = fmt::date(locale, order.placed_at);
    let money = if order.order.is_paid {
        td_string!(l, letters.cancelled_paid)
    } else {
        td_string!(l, letters.cancelled_unpaid)
    };
    vec![
        Block::Paragraph(td_string!(l, letters.cancelled_intro, date = date, store = place.name.clone())),
        Block::Paragraph(money.to_owned()),
        view_button(order, place),
    ]
}

fn view_button(order: &OrderView, place: &Place) -> Block {
    let label = td_string!(of(order.order.locale), letters.view_order).to_owned();
    Block::Button { label, url: place.order_url(order) }
}

fn rows(order: &OrderView) -> Result<Block, AppError> {
    let locale = order.order.locale;
    let rows = order.order.lines.iter().map(|line| {
        let total = line.unit_price.checked_mul(line.quantity)?;
        Ok((format!("{} × {}", line.quantity, line.title), line.variant_title.clone(), fmt::money(locale, total)))
    });
    Ok(Block::Rows(rows.collect::<Result<_, AppError>>()?))
}

fn sums(order: &OrderView) -> Result<Block, AppError> {
    let (order, locale, l) = (&order.order, order.order.locale, of(order.order.locale));
    let subtotal = order.total.checked_sub(order.shipping)?;
    let shipping = td_string!(l, letters.shipping, name = order.shipping_name.clone());
    let mut sums = vec![
        (td_string!(l, letters.subtotal).to_owned(), fmt::money(locale, subtotal), false),
        (shipping, shipping_price(locale, order.shipping), false),
        (td_string!(l, letters.total).to_owned(), fmt::money(locale, order.total), true),
    ];
    if !order.tax.is_zero() {
        let rate = fmt::percent(locale, order.tax_rate);
        sums.push((td_string!(l, letters.tax, rate = rate), fmt::money(locale, order.tax), false));
    }
    Ok(Block::Sums(sums))
}

fn shipping_price(locale: Locale, price: Money) -> String {
    if price.is_zero() { td_string!(of(locale), letters.free).to_owned() } else { fmt::money(locale, price) }
}

fn address(address: &Address) -> Vec<String> {
    let lines = [
        address.company.clone(),
        format!("{} {}", address.first_name, address.last_name).trim().to_owned(),
        address.line1.clone(),
        address.line2.clone(),
        format!("{} {}", address.postcode, address.city).trim().to_owned(),
        address.country.clone(),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}
