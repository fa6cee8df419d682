//! Files of tenants: pictures and documents, named by their content, in a folder or a bucket.

mod kind;
mod name;
mod serve;

use std::{fs, io, path::PathBuf, sync::Arc};

use bytes::Bytes;
use futures::{StreamExt as _, TryStreamExt as _, stream::BoxStream};
use object_store::{
    ObjectStore, ObjectStoreExt, aws::AmazonS3Builder, buffered::BufWriter, local::LocalFileSystem, path::Path,
    prefix::PrefixStore,
};
use orion_kernel::AppError;
use uuid::Uuid;

pub use kind::FileKind;
pub use name::FileName;
pub use serve::routes;

use crate::config::{Config, FilesConfig};

/// Why files cannot be kept, in sentences for the operator.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// The folder cannot be used.
    #[error("The folder for files, {}, cannot be used: {source}.", path.display())]
    Folder {
        /// Where files should go.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The bucket's description is faulty.
    #[error("The bucket for files cannot be used: {0}.")]
    Bucket(#[from] object_store::Error),
}

/// Where files are kept; cheap to clone.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
}

/// The most pixels a picture may have on a side: a small file can unfold into a picture that no browser can show.
pub const MAX_PICTURE_SIDE: u32 = 8_192;

/// Writes a file that no address serves.
pub type PrivateWriter = BufWriter;

/// A file as it is stored.
#[derive(Clone, Debug)]
pub struct StoredFile {
    /// The content.
    pub bytes: Bytes,
    /// What it is.
    pub kind: FileKind,
}

impl Files {
    /// The place the configuration names; a local folder is made.
    pub fn open(config: &Config) -> Result<Self, FilesError> {
        let store: Arc<dyn ObjectStore> = match &config.files {
            FilesConfig::Local => {
                let path = config.data_dir.join("files");
                fs::create_dir_all(&path).map_err(|source| FilesError::Folder { path: path.clone(), source })?;
                Arc::new(LocalFileSystem::new_with_prefix(path)?)
            }
            FilesConfig::S3(s3) => {
                let mut builder = AmazonS3Builder::new()
                    .with_bucket_name(&s3.bucket)
                    .with_region(&s3.region)
                    .with_access_key_id(&s3.access_key_id)
                    .with_secret_access_key(s3.secret_access_key.expose());
                if let Some(endpoint) = &s3.endpoint {
                    let address = endpoint.as_str().trim_end_matches('/');
                    builder = builder.with_endpoint(address).with_allow_http(endpoint.scheme() == "http");
                }
                Arc::new(PrefixStore::new(builder.build()?, "files"))
            }
        };
        Ok(Self { store })
    }

    /// Keeps a file of a tenant (a platform or a store) and returns its name. What it is shows in its first bytes, not
    /// in what the sender claims. The same content has the same name, so keeping it again changes nothing.
    pub async fn put(&self, tenant: Uuid, bytes: Bytes) -> Result<FileName, AppError> {
        let kind = FileKind::of(&bytes).ok_or_else(|| AppError::invalid("file_type_unknown"))?;
        if bytes.len() > kind.max_bytes() {
            let megabytes = (kind.max_bytes() / 1024 / 1024).to_string();
            return Err(AppError::too_large().with("max_megabytes", megabytes));
        }
        let name = FileName::of(&bytes, kind);
        self.store.put(&location(tenant, &name), bytes.into()).await.map_err(log_failure)?;
        Ok(name)
    }

    /// A file of a tenant.
    pub async fn get(&self, tenant: Uuid, name: &FileName) -> Result<StoredFile, AppError> {
        let found = self.store.get(&location(tenant, name)).await.map_err(log_failure)?;
        Ok(StoredFile { bytes: found.bytes().await.map_err(log_failure)?, kind: name.kind() })
    }

    /// Removes a file of a tenant. One that is not there is as good as removed.
    pub async fn delete(&self, tenant: Uuid, name: &FileName) -> Result<(), AppError> {
        match self.store.delete(&location(tenant, name)).await {
            Err(object_store::Error::NotFound { .. }) => Ok(()),
            deleted => deleted.map_err(log_failure),
        }
    }

    /// The names of a tenant's files.
    pub async fn list(&self, tenant: Uuid) -> Result<Vec<FileName>, AppError> {
        let prefix = Path::from(tenant.to_string());
        let found: Vec<_> = self.store.list(Some(&prefix)).try_collect().await.map_err(log_failure)?;
        let names = found.iter().filter_map(|file| file.location.filename()?.parse().ok());
        Ok(names.collect())
    }

    /// Removes all files of a tenant that is gone.
    pub async fn delete_all(&self, tenant: Uuid) -> Result<(), AppError> {
        for name in self.list(tenant).await? {
            self.delete(tenant, &name).await?;
        }
        Ok(())
    }

    /// Writes a file that no address serves: what reads it decides who gets it. There once the writer is shut down; what
    /// was there before stays until then.
    #[must_use]
    pub fn write_private(&self, tenant: Uuid, id: Uuid) -> PrivateWriter {
        BufWriter::new(Arc::clone(&self.store), private_location(tenant, id))
    }

    /// Reads such a file: how many bytes it has, and these.
    pub async fn read_private(
        &self,
        tenant: Uuid,
        id: Uuid,
    ) -> Result<(u64, BoxStream<'static, std::io::Result<Bytes>>), AppError> {
        let found = self.store.get(&private_location(tenant, id)).await.map_err(log_failure)?;
        let size = found.meta.size;
        Ok((size, found.into_stream().map_err(std::io::Error::other).boxed()))
    }

    /// Removes such a file. One that is not there is as good as removed.
    pub async fn delete_private(&self, tenant: Uuid, id: Uuid) -> Result<(), AppError> {
        match self.store.delete(&private_location(tenant, id)).await {
            Err(object_store::Error::NotFound { .. }) => Ok(()),
            deleted => deleted.map_err(log_failure),
        }
    }

    /// Whether files can be kept and read right now, by doing it.
    pub async fn check(&self) -> Result<(), String> {
        let probe = Path::from("probe");
        self.store.put(&probe, Bytes::from_static(b"orion").into()).await.map_err(|error| error.to_string())?;
        let found = self.store.get(&probe).await.map_err(|error| error.to_string())?;
        found.bytes().await.map(drop).map_err(|error| error.to_string())
    }

    /// The path under which a file is served.
    pub fn path(tenant: Uuid, name: &FileName) -> String {
        format!("/files/{tenant}/{name}")
    }
}

fn location(tenant: Uuid, name: &FileName) -> Path {
    Path::from(format!("{tenant}/{name}"))
}

/// Served addresses begin with a tenant's id, so none leads here.
fn private_location(tenant: Uuid, id: Uuid) -> Path {
    Path::from(format!("private/{tenant}/{id}"))
}

fn log_failure(error: object_store::Error) -> AppError {
    if let object_store::Error::NotFound { .. } = error {
        return AppError::not_found();
    }
    tracing::error!(%error, "files cannot be reached");
    AppError::unavailable()
}
