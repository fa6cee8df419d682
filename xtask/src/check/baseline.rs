//! Violations that are known and have a reason to stay, in `xtask/baseline.txt`. The list may only shrink.

use std::{fs, io::ErrorKind, path::Path};

use anyhow::{Result, bail};

use super::finding::Finding;

const FILE: &str = "xtask/baseline.txt";
/// How many entries there may be. It is lowered with every entry that goes, and never raised.
const MOST: usize = 0;

/// The entries, and how often each was met.
pub struct Baseline {
    entries: Vec<Entry>,
}

struct Entry {
    line: usize,
    number: String,
    path: String,
    count: usize,
    met: usize,
}

impl Baseline {
    /// Reads the list; none is an empty one.
    pub fn read(root: &Path) -> Result<Self> {
        match fs::read_to_string(root.join(FILE)) {
            Ok(text) => Self::parse(&text),
            Err(error) if error.kind() == ErrorKind::NotFound => Self::parse(""),
            Err(error) => Err(error.into()),
        }
    }

    fn parse(text: &str) -> Result<Self> {
        let mut entries = Vec::new();
        for (index, line) in
            text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        {
            let mut words = line.split_whitespace();
            let (number, path, count) = (words.next(), words.next(), words.next().and_then(|word| word.parse().ok()));
            let (Some(number), Some(path), Some(count), Some(_)) = (number, path, count, words.next()) else {
                bail!("{FILE}:{}: an entry reads “RULE path count reason”.", index + 1);
            };
            entries.push(Entry { line: index + 1, number: number.to_owned(), path: path.to_owned(), count, met: 0 });
        }
        Ok(Self { entries })
    }

    /// Whether a finding is one of those known.
    pub fn knows(&mut self, finding: &Finding) -> bool {
        let mut entries = self.entries.iter_mut();
        let Some(entry) = entries.find(|entry| entry.number == finding.number && entry.path == finding.path) else {
            return false;
        };
        entry.met += 1;
        entry.met <= entry.count
    }

    /// What is wrong with the list itself, after all rules were asked.
    pub fn faults(&self) -> Vec<String> {
        let mut faults: Vec<String> = self
            .entries
            .iter()
            .filter(|entry| entry.met < entry.count)
            .map(|entry| {
                format!(
                    "{FILE}:{}: {} has {} left of {}. Lower the number, or remove the line.",
                    entry.line, entry.path, entry.met, entry.count
                )
            })
            .collect();
        if self.entries.len() > MOST {
            faults.push(format!(
                "{FILE}: there are {} entries, and there may be {MOST}. Mend the new ones instead.",
                self.entries.len()
            ));
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::{Baseline, Finding};

    #[test]
    fn knows_so_many_and_no_more() {
        let mut baseline = Baseline::parse("# known\nORN-006 a.rs 1 a table of drawings\n").expect("an entry");
        let finding = Finding::error("ORN-006", "a.rs", 0, "too long");
        assert!(!baseline.faults().is_empty(), "nothing met yet");
        assert!(baseline.knows(&finding));
        assert!(!baseline.knows(&finding), "a second one is new");
        assert!(!baseline.knows(&Finding::error("ORN-006", "b.rs", 0, "too long")));
        assert!(Baseline::parse("ORN-006 a.rs 1").is_err(), "a reason is missing");
    }
}
