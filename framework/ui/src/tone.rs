//! What a colour means.

/// The meaning a badge, an alert or a mark carries; its colour follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Neutral,
    /// The brand's own colour: new, chosen, promoted.
    Accent,
    /// Worth knowing.
    Info,
    /// Went well, finished.
    Success,
    /// Needs attention soon.
    Warning,
    /// Went wrong, needs attention now.
    Critical,
}

impl Tone {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Accent => "accent",
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Critical => "critical",
        }
    }
}
