//! The services outside of the process that every installation may use.

use super::{Integration, ping};
use crate::App;

/// Database, files and mail, each checked by using it.
pub(super) fn integrations(app: &App) -> Vec<Integration> {
    let (pool, files, mailer) = (app.pool().clone(), app.files().clone(), app.mailer().clone());
    vec![
        Integration::new("database", true, "a private one, or the one of DATABASE_URL", move || ping(pool.clone())),
        Integration::new("files", true, "a folder, or S3 with ORION_FILES=s3", move || {
            let files = files.clone();
            async move { files.check().await }
        }),
        Integration::new(
            "smtp",
            !app.mailer().is_capturing(),
            "without SMTP_URL, mail is kept in the data folder",
            move || {
                let mailer = mailer.clone();
                async move { mailer.check().await }
            },
        ),
    ]
}
