//! Who was asked to join, and has not answered?

use orion_runtime::{Result, Tx};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    server::roles::{Realm, operator_role_name, role_name},
    views::{InvitationId, InvitationRow, OperatorRole, Role},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    email: String,
    role: String,
    own_role: Option<String>,
    stores: Option<Vec<String>>,
    invited_by_name: String,
    sent_at: OffsetDateTime,
    expires_at: OffsetDateTime,
}

/// The open invitations into the store at hand or among operators, the latest first.
pub(in crate::server) async fn pending(tx: &mut Tx, realm: Realm) -> Result<Vec<InvitationRow>> {
    let ctx = tx.ctx().clone();
    let merchant = match realm {
        Realm::Team(merchant) => Some(merchant),
        Realm::Operators(_) => None,
    };
    let rows: Vec<Row> = sqlx::query_as(
        "select i.id, i.email, i.role, coalesce(r.name, o.name) as own_role, i.invited_by_name, i.sent_at, i.expires_at,
                case when i.stores is not null then
                    array(select s.name from tenancy.stores s where s.merchant_id = i.merchant_id and s.id = any(i.stores)
                          order by lower(s.name)) end as stores
         from tenancy.invitations i
         left join tenancy.roles r on r.merchant_id = i.merchant_id and r.id = i.role_id
         left join tenancy.operator_roles o on i.merchant_id is null and o.platform_id = i.platform_id and o.id = i.role_id
         where i.platform_id = $1 and i.merchant_id is not distinct from $2
           and i.accepted_at is null and i.revoked_at is null
           and ($3::uuid is null or i.stores is null or $3 = any(i.stores))
         order by i.created_at desc, i.id",
    )
    .bind(ctx.platform_id().0)
    .bind(merchant)
    .bind(ctx.scope().store_id().map(|store| store.0))
    .fetch_all(tx.conn())
    .await?;
    let named = |row: &Row| match realm {
        Realm::Team(_) => {
            role_name(ctx.locale(), Role::preset(&row.role).unwrap_or(Role::Own), row.own_role.as_deref())
        }
        Realm::Operators(_) => {
            let role = OperatorRole::preset(&row.role).unwrap_or(OperatorRole::Own);
            operator_role_name(ctx.locale(), role, row.own_role.as_deref())
        }
    };
    Ok(rows
        .into_iter()
        .map(|row| InvitationRow {
            id: InvitationId(row.id),
            role_name: named(&row),
            email: row.email,
            stores: row.stores,
            invited_by: row.invited_by_name,
            sent_at: row.sent_at,
            expires_at: row.expires_at,
            is_expired: row.expires_at <= ctx.now(),
        })
        .collect())
}
