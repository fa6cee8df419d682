//! Remembers where somebody signed in, and tells them when that is unlike before: another browser in another network.

use std::net::IpAddr;

use orion_kernel::{fmt, user_agent};
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, throttle};
use uuid::Uuid;

use super::{Account, Method, account_key};
use crate::{
    i18n::{of, td_string},
    server::letters::{Letter, send},
};

/// Writes the sign-in down. Before the browser is remembered as one of the account's.
pub async fn note(ctx: &Ctx, kind: PrincipalKind, account: &Account, method: Method) -> Result<()> {
    let scope = ctx.scope();
    let (id, network) = (ctx.new_id::<Uuid>(), network(scope.ip));
    let browser = user_agent::name(&scope.user_agent);
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let (before, is_known_network): (i64, bool) = sqlx::query_as(
        "select count(*), coalesce(bool_or(network = $2), false) from tenancy.sign_ins where user_id = $1",
    )
    .bind(account.id)
    .bind(&network)
    .fetch_one(tx.conn())
    .await?;
    sqlx::query(
        "insert into tenancy.sign_ins (user_id, id, kind, platform_id, ip, network, browser, method, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(account.id)
    .bind(id)
    .bind(kind.code())
    .bind(ctx.platform_id().0)
    .bind(scope.ip.to_string())
    .bind(&network)
    .bind(&browser)
    .bind(method.code())
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    sqlx::query("update tenancy.users set last_sign_in_at = $2 where id = $1")
        .bind(account.id)
        .bind(ctx.now())
        .execute(tx.conn())
        .await?;
    tx.commit().await?;
    let is_known_device = throttle::is_known_device(ctx, &account_key(&account.email));
    if before == 0 || is_known_network || is_known_device {
        return Ok(());
    }
    tell(ctx, account, id, &browser).await
}

async fn tell(ctx: &Ctx, account: &Account, id: Uuid, browser: &str) -> Result<()> {
    let locale = account.locale(ctx);
    let l = of(locale);
    let browser = if browser.is_empty() { td_string!(l, security.unknown_browser) } else { browser };
    let (time, address) = (fmt::date_time(locale, ctx.now()), ctx.scope().ip.to_string());
    let letter = Letter {
        key: format!("tenancy.unusual_sign_in:{id}"),
        template: "tenancy.unusual_sign_in",
        to: account.email.clone(),
        locale,
        subject: td_string!(l, security.mail.unusual_subject, platform = ctx.scope().platform.name.clone()).to_string(),
        paragraphs: vec![
            td_string!(l, security.mail.unusual_body, time = time, browser = browser.to_owned(), address = address)
                .to_string(),
            td_string!(l, security.mail.unusual_advice).to_owned(),
        ],
        button: None,
    };
    send(ctx, letter).await
}

/// What neighbours share of an address: 24 bits of an old one, 48 of a new one.
fn network(ip: IpAddr) -> String {
    match ip.to_canonical() {
        IpAddr::V4(ip) => {
            let [a, b, c, _] = ip.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(ip) => {
            let [a, b, c, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}::/48")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_a_network() {
        for (ip, expected) in [
            ("192.0.2.77", "192.0.2.0/24"),
            ("::ffff:192.0.2.1", "192.0.2.0/24"),
            ("2001:db8:7:8::1", "2001:db8:7::/48"),
        ] {
            assert_eq!(network(ip.parse().expect("an address")), expected);
        }
    }
}
