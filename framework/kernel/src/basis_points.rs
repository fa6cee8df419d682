//! Percentages without floats.

use serde::{Deserialize, Serialize};

/// A percentage in hundredths of a percent: 1,700 is 17 %, 825 is 8.25 %. Written and read as the number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BasisPoints(pub i32);

impl BasisPoints {
    /// 0 %.
    pub const ZERO: Self = Self(0);
    /// 100 %.
    pub const WHOLE: Self = Self(10_000);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_written_and_read_as_a_number() {
        assert_eq!(serde_json::to_string(&BasisPoints(1_700)).expect("serializes"), "1700");
        assert_eq!(serde_json::from_str::<BasisPoints>("825").expect("deserializes"), BasisPoints(825));
    }
}
