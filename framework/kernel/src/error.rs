//! The one error that crosses the wire.

use std::{borrow::Cow, fmt};

use leptos::server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

/// Why something was refused or failed, as the browser and API clients get it. Holds nothing internal: the interface
/// turns the code and its parameters into a sentence, and the log has the rest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppError {
    /// What sort of error it is; decides the HTTP status.
    pub kind: ErrorKind,
    /// Names the text to show, such as `order_already_shipped`.
    pub code: Cow<'static, str>,
    /// Values for the text, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub params: Vec<(String, String)>,
    /// What is wrong with single fields of the input.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldError>,
}

/// What is wrong with one field of the input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// Name of the field in the form.
    pub field: String,
    /// Names the text to show, such as `too_long`.
    pub code: Cow<'static, str>,
    /// Values for the text, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub params: Vec<(String, String)>,
}

/// The sorts of error; each has one HTTP status (RFC 9110, 15.5 and 15.6; RFC 6585, 4 for 429).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    /// The input is wrong; changing it helps. 422.
    Invalid,
    /// Nobody is signed in. 401.
    Unauthenticated,
    /// Whoever is signed in may not do this. 403.
    Forbidden,
    /// There is no such thing, or it belongs to someone else. 404.
    NotFound,
    /// The state of things does not allow it. 409.
    Conflict,
    /// Too often; waiting helps. 429.
    RateLimited,
    /// The input is too large. 413.
    TooLarge,
    /// Something needed cannot be reached; trying again may help. 503.
    Unavailable,
    /// Our fault. 500.
    Internal,
}

impl ErrorKind {
    /// The HTTP status.
    pub const fn status(self) -> u16 {
        match self {
            Self::Invalid => 422,
            Self::Unauthenticated => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::Conflict => 409,
            Self::RateLimited => 429,
            Self::TooLarge => 413,
            Self::Unavailable => 503,
            Self::Internal => 500,
        }
    }
}

impl AppError {
    /// An error of any kind, without parameters.
    pub fn new(kind: ErrorKind, code: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, code: code.into(), params: Vec::new(), fields: Vec::new() }
    }

    /// The input as a whole is wrong.
    pub fn invalid(code: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Invalid, code)
    }

    /// One field of the input is wrong; further ones follow with [`and_field`](Self::and_field). The error's own code
    /// is `invalid_fields`.
    pub fn field(field: impl Into<String>, code: impl Into<Cow<'static, str>>) -> Self {
        Self::from_fields(vec![FieldError::new(field, code)])
    }

    /// Fields of the input are wrong. The error's own code is `invalid_fields`.
    pub fn from_fields(fields: Vec<FieldError>) -> Self {
        Self { fields, ..Self::invalid("invalid_fields") }
    }

    /// The state of things does not allow it.
    pub fn conflict(code: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Conflict, code)
    }

    /// There is no such thing, or it belongs to someone else. Code `not_found`.
    pub fn not_found() -> Self {
        Self::new(ErrorKind::NotFound, "not_found")
    }

    /// Nobody is signed in. Code `unauthenticated`.
    pub fn unauthenticated() -> Self {
        Self::new(ErrorKind::Unauthenticated, "unauthenticated")
    }

    /// Whoever is signed in may not do this. Code `forbidden`.
    pub fn forbidden() -> Self {
        Self::new(ErrorKind::Forbidden, "forbidden")
    }

    /// Too often. Code `rate_limited`.
    pub fn rate_limited() -> Self {
        Self::new(ErrorKind::RateLimited, "rate_limited")
    }

    /// The input is too large. Code `too_large`.
    pub fn too_large() -> Self {
        Self::new(ErrorKind::TooLarge, "too_large")
    }

    /// Something needed cannot be reached. Code `unavailable`.
    pub fn unavailable() -> Self {
        Self::new(ErrorKind::Unavailable, "unavailable")
    }

    /// Our fault. Code `internal`; log the cause before making one.
    pub fn internal() -> Self {
        Self::new(ErrorKind::Internal, "internal")
    }

    /// Adds a value for the error's text.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl fmt::Display) -> Self {
        self.params.push((name.into(), value.to_string()));
        self
    }

    /// Adds a field that is wrong.
    #[must_use]
    pub fn and_field(mut self, field: impl Into<String>, code: impl Into<Cow<'static, str>>) -> Self {
        self.fields.push(FieldError::new(field, code));
        self
    }

    /// The HTTP status.
    pub const fn status(&self) -> u16 {
        self.kind.status()
    }
}

impl FieldError {
    /// A field and what is wrong with it, without parameters.
    pub fn new(field: impl Into<String>, code: impl Into<Cow<'static, str>>) -> Self {
        Self { field: field.into(), code: code.into(), params: Vec::new() }
    }

    /// Adds a value for the error's text.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl fmt::Display) -> Self {
        self.params.push((name.into(), value.to_string()));
        self
    }
}

/// For logs and tests; people read the text that the code names. Fields are named, their values are not part of it.
impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.code, self.status())?;
        for (name, value) in &self.params {
            write!(f, " {name}={value}")?;
        }
        for error in &self.fields {
            write!(f, " {}:{}", error.field, error.code)?;
        }
        Ok(())
    }
}

impl std::error::Error for AppError {}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    /// The texts of these errors can hold input and addresses, so they end here.
    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => Self::unavailable(),
            // In the browser the answer was not ours: a proxy's error page, or another version's.
            ServerFnErrorErr::Deserialization(_) if cfg!(target_family = "wasm") => Self::unavailable(),
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => {
                Self::invalid("malformed_request")
            }
            ServerFnErrorErr::Registration(_)
            | ServerFnErrorErr::UnsupportedRequestMethod(_)
            | ServerFnErrorErr::ServerError(_)
            | ServerFnErrorErr::MiddlewareError(_)
            | ServerFnErrorErr::Serialization(_)
            | ServerFnErrorErr::Response(_) => Self::internal(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crosses_the_wire_unchanged() {
        let error = AppError::field("email", "invalid_email").and_field("name", "required").with("limit", 3);
        assert_eq!(AppError::de(error.ser()), error);
        let json = r#"{"kind":"not_found","code":"not_found"}"#;
        assert_eq!(AppError::not_found().ser(), json);
        assert_eq!(error.to_string(), "invalid_fields (422) limit=3 email:invalid_email name:required");
    }

    #[test]
    fn the_frameworks_errors_say_nothing_internal() {
        let secret = || "postgres://secret".to_owned();
        let convert = AppError::from_server_fn_error;
        assert_eq!(convert(ServerFnErrorErr::Request(secret())), AppError::unavailable());
        assert_eq!(convert(ServerFnErrorErr::Args(secret())), AppError::invalid("malformed_request"));
        assert_eq!(convert(ServerFnErrorErr::Deserialization(secret())), AppError::invalid("malformed_request"));
        assert_eq!(convert(ServerFnErrorErr::ServerError(secret())), AppError::internal());
    }
}
