//! Figures that modules show on dashboards.

use serde::{Deserialize, Serialize};

use crate::{BasisPoints, Locale, fmt};

/// A figure on a dashboard, in the language of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metric {
    /// What it counts.
    pub label: String,
    /// The figure, formatted.
    pub value: String,
    /// How it moved.
    pub delta: Option<Delta>,
    /// A path below the frontend's base that shows more.
    pub path: Option<String>,
}

/// How a figure moved since the period before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delta {
    /// The change, formatted, such as `+4 %`.
    pub text: String,
    /// Whether that is good news.
    pub trend: Trend,
}

impl Delta {
    /// How a figure of which more is better moved, in whole percent; nothing to say when there was nothing before.
    #[must_use]
    pub fn compare(locale: Locale, now: i64, before: i64) -> Option<Self> {
        if before <= 0 {
            return None;
        }
        let percent = (i128::from(now) - i128::from(before)) * 100 / i128::from(before);
        let basis_points = BasisPoints(i32::try_from(percent.clamp(-100_000, 100_000)).unwrap_or_default() * 100);
        let sign = if percent > 0 { "+" } else { "" };
        Some(Self {
            text: format!("{sign}{}", fmt::percent(locale, basis_points)),
            trend: match percent {
                1.. => Trend::Better,
                0 => Trend::Same,
                _ => Trend::Worse,
            },
        })
    }
}

/// Good news or bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    /// Good.
    Better,
    /// Neither.
    Same,
    /// Bad.
    Worse,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_compared_with_the_one_before() {
        let text = |now, before| Delta::compare(Locale::En, now, before).map(|delta| (delta.text, delta.trend));
        assert_eq!(text(110, 100), Some(("+10%".to_owned(), Trend::Better)));
        assert_eq!(text(50, 100), Some(("-50%".to_owned(), Trend::Worse)));
        assert_eq!(text(100, 100), Some(("0%".to_owned(), Trend::Same)));
        assert_eq!(text(100, 0), None);
        assert_eq!(text(i64::MAX, 1), Some(("+100,000%".to_owned(), Trend::Better)));
    }
}
