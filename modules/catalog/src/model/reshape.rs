//! New options for a product that has variants already.

use super::combinations;

/// A variant after its product's options changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reshaped {
    /// A value for each of the new options.
    pub values: Vec<String>,
    /// The place of the variant it was before; `None` for a new one.
    pub from: Option<usize>,
}

/// The variants of a product with the new `options`, of which each says its place among the `before` ones. A variant stays
/// where its values stay; a value that stands where another stood is the same under a new name; a combination with a value
/// that was not there before is new. Combinations that were missing before stay missing.
#[must_use]
pub fn reshape(
    before: &[Vec<String>],
    variants: &[Vec<String>],
    options: &[(Vec<String>, Option<usize>)],
) -> Vec<Reshaped> {
    let renamed = |option: usize, value: &String| -> Option<String> {
        let (values, was) = &options[option];
        let former = &before[(*was)?];
        if values.contains(value) {
            return Some(value.clone());
        }
        let place = former.iter().position(|own| own == value)?;
        values.get(place).filter(|new| !former.contains(new)).cloned()
    };
    let projected = |variant: &[String]| -> Option<Vec<String>> {
        let values = options.iter().enumerate().map(|(place, (values, was))| match was {
            Some(was) => renamed(place, variant.get(*was)?),
            None => values.first().cloned(),
        });
        values.collect()
    };
    let mut kept: Vec<Reshaped> = Vec::new();
    for (place, variant) in variants.iter().enumerate() {
        if let Some(values) = projected(variant)
            && !kept.iter().any(|earlier| earlier.values == values)
        {
            kept.push(Reshaped { values, from: Some(place) });
        }
    }
    // What each option offered before, under its new names.
    let known: Vec<Vec<String>> = options
        .iter()
        .enumerate()
        .map(|(place, (values, was))| match was {
            Some(was) => before[*was].iter().filter_map(|value| renamed(place, value)).collect(),
            None => values.first().cloned().into_iter().collect(),
        })
        .collect();
    let values: Vec<Vec<String>> = options.iter().map(|(values, _)| values.clone()).collect();
    let mut all = Vec::new();
    for combination in combinations(&values) {
        let old = kept.iter().find(|variant| variant.values == combination).cloned();
        let is_new = combination.iter().zip(&known).any(|(value, known)| !known.contains(value));
        match old {
            Some(old) => all.push(old),
            None if is_new || kept.is_empty() => all.push(Reshaped { values: combination, from: None }),
            None => {}
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Vec<String> {
        text.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    fn shapes(before: &[&str], variants: &[&str], options: &[(&str, Option<usize>)]) -> Vec<(String, Option<usize>)> {
        let lists = |texts: &[&str]| texts.iter().map(|text| list(text)).collect::<Vec<_>>();
        let options: Vec<_> = options.iter().map(|(values, was)| (list(values), *was)).collect();
        let all = reshape(&lists(before), &lists(variants), &options);
        all.into_iter().map(|variant| (variant.values.join("/"), variant.from)).collect()
    }

    fn expect(text: &str, from: Option<usize>) -> (String, Option<usize>) {
        (text.to_owned(), from)
    }

    #[test]
    fn a_first_option_takes_the_only_variant_along() {
        assert_eq!(shapes(&[], &[""], &[("S/M", None)]), [expect("S", Some(0)), expect("M", None)]);
    }

    #[test]
    fn a_new_value_makes_variants_and_a_missing_combination_stays_missing() {
        let found =
            shapes(&["S/M", "red/blue"], &["S/red", "S/blue", "M/red"], &[("S/M/L", Some(0)), ("red/blue", Some(1))]);
        let expected = [
            expect("S/red", Some(0)),
            expect("S/blue", Some(1)),
            expect("M/red", Some(2)),
            expect("L/red", None),
            expect("L/blue", None),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_renamed_value_keeps_its_variant_and_a_removed_one_loses_it() {
        assert_eq!(
            shapes(&["S/M"], &["S", "M"], &[("Small/M", Some(0))]),
            [expect("Small", Some(0)), expect("M", Some(1))]
        );
        assert_eq!(shapes(&["S/M"], &["S", "M"], &[("M", Some(0))]), [expect("M", Some(1))]);
    }

    #[test]
    fn without_an_option_the_first_variant_of_each_kind_stays() {
        let variants = ["S/red", "S/blue", "M/red"];
        assert_eq!(
            shapes(&["S/M", "red/blue"], &variants, &[("S/M", Some(0))]),
            [expect("S", Some(0)), expect("M", Some(2))]
        );
        assert_eq!(shapes(&["S/M", "red/blue"], &variants, &[]), [expect("", Some(0))]);
    }
}
