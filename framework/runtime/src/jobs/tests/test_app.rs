//! An application with one platform and one store, and no modules but the one that knows them.

use std::{collections::HashMap, sync::Arc};

use async_trait::async_trait;
use orion_kernel::{Locale, PlatformId, Registry, StoreId};
use sqlx::PgPool;

use super::support::SCOPE;
use crate::{
    App, ModuleServer, Result,
    app::Parts,
    config::Config,
    directory::Directory,
    files::Files,
    mail::Mailer,
    scope::{Platform, Store},
};

pub(super) async fn test_app(pool: PgPool) -> App {
    let folder = tempfile::tempdir().expect("a folder");
    let config = Config::for_tests(folder.path());
    let registry = Registry::new(Vec::new()).expect("nothing is wrong with no modules");
    let parts = Parts {
        mailer: Mailer::capturing(folder.path(), &config.mail_from).expect("a mailer"),
        files: Files::open(&config).expect("a folder for files"),
        config: Arc::new(config),
        pool,
        registry: Box::leak(Box::new(registry)),
        modules: vec![ModuleServer { directory: Some(Arc::new(OneStore)), ..ModuleServer::new("on") }],
        variables: HashMap::new(),
    };
    App::new(parts).await.expect("an application")
}

/// Knows the platform and the store of [`SCOPE`].
struct OneStore;

fn platform() -> Arc<Platform> {
    Arc::new(Platform {
        id: SCOPE.platform_id,
        code: "test".to_owned(),
        name: "Test".to_owned(),
        host: "localhost".to_owned(),
        locales: vec![Locale::En],
        modules: ["on"].into(),
        is_main: true,
        brand: crate::scope::PlatformBrand::default(),
        menu: crate::menu::MenuOverrides::default(),
    })
}

fn store() -> Arc<Store> {
    Arc::new(Store::for_tests())
}

#[async_trait]
impl Directory for OneStore {
    async fn platform_by_host(&self, _: &App, host: &str) -> Result<Option<Arc<Platform>>> {
        Ok(Some(platform()).filter(|platform| platform.host == host))
    }

    async fn platform(&self, _: &App, id: PlatformId) -> Result<Option<Arc<Platform>>> {
        Ok(Some(platform()).filter(|platform| platform.id == id))
    }

    async fn store_by_host(&self, _: &App, host: &str) -> Result<Option<(Arc<Platform>, Arc<Store>)>> {
        Ok(Some((platform(), store())).filter(|(_, store)| store.host == host))
    }

    async fn store_by_code(&self, _: &App, _: &Platform, code: &str) -> Result<Option<Arc<Store>>> {
        Ok(Some(store()).filter(|store| store.code == code))
    }

    async fn store(&self, _: &App, id: StoreId) -> Result<Option<Arc<Store>>> {
        Ok(Some(store()).filter(|store| store.id == id))
    }

    async fn platforms(&self, _: &App) -> Result<Vec<Arc<Platform>>> {
        Ok(vec![platform()])
    }

    async fn next_stores(&self, _: &App, _: PlatformId, after: Option<StoreId>) -> Result<Vec<Arc<Store>>> {
        Ok(if after.is_none() { vec![store()] } else { Vec::new() })
    }
}
