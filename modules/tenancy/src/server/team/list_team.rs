//! Who works in this store?

use std::collections::BTreeMap;

use orion_kernel::{AppError, StoreId, UserId};
use orion_runtime::{Ctx, PlatformCtx, Result, Tx};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    model::holds,
    permissions::TEAM_MANAGE,
    server::{
        invitations::pending,
        roles::{Held, Realm, choices, held_in_team, role_key, role_name},
    },
    views::{AccountState, PendingTransfer, Role, StoreChoice, TeamMember, TeamPage},
};

/// How many stores a form offers.
const MAX_STORES: i64 = 500;

#[derive(sqlx::FromRow)]
struct Row {
    user_id: Uuid,
    name: String,
    email: String,
    #[sqlx(try_from = "String")]
    role: Role,
    role_id: Option<Uuid>,
    own_role: Option<String>,
    permissions: Option<Vec<String>>,
    store_id: Option<Uuid>,
    store: Option<String>,
    has_second_factor: bool,
    last_sign_in: Option<OffsetDateTime>,
    is_locked: bool,
}

/// The members who may work in the store, owners first, and all else the page about them needs. Users belong to no tenant,
/// so the statements name the store's merchant themselves.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn list_team(ctx: &Ctx) -> Result<TeamPage> {
    let merchant = ctx.merchant_id()?.0;
    let realm = Realm::Team(merchant);
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let held = held_in_team(&mut tx, merchant, Held::of(ctx)?.id).await?;
    let may_manage = holds(&held.permissions, TEAM_MANAGE.0);
    let members = members(&mut tx, &held, merchant).await?;
    let stores = stores(&mut tx, merchant, &held).await?;
    let invitations = if may_manage { pending(&mut tx, realm).await? } else { Vec::new() };
    let roles = choices(&mut tx, realm).await?.into_iter().filter(|role| role.key != Role::Owner.code()).collect();
    let name: String = sqlx::query_scalar("select name from tenancy.merchants where id = $1")
        .bind(merchant)
        .fetch_one(tx.conn())
        .await?;
    Ok(TeamPage {
        am_owner: members.iter().any(|member| member.is_me && member.role == Role::Owner),
        members,
        invitations,
        roles,
        stores,
        may_grant_all_stores: held.stores.is_none(),
        merchant: name,
        transfer: transfer(&mut tx, merchant).await?,
    })
}

async fn members(tx: &mut Tx, held: &Held, merchant: Uuid) -> Result<Vec<TeamMember>> {
    let ctx = tx.ctx().clone();
    let rows: Vec<Row> = sqlx::query_as(
        "select m.user_id, u.name, u.email, m.role, m.role_id, r.name as own_role, r.permissions, m.store_id,
                s.name as store,
                (exists (select from tenancy.second_factors f where f.user_id = u.id and f.confirmed_at is not null)
                     or exists (select from tenancy.passkeys k where k.user_id = u.id)) as has_second_factor,
                u.last_sign_in_at as last_sign_in,
                exists (select from tenancy.user_locks l where l.platform_id = $3 and l.user_id = u.id) as is_locked
         from tenancy.memberships m
         join tenancy.users u on u.id = m.user_id
         left join tenancy.roles r on r.merchant_id = m.merchant_id and r.id = m.role_id
         left join tenancy.stores s on s.merchant_id = m.merchant_id and s.id = m.store_id
         where m.merchant_id = $1
           and exists (select from tenancy.memberships here
                       where here.merchant_id = $1 and here.user_id = m.user_id
                         and (here.store_id is null or here.store_id = $2))
         order by m.role <> 'owner', lower(u.name), u.id, lower(s.name)",
    )
    .bind(merchant)
    .bind(ctx.store_id()?.0)
    .bind(ctx.platform_id().0)
    .fetch_all(tx.conn())
    .await?;
    let mut order: Vec<Uuid> = Vec::new();
    let mut by_user: BTreeMap<Uuid, Vec<Row>> = BTreeMap::new();
    for row in rows {
        if !order.contains(&row.user_id) {
            order.push(row.user_id);
        }
        by_user.entry(row.user_id).or_default().push(row);
    }
    let of_user = |user: Uuid| by_user.get(&user).map(|rows| member(&ctx, held, merchant, rows));
    order.into_iter().filter_map(of_user).collect()
}

fn member(ctx: &Ctx, held: &Held, merchant: Uuid, rows: &[Row]) -> Result<TeamMember> {
    let first = rows.first().ok_or_else(AppError::internal)?;
    let name_of = |row: &Row| role_name(ctx.locale(), row.role, row.own_role.as_deref());
    let mut names: Vec<String> = rows.iter().map(name_of).collect();
    names.dedup();
    let stores = rows
        .iter()
        .map(|row| row.store_id.zip(row.store.clone()))
        .map(|store| store.map(|(id, name)| StoreChoice { id: StoreId(id), name }))
        .collect::<Option<Vec<_>>>();
    Ok(TeamMember {
        user: UserId(first.user_id),
        name: first.name.clone(),
        email: first.email.clone(),
        is_me: first.user_id == held.id,
        role: first.role,
        role_key: role_key(first.role.code(), first.role_id),
        role_name: names.join(", "),
        account: AccountState {
            has_second_factor: first.has_second_factor,
            last_sign_in: first.last_sign_in,
            is_locked: first.is_locked,
        },
        refusal: refusal(ctx, held, merchant, rows, stores.as_deref()).map(str::to_owned),
        stores,
    })
}

/// Why whoever asks cannot change somebody, as the verbs will say.
fn refusal(
    ctx: &Ctx,
    held: &Held,
    merchant: Uuid,
    rows: &[Row],
    stores: Option<&[StoreChoice]>,
) -> Option<&'static str> {
    let is_beyond = |row: &Row| {
        let allowed = match &row.permissions {
            Some(own) => own.clone(),
            None => Realm::Team(merchant).preset_permissions(ctx, row.role.code()),
        };
        held.may_grant(&allowed).is_err()
    };
    let stores: Option<Vec<Uuid>> = stores.map(|stores| stores.iter().map(|store| store.id.0).collect());
    if rows.iter().any(|row| row.role == Role::Owner) {
        Some("owner_stays")
    } else if rows.iter().any(|row| row.user_id == held.id) {
        Some("not_yourself")
    } else if !holds(&held.permissions, TEAM_MANAGE.0) {
        Some("forbidden")
    } else if rows.iter().any(is_beyond) {
        Some("beyond_your_role")
    } else if held.may_open(stores.as_deref()).is_err() {
        Some("beyond_your_stores")
    } else {
        None
    }
}

async fn stores(tx: &mut Tx, merchant: Uuid, held: &Held) -> Result<Vec<StoreChoice>> {
    let rows: Vec<(Uuid, String)> = sqlx::query_as(
        "select id, name from tenancy.stores where merchant_id = $1 and ($2::uuid[] is null or id = any($2))
         order by lower(name), id limit $3",
    )
    .bind(merchant)
    .bind(held.stores.as_deref())
    .bind(MAX_STORES)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|(id, name)| StoreChoice { id: StoreId(id), name }).collect())
}

async fn transfer(tx: &mut Tx, merchant: Uuid) -> Result<Option<PendingTransfer>> {
    let found: Option<(String, String, OffsetDateTime)> = sqlx::query_as(
        "select f.name, t.name, o.expires_at
         from tenancy.owner_transfers o
         join tenancy.users f on f.id = o.from_user
         join tenancy.users t on t.id = o.to_user
         where o.merchant_id = $1 and o.accepted_at is null and o.revoked_at is null and o.expires_at > $2",
    )
    .bind(merchant)
    .bind(tx.now())
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.map(|(from, to, expires_at)| PendingTransfer { from, to, expires_at }))
}
