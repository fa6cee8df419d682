//! Identifiers: UUIDs (version 7 when made by the server), each kind its own type.

/// Declares a typed identifier.
///
/// ```
/// orion_kernel::typed_id!(OrderId, "An order of a store.");
/// let id: OrderId = "01890a5d-ac96-774b-bcce-b302099a8057".parse().unwrap();
/// assert_eq!(id.to_string(), "01890a5d-ac96-774b-bcce-b302099a8057");
/// ```
///
/// The type wraps a [`Uuid`](uuid::Uuid), is written and read as the bare UUID (text in JSON and in addresses), and
/// orders as the UUID does, which for version 7 is by time of creation.
#[macro_export]
macro_rules! typed_id {
    ($name:ident, $doc:literal) => {
        #[doc = $doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $crate::private::uuid::Uuid);

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::write!(f, "{}({})", ::std::stringify!($name), self.0)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::private::uuid::Error;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl ::std::convert::From<$crate::private::uuid::Uuid> for $name {
            fn from(id: $crate::private::uuid::Uuid) -> Self {
                Self(id)
            }
        }

        impl $crate::private::serde::Serialize for $name {
            fn serialize<S: $crate::private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::private::serde::Serialize::serialize(&self.0, serializer)
            }
        }

        impl<'de> $crate::private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::private::serde::Deserialize::deserialize(deserializer).map(Self)
            }
        }
    };
}

typed_id!(PlatformId, "A platform: one operator's offering, which merchants sign up to.");
typed_id!(MerchantId, "A merchant: the business that owns stores on a platform.");
typed_id!(StoreId, "A store of a merchant.");
typed_id!(UserId, "A person who works with Orion: an operator or a member of a merchant's team.");
typed_id!(CustomerId, "A customer of one store; the same person in two stores is two customers.");
typed_id!(SessionId, "A signed-in session of a user or a customer.");
typed_id!(EventId, "A published event; with the handler's name, what a reaction is idempotent by.");

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn is_written_and_read_as_the_bare_uuid() {
        let id = StoreId(Uuid::from_u128(7));
        let text = "00000000-0000-0000-0000-000000000007";
        assert_eq!(id.to_string(), text);
        assert_eq!(text.parse(), Ok(id));
        assert_eq!(serde_json::to_string(&id).expect("serializes"), format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<StoreId>(&format!("\"{text}\"")).expect("deserializes"), id);
        assert_eq!(format!("{id:?}"), format!("StoreId({text})"));
        assert!("7".parse::<StoreId>().is_err());
    }
}
