//! Whose roles: a merchant's team's, or a platform's operators'.

use orion_kernel::{AppError, ErrorKind, Frontend, Permission};
use orion_runtime::{App, Ctx, Result, Tx, scope::Platform};
use uuid::Uuid;

use super::catalogue::all_on;
use crate::{
    model::{EVERYTHING, RoleKey, holds, may_grant},
    permissions::{OPERATORS_MANAGE, TEAM_MANAGE},
    views::{OperatorRole, Role, RoleId},
};

/// Whose roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Realm {
    /// A merchant's team's.
    Team(Uuid),
    /// A platform's operators'.
    Operators(Uuid),
}

/// What somebody holds in a realm, and so may grant.
#[derive(Clone, Debug)]
pub struct Held {
    /// Who.
    pub id: Uuid,
    /// What they hold.
    pub permissions: Vec<String>,
    /// The stores they may let others into; `None` for all. Of no meaning among operators.
    pub stores: Option<Vec<Uuid>>,
}

impl Realm {
    /// The realm of the frontend at hand.
    ///
    /// # Errors
    ///
    /// `NotFound` outside of the back offices.
    pub fn of(ctx: &Ctx) -> Result<Self, AppError> {
        match ctx.scope().frontend {
            Frontend::Admin => Ok(Self::Operators(ctx.platform_id().0)),
            Frontend::Store => Ok(Self::Team(ctx.merchant_id()?.0)),
            Frontend::Platform | Frontend::Storefront => Err(AppError::not_found()),
        }
    }

    /// The id of the merchant or platform.
    #[must_use]
    pub const fn id(self) -> Uuid {
        match self {
            Self::Team(id) | Self::Operators(id) => id,
        }
    }

    /// One of two statements, which have the realm's id as their first value.
    #[must_use]
    pub const fn sql(self, team: &'static str, operators: &'static str) -> &'static str {
        match self {
            Self::Team(_) => team,
            Self::Operators(_) => operators,
        }
    }

    /// What the presets of this realm are, by code.
    #[must_use]
    pub fn presets(self) -> Vec<&'static str> {
        match self {
            Self::Team(_) => vec!["owner", "manager", "staff", "viewer"],
            Self::Operators(_) => vec!["administrator", "support", "viewer"],
        }
    }

    /// What a preset allows, of what the enabled modules have; everything for owners and administrators.
    #[must_use]
    pub fn preset_permissions(self, ctx: &Ctx, code: &str) -> Vec<String> {
        self.preset_on(ctx.app(), &ctx.scope().platform, code)
    }

    /// The same where there is no request yet.
    #[must_use]
    pub fn preset_on(self, app: &App, platform: &Platform, code: &str) -> Vec<String> {
        let allows = |permission: &str| match self {
            Self::Team(_) => Role::preset(code).is_some_and(|role| role.allows(permission)),
            Self::Operators(_) => OperatorRole::preset(code).is_some_and(|role| role.allows(permission)),
        };
        if code == "owner" || code == "administrator" {
            return vec![EVERYTHING.to_owned()];
        }
        all_on(self, app, platform).into_iter().filter(|id| allows(id)).map(str::to_owned).collect()
    }

    /// Waits for its turn to change who may what here, and says what whoever asks holds by then: their own role may have
    /// changed since the request began.
    ///
    /// # Errors
    ///
    /// `Unauthenticated`; `Forbidden` without the permission.
    pub async fn lock(self, tx: &mut Tx, permission: Permission) -> Result<Held> {
        tx.ctx().refuse_impersonation()?;
        let who = tx.ctx().principal().ok_or_else(AppError::unauthenticated)?.id;
        self.take_turn(tx).await?;
        let held = match self {
            Self::Team(merchant) => held_in_team(tx, merchant, who).await?,
            Self::Operators(platform) => held_among_operators(tx, platform, who).await?,
        };
        held.require(permission)?;
        Ok(held)
    }

    /// Waits for its turn to change who may what here.
    ///
    /// # Errors
    ///
    /// `NotFound` when the merchant or platform is gone.
    pub async fn take_turn(self, tx: &mut Tx) -> Result<()> {
        let found: Option<i32> = sqlx::query_scalar(self.sql(
            "select 1 from tenancy.merchants where id = $1 for no key update",
            "select 1 from tenancy.platforms where id = $1 for no key update",
        ))
        .bind(self.id())
        .fetch_optional(tx.conn())
        .await?;
        found.ok_or_else(AppError::not_found)?;
        Ok(())
    }

    /// What changing people and roles here takes.
    #[must_use]
    pub const fn managing(self) -> Permission {
        match self {
            Self::Team(_) => TEAM_MANAGE,
            Self::Operators(_) => OPERATORS_MANAGE,
        }
    }

    /// Reads the role a form sent, and what it allows.
    ///
    /// # Errors
    ///
    /// `NotFound` for another merchant's or platform's role.
    pub async fn role(self, tx: &mut Tx, key: &str) -> Result<(RoleKey<&'static str>, Vec<String>)> {
        let preset = |code: &str| self.presets().into_iter().find(|preset| *preset == code);
        let key = RoleKey::parse(key, preset)?;
        let permissions = match key {
            RoleKey::Preset(code) => self.preset_permissions(&tx.ctx().clone(), code),
            RoleKey::Own(id) => self.own_permissions(tx, id).await?,
        };
        Ok((key, permissions))
    }

    /// What an own role allows.
    ///
    /// # Errors
    ///
    /// `NotFound`.
    pub async fn own_permissions(self, tx: &mut Tx, id: RoleId) -> Result<Vec<String>> {
        let found: Option<Vec<String>> = sqlx::query_scalar(self.sql(
            "select permissions from tenancy.roles where merchant_id = $1 and id = $2",
            "select permissions from tenancy.operator_roles where platform_id = $1 and id = $2",
        ))
        .bind(self.id())
        .bind(id.0)
        .fetch_optional(tx.conn())
        .await?;
        Ok(found.ok_or_else(AppError::not_found)?)
    }
}

impl Held {
    /// What whoever asks held when the request began. For pages; verbs take [`Realm::lock`].
    ///
    /// # Errors
    ///
    /// `Unauthenticated`.
    pub fn of(ctx: &Ctx) -> Result<Self, AppError> {
        let who = ctx.principal().ok_or_else(AppError::unauthenticated)?;
        Ok(Self { id: who.id, permissions: who.permissions.clone(), stores: None })
    }

    /// Whether they hold everything: owners and administrators.
    #[must_use]
    pub fn everything(&self) -> bool {
        self.permissions.iter().any(|held| held == EVERYTHING)
    }

    /// Refuses without the permission.
    ///
    /// # Errors
    ///
    /// `Forbidden`.
    pub fn require(&self, permission: Permission) -> Result<(), AppError> {
        if holds(&self.permissions, permission.0) { Ok(()) } else { Err(AppError::forbidden()) }
    }

    /// Refuses to grant, take away or change what they do not hold.
    ///
    /// # Errors
    ///
    /// `beyond_your_role`.
    pub fn may_grant(&self, permissions: &[String]) -> Result<(), AppError> {
        may_grant(&self.permissions, permissions.iter().map(String::as_str))
    }

    /// Refuses to let somebody into, or keep them out of, stores that are not theirs; `None` are all of the merchant's.
    ///
    /// # Errors
    ///
    /// `beyond_your_stores`.
    pub fn may_open(&self, stores: Option<&[Uuid]>) -> Result<(), AppError> {
        let is_theirs = match (&self.stores, stores) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(own), Some(wanted)) => wanted.iter().all(|store| own.contains(store)),
        };
        if is_theirs { Ok(()) } else { Err(AppError::new(ErrorKind::Forbidden, "beyond_your_stores")) }
    }
}

/// A role as the tables name it: a preset's code, or `own`.
pub fn role_code(key: RoleKey<&'static str>) -> &'static str {
    match key {
        RoleKey::Preset(code) => code,
        RoleKey::Own(_) => "own",
    }
}

/// A role as forms send it: a preset's code, or the id of an own one.
pub fn role_key(role: &str, own: Option<Uuid>) -> String {
    own.map_or_else(|| role.to_owned(), |id| id.to_string())
}

/// A member's role in the store at hand, and all their stores with the same.
pub async fn held_in_team(tx: &mut Tx, merchant: Uuid, who: Uuid) -> Result<Held> {
    let store = tx.ctx().store_id()?.0;
    let rows: Vec<(String, Vec<String>, Option<Uuid>)> = sqlx::query_as(
        "select m.role, coalesce(r.permissions, '{}'), m.store_id
         from tenancy.memberships m left join tenancy.roles r on r.merchant_id = m.merchant_id and r.id = m.role_id
         where m.merchant_id = $1 and m.user_id = $2
           and exists (select from tenancy.memberships here
                       where here.merchant_id = $1 and here.user_id = $2 and (here.store_id is null or here.store_id = $3)
                         and here.role = m.role and here.role_id is not distinct from m.role_id)",
    )
    .bind(merchant)
    .bind(who)
    .bind(store)
    .fetch_all(tx.conn())
    .await?;
    if rows.is_empty() {
        return Err(AppError::forbidden().into());
    }
    let stores = rows.iter().map(|(_, _, store)| *store).collect::<Option<Vec<Uuid>>>();
    let ctx = tx.ctx();
    let permissions = rows.into_iter().flat_map(|(role, own, _)| match role.as_str() {
        "own" => own,
        preset => Realm::Team(merchant).preset_permissions(ctx, preset),
    });
    Ok(Held { id: who, permissions: permissions.collect(), stores })
}

/// An operator's role.
async fn held_among_operators(tx: &mut Tx, platform: Uuid, who: Uuid) -> Result<Held> {
    let found: Option<(String, Vec<String>)> = sqlx::query_as(
        "select o.role, coalesce(r.permissions, '{}')
         from tenancy.operators o left join tenancy.operator_roles r on r.platform_id = o.platform_id and r.id = o.role_id
         where o.platform_id = $1 and o.user_id = $2
           and not exists (select from tenancy.user_locks l where l.platform_id = $1 and l.user_id = $2)",
    )
    .bind(platform)
    .bind(who)
    .fetch_optional(tx.conn())
    .await?;
    let (role, own) = found.ok_or_else(AppError::forbidden)?;
    let permissions = match role.as_str() {
        "own" => own,
        preset => Realm::Operators(platform).preset_permissions(tx.ctx(), preset),
    };
    Ok(Held { id: who, permissions, stores: None })
}
