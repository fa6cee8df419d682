//! The pretend provider's page, on which a shopper pays with a test card.

use std::fmt::Write as _;

use axum::{
    Extension, Form,
    extract::Path,
    http::{StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use orion_kernel::{AppError, Locale, fmt};
use orion_runtime::{Ctx, Result};
use serde::Deserialize;
use time::Duration;

use super::{
    cards::{Behaviour, CARDS, behaviour},
    messages::announce,
    sessions::{self, Kept},
};
use crate::server::{card_protocol::SessionStatus, stored};

const FRAME: &str = include_str!("page.html");
const CARD: &str = include_str!("card.html");
const CONFIRM: &str = include_str!("confirm.html");

/// How long the slow bank takes.
const SLOW: Duration = Duration::seconds(8);
/// How late the late message is.
const LATE: Duration = Duration::seconds(20);

/// What was pressed.
#[derive(Deserialize)]
pub struct Pressed {
    /// A card's number.
    #[serde(default)]
    card: String,
    /// `confirm`, `refuse` or `cancel`.
    #[serde(default)]
    action: String,
}

/// Shows the page.
pub async fn show(Extension(ctx): Extension<Ctx>, Path(id): Path<String>) -> Response {
    match load(&ctx, &id).await {
        Ok(kept) if kept.status == SessionStatus::Open => render(&ctx, &kept),
        Ok(kept) => Redirect::to(&kept.request.return_url).into_response(),
        Err(error) => refuse(error),
    }
}

/// Does what was pressed, and leads on.
pub async fn pay(Extension(ctx): Extension<Ctx>, Path(id): Path<String>, Form(pressed): Form<Pressed>) -> Response {
    match act(&ctx, &id, &pressed).await {
        Ok(response) => response,
        Err(error) => refuse(error),
    }
}

fn refuse(error: orion_runtime::Error) -> Response {
    let status = StatusCode::from_u16(AppError::from(error).status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    status.into_response()
}

async fn load(ctx: &Ctx, id: &str) -> Result<Kept> {
    let mut tx = ctx.begin().await?;
    let kept = sessions::take(&mut tx, id).await?;
    tx.commit().await?;
    Ok(kept)
}

async fn act(ctx: &Ctx, id: &str, pressed: &Pressed) -> Result<Response> {
    let mut tx = ctx.begin().await?;
    let kept = sessions::take(&mut tx, id).await?;
    let back = kept.request.return_url.clone();
    if kept.status != SessionStatus::Open {
        return Ok(Redirect::to(&back).into_response());
    }
    let chosen = match pressed.action.as_str() {
        "cancel" => return Ok(Redirect::to(&kept.request.cancel_url).into_response()),
        "confirm" if kept.needs_confirmation => Some(Behaviour::Pays),
        "refuse" if kept.needs_confirmation => Some(Behaviour::Declined),
        _ => behaviour(&pressed.card),
    };
    let Some(chosen) = chosen else { return Ok(render(ctx, &kept)) };
    if chosen == Behaviour::AsksToConfirm {
        let kept = Kept { needs_confirmation: true, ..kept };
        sessions::write(&mut tx, &kept, None).await?;
        tx.commit().await?;
        return Ok(render(ctx, &kept));
    }
    let (status, failure) = match chosen {
        Behaviour::Declined => (SessionStatus::Failed, Some("card_declined".to_owned())),
        Behaviour::SlowBank => (SessionStatus::Processing, None),
        _ => (SessionStatus::Paid, None),
    };
    let (times, delay) = match chosen {
        Behaviour::NeverTold => (0, Duration::ZERO),
        Behaviour::ToldTwice => (2, Duration::ZERO),
        Behaviour::ToldLate => (1, LATE),
        Behaviour::SlowBank => (1, SLOW),
        _ => (1, Duration::ZERO),
    };
    let refuses_refunds = chosen == Behaviour::RefusesRefunds;
    let kept = Kept { status, failure, needs_confirmation: false, refuses_refunds, ..kept };
    sessions::write(&mut tx, &kept, (status == SessionStatus::Processing).then(|| ctx.now() + SLOW)).await?;
    announce(&mut tx, &kept, times, delay).await?;
    tx.commit().await?;
    if chosen == Behaviour::BrowserCloses {
        return Ok(framed(ctx, &kept, "<p>Paid. This browser does not go back to the shop.</p>"));
    }
    Ok(Redirect::to(&back).into_response())
}

fn render(ctx: &Ctx, kept: &Kept) -> Response {
    if kept.needs_confirmation {
        return framed(ctx, kept, CONFIRM);
    }
    let mut cards = String::new();
    for card in &CARDS {
        let shown: Vec<&str> = (0..4).map(|group| &card.number[group * 4..group * 4 + 4]).collect();
        let button =
            CARD.replace("{number}", card.number).replace("{shown}", &shown.join(" ")).replace("{words}", card.words);
        // Writing to a text cannot fail.
        let _ = write!(cards, "{button}");
    }
    framed(ctx, kept, &cards)
}

fn framed(ctx: &Ctx, kept: &Kept, content: &str) -> Response {
    let nonce = ctx.random_token();
    let locale = Locale::from_code(&kept.request.locale).unwrap_or(Locale::En);
    let amount =
        stored::amount(kept.request.amount_minor, &kept.request.currency).map(|amount| fmt::money(locale, amount));
    let page = FRAME
        .replace("{nonce}", &nonce)
        .replace("{amount}", &escape(&amount.unwrap_or_default()))
        .replace("{email}", &escape(&kept.request.email))
        .replace("{content}", content);
    let policy = format!(
        "default-src 'none'; style-src 'nonce-{nonce}'; form-action http: https:; base-uri 'none'; frame-ancestors 'none'"
    );
    ([(header::CONTENT_SECURITY_POLICY, policy), (header::CACHE_CONTROL, "no-store".to_owned())], Html(page))
        .into_response()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
