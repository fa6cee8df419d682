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

/// Counting ends here: nobody turns that many pages, and a large platform's list is as quick as a small one's. Of each one
/// counted it has to be found out whether they belong to the platform.
const MOST_COUNTED: i64 = 200;

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

/// How many users are in `$found`, at most `$4`; and what a page shows of `$4` of them after the first `$5`. `$2` are the
/// words that are searched for, `$3` is how an address begins.
macro_rules! statements {
    ($found:literal) => {
        (
            concat!("select count(*) from (select from ", $found, " limit $4) counted"),
            select_users!(concat!("(select u.* from ", $found, " order by lower(u.name), u.id limit $4 offset $5)")),
        )
    };
}

/// Everybody is read in the order of their names until the page is full; few are found first and put in order then. `limit 1`
/// keeps the database from reading all memberships there are.
fn statements(scope: &str, is_searched: bool) -> (&'static str, &'static str) {
    match (scope, is_searched) {
        ("operators", _) => statements!(
            "tenancy.operators o join tenancy.users u on u.id = o.user_id
             where o.platform_id = $1 and ($3 = '%' or tenancy.words_of(u.name) @@ to_tsquery('simple', $2) or u.email like $3)"
        ),
        ("locked", _) => statements!(
            "tenancy.user_locks l join tenancy.users u on u.id = l.user_id
             where l.platform_id = $1 and ($3 = '%' or tenancy.words_of(u.name) @@ to_tsquery('simple', $2) or u.email like $3)"
        ),
        (_, true) => statements!(
            "tenancy.users u
             where u.id in (select id from tenancy.users where tenancy.words_of(name) @@ to_tsquery('simple', $2)
                            union select id from tenancy.users where email like $3)
               and ((select true from tenancy.memberships m join tenancy.merchants c on c.id = m.merchant_id
                     where m.user_id = u.id and c.platform_id = $1 limit 1)
                    or exists (select from tenancy.operators o where o.platform_id = $1 and o.user_id = u.id))"
        ),
        (_, false) => statements!(
            "tenancy.users u
             where $2::text is not null and $3::text is not null
               and ((select true from tenancy.memberships m join tenancy.merchants c on c.id = m.merchant_id
                     where m.user_id = u.id and c.platform_id = $1 limit 1)
                    or exists (select from tenancy.operators o where o.platform_id = $1 and o.user_id = u.id))"
        ),
    }
}

/// A page of the platform's users, by name.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn list_users(ctx: &PlatformCtx, query: &IndexQuery) -> Result<Paged<UserRow>> {
    let page = query.page();
    let search = query.search.trim();
    let beginning =
        format!("{}%", normalize_email(search).replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    let words = prefix_query(search).unwrap_or_default();
    let (count, select) = statements(&query.scope, !search.is_empty());
    let mut tx = ctx.begin().await?;
    let total = sqlx::query_scalar(count)
        .bind(ctx.platform_id().0)
        .bind(&words)
        .bind(&beginning)
        .bind(MOST_COUNTED)
        .fetch_one(tx.conn())
        .await?;
    let rows: Vec<Row> = sqlx::query_as(select)
        .bind(ctx.platform_id().0)
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
