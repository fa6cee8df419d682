//! The passwords that are tried first.

use std::sync::LazyLock;

/// The 10,000 commonest of the world; `common_passwords.md` says where they come from.
static WORLDWIDE: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("common_passwords.txt").lines().collect());

/// Whether a text in small letters is one of them.
pub(super) fn is_listed(text: &str) -> bool {
    COMMON.binary_search(&text).is_ok() || WORLDWIDE.binary_search(&text).is_ok()
}

/// What people around here choose besides, in small letters, sorted by bytes.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "0123456789", "100200300", "10203040", "102030405060", "1029384756", "11223344", "1122334455", "112233445566",
    "123123123", "123321123", "12341234", "12344321", "123454321", "123456123456", "12345678", "123456789",
    "1234567890", "123456789a", "12345678a", "123456abc", "123456qwerty", "12345qwert", "1234abcd", "1234qwer",
    "123qweasd", "123qweasdzxc", "135792468", "1357924680", "142536475", "147258369", "147852369", "159357456",
    "159753456", "1q2w3e4r", "1q2w3e4r5t", "1q2w3e4r5t6y", "1qaz2wsx", "1qaz2wsx3edc", "1qaz@wsx", "1qazxsw2",
    "741852963", "789456123", "87654321", "963852741", "987654321", "9876543210", "a123456789", "a1b2c3d4",
    "a1b2c3d4e5", "aa123456", "aa12345678", "aaaa1111", "abc12345", "abc123456", "abcabc123", "abcd1234", "abcdefg1",
    "abcdefgh", "abcdefghi", "admin123", "admin1234", "admin12345", "admin123456", "adminadmin", "administrator",
    "alejandro", "alexander", "alexander1", "andrew123", "anthony1", "arsenal1", "arsenal123", "asdf1234", "asdfasdf",
    "asdfghjk", "asdfghjkl", "asdqwe123", "ashley123", "asshole1", "autumn2025", "azerty123", "azertyuiop",
    "barcelona", "barcelona1", "baseball", "baseball1", "basketball", "batman123", "bayernmuenchen", "benjamin1",
    "bienvenue", "bitch123", "blink182", "bonjour1", "bonjour123", "borussia", "business", "business1", "butterfly",
    "butterfly1", "changeme", "changeme1", "changeme123", "charlie", "charlie1", "charlie123", "cheese123", "chelsea1",
    "chocolate", "chocolate1", "chouchou", "christian", "christopher", "cocacola", "computer", "computer1",
    "cookie123", "corvette", "daniel123", "default1", "default123", "demo1234", "doudou12", "dragon", "dragon123",
    "elizabeth", "elizabeth1", "facebook", "facebook1", "ferrari1", "flower123", "football", "football1", "francesco",
    "freedom1", "friday13", "fuckyou1", "fuckyou123", "google123", "guest1234", "hallo123", "harley123", "hello123",
    "hello1234", "hellokitty", "helloworld", "hunter12", "hunter123", "ichliebedich", "iloveme1", "iloveyou",
    "iloveyou1", "iloveyou123", "iloveyou2", "instagram", "internet", "internet1", "internet123", "january1",
    "jennifer", "jennifer1", "jessica1", "jetaime", "jetaime1", "jonathan", "jonathan1", "jordan23", "juventus1",
    "killer123", "letmein", "letmein1", "letmein123", "letzebuerg", "liverpool", "liverpool1", "login123", "loulou12",
    "lovelove", "loveyou1", "luxembourg", "manchester", "marketing", "master123", "matthew1", "mercedes", "mercedes1",
    "metallica", "michael", "michael1", "michelle", "michelle1", "minecraft", "minecraft1", "mobilmail", "moien123",
    "monday123", "money123", "monkey", "monkey123", "motdepasse", "mustang1", "mylove123", "nicholas1", "nicole123",
    "nirvana1", "p@ssw0rd", "p@ssword", "passw0rd", "password", "password1", "password12", "password123",
    "password1234", "passwort", "passwort1", "patrick1", "pokemon", "pokemon1", "pokemon123", "porsche911", "princesa",
    "princess", "princess1", "q123456789", "q1w2e3r4", "q1w2e3r4t5", "qazwsx123", "qazwsxedc", "qweasdzxc", "qwer1234",
    "qwerty", "qwerty12", "qwerty123", "qwerty1234", "qwerty12345", "qwertyui", "qwertyuiop", "qwertyuiop123",
    "qwertz123", "qwertzuiop", "realmadrid", "robert123", "root1234", "rootpass", "rootroot", "samantha", "samantha1",
    "samsung1", "samsung123", "sebastian1", "secret123", "shadow123", "slipknot1", "snickers1", "snowball", "soccer10",
    "soccer12", "softball", "sommer2024", "sommer2025", "spiderman", "spiderman1", "spring2025", "starwars",
    "starwars1", "stephanie", "summer2023", "summer2024", "summer2025", "summer2026", "sunflower", "sunshine",
    "sunshine1", "superman", "superman1", "temp1234", "temppass", "test1234", "test12345", "tester123", "testing1",
    "testing123", "testtest", "thomas123", "toor1234", "trustno1", "user1234", "username", "valentina", "victoria",
    "victoria1", "w123456789", "welcome", "welcome1", "welcome12", "welcome123", "whatever", "whatever1", "whatsapp",
    "willkommen", "windows10", "winter2024", "winter2025", "x123456789", "yamaha123", "z123456789", "zaq12wsx",
    "zaq1zaq1", "zxcvbnm", "zxcvbnm1", "zxcvbnm123", "zxcvbnmasdfghjkl",
];

#[cfg(test)]
mod tests {
    #[test]
    fn is_sorted_for_the_search() {
        assert!(super::COMMON.is_sorted());
        assert!(super::WORLDWIDE.is_sorted());
        assert_eq!(super::WORLDWIDE.len(), 10_000);
    }
}
