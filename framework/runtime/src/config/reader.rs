//! Reads variables one by one and collects what is wrong with them.

use std::{collections::BTreeMap, net::IpAddr, ops::RangeInclusive, path::Path, str::FromStr};

use ipnet::IpNet;
use url::Url;

use super::{ConfigError, FilesConfig, Origin, S3Config, Secret, SecretKey};

pub(super) struct Reader<'v> {
    vars: &'v BTreeMap<String, String>,
    faults: Vec<String>,
}

impl<'v> Reader<'v> {
    pub(super) const fn new(vars: &'v BTreeMap<String, String>) -> Self {
        Self { vars, faults: Vec::new() }
    }

    pub(super) fn finish(self) -> Result<(), ConfigError> {
        if self.faults.is_empty() { Ok(()) } else { Err(ConfigError { faults: self.faults }) }
    }

    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.vars.get(name).map(|value| value.trim().to_owned())
    }

    pub(super) fn parsed<T: FromStr>(&mut self, name: &str, expected: &str, default: T) -> T {
        match self.text(name).map(|text| text.parse().map_err(|_| text)) {
            None => default,
            Some(Ok(value)) => value,
            Some(Err(text)) => {
                self.fault(format!("{name} must be {expected}, but it is \"{text}\"."));
                default
            }
        }
    }

    pub(super) fn number(&mut self, name: &str, range: RangeInclusive<u32>, default: u32) -> u32 {
        let expected = format!("a whole number from {} to {}", range.start(), range.end());
        let value = self.parsed(name, &expected, default);
        if range.contains(&value) {
            return value;
        }
        self.fault(format!("{name} must be {expected}, but it is {value}."));
        default
    }

    pub(super) fn choice<T: Copy>(&mut self, name: &str, choices: &[(&str, T)], default: T) -> T {
        let Some(text) = self.text(name) else { return default };
        if let Some((_, value)) = choices.iter().find(|(choice, _)| *choice == text) {
            return *value;
        }
        let known = choices.iter().map(|(choice, _)| *choice).collect::<Vec<_>>().join(" or ");
        self.fault(format!("{name} must be {known}, but it is \"{text}\"."));
        default
    }

    /// The value is not repeated in the fault: such addresses carry passwords.
    pub(super) fn url(&mut self, name: &str, schemes: &[&str]) -> Option<Secret> {
        let text = self.text(name)?;
        if Url::parse(&text).is_ok_and(|url| schemes.contains(&url.scheme())) {
            return Some(Secret::new(text));
        }
        self.fault(format!("{name} must be an address that starts with {}://.", schemes.join(":// or ")));
        None
    }

    pub(super) fn networks(&mut self, name: &str) -> Vec<IpNet> {
        let text = self.text(name).unwrap_or_default();
        let entries = text.split(',').map(str::trim).filter(|entry| !entry.is_empty());
        entries
            .filter_map(|entry| {
                let network = entry.parse().or_else(|_| entry.parse().map(|address: IpAddr| IpNet::from(address)));
                if network.is_err() {
                    self.fault(format!(
                        "{name} must list addresses or networks such as 10.0.0.0/8, separated by commas, but \"{entry}\" is neither."
                    ));
                }
                network.ok()
            })
            .collect()
    }

    pub(super) fn public_origin(&mut self, production: bool, port: u16) -> Origin {
        const NAME: &str = "ORION_PUBLIC_ORIGIN";
        let local = Origin::local(port);
        match self.text(NAME) {
            Some(text) => Origin::parse(&text).unwrap_or_else(|| {
                self.fault(format!(
                    "{NAME} must be scheme and host, such as https://orion.example, without a path, but it is \"{text}\"."
                ));
                local
            }),
            None => {
                if production {
                    self.fault(format!("{NAME} must be set in production, for example to https://orion.example."));
                }
                local
            }
        }
    }

    pub(super) fn mail_from(&mut self) -> String {
        const NAME: &str = "ORION_MAIL_FROM";
        let Some(text) = self.text(NAME) else {
            return "Orion <no-reply@localhost>".to_owned();
        };
        if text.parse::<lettre::message::Mailbox>().is_err() {
            self.fault(format!(
                "{NAME} must be an e-mail address such as Orion <shop@orion.example>, but it is \"{text}\"."
            ));
        }
        text
    }

    pub(super) fn files(&mut self) -> FilesConfig {
        if !self.choice("ORION_FILES", &[("local", false), ("s3", true)], false) {
            return FilesConfig::Local;
        }
        let mut required = |name: &str| {
            self.text(name).unwrap_or_else(|| {
                self.fault(format!("{name} must be set when ORION_FILES is s3."));
                String::new()
            })
        };
        let bucket = required("S3_BUCKET");
        let access_key_id = required("S3_ACCESS_KEY_ID");
        let secret_access_key = Secret::new(required("S3_SECRET_ACCESS_KEY"));
        FilesConfig::S3(S3Config {
            bucket,
            access_key_id,
            secret_access_key,
            region: self.text("S3_REGION").unwrap_or_else(|| "us-east-1".to_owned()),
            endpoint: self
                .url("S3_ENDPOINT", &["https", "http"])
                .and_then(|endpoint| Url::parse(endpoint.expose()).ok()),
        })
    }

    pub(super) fn secret_key(&mut self, production: bool, data_dir: &Path) -> SecretKey {
        const NAME: &str = "ORION_SECRET_KEY";
        let none = SecretKey::from_bytes(Vec::new());
        if let Some(text) = self.text(NAME) {
            return SecretKey::from_hex(&text).unwrap_or_else(|| {
                self.fault(format!("{NAME} must be at least 64 hexadecimal digits; `openssl rand -hex 32` makes one."));
                none
            });
        }
        if production {
            self.fault(format!("{NAME} must be set in production; `openssl rand -hex 32` makes one."));
            return none;
        }
        let file = data_dir.join("secret.key");
        SecretKey::load_or_create(&file).unwrap_or_else(|error| {
            self.fault(format!("The secret key in {} cannot be read or made: {error}.", file.display()));
            none
        })
    }

    fn fault(&mut self, sentence: String) {
        self.faults.push(sentence);
    }
}
