//! Keys for programs that work in a store's name.

mod create_api_key;
mod find_api_key;
mod list_api_keys;
mod revoke_api_key;

pub use create_api_key::create_api_key;
pub use find_api_key::StoredApiKeys;
pub use list_api_keys::list_api_keys;
pub use revoke_api_key::revoke_api_key;
