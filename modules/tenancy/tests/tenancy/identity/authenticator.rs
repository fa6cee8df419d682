//! An authenticator of this test's own: one key, as a telephone would make it.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// User present and verified.
const SHOWN: u8 = 0x05;
/// A new key follows.
const WITH_KEY: u8 = 0x40;

pub struct Authenticator {
    origin: String,
    key: SigningKey,
    id: Vec<u8>,
    user: String,
    counter: u32,
}

impl Authenticator {
    pub fn new(origin: &str) -> Self {
        let key = SigningKey::from_slice(&[7; 32]).expect("a key");
        Self { origin: origin.to_owned(), key, id: vec![9; 16], user: String::new(), counter: 0 }
    }

    /// Makes its key for what a site asks.
    pub fn create(&mut self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).expect("options");
        assert_eq!(options["authenticatorSelection"]["residentKey"], "required");
        self.user = options["user"]["id"].as_str().expect("a user").to_owned();
        let client = self.client_data("webauthn.create", &options);
        let mut data = self.data(options["rp"]["id"].as_str().expect("a host"), SHOWN | WITH_KEY);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).expect("short").to_be_bytes());
        data.extend(&self.id);
        data.extend(self.public_key());
        let mut attestation = vec![0xa3];
        attestation.extend(text("fmt"));
        attestation.extend(text("none"));
        attestation.extend(text("attStmt"));
        attestation.push(0xa0);
        attestation.extend(text("authData"));
        attestation.extend(bytes(&data));
        self.answer(json!({ "clientDataJSON": BASE64.encode(client), "attestationObject": BASE64.encode(attestation) }))
    }

    /// Answers what a site asks.
    pub fn get(&mut self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).expect("options");
        let client = self.client_data("webauthn.get", &options);
        let data = self.data(options["rpId"].as_str().expect("a host"), SHOWN);
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        let signature: Signature = self.key.sign(&signed);
        self.answer(json!({
            "clientDataJSON": BASE64.encode(client),
            "authenticatorData": BASE64.encode(data),
            "signature": BASE64.encode(signature.to_der().as_bytes()),
            "userHandle": self.user,
        }))
    }

    fn answer(&self, response: Value) -> String {
        let id = BASE64.encode(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {} })
            .to_string()
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        let data =
            json!({ "type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false });
        data.to_string().into_bytes()
    }

    fn data(&mut self, host: &str, flags: u8) -> Vec<u8> {
        self.counter += 1;
        let mut data = Sha256::digest(host).to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// As COSE writes a key of the curve P-256.
    fn public_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut key = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21];
        key.extend(bytes(point.x().expect("a point")));
        key.push(0x22);
        key.extend(bytes(point.y().expect("a point")));
        key
    }
}

/// A text of CBOR.
fn text(text: &str) -> Vec<u8> {
    let mut cbor = vec![0x60 + u8::try_from(text.len()).expect("short")];
    cbor.extend(text.as_bytes());
    cbor
}

/// Bytes of CBOR.
fn bytes(bytes: &[u8]) -> Vec<u8> {
    let mut cbor = vec![0x58, u8::try_from(bytes.len()).expect("short")];
    cbor.extend(bytes);
    cbor
}
