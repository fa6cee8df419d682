//! What was different afterwards, field by field.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::views::AuditChange;

/// Fields shown of one entry.
const SHOWN: usize = 200;

/// The fields that differ, by name; without a "before", all that there is. What did not change is left out.
pub fn changes(before: Option<&Value>, after: Option<&Value>) -> Vec<AuditChange> {
    let (mut old, mut new) = (BTreeMap::new(), BTreeMap::new());
    flatten(String::new(), before, &mut old);
    flatten(String::new(), after, &mut new);
    let names: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    names
        .into_iter()
        .filter(|name| old.get(*name) != new.get(*name))
        .take(SHOWN)
        .map(|name| AuditChange { field: name.clone(), before: old.get(name).cloned(), after: new.get(name).cloned() })
        .collect()
}

/// `{"address": {"city": "Esch"}}` is the field `address.city`. Nothing is nothing, whether it is null or not there.
fn flatten(name: String, value: Option<&Value>, into: &mut BTreeMap<String, String>) {
    let below = |key: &str| if name.is_empty() { key.to_owned() } else { format!("{name}.{key}") };
    match value {
        None | Some(Value::Null) => {}
        Some(Value::Object(fields)) => {
            for (key, value) in fields {
                flatten(below(key), Some(value), into);
            }
        }
        Some(Value::Array(items)) if items.iter().any(|item| item.is_object() || item.is_array()) => {
            for (index, item) in items.iter().enumerate() {
                flatten(below(&(index + 1).to_string()), Some(item), into);
            }
        }
        Some(Value::Array(items)) => {
            let items: Vec<String> = items.iter().map(plain).collect();
            into.insert(name, items.join(", "));
        }
        Some(value) => {
            into.insert(name, plain(value));
        }
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_changed_is_shown() {
        let before = json!({ "name": "Old", "address": { "city": "Esch", "country": "LU" }, "tags": ["a"], "gone": 1 });
        let after = json!({ "name": "New", "address": { "city": "Esch", "country": "FR" }, "tags": ["a", "b"] });
        let shown: Vec<_> = changes(Some(&before), Some(&after))
            .into_iter()
            .map(|change| (change.field, change.before.unwrap_or_default(), change.after.unwrap_or_default()))
            .collect();
        let row = |field: &str, before: &str, after: &str| (field.to_owned(), before.to_owned(), after.to_owned());
        assert_eq!(
            shown,
            [
                row("address.country", "LU", "FR"),
                row("gone", "1", ""),
                row("name", "Old", "New"),
                row("tags", "a", "a, b")
            ]
        );
        assert_eq!(changes(None, Some(&json!("done")))[0].field, "");
        assert!(changes(Some(&before), Some(&before)).is_empty() && changes(None, None).is_empty());
    }
}
