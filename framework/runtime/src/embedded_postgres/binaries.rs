//! Finds PostgreSQL's programs on this machine.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::EmbeddedError;

const OLDEST: u32 = 15;

/// A folder with `initdb`, `pg_ctl` and `postgres` of one version.
#[derive(Clone, Debug)]
pub(super) struct Binaries {
    pub(super) folder: PathBuf,
    pub(super) version: u32,
}

impl Binaries {
    /// The newest usable PostgreSQL, or the one of the version that made the cluster.
    pub(super) fn find(cluster: &Path) -> Result<Self, EmbeddedError> {
        let mut found: Vec<Self> = folders().into_iter().filter_map(Self::at).collect();
        found.sort_by_key(|binaries| binaries.version);
        let made_by = fs::read_to_string(cluster.join("PG_VERSION")).ok().and_then(|text| text.trim().parse().ok());
        match made_by {
            Some(needed) => found
                .into_iter()
                .find(|binaries| binaries.version == needed)
                .ok_or_else(|| EmbeddedError::VersionGone { cluster: cluster.to_owned(), needed }),
            None => found.pop().ok_or(EmbeddedError::NotInstalled),
        }
    }

    fn at(folder: PathBuf) -> Option<Self> {
        if !["initdb", "pg_ctl", "postgres"].iter().all(|program| folder.join(program).is_file()) {
            return None;
        }
        let output = Command::new(folder.join("postgres")).arg("--version").output().ok()?;
        let version = major_version(&String::from_utf8_lossy(&output.stdout))?;
        (version >= OLDEST).then_some(Self { folder, version })
    }
}

/// `postgres (PostgreSQL) 15.18 (Debian …)` is 15; `17beta1` is 17.
fn major_version(text: &str) -> Option<u32> {
    let number = text.split_whitespace().nth(2)?;
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Where distributions put the programs; the search path comes last, so that among equals it is taken.
fn folders() -> Vec<PathBuf> {
    let versioned = [
        ("/usr/lib/postgresql", "bin"),
        ("/usr/local/lib/postgresql", "bin"),
        ("/opt/homebrew/opt", "bin"),
        ("/usr/local/opt", "bin"),
        ("/usr", "bin"),
    ];
    let mut all: Vec<PathBuf> = versioned
        .into_iter()
        .flat_map(|(parent, bin)| {
            let entries = fs::read_dir(parent).into_iter().flatten().flatten();
            entries.map(move |entry| entry.path().join(bin))
        })
        .collect();
    all.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_distributions_print_them() {
        assert_eq!(major_version("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"), Some(15));
        assert_eq!(major_version("postgres (PostgreSQL) 18beta1"), Some(18));
        assert_eq!(major_version("postgres"), None);
    }

    #[test]
    fn data_of_an_absent_version_is_not_opened_by_another() {
        let cluster = tempfile::tempdir().expect("a folder");
        fs::write(cluster.path().join("PG_VERSION"), "9\n").expect("written");
        let error = Binaries::find(cluster.path()).expect_err("too old");
        assert!(matches!(error, EmbeddedError::VersionGone { needed: 9, .. }), "{error}");
    }
}
