//! What the operator of an installation sets, read once from environment variables.

mod origin;
mod reader;
mod secret;
mod signature;

use std::{
    collections::BTreeMap,
    fmt,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
};

use ipnet::IpNet;
use url::Url;

pub use origin::Origin;
pub use secret::{Secret, SecretKey};
pub use signature::Signature;

use reader::Reader;

/// The configuration of one process. Everything has a default that works on a developer's machine; production must
/// name its public origin and its secret key.
#[derive(Clone, Debug)]
pub struct Config {
    /// `ORION_ENVIRONMENT`: `development` (default) or `production`.
    pub environment: Environment,
    /// `ORION_DATA_DIR`: where files, the private database and generated secrets live.
    pub data_dir: PathBuf,
    /// `ORION_ADDRESS` and `ORION_PORT` (or `PORT`): where the HTTP server listens.
    pub listen: SocketAddr,
    /// `ORION_SITE_DIR`: the built browser files.
    pub site_dir: PathBuf,
    /// `ORION_PUBLIC_ORIGIN`: how browsers reach the platform, such as `https://orion.example`. Stores without a domain
    /// of their own are its subdomains.
    pub public_origin: Origin,
    /// `ORION_TRUSTED_PROXIES`: networks whose `X-Forwarded-*` and `X-Request-Id` headers are believed.
    pub trusted_proxies: Vec<IpNet>,
    /// `DATABASE_URL`: without it, a private PostgreSQL runs in the data folder.
    pub database_url: Option<Secret>,
    /// `ORION_DATABASE_POOL`: most connections this process opens.
    pub pool_size: u32,
    /// `ORION_WORKER_CONCURRENCY`: jobs that run side by side.
    pub worker_concurrency: usize,
    /// `SMTP_URL`: without it, mail is written to the log instead of sent.
    pub smtp_url: Option<Secret>,
    /// `ORION_MAIL_FROM`: sender of the platform's own mail.
    pub mail_from: String,
    /// `ORION_FILES`: `local` (default) or `s3`, with the `S3_…` variables.
    pub files: FilesConfig,
    /// `ORION_DNS_FAKE`: a file with records that stand in for the domain name system, for development.
    pub dns_fake: Option<PathBuf>,
    /// `ORION_LOG_FORMAT`: `pretty` (default in development) or `json` (default in production).
    pub log_format: LogFormat,
    /// `ORION_LOG`: what is logged, as `tracing` directives.
    pub log_filter: String,
    /// `ORION_METRICS_TOKEN`: bearer token that opens `/metrics` to others than the machine itself.
    pub metrics_token: Option<Secret>,
    /// `ORION_SECRET_KEY`: at least 32 bytes in hex; signs and encrypts. Generated once in development.
    pub secret_key: SecretKey,
}

/// What sort of installation this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Environment {
    /// A developer's machine or a test.
    Development,
    /// Real shops.
    Production,
}

impl Environment {
    /// Whether real shops run here.
    pub const fn is_production(self) -> bool {
        matches!(self, Self::Production)
    }
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Pretty,
    /// One JSON object a line, for log collectors.
    Json,
}

/// Where files are kept.
#[derive(Clone, Debug)]
pub enum FilesConfig {
    /// The folder `files` in the data folder.
    Local,
    /// A bucket of S3 or a service that speaks its protocol.
    S3(S3Config),
}

/// A bucket and how to reach it.
#[derive(Clone, Debug)]
pub struct S3Config {
    /// `S3_BUCKET`
    pub bucket: String,
    /// `S3_REGION`; `us-east-1` when not given.
    pub region: String,
    /// `S3_ENDPOINT`: for services other than Amazon's.
    pub endpoint: Option<Url>,
    /// `S3_ACCESS_KEY_ID`
    pub access_key_id: String,
    /// `S3_SECRET_ACCESS_KEY`
    pub secret_access_key: Secret,
}

/// Everything that is wrong with the environment, one sentence a fault.
#[derive(Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// Complete sentences for the operator.
    pub faults: Vec<String>,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.faults.join("\n"))
    }
}

impl std::error::Error for ConfigError {}

impl Config {
    /// Reads the environment of this process. In development, generates the secret key on first use.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_vars(
            std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?))),
        )
    }

    /// Reads the given variables; an empty value counts as absent.
    pub fn from_vars(vars: impl IntoIterator<Item = (String, String)>) -> Result<Self, ConfigError> {
        let vars: BTreeMap<String, String> = vars.into_iter().filter(|(_, value)| !value.trim().is_empty()).collect();
        let mut read = Reader::new(&vars);
        let environment = read.choice(
            "ORION_ENVIRONMENT",
            &[("development", Environment::Development), ("production", Environment::Production)],
            Environment::Development,
        );
        let production = environment.is_production();
        let data_dir = read.text("ORION_DATA_DIR").map_or_else(|| default_data_dir(&vars), PathBuf::from);
        let data_dir = std::path::absolute(&data_dir).unwrap_or(data_dir);
        let address = if production { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST };
        let address = read.parsed("ORION_ADDRESS", "an IP address such as 127.0.0.1 or ::1", IpAddr::V4(address));
        let port_variable = if vars.contains_key("ORION_PORT") { "ORION_PORT" } else { "PORT" };
        let port = read.parsed(port_variable, "a port from 0 to 65535", 3000_u16);
        let public_origin = read.public_origin(production, port);
        let files = read.files();
        let config = Self {
            environment,
            listen: SocketAddr::new(address, port),
            site_dir: read.text("ORION_SITE_DIR").map_or_else(|| PathBuf::from("target/site"), PathBuf::from),
            public_origin,
            trusted_proxies: read.networks("ORION_TRUSTED_PROXIES"),
            database_url: read.url("DATABASE_URL", &["postgres", "postgresql"]),
            pool_size: read.number("ORION_DATABASE_POOL", 12..=500, 20),
            worker_concurrency: read.number("ORION_WORKER_CONCURRENCY", 1..=256, 4) as usize,
            smtp_url: read.url("SMTP_URL", &["smtp", "smtps"]),
            mail_from: read.mail_from(),
            files,
            dns_fake: read.text("ORION_DNS_FAKE").map(PathBuf::from),
            log_format: read.choice(
                "ORION_LOG_FORMAT",
                &[("pretty", LogFormat::Pretty), ("json", LogFormat::Json)],
                if production { LogFormat::Json } else { LogFormat::Pretty },
            ),
            log_filter: read.text("ORION_LOG").unwrap_or_else(|| "info,graphile_worker=off".to_owned()),
            metrics_token: read.text("ORION_METRICS_TOKEN").map(Secret::new),
            secret_key: read.secret_key(production, &data_dir),
            data_dir,
        };
        read.finish()?;
        Ok(config)
    }

    /// A configuration for a test: development, any free port, data in the given folder, a fixed key.
    pub fn for_tests(data_dir: &Path) -> Self {
        Self {
            environment: Environment::Development,
            data_dir: data_dir.to_owned(),
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            site_dir: data_dir.join("site"),
            public_origin: Origin::local(3000),
            trusted_proxies: Vec::new(),
            database_url: None,
            pool_size: 8,
            worker_concurrency: 2,
            smtp_url: None,
            mail_from: "Orion <no-reply@localhost>".to_owned(),
            files: FilesConfig::Local,
            dns_fake: Some(data_dir.join("dns.json")),
            log_format: LogFormat::Pretty,
            log_filter: "warn".to_owned(),
            metrics_token: None,
            secret_key: SecretKey::from_bytes(vec![7; 32]),
        }
    }

    /// Whether an address belongs to a proxy whose forwarding headers are believed.
    pub fn trusts(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.trusted_proxies.iter().any(|network| network.contains(&address))
    }
}

/// Root keeps its data where system services do, since PostgreSQL's unprivileged user cannot enter root's home.
fn default_data_dir(vars: &BTreeMap<String, String>) -> PathBuf {
    let home = vars.get("HOME").map(PathBuf::from);
    if home.as_deref() == Some(Path::new("/root")) {
        return PathBuf::from("/var/lib/orion");
    }
    match (vars.get("XDG_DATA_HOME"), home) {
        (Some(data_home), _) => PathBuf::from(data_home).join("orion"),
        (None, Some(home)) => home.join(".local/share/orion"),
        (None, None) => PathBuf::from("/var/lib/orion"),
    }
}

#[cfg(test)]
mod tests;
