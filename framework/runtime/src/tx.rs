//! An open transaction with its tenant set.

use std::{any::Any, ops::DerefMut};

use orion_kernel::{EventId, Work, event::Event};
use serde::Serialize;
use sqlx::{PgConnection, Postgres, Transaction};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    Ctx, PrincipalKind,
    audit::{Actor, ActorKind, AuditScope, Deed},
    error::Result,
    jobs::{self, EnqueueOptions, Job},
};

/// An open transaction. Row-level security is active, for the tenant of the context that opened it; what is not
/// committed is rolled back.
pub struct Tx {
    inner: Transaction<'static, Postgres>,
    ctx: Ctx,
}

impl Tx {
    pub(crate) fn new(inner: Transaction<'static, Postgres>, ctx: Ctx) -> Self {
        Self { inner, ctx }
    }

    /// The runtime's transaction behind a port's.
    ///
    /// # Panics
    ///
    /// Never: there is no other implementation of [`Work`].
    pub fn of(work: &mut dyn Work) -> &mut Self {
        work.as_any_mut().downcast_mut().expect("the runtime's transaction is the only one")
    }

    /// What statements run on.
    pub fn conn(&mut self) -> &mut PgConnection {
        self.inner.deref_mut()
    }

    /// The context that opened it.
    #[must_use]
    pub fn ctx(&self) -> &Ctx {
        &self.ctx
    }

    /// The moment of the request.
    #[must_use]
    pub fn now(&self) -> OffsetDateTime {
        self.ctx.now()
    }

    /// A new id, sorted by time.
    #[must_use]
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        self.ctx.new_id()
    }

    /// Publishes an event: the enabled modules' reactions run when this transaction commits.
    ///
    /// # Errors
    ///
    /// The database refuses.
    pub async fn publish<E: Event>(&mut self, event: &E) -> Result<EventId> {
        let ctx = self.ctx.clone();
        let handlers: Vec<_> = ctx.app().modules().iter().flat_map(|module| module.handlers.iter().cloned()).collect();
        let scope = ctx.scope().for_job();
        let enabled = |module: &str| ctx.scope().has_module(module);
        Ok(crate::events::publish(&mut self.inner, &scope, &ctx.scope().request_id, &handlers, enabled, event).await?)
    }

    /// Enqueues a job: it runs when this transaction commits.
    ///
    /// # Errors
    ///
    /// The database refuses.
    pub async fn enqueue<J: Job>(&mut self, job: &J) -> Result<()> {
        self.enqueue_with(job, &EnqueueOptions::default()).await
    }

    /// Enqueues a job to run later, or once for a key.
    ///
    /// # Errors
    ///
    /// The database refuses.
    pub async fn enqueue_with<J: Job>(&mut self, job: &J, options: &EnqueueOptions) -> Result<()> {
        let ctx = self.ctx.clone();
        let scope = ctx.scope().for_job();
        Ok(jobs::enqueue_with(&mut self.inner, &scope, &ctx.scope().request_id, job, options).await?)
    }

    /// Writes into the audit log who did what to what.
    ///
    /// # Errors
    ///
    /// The database refuses.
    pub async fn audit(&mut self, action: &str, subject: (&str, impl ToString), after: impl Serialize) -> Result<()> {
        let after = serde_json::to_value(after).ok();
        self.write_audit(action, subject.0, &subject.1.to_string(), None, after.as_ref()).await
    }

    /// The same for what was changed: what mattered of it before and afterwards. Of what did not change nothing is shown.
    ///
    /// # Errors
    ///
    /// The database refuses.
    pub async fn audit_change(
        &mut self,
        action: &str,
        subject: (&str, impl ToString),
        before: impl Serialize,
        after: impl Serialize,
    ) -> Result<()> {
        let (before, after) = (serde_json::to_value(before).ok(), serde_json::to_value(after).ok());
        self.write_audit(action, subject.0, &subject.1.to_string(), before.as_ref(), after.as_ref()).await
    }

    async fn write_audit(
        &mut self,
        action: &str,
        kind: &str,
        id: &str,
        before: Option<&serde_json::Value>,
        after: Option<&serde_json::Value>,
    ) -> Result<()> {
        let ctx = self.ctx.clone();
        let scope = AuditScope {
            platform_id: ctx.platform_id(),
            merchant_id: ctx.scope().merchant_id(),
            store_id: ctx.scope().store_id(),
        };
        let deed = Deed {
            action,
            subject: Some((kind, id)),
            before,
            after,
            ip: Some(&ctx.scope().ip.to_string()),
            request_id: Some(&ctx.scope().request_id),
        };
        Ok(crate::audit::write(&mut self.inner, &scope, &actor(&ctx), &deed).await?)
    }

    /// Makes it so.
    ///
    /// # Errors
    ///
    /// The database refuses; nothing has happened then.
    pub async fn commit(self) -> Result<()> {
        Ok(self.inner.commit().await?)
    }
}

impl std::ops::Deref for Tx {
    type Target = PgConnection;
    fn deref(&self) -> &PgConnection {
        &self.inner
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.inner
    }
}

impl Work for Tx {
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

fn actor(ctx: &Ctx) -> Actor {
    match ctx.principal() {
        Some(principal) => Actor {
            kind: match principal.kind {
                PrincipalKind::Customer if principal.impersonator.is_none() => ActorKind::Customer,
                PrincipalKind::Customer | PrincipalKind::Operator | PrincipalKind::Member => ActorKind::User,
                PrincipalKind::Machine => ActorKind::ApiKey,
            },
            // Whoever acts is who is meant, and both are named.
            id: Some(principal.impersonator.as_ref().map_or(principal.id, |impersonator| impersonator.id)),
            name: match &principal.impersonator {
                Some(impersonator) => format!("{} (as {})", impersonator.name, principal.name),
                None => principal.name.clone(),
            },
        },
        None => Actor { kind: ActorKind::System, id: None, name: String::new() },
    }
}
