//! How a checkout stands.

/// How a checkout stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Being filled in.
    Open,
    /// The shopper is at the payment provider's.
    Paying,
    /// It is an order.
    Completed,
    /// It was left alone for too long.
    Expired,
}

impl TryFrom<String> for State {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        match code.as_str() {
            "open" => Ok(Self::Open),
            "paying" => Ok(Self::Paying),
            "completed" => Ok(Self::Completed),
            "expired" => Ok(Self::Expired),
            _ => Err(code),
        }
    }
}
