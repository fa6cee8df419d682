//! Recovery codes: ten, each good once, for whoever has lost app and passkeys.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, Result, Tx};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::server::{
    letters::{Happening, tell},
    profile::{confirm_password, me},
};

/// So many are made.
const COUNT: usize = 10;
/// Characters of one, in groups of four: 60 bits.
const LEN: usize = 12;
/// Digits and letters that nobody takes for each other (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Makes new codes for whoever knows the password; those of before are worth nothing. They are shown this once.
///
/// # Errors
///
/// `wrong_password` for the field `current_password`; `Conflict` `second_factor_is_off` without a second factor.
pub async fn renew_codes(ctx: &Ctx, current: String) -> Result<Vec<String>> {
    ctx.refuse_impersonation()?;
    let me = me(ctx)?;
    confirm_password(ctx, current).await?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let has_any: bool = sqlx::query_scalar(
        "select exists (select from tenancy.second_factors where user_id = $1 and confirmed_at is not null)
             or exists (select from tenancy.passkeys where user_id = $1)",
    )
    .bind(me.id)
    .fetch_one(tx.conn())
    .await?;
    if !has_any {
        return Err(AppError::conflict("second_factor_is_off").into());
    }
    sqlx::query("delete from tenancy.recovery_codes where user_id = $1").bind(me.id).execute(tx.conn()).await?;
    let codes = make(&mut tx, me.id).await?;
    tx.audit("tenancy.recovery_codes_renewed", ("user", me.id), json!({})).await?;
    tx.commit().await?;
    tell(ctx, me.id, &me.email, me.locale.unwrap_or(ctx.locale()), Happening::CodesRenewed).await?;
    Ok(codes)
}

/// Codes for whoever gets their first second factor; none for whoever has codes already.
pub async fn ensure_codes(tx: &mut Tx, user: Uuid) -> Result<Vec<String>> {
    let has_codes: bool = sqlx::query_scalar("select exists (select from tenancy.recovery_codes where user_id = $1)")
        .bind(user)
        .fetch_one(tx.conn())
        .await?;
    if has_codes { Ok(Vec::new()) } else { make(tx, user).await }
}

async fn make(tx: &mut Tx, user: Uuid) -> Result<Vec<String>> {
    let codes: Vec<String> = (0..COUNT).map(|_| code(tx.ctx())).collect();
    let hashes: Vec<Vec<u8>> = codes.iter().map(|code| hash(user, code)).collect();
    sqlx::query("insert into tenancy.recovery_codes (user_id, code_hash) select $1, h from unnest($2::bytea[]) as h")
        .bind(user)
        .bind(hashes)
        .execute(tx.conn())
        .await?;
    Ok(codes)
}

/// Whether it is one of the codes; it is used up then.
pub async fn take(tx: &mut Tx, user: Uuid, code: &str) -> Result<bool> {
    let taken = sqlx::query("delete from tenancy.recovery_codes where user_id = $1 and code_hash = $2")
        .bind(user)
        .bind(hash(user, code))
        .execute(tx.conn())
        .await?;
    if taken.rows_affected() == 0 {
        return Ok(false);
    }
    tx.audit("tenancy.recovery_code_used", ("user", user), json!({})).await?;
    Ok(true)
}

fn code(ctx: &Ctx) -> String {
    let random = Sha256::digest(ctx.random_token());
    let chars: Vec<char> = random.iter().take(LEN).map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect();
    chars.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// The codes have 60 random bits, so their hash needs no stretching.
fn hash(user: Uuid, code: &str) -> Vec<u8> {
    Sha256::new().chain_update(user.as_bytes()).chain_update(normalize(code)).finalize().to_vec()
}

/// As people type it: in capitals, with spaces or without dashes, `o` for `0` and `l` for `1`.
fn normalize(code: &str) -> String {
    let plain = code.chars().filter(|c| c.is_ascii_alphanumeric()).take(64);
    plain
        .map(|c| match c.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(normalize("7K3P-9xq2-m0t1"), normalize(" 7k3p9XQ2 mOtl "));
        assert_ne!(hash(Uuid::nil(), "a"), hash(Uuid::max(), "a"), "another's code");
    }
}
