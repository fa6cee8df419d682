//! What a store's look is chosen from. The design system makes a whole palette from each hue.

use orion_kernel::Text;

use crate::i18n::{of, td_string};

/// A hue with its name.
#[derive(Clone, Copy)]
pub struct Hue {
    /// Degrees on the colour circle.
    pub degrees: u16,
    /// Its name.
    pub label: Text,
}

/// Hues for buttons, links and marks.
pub const ACCENTS: &[Hue] = &[
    Hue { degrees: 20, label: |l| td_string!(of(l), look.red) },
    Hue { degrees: 45, label: |l| td_string!(of(l), look.terracotta) },
    Hue { degrees: 80, label: |l| td_string!(of(l), look.gold) },
    Hue { degrees: 130, label: |l| td_string!(of(l), look.leaf) },
    Hue { degrees: 165, label: |l| td_string!(of(l), look.jade) },
    Hue { degrees: 215, label: |l| td_string!(of(l), look.sky) },
    Hue { degrees: 255, label: |l| td_string!(of(l), look.blue) },
    Hue { degrees: 295, label: |l| td_string!(of(l), look.violet) },
    Hue { degrees: 345, label: |l| td_string!(of(l), look.rose) },
];

/// Hues that backgrounds and borders lean towards.
pub const GREYS: &[Hue] = &[
    Hue { degrees: 70, label: |l| td_string!(of(l), look.warm) },
    Hue { degrees: 150, label: |l| td_string!(of(l), look.fresh) },
    Hue { degrees: 230, label: |l| td_string!(of(l), look.cool) },
    Hue { degrees: 320, label: |l| td_string!(of(l), look.mauve) },
];

/// Corner radii in pixels with their names.
pub const RADII: &[(u8, Text)] = &[
    (0, |l| td_string!(of(l), look.square)),
    (4, |l| td_string!(of(l), look.slight)),
    (8, |l| td_string!(of(l), look.soft)),
    (12, |l| td_string!(of(l), look.round)),
    (20, |l| td_string!(of(l), look.very_round)),
];
