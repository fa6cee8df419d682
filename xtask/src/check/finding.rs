//! A place where a rule does not hold.

/// Whether it may stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// It may not.
    Error,
    /// It should not.
    Warning,
}

/// One place.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule's number.
    pub number: &'static str,
    /// Whether it may stay.
    pub severity: Severity,
    /// The file, from the workspace's root.
    pub path: String,
    /// The line, from 1; 0 when it is about the whole file.
    pub line: usize,
    /// What is wrong there.
    pub message: String,
}

impl Finding {
    /// What must not be.
    pub fn error(number: &'static str, path: impl Into<String>, line: usize, message: impl Into<String>) -> Self {
        Self { number, severity: Severity::Error, path: path.into(), line, message: message.into() }
    }

    /// What should not be.
    pub fn warning(number: &'static str, path: impl Into<String>, line: usize, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(number, path, line, message) }
    }

    /// `path:line`, as editors and terminals follow it.
    pub fn place(&self) -> String {
        if self.line == 0 { self.path.clone() } else { format!("{}:{}", self.path, self.line) }
    }
}
