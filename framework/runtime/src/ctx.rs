//! The first argument of every verb: who asks, where, and the only way to a connection.

use std::{net::Ipv4Addr, sync::Arc};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use orion_kernel::{AppError, ErrorKind, Frontend, Locale, MerchantId, Permission, PlatformId, StoreId};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    App, Principal, Scope, Tx,
    database::{Role, RowScope, begin},
    error::Result,
    jobs::JobScope,
    settings::Settings,
};

/// Who asks, where, and the only way to a connection. Cheap to clone.
#[derive(Clone)]
pub struct Ctx(Arc<Inner>);

struct Inner {
    app: App,
    scope: Scope,
    principal: Option<Principal>,
    cookies: Option<String>,
    now: OffsetDateTime,
}

impl Ctx {
    /// For a request.
    #[must_use]
    pub fn new(app: App, scope: Scope, principal: Option<Principal>, cookies: Option<String>) -> Self {
        #[expect(clippy::disallowed_methods, reason = "the one place where a request's moment is taken")]
        let now = OffsetDateTime::now_utc();
        Self(Arc::new(Inner { app, scope, principal, cookies, now }))
    }

    /// For a job of a tenant.
    ///
    /// # Errors
    ///
    /// The tenant is gone, or the database cannot be reached.
    pub async fn for_job(app: &App, job: &JobScope, request_id: &str) -> Result<Self, AppError> {
        let platform = app
            .directory()
            .platform(app, job.platform_id)
            .await
            .map_err(AppError::from)?
            .ok_or_else(AppError::not_found)?;
        let store = match job.store_id {
            Some(id) => {
                Some(app.directory().store(app, id).await.map_err(AppError::from)?.ok_or_else(AppError::not_found)?)
            }
            None => None,
        };
        let frontend = if store.is_some() { Frontend::Storefront } else { Frontend::Platform };
        let host = store.as_ref().map_or_else(|| platform.host.clone(), |store| store.host.clone());
        let origin = app.config().public_origin.of_host(&host);
        let default = store.as_ref().map_or_else(|| &platform.locales, |store| &store.locales).first().copied();
        let prefix = if default == Some(job.locale) { String::new() } else { format!("/{}", job.locale.code()) };
        let scope = Scope {
            platform,
            store,
            frontend,
            locale: job.locale,
            base: prefix,
            unprefixed_base: String::new(),
            path: "/".to_owned(),
            origin,
            ip: Ipv4Addr::LOCALHOST.into(),
            user_agent: String::new(),
            request_id: request_id.to_owned(),
        };
        Ok(Self::new(app.clone(), scope, None, None))
    }

    /// The process.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// Where.
    #[must_use]
    pub fn scope(&self) -> &Scope {
        &self.0.scope
    }

    /// Who, when somebody is signed in.
    #[must_use]
    pub fn principal(&self) -> Option<&Principal> {
        self.0.principal.as_ref()
    }

    /// The language.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.0.scope.locale
    }

    /// The platform.
    #[must_use]
    pub fn platform_id(&self) -> PlatformId {
        self.0.scope.platform_id()
    }

    /// The store.
    ///
    /// # Errors
    ///
    /// `NotFound` outside of a store.
    pub fn store_id(&self) -> Result<StoreId, AppError> {
        self.0.scope.store_id().ok_or_else(AppError::not_found)
    }

    /// The store with its currency, languages and look.
    ///
    /// # Errors
    ///
    /// `NotFound` outside of a store.
    pub fn store(&self) -> Result<&crate::scope::Store, AppError> {
        self.0.scope.store.as_deref().ok_or_else(AppError::not_found)
    }

    /// The store's merchant.
    ///
    /// # Errors
    ///
    /// `NotFound` outside of a store.
    pub fn merchant_id(&self) -> Result<MerchantId, AppError> {
        self.0.scope.merchant_id().ok_or_else(AppError::not_found)
    }

    /// The moment of the request; the same throughout it.
    #[must_use]
    pub fn now(&self) -> OffsetDateTime {
        self.0.now
    }

    /// A moment as the clocks of the store's people show it; in UTC where there is no store.
    #[must_use]
    pub fn local(&self, at: OffsetDateTime) -> OffsetDateTime {
        self.scope().store.as_ref().map_or(at, |store| store.zone.local(at))
    }

    /// A new id, sorted by time.
    #[must_use]
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        T::from(new_uuid())
    }

    /// 256 random bits, safe in addresses and cookies.
    #[must_use]
    pub fn random_token(&self) -> String {
        random_token()
    }

    /// A cookie of the request. Its name is the one given to [`crate::set_cookie`].
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<String> {
        let name = crate::cookies::full_name(self.app().config(), self.scope(), name);
        crate::cookies::find(self.0.cookies.as_deref()?, &name)
    }

    /// The implementation of a port, or its null one where its module is off.
    #[must_use]
    pub fn port<T: ?Sized + Send + Sync + 'static>(&self) -> Arc<T> {
        self.app().ports().get(|module| self.scope().has_module(module))
    }

    /// Refuses without the permission.
    ///
    /// # Errors
    ///
    /// `Unauthenticated` when nobody is signed in, `Forbidden` when they may not.
    pub fn require(&self, permission: Permission) -> Result<(), AppError> {
        self.principal().ok_or_else(AppError::unauthenticated)?.require(permission)
    }

    /// Refuses what only the person themselves may do, such as changing their password, to an operator who acts as them.
    ///
    /// # Errors
    ///
    /// `Forbidden` `not_while_impersonating`.
    pub fn refuse_impersonation(&self) -> Result<(), AppError> {
        match self.principal().and_then(|principal| principal.impersonator.as_ref()) {
            Some(_) => Err(AppError::new(ErrorKind::Forbidden, "not_while_impersonating")),
            None => Ok(()),
        }
    }

    /// A module's settings here.
    ///
    /// # Errors
    ///
    /// The database cannot be reached.
    pub async fn settings<S: Settings>(&self) -> Result<Arc<S>> {
        Ok(self.app().settings().get(self.platform_id(), self.scope().store_id()).await?)
    }

    /// Opens a transaction that sees this tenant's rows and no other's.
    ///
    /// # Errors
    ///
    /// The database cannot be reached.
    pub async fn begin(&self) -> Result<Tx> {
        self.begin_as(Role::Tenant).await
    }

    /// The same place and person, for work across tenants.
    pub(crate) fn across_tenants(self) -> PlatformCtx {
        PlatformCtx(self)
    }

    async fn begin_as(&self, role: Role) -> Result<Tx> {
        let rows = RowScope {
            role,
            platform_id: Some(self.platform_id()),
            merchant_id: self.scope().merchant_id(),
            store_id: self.scope().store_id(),
        };
        Ok(Tx::new(begin(self.app().pool(), &rows).await?, self.clone()))
    }
}

/// A new id, sorted by time.
pub(crate) fn new_uuid() -> Uuid {
    #[expect(clippy::disallowed_methods, reason = "the one place where ids are made")]
    Uuid::now_v7()
}

/// The id of a platform that is being made: the one thing that is there before any context.
#[must_use]
pub fn new_platform_id() -> PlatformId {
    PlatformId(new_uuid())
}

/// 256 random bits, safe in addresses and cookies.
#[must_use]
pub(crate) fn random_token() -> String {
    URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

/// A context whose transactions see all tenants' rows: operators, sign-in, schedules.
#[derive(Clone)]
pub struct PlatformCtx(Ctx);

impl PlatformCtx {
    /// For work of the framework and of modules that own tenants, where no person asks: sign-in, provisioning, the
    /// command line.
    #[must_use]
    pub fn system(ctx: &Ctx) -> Self {
        Self(ctx.clone())
    }

    /// Opens a transaction that sees the rows of all tenants. Its statements name the platform they work on.
    ///
    /// # Errors
    ///
    /// The database cannot be reached.
    pub async fn begin(&self) -> Result<Tx> {
        self.0.begin_as(Role::Platform).await
    }
}

impl std::ops::Deref for PlatformCtx {
    type Target = Ctx;
    fn deref(&self) -> &Ctx {
        &self.0
    }
}

/// Opens a transaction across tenants where there is no request yet: finding out which tenant one is for.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn begin_unscoped(app: &App) -> Result<sqlx::Transaction<'static, sqlx::Postgres>> {
    Ok(begin(app.pool(), &RowScope::PLATFORM).await?)
}
