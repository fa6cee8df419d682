//! The same questions at several sizes, and how the answers' times grow.

use std::time::Duration;

/// What was measured so far.
pub struct Steps {
    names: Vec<&'static str>,
    /// A size, and the times in milliseconds, in the order of the names.
    measured: Vec<(usize, Vec<f64>)>,
}

impl Steps {
    /// Nothing yet, of these.
    pub const fn new(names: Vec<&'static str>) -> Self {
        Self { names, measured: Vec::new() }
    }

    /// The next answer at a size.
    pub fn add(&mut self, size: usize, time: Duration) {
        let time = time.as_secs_f64() * 1000.0;
        match self.measured.last_mut() {
            Some((last, times)) if *last == size => times.push(time),
            _ => self.measured.push((size, vec![time])),
        }
    }

    /// The heads of the table.
    pub fn heads(&self) -> Vec<&'static str> {
        // Heads live as long as the program, which prints one table and ends.
        let texts = self.measured.iter().map(|(size, _)| format!("{size}"));
        let growth = self.measured.windows(2).map(|pair| format!("growth to {}", pair[1].0));
        let heads = std::iter::once(String::new()).chain(texts).chain(growth);
        heads.map(|head| &*Box::leak(head.into_boxed_str())).collect()
    }

    /// A row for each question.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let row = |(place, name): (usize, &&'static str)| {
            let times = self.measured.iter().map(|(_, times)| format!("{:.1}", times[place]));
            let growth = self.exponents(place).into_iter().map(|exponent| format!("{exponent:+.3}"));
            std::iter::once((*name).to_owned()).chain(times).chain(growth).collect()
        };
        self.names.iter().enumerate().map(row).collect()
    }

    /// The exponents of a question, from step to step: when the size is multiplied by k, the time is by k to the power of this.
    fn exponents(&self, place: usize) -> Vec<f64> {
        self.measured.windows(2).map(|pair| exponent(&pair[0], &pair[1], place)).collect()
    }

    /// What grows by more than this from the first size to the last, but for some. A step by itself says as much of the machine.
    pub fn grown(&self, most: f64, but: &[&str]) -> Vec<&'static str> {
        let (Some(first), Some(last)) = (self.measured.first(), self.measured.last()) else { return Vec::new() };
        let names = self.names.iter().enumerate();
        names
            .filter(|(place, name)| !but.contains(name) && exponent(first, last, *place) > most)
            .map(|(_, name)| *name)
            .collect()
    }
}

fn exponent(smaller: &(usize, Vec<f64>), larger: &(usize, Vec<f64>), place: usize) -> f64 {
    let (times, sizes) = (larger.1[place] / smaller.1[place], larger.0 as f64 / smaller.0 as f64);
    times.ln() / sizes.ln()
}

/// The time that a quarter of them took at most: what the work takes when nothing is in its way.
pub fn quarter(times: Vec<Duration>) -> Duration {
    quickest(times, 4)
}

/// The time that half of them took at most.
pub fn median(times: Vec<Duration>) -> Duration {
    quickest(times, 2)
}

/// The time that one of so many took at most.
fn quickest(mut times: Vec<Duration>, of: usize) -> Duration {
    times.sort_unstable();
    times.get(times.len() / of).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_is_a_power() {
        let mut steps = Steps::new(vec!["flat", "linear"]);
        for (size, times) in [(100, [10, 10]), (1_000, [11, 100]), (10_000, [10, 1_000])] {
            for time in times {
                steps.add(size, Duration::from_millis(time));
            }
        }
        assert_eq!(steps.grown(0.1, &[]), ["linear"]);
        assert!((steps.exponents(1)[0] - 1.0).abs() < 1e-9);
        assert_eq!(steps.rows()[0][1..4], ["10.0", "11.0", "10.0"]);
    }
}
