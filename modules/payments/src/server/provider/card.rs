//! Cards, on a page of a provider that is reached over HTTP.

use async_trait::async_trait;
use orion_contracts::{
    PaymentId,
    payments::{PaymentMethod, PaymentStatus},
};
use orion_kernel::{Locale, Money};
use orion_runtime::Ctx;
use reqwest::{Method, RequestBuilder};

use super::{Capabilities, PaymentProvider, ProviderError, ProviderRefund, ProviderSession, SessionState};
use crate::{
    i18n::{of, td_string},
    model::CARD,
    paths::returned,
    server::{
        card_protocol::{IDEMPOTENCY_KEY, Refund, RefundRequest, Session, SessionRequest, SessionStatus},
        development,
        http::{ask, client},
        receive_webhook::WEBHOOK,
        settings::PaymentsSettings,
        stored::{self, Stored},
    },
};

/// A hosted card page.
pub struct Card;

#[async_trait]
impl PaymentProvider for Card {
    fn code(&self) -> &'static str {
        CARD
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities { hosted_page: true, refunds: true }
    }

    fn initial_status(&self) -> PaymentStatus {
        PaymentStatus::Pending
    }

    fn is_offered(&self, ctx: &Ctx, settings: &PaymentsSettings, amount: Money) -> bool {
        settings.card_enabled && amount.minor > 0 && Account::of(ctx, settings).is_some()
    }

    fn describe(&self, _: &PaymentsSettings, locale: Locale) -> PaymentMethod {
        let l = of(locale);
        PaymentMethod {
            code: CARD.to_owned(),
            name: td_string!(l, card.name).to_owned(),
            description: td_string!(l, card.description).to_owned(),
            instructions: Vec::new(),
        }
    }

    async fn open(
        &self,
        ctx: &Ctx,
        settings: &PaymentsSettings,
        payment: &Stored,
    ) -> Result<ProviderSession, ProviderError> {
        let here = format!("{}{}", payment.base_url, returned(payment.id));
        let body = SessionRequest {
            reference: payment.id.to_string(),
            amount_minor: payment.amount.minor,
            currency: payment.amount.currency.code().to_owned(),
            email: payment.email.clone(),
            locale: payment.locale.code().to_owned(),
            return_url: here.clone(),
            cancel_url: here,
            webhook_url: format!("{}{}", payment.base_url, WEBHOOK),
        };
        let request = Account::required(ctx, settings)?.request(Method::POST, "/v1/sessions");
        let session: Session = ask(request.header(IDEMPOTENCY_KEY, payment.id.to_string()).json(&body)).await?;
        session.try_into()
    }

    async fn look_up(
        &self,
        ctx: &Ctx,
        settings: &PaymentsSettings,
        reference: &str,
    ) -> Result<ProviderSession, ProviderError> {
        let request = Account::required(ctx, settings)?.request(Method::GET, &session_path(reference)?);
        ask::<Session>(request).await?.try_into()
    }

    async fn expire(
        &self,
        ctx: &Ctx,
        settings: &PaymentsSettings,
        reference: &str,
    ) -> Result<ProviderSession, ProviderError> {
        let path = format!("{}/expire", session_path(reference)?);
        ask::<Session>(Account::required(ctx, settings)?.request(Method::POST, &path)).await?.try_into()
    }

    async fn refund(
        &self,
        ctx: &Ctx,
        settings: &PaymentsSettings,
        refund: &ProviderRefund,
    ) -> Result<String, ProviderError> {
        let body = RefundRequest { session: refund.reference.clone(), amount_minor: refund.amount.minor };
        let request = Account::required(ctx, settings)?.request(Method::POST, "/v1/refunds");
        let answer: Refund = ask(request.header(IDEMPOTENCY_KEY, &refund.key).json(&body)).await?;
        Ok(answer.id)
    }
}

/// What the card provider signs its messages to this store with.
pub fn webhook_secret(ctx: &Ctx, settings: &PaymentsSettings) -> Option<String> {
    if uses_development(ctx, settings) {
        return Some(development::webhook_secret(ctx.app()));
    }
    settings.card_webhook_secret.clone().filter(|secret| !secret.is_empty())
}

fn uses_development(ctx: &Ctx, settings: &PaymentsSettings) -> bool {
    settings.card_api_url.trim().is_empty() && development::is_served(ctx.app())
}

/// The store at its card provider.
struct Account {
    url: String,
    key: String,
}

impl Account {
    fn of(ctx: &Ctx, settings: &PaymentsSettings) -> Option<Self> {
        if uses_development(ctx, settings) {
            return Some(Self { url: development::api_url(ctx.app()), key: development::api_key(ctx.app()) });
        }
        let url = settings.card_api_url.trim().trim_end_matches('/');
        let key = settings.card_api_key.clone().filter(|key| !key.is_empty())?;
        (!url.is_empty()).then(|| Self { url: url.to_owned(), key })
    }

    fn required(ctx: &Ctx, settings: &PaymentsSettings) -> Result<Self, ProviderError> {
        Self::of(ctx, settings).ok_or(ProviderError::Unauthorised)
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        client().request(method, format!("{}{path}", self.url)).bearer_auth(&self.key)
    }
}

/// A reference is the provider's, so it is looked at before it becomes part of an address.
fn session_path(reference: &str) -> Result<String, ProviderError> {
    let is_plain = !reference.is_empty()
        && reference.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    if is_plain {
        Ok(format!("/v1/sessions/{reference}"))
    } else {
        Err(ProviderError::Unreadable("reference".to_owned()))
    }
}

impl TryFrom<Session> for ProviderSession {
    type Error = ProviderError;

    fn try_from(session: Session) -> Result<Self, ProviderError> {
        let unreadable = |what: &str| ProviderError::Unreadable(what.to_owned());
        session_path(&session.id)?;
        let payment: PaymentId = session.reference.parse().map_err(|_| unreadable("reference"))?;
        let amount = stored::amount(session.amount_minor, &session.currency).map_err(|_| unreadable("currency"))?;
        if !session.url.starts_with("https://") && !session.url.starts_with("http://") {
            return Err(unreadable("url"));
        }
        let state = match session.status {
            SessionStatus::Open => SessionState::Open,
            SessionStatus::Processing => SessionState::Processing,
            SessionStatus::Paid => SessionState::Paid,
            SessionStatus::Failed => SessionState::Failed(session.failure.unwrap_or_else(|| "declined".to_owned())),
            SessionStatus::Expired => SessionState::Failed("expired".to_owned()),
        };
        Ok(Self { reference: session.id, payment, amount, url: session.url, state })
    }
}
