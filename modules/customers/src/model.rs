//! Addresses of customers, and the countries they can be in.

use orion_kernel::typed_id;

typed_id!(AddressId, "An address of a customer.");

/// The countries an address can be in, nearest first, by their ISO 3166-1 codes.
pub const COUNTRIES: [&str; 12] = ["LU", "BE", "DE", "FR", "NL", "AT", "CH", "IT", "ES", "PT", "IE", "PL"];
