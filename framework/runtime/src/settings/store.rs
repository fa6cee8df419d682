//! Reads settings as types, from a cache that every process drops when one changes them.

use std::{
    any::{Any, TypeId},
    collections::{HashMap, HashSet},
    sync::Arc,
    time::Duration,
};

use moka::future::Cache;
use orion_kernel::{AppError, PlatformId, StoreId};
use serde_json::{Map, Value};
use sqlx::{PgPool, postgres::PgPoolOptions};

use super::{
    Cipher, Settings, SettingsSchema, TOPIC,
    resolve::{Environment, Resolved, load, place, resolve},
};
use crate::{
    database::{RowScope, begin, to_app_error},
    invalidation::Invalidation,
};

/// How long a value may be outdated when its invalidation was lost.
const TIME_TO_LIVE: Duration = Duration::from_secs(30);

/// How many values are read at once.
const READERS: u32 = 4;

type Key = (TypeId, PlatformId, Option<StoreId>);

/// The settings of all modules; cheap to clone.
#[derive(Clone)]
pub struct SettingsStore {
    pool: PgPool,
    cipher: Cipher,
    environment: Arc<Environment>,
    cache: Cache<Key, Arc<dyn Any + Send + Sync>>,
}

/// The declared settings or the environment are wrong.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// A module declares a setting twice.
    #[error("setting “{module}.{key}” is declared twice")]
    Duplicate {
        /// The module.
        module: &'static str,
        /// The setting.
        key: &'static str,
    },
    /// A default is not a value.
    #[error("the default of setting “{module}.{key}” is not a value of its kind")]
    BadDefault {
        /// The module.
        module: &'static str,
        /// The setting.
        key: &'static str,
    },
    /// An environment variable is not a value.
    #[error("{variable} is not a value of its setting ({code})")]
    BadVariable {
        /// The variable's name.
        variable: String,
        /// What is wrong with it.
        code: String,
    },
}

impl SettingsStore {
    /// Checks what the modules declare, and reads their environment variables, `<MODULE>_<KEY>`, from `variables`.
    ///
    /// # Errors
    ///
    /// What is wrong first.
    pub fn new(
        pool: PgPool,
        cipher: Cipher,
        schemas: &[SettingsSchema],
        variables: &HashMap<String, String>,
    ) -> Result<Self, SettingsError> {
        let cache = Cache::builder().max_capacity(20_000).time_to_live(TIME_TO_LIVE).build();
        let environment = Arc::new(read_environment(schemas, variables)?);
        Ok(Self { pool: readers(&pool), cipher, environment, cache })
    }

    /// Drops cached values when a process says that they changed.
    pub fn listen(&self, invalidation: &Invalidation) {
        let cache = self.cache.clone();
        invalidation.subscribe(TOPIC, move |_| cache.invalidate_all());
    }

    /// The settings of a module for a store, or for a platform as a whole.
    ///
    /// # Errors
    ///
    /// The database cannot be reached, a secret's key is missing, or the schema does not fit the type.
    pub async fn get<T: Settings>(
        &self,
        platform_id: PlatformId,
        store_id: Option<StoreId>,
    ) -> Result<Arc<T>, AppError> {
        let key = (TypeId::of::<T>(), platform_id, store_id);
        let loading = async {
            self.load::<T>(platform_id, store_id).await.map(|settings| settings as Arc<dyn Any + Send + Sync>)
        };
        let settings = self.cache.try_get_with(key, loading).await.map_err(Arc::unwrap_or_clone)?;
        settings.downcast::<T>().map_err(|_| AppError::internal())
    }

    pub(super) fn environment(&self) -> &Environment {
        &self.environment
    }

    async fn load<T: Settings>(&self, platform_id: PlatformId, store_id: Option<StoreId>) -> Result<Arc<T>, AppError> {
        // A store's settings include its platform's secrets, which only this role may read.
        let mut tx = begin(&self.pool, &RowScope::PLATFORM).await.map_err(to_app_error)?;
        let rows = load(&mut tx, T::MODULE, platform_id.0, store_id.map(|id| id.0)).await.map_err(to_app_error)?;
        tx.rollback().await.map_err(to_app_error)?;
        let schema = T::schema();
        let mut values = Map::new();
        for resolved in resolve(&schema, &self.environment, &rows) {
            values.insert(resolved.field.key.to_owned(), self.reveal(schema.module, &resolved)?);
        }
        serde_json::from_value(Value::Object(values)).map(Arc::new).map_err(|error| {
            tracing::error!(%error, module = T::MODULE, "the settings' schema does not fit their type");
            AppError::internal()
        })
    }

    fn reveal(&self, module: &str, resolved: &Resolved<'_>) -> Result<Value, AppError> {
        let (Some(row), true, Value::String(sealed)) = (resolved.row, resolved.field.is_secret(), resolved.value)
        else {
            return Ok(resolved.value.clone());
        };
        let place = place(module, &row.key, &row.scope, row.scope_id);
        self.cipher.decrypt(&place, sealed).map(Value::String).map_err(|error| {
            tracing::error!(%error, module, key = row.key, scope = row.scope, scope_id = %row.scope_id, "a secret cannot be read");
            AppError::internal()
        })
    }
}

/// Connections of the settings' own: somebody in a transaction who needs a setting would otherwise wait for a connection that
/// those hold who wait for the same. They are few, rarely used and not kept.
fn readers(pool: &PgPool) -> PgPool {
    PgPoolOptions::new()
        .max_connections(READERS)
        .after_release(|_, _| Box::pin(async { Ok(false) }))
        .connect_lazy_with(pool.connect_options().as_ref().clone())
}

fn read_environment(
    schemas: &[SettingsSchema],
    variables: &HashMap<String, String>,
) -> Result<Environment, SettingsError> {
    let mut environment = Environment::new();
    let mut seen = HashSet::new();
    for (module, field) in schemas.iter().flat_map(|schema| schema.fields.iter().map(|field| (schema.module, field))) {
        let key = field.key;
        if !seen.insert((module, key)) {
            return Err(SettingsError::Duplicate { module, key });
        }
        let absent_secret = field.is_secret() && field.default.is_null();
        if !absent_secret && field.check(&field.default).is_err() {
            return Err(SettingsError::BadDefault { module, key });
        }
        let variable = format!("{module}_{key}").to_uppercase();
        if let Some(text) = variables.get(&variable).filter(|text| !text.trim().is_empty()) {
            let value = field.parse(text);
            let value = value.map_err(|fault| SettingsError::BadVariable { variable, code: fault.code.to_string() })?;
            environment.insert((module, key), value);
        }
    }
    Ok(environment)
}
