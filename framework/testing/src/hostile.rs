//! Input that no page sends and every program has to survive.

use crate::Actor;

/// What is put into a field where something else belongs.
const WRONG: [&str; 6] = [
    "",
    "\0",
    "-1",
    "99999999999999999999",
    "00000000-0000-0000-0000-000000000001",
    "\u{202e}'; --<script>%_{{email}}",
];

/// Sends a form field by field as it should never be, the other fields as they should: too long, of another type, of something
/// that does not exist, left out. The actors take turns, for one address may not ask as often as it likes.
///
/// # Panics
///
/// When an answer is not about the input: a failure of the program, or that the caller asks too often.
pub async fn withstand(actors: &[Actor], endpoint: &str, good: &[(&str, &str)]) {
    let long = "ä".repeat(100_000);
    let mut turns = actors.iter().cycle();
    let mut next = || turns.next().expect("somebody");
    for place in 0..good.len() {
        for wrong in WRONG.into_iter().chain([long.as_str()]) {
            let mut fields = good.to_vec();
            fields[place].1 = wrong;
            check(next(), endpoint, &fields, good[place].0).await;
        }
        let mut fields = good.to_vec();
        fields.remove(place);
        check(next(), endpoint, &fields, good[place].0).await;
    }
}

async fn check(actor: &Actor, endpoint: &str, fields: &[(&str, &str)], name: &str) {
    let answer = actor.call(endpoint, fields).await;
    let value = fields.iter().find(|(field, _)| *field == name).map(|(_, value)| value.chars().take(40));
    let value: Option<String> = value.map(Iterator::collect);
    let is_about_input = answer.status < 500 && answer.status != 429;
    assert!(is_about_input, "{endpoint} with {name} = {value:?} answered {} {}", answer.status, answer.body);
}
