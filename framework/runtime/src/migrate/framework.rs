//! The framework's own migrations.

use super::Migration;

macro_rules! migration {
    ($version:literal, $number:literal, $name:literal) => {
        Migration {
            version: $version,
            name: $name,
            sql: include_str!(concat!("../../../../migrations/", $number, "_", $name, ".sql")),
        }
    };
}

/// Run before any module's.
pub const FRAMEWORK: &[Migration] = &[
    migration!(1, "0001", "create_roles"),
    migration!(2, "0002", "create_scope"),
    migration!(3, "0003", "create_append_only"),
    migration!(4, "0004", "create_settings"),
    migration!(5, "0005", "create_audit_log"),
    migration!(6, "0006", "create_event_receipts"),
    migration!(7, "0007", "create_sessions"),
    migration!(8, "0008", "extend_sessions"),
    migration!(9, "0009", "create_throttle"),
    migration!(10, "0010", "create_menu_overrides"),
    migration!(11, "0011", "extend_audit_log"),
    migration!(12, "0012", "allow_erasure"),
];
