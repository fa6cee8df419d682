//! Who works on the platform?

use orion_kernel::{Paged, UserId};
use orion_runtime::{PlatformCtx, Result};
use orion_ui::IndexQuery;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    model::{normalize_email, prefix_query},
    views::{AccountState, UserRow},
};

/// Counting ends here: nobody turns that many pages.
const MOST_COUNTED: i64 = 10_000;

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Uuid,
    name: String,
    email: String,
    merchants: Vec<String>,
    is_operator: bool,
    has_second_factor: bool,
    last_sign_in: Option<OffsetDateTime>,
    is_locked: bool,
    created_at: OffsetDateTime,
}

/// What a page shows of the users `found`, on the platform `$1`.
macro_rules! select_users {
    ($found:expr) => {
        concat!(
            "select u.id, u.name, u.email, u.created_at,
                    array(select distinct c.name from tenancy.memberships m join tenancy.merchants c on c.id = m.merchant_id
                          where m.user_id = u.id and c.platform_id = $1 order by c.name limit 5) as merchants,
                    exists (select from tenancy.operators o where o.platform_id = $1 and o.user_id = u.id) as is_operator,
                    (exists (select from tenancy.second_factors f where f.user_id = u.id and f.confirmed_at is not null)
                     or exists (select from tenancy.passkeys k where k.user_id = u.id)) as has_second_factor,
                    u.last_sign_in_at as last_sign_in,
                    exists (select from tenancy.user_locks l where l.platform_id = $1 and l.user_id = u.id) as is_locked
             from ",
            $found,
            " u"
        )
    };
}
pub(super) use select_users;

/// The users of the platform `$1` that the scope `$2` and the search `$3`, `$4`, `$5` leave.
macro_rules! where_found {
    () => {
        "where (exists (select from tenancy.memberships m join tenancy.merchants c on c.id = m.merchant_id
                        where m.user_id = u.id and c.platform_id = $1)
                or exists (select from tenancy.operators o where o.platform_id = $1 and o.user_id = u.id))
           and ($2 <> 'operators' or exists (select from tenancy.operators o where o.platform_id = $1 and o.user_id = u.id))
           and ($2 <> 'locked' or exists (select from tenancy.user_locks l where l.platform_id = $1 and l.user_id = u.id))
           and ($3 = '' or tenancy.words_of(u.name) @@ to_tsquery('simple', $4) or u.email like $5)"
    };
}

/// A page of the platform's users, by name.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn list_users(ctx: &PlatformCtx, query: &IndexQuery) -> Result<Paged<UserRow>> {
    let page = query.page();
    let search = query.search.trim();
    let beginning = format!("{}%", normalize_email(search).replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    let words = prefix_query(search).unwrap_or_default();
    let mut tx = ctx.begin().await?;
    let total = sqlx::query_scalar(concat!(
        "select count(*) from (select from tenancy.users u ",
        where_found!(),
        " limit $6) counted"
    ))
    .bind(ctx.platform_id().0)
    .bind(&query.scope)
    .bind(search)
    .bind(&words)
    .bind(&beginning)
    .bind(MOST_COUNTED)
    .fetch_one(tx.conn())
    .await?;
    let rows: Vec<Row> = sqlx::query_as(select_users!(concat!(
        "(select u.* from tenancy.users u ",
        where_found!(),
        " order by lower(u.name), u.id limit $6 offset $7)"
    )))
    .bind(ctx.platform_id().0)
    .bind(&query.scope)
    .bind(search)
    .bind(&words)
    .bind(&beginning)
    .bind(page.limit())
    .bind(page.offset().min(MOST_COUNTED))
    .fetch_all(tx.conn())
    .await?;
    Ok(Paged { items: rows.into_iter().map(UserRow::from).collect(), total, page })
}

impl From<Row> for UserRow {
    fn from(row: Row) -> Self {
        Self {
            id: UserId(row.id),
            name: row.name,
            email: row.email,
            merchants: row.merchants,
            is_operator: row.is_operator,
            account: AccountState {
                has_second_factor: row.has_second_factor,
                last_sign_in: row.last_sign_in,
                is_locked: row.is_locked,
            },
            created_at: row.created_at,
        }
    }
}
