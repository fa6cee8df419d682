//! What the team is told about imports.

use orion_contracts::{
    ImportId,
    notifications::{Audience, Notice, Notifications, Words},
};
use orion_kernel::{Frontend, fmt};
use orion_runtime::{NoticeKind, Result, Tx};

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

const IMPORT_FAILED: &str = "catalog.import_failed";

/// The kinds.
pub fn kinds() -> Vec<NoticeKind> {
    vec![NoticeKind {
        code: IMPORT_FAILED,
        frontend: Frontend::Store,
        permission: Some(permissions::IMPORT),
        label: |l| td_string!(of(l), notices.import_failed_kind),
        by_mail: true,
    }]
}

/// An import could not be done, or some of its products could not be taken.
pub async fn tell_of_import(tx: &mut Tx, id: ImportId, failed: Option<u32>) -> Result<()> {
    let notice = Notice {
        kind: IMPORT_FAILED,
        key: id.to_string(),
        to: Audience::Team(None),
        title: Words::of(|locale| match failed {
            Some(_) => td_string!(of(locale), notices.import_partly).to_owned(),
            None => td_string!(of(locale), notices.import_failed).to_owned(),
        }),
        body: Words::of(|locale| match failed {
            Some(count) => {
                let count = fmt::number(locale, i64::from(count));
                td_string!(of(locale), notices.import_left_out, count = count).to_string()
            }
            None => td_string!(of(locale), notices.import_why).to_owned(),
        }),
        path: paths::import(id),
    };
    let notifications = tx.ctx().port::<dyn Notifications>();
    Ok(notifications.notify(tx, notice).await?)
}
