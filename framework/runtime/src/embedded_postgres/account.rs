//! Who runs PostgreSQL: we ourselves, or an unprivileged user when we are root.

use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt, chown},
    path::Path,
};

use super::EmbeddedError;

/// An unprivileged user that root runs PostgreSQL as.
#[derive(Clone, Debug)]
pub(super) struct Account {
    pub(super) name: String,
    pub(super) uid: u32,
    pub(super) gid: u32,
}

impl Account {
    /// `None` when this process is not root, which shows in who owns a folder it just made or may write to.
    pub(super) fn choose(owned_by_us: &Path, cluster: &Path) -> Result<Option<Self>, EmbeddedError> {
        if fs::metadata(owned_by_us).map_err(|source| EmbeddedError::folder(owned_by_us, source))?.uid() != 0 {
            return Ok(None);
        }
        let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
        let owner = fs::metadata(cluster).ok().map(|metadata| metadata.uid()).filter(|uid| *uid != 0);
        let by_owner = owner.and_then(|uid| find(&users, |account| account.uid == uid));
        let account = by_owner
            .or_else(|| find(&users, |account| account.name == "postgres"))
            .or_else(|| find(&users, |account| account.name == "nobody"));
        account.map(Some).ok_or(EmbeddedError::NoAccount)
    }

    /// Hands a folder over.
    pub(super) fn own(&self, path: &Path) -> Result<(), EmbeddedError> {
        chown(path, Some(self.uid), Some(self.gid)).map_err(|source| EmbeddedError::folder(path, source))
    }

    /// Whether the account can reach a folder. Our own data folder is opened for passing through; those above it are
    /// not ours to change.
    pub(super) fn ensure_entry(&self, data_dir: &Path) -> Result<(), EmbeddedError> {
        for folder in data_dir.ancestors() {
            let metadata = fs::metadata(folder).map_err(|source| EmbeddedError::folder(folder, source))?;
            if self.may_enter(&metadata) {
                continue;
            }
            if folder != data_dir {
                return Err(EmbeddedError::NoEntry { user: self.name.clone(), folder: folder.to_owned() });
            }
            fs::set_permissions(folder, fs::Permissions::from_mode(metadata.mode() | 0o011))
                .map_err(|source| EmbeddedError::folder(folder, source))?;
        }
        Ok(())
    }

    fn may_enter(&self, metadata: &fs::Metadata) -> bool {
        let bit = match (metadata.uid() == self.uid, metadata.gid() == self.gid) {
            (true, _) => 0o100,
            (false, true) => 0o010,
            (false, false) => 0o001,
        };
        metadata.mode() & bit != 0
    }
}

fn find(users: &str, wanted: impl Fn(&Account) -> bool) -> Option<Account> {
    users
        .lines()
        .filter_map(|line| {
            let mut fields = line.split(':');
            Some(Account {
                name: fields.next()?.to_owned(),
                uid: fields.nth(1)?.parse().ok()?,
                gid: fields.next()?.parse().ok()?,
            })
        })
        .find(|account| account.uid != 0 && wanted(account))
}

#[cfg(test)]
mod tests {
    use super::*;

    const USERS: &str =
        "root:x:0:0:root:/root:/bin/sh\npostgres:x:101:104:PostgreSQL,,,:/var/lib/postgresql:/bin/bash\n";

    #[test]
    fn accounts_are_found_by_name_and_never_root() {
        let account = find(USERS, |account| account.name == "postgres").expect("there");
        assert_eq!((account.uid, account.gid), (101, 104));
        assert!(find(USERS, |account| account.name == "root").is_none());
    }
}
