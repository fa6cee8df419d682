//! The places a cluster needs, made before anything runs.

use std::{
    fs, io,
    os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::{EmbeddedError, account::Account};

/// A Unix socket's path may have 107 bytes; PostgreSQL adds this name to the folder.
const LONGEST_SOCKET_PATH: usize = 107;
const SOCKET_NAME: &str = "/.s.PGSQL.5432.lock";

/// Where everything of one cluster is.
pub(super) struct Folders {
    /// Ours alone, or the unprivileged user's.
    pub(super) home: PathBuf,
    pub(super) cluster: PathBuf,
    pub(super) socket: PathBuf,
    pub(super) log: PathBuf,
    pub(super) start_lock: PathBuf,
    pub(super) users_lock: PathBuf,
    pub(super) account: Option<Account>,
}

impl Folders {
    pub(super) fn prepare(data_dir: &Path) -> Result<Self, EmbeddedError> {
        fs::create_dir_all(data_dir).map_err(|source| EmbeddedError::folder(data_dir, source))?;
        let data_dir = data_dir.canonicalize().map_err(|source| EmbeddedError::folder(data_dir, source))?;
        if data_dir.to_str().is_none() {
            let source = io::Error::new(io::ErrorKind::InvalidInput, "its path is not valid UTF-8");
            return Err(EmbeddedError::folder(&data_dir, source));
        }
        let home = data_dir.join("postgres");
        let cluster = home.join("cluster");
        let start_lock = data_dir.join("postgres.start.lock");
        super::open(&start_lock)?;
        let account = Account::choose(&start_lock, &cluster)?;
        if let Some(account) = &account {
            account.ensure_entry(&data_dir)?;
        }
        let ourselves = fs::metadata(&start_lock).map_err(|source| EmbeddedError::folder(&start_lock, source))?.uid();
        let owner = account.as_ref().map_or(ourselves, |account| account.uid);
        make_private(&home, owner, account.as_ref())?;
        Ok(Self {
            socket: socket_folder(&home, owner, account.as_ref())?,
            log: home.join("postgres.log"),
            users_lock: data_dir.join("postgres.users.lock"),
            start_lock,
            home,
            cluster,
            account,
        })
    }
}

fn socket_folder(home: &Path, owner: u32, account: Option<&Account>) -> Result<PathBuf, EmbeddedError> {
    let near = home.join("socket");
    let fits = near.as_os_str().len() + SOCKET_NAME.len() <= LONGEST_SOCKET_PATH;
    let socket = if fits {
        near
    } else {
        let hash = Sha256::digest(home.as_os_str().as_encoded_bytes());
        PathBuf::from("/tmp").join(format!("orion-{}", hex::encode(&hash[..8])))
    };
    make_private(&socket, owner, account)?;
    Ok(socket)
}

/// Makes a folder that only the one who runs PostgreSQL (and root) may enter.
fn make_private(folder: &Path, owner: u32, account: Option<&Account>) -> Result<(), EmbeddedError> {
    let failed = |source| EmbeddedError::folder(folder, source);
    match fs::DirBuilder::new().mode(0o700).create(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(failed(error)),
        _ => {}
    }
    // Anyone can make a folder in /tmp before us, and a link there would lead elsewhere.
    let metadata = fs::symlink_metadata(folder).map_err(failed)?;
    if !metadata.is_dir() || ![owner, 0].contains(&metadata.uid()) {
        return Err(EmbeddedError::SocketTaken { path: folder.to_owned() });
    }
    if metadata.mode() & 0o077 != 0 {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(failed)?;
    }
    account.map_or(Ok(()), |account| account.own(folder))
}
