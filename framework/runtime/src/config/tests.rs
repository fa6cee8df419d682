//! What the environment may say.

use super::*;

fn read(vars: &[(&str, &str)]) -> Result<Config, ConfigError> {
    Config::from_vars(vars.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
}

const KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

#[test]
fn a_developer_needs_no_variables_but_a_home() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path().to_str().expect("text");
    let config = read(&[("HOME", home), ("SMTP_URL", " ")]).expect("valid");
    assert_eq!(config.listen.to_string(), "127.0.0.1:3000");
    assert_eq!(config.public_origin.to_string(), "http://localhost:3000");
    assert!(config.data_dir.ends_with(".local/share/orion"));
    assert!(config.smtp_url.is_none());
    let again = read(&[("HOME", home)]).expect("valid");
    assert_eq!(config.secret_key, again.secret_key);
    assert_eq!(config.secret_key.bytes().len(), SecretKey::LEN);
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(config.data_dir.join("secret.key")).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn production_must_name_its_origin_and_its_key() {
    let error = read(&[("ORION_ENVIRONMENT", "production")]).expect_err("incomplete");
    assert_eq!(
        error.faults,
        [
            "ORION_PUBLIC_ORIGIN must be set in production, for example to https://orion.example.",
            "ORION_SECRET_KEY must be set in production; `openssl rand -hex 32` makes one.",
        ]
    );
    let config = read(&[
        ("ORION_ENVIRONMENT", "production"),
        ("ORION_PUBLIC_ORIGIN", "https://orion.example"),
        ("ORION_SECRET_KEY", KEY),
    ])
    .expect("complete");
    assert_eq!(config.listen.to_string(), "0.0.0.0:3000");
    assert_eq!(config.log_format, LogFormat::Json);
    assert!(config.public_origin.is_secure());
}

#[test]
fn every_fault_is_told_at_once_and_without_secrets() {
    let error = read(&[
        ("ORION_SECRET_KEY", "abc"),
        ("ORION_PORT", "seventy"),
        ("ORION_DATABASE_POOL", "0"),
        ("DATABASE_URL", "mysql://root:hunter2@db"),
        ("ORION_TRUSTED_PROXIES", "10.0.0.0/8, proxy"),
        ("ORION_FILES", "s3"),
        ("ORION_MAIL_FROM", "nobody"),
        ("ORION_PUBLIC_ORIGIN", "https://orion.example/shop"),
    ])
    .expect_err("faulty");
    assert_eq!(error.faults.len(), 10, "{error}");
    assert!(!error.to_string().contains("hunter2"));
}

#[test]
fn secrets_do_not_print() {
    let config =
        read(&[("ORION_SECRET_KEY", KEY), ("DATABASE_URL", "postgres://orion:hunter2@db/orion")]).expect("valid");
    let printed = format!("{config:?}");
    assert!(!printed.contains("hunter2") && !printed.contains("0, 17, 34"), "{printed}");
}

#[test]
fn proxies_are_trusted_by_network() {
    let config =
        read(&[("ORION_SECRET_KEY", KEY), ("ORION_TRUSTED_PROXIES", "10.0.0.0/8,::1,192.0.2.7")]).expect("valid");
    for (address, trusted) in
        [("10.9.8.7", true), ("::ffff:10.1.2.3", true), ("::1", true), ("192.0.2.7", true), ("192.0.2.8", false)]
    {
        assert_eq!(config.trusts(address.parse().expect("an address")), trusted, "{address}");
    }
}

#[test]
fn stores_are_direct_subdomains() {
    let origin = Origin::parse("https://orion.example:8443").expect("an origin");
    assert_eq!(origin.authority(), "orion.example:8443");
    assert_eq!(origin.of_store("books"), "https://books.orion.example:8443");
    assert_eq!(origin.of_host("books.example"), "https://books.example:8443");
    assert_eq!(origin.store_code_of("books.orion.example"), Some("books"));
    assert_eq!(origin.store_code_of("a.books.orion.example"), None);
    assert_eq!(origin.store_code_of("orion.example"), None);
    assert_eq!(origin.store_code_of("evilorion.example"), None);
    assert_eq!(Origin::parse("ftp://orion.example"), None);
}
