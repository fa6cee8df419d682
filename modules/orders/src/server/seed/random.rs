//! Numbers that look random and are the same on every machine (SplitMix64).

/// A sequence of numbers.
pub struct Random(u64);

impl Random {
    /// The sequence of a name (FNV-1a).
    pub fn of(name: &str) -> Self {
        Self(
            name.bytes()
                .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)),
        )
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `limit`, which is above zero.
    pub fn below(&mut self, limit: usize) -> usize {
        // The remainder is below a `usize`.
        (self.next() % limit.max(1) as u64) as usize
    }

    /// True so many times in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several; the list is not empty.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_sequence() {
        let take = |name| {
            let mut random = Random::of(name);
            std::array::from_fn::<_, 4, _>(|_| random.below(1_000))
        };
        assert_eq!(take("kaffi"), take("kaffi"));
        assert_ne!(take("kaffi"), take("lumiere"));
    }
}
