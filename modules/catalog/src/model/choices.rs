//! Variants as combinations of options.

/// The name of a variant: its values in the order of the options.
#[must_use]
pub fn variant_title(values: &[String]) -> String {
    values.join(" / ")
}

/// All combinations of the options' values, in the order they are offered. No options: one combination without values.
#[must_use]
pub fn combinations(options: &[Vec<String>]) -> Vec<Vec<String>> {
    options.iter().fold(vec![Vec::new()], |begun, values| {
        begun
            .iter()
            .flat_map(|earlier| {
                values.iter().map(|value| {
                    let mut longer = earlier.clone();
                    longer.push(value.clone());
                    longer
                })
            })
            .collect()
    })
}

/// Which of `variants` to show when a shopper who looks at `current` chooses `value` for option number `option`: the same
/// in everything else if there is one, else the first with the value.
#[must_use]
pub fn combination<'v>(
    variants: impl Iterator<Item = &'v [String]> + Clone,
    current: &[String],
    option: usize,
    value: &str,
) -> Option<usize> {
    let has_value = |values: &[String]| values.get(option).is_some_and(|own| own == value);
    let same = |values: &[String]| {
        values.iter().enumerate().filter(|(place, own)| *place != option && current.get(*place) == Some(own)).count()
    };
    let mut best: Option<(usize, usize)> = None;
    for (place, values) in variants.enumerate().filter(|(_, values)| has_value(values)) {
        let likeness = same(values);
        if best.is_none_or(|(_, most)| likeness > most) {
            best = Some((place, likeness));
        }
    }
    best.map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        text.split('/').map(str::to_owned).collect()
    }

    #[test]
    fn every_value_meets_every_other() {
        let found = combinations(&[values("S/M"), values("red/blue")]);
        assert_eq!(found, ["S/red", "S/blue", "M/red", "M/blue"].map(values));
        assert_eq!(combinations(&[]), [Vec::<String>::new()]);
        assert!(combinations(&[values("S"), Vec::new()]).is_empty());
    }

    #[test]
    fn choosing_one_option_keeps_the_others_where_it_can() {
        let variants = ["S/red", "S/blue", "M/red"].map(values);
        let choose = |current: &str, option, value| {
            combination(variants.iter().map(Vec::as_slice), &values(current), option, value)
        };
        assert_eq!(choose("S/red", 0, "M"), Some(2));
        assert_eq!(choose("M/red", 1, "blue"), Some(1));
        assert_eq!(choose("S/blue", 0, "M"), Some(2));
        assert_eq!(choose("S/blue", 0, "L"), None);
    }
}
