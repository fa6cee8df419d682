//! The pretend provider's messages to the shop, signed, and sent again until they are taken.

use anyhow::anyhow;
use orion_runtime::{Job, JobCtx, JobError, Tx, jobs::EnqueueOptions};
use serde::{Deserialize, Serialize};
use time::Duration;

use super::sessions::{self, Kept};
use crate::server::{
    card_protocol::{Event, SIGNATURE},
    development,
    http::client,
    signature::sign,
};

/// Sends a message about a session.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DeliverMessage {
    /// Which session.
    pub session: String,
    /// The message's id: the same one sent twice is one message.
    pub event: String,
}

impl Job for DeliverMessage {
    const NAME: &'static str = "payments.deliver_message";

    async fn run(self, ctx: JobCtx) -> Result<(), JobError> {
        let ctx = ctx.ctx().await?;
        let mut tx = ctx.begin().await?;
        let kept = sessions::take(&mut tx, &self.session).await?;
        tx.commit().await?;
        let session = kept.view(&development::api_url(ctx.app()));
        let event = Event { id: self.event, kind: format!("session.{}", session.status.code()), session };
        let body = serde_json::to_vec(&event)?;
        let signature = sign(&development::webhook_secret(ctx.app()), &body, ctx.now());
        let request = client()
            .post(&kept.request.webhook_url)
            .header(SIGNATURE, signature)
            .header("content-type", "application/json");
        let status = request.body(body).send().await?.status();
        if status.is_success() { Ok(()) } else { Err(JobError::retry(anyhow!("the shop answered {status}"))) }
    }
}

/// Has a message sent, so often and so late.
pub async fn announce(tx: &mut Tx, kept: &Kept, times: usize, delay: Duration) -> orion_runtime::Result<()> {
    let message = DeliverMessage { session: kept.id.clone(), event: format!("evt_{}_{}", kept.id, kept.status.code()) };
    let options = EnqueueOptions { run_at: Some(tx.now() + delay), ..EnqueueOptions::default() };
    for _ in 0..times {
        tx.enqueue_with(&message, &options).await?;
    }
    Ok(())
}
