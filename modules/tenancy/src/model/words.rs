//! What is looked for in lists: the beginnings of words, in small letters and without accents, as the database keeps them.

/// The query for `to_tsquery('simple', …)` that finds names in which every word of the search begins a word; `None` when
/// nothing of the search is a word.
#[must_use]
pub fn prefix_query(search: &str) -> Option<String> {
    let folded: String = search.chars().flat_map(char::to_lowercase).map(fold).collect();
    let words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(8)
        .map(|word| format!("{word}:*"))
        .collect();
    (!words.is_empty()).then(|| words.join(" & "))
}

/// The beginning of an address or a host, for `like`: nothing in it means more than itself.
#[must_use]
pub fn prefix_pattern(search: &str) -> String {
    let search = search.trim().to_lowercase();
    format!("{}%", search.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))
}

fn fold(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'æ' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'œ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'ß' => 's',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_a_beginning() {
        assert_eq!(prefix_query("Atelier Lumière").as_deref(), Some("atelier:* & lumiere:*"));
        assert_eq!(prefix_query(" !? ").as_deref(), None);
        assert_eq!(prefix_query("a' | b:*").as_deref(), Some("a:* & b:*"));
    }

    #[test]
    fn a_pattern_means_itself() {
        assert_eq!(prefix_pattern(" Shop_1%"), "shop\\_1\\%%");
    }
}
