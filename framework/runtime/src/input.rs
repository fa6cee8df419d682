//! What comes with a request: its body within limits, and what no field may hold.

use axum::body::{Body, BodyDataStream, Bytes};
use bytes::BytesMut;
use futures::StreamExt;
use http::{HeaderMap, HeaderValue, header};
use orion_kernel::AppError;
use tokio::time::{Duration, timeout};

/// How long the rest of a body is taken off the wire that nobody reads.
const DISCARD: Duration = Duration::from_secs(120);

/// The content type of a request that is no upload, as server functions see it. Those for forms read the body without
/// looking at it; those for uploads need a boundary, and find no part behind this one.
pub(crate) const NO_UPLOAD: HeaderValue = HeaderValue::from_static("multipart/form-data; boundary=none");

/// The content type of an upload, in the one spelling that every reader understands. `None` for anything else, an upload
/// without a proper boundary included.
pub(crate) fn upload(headers: &HeaderMap) -> Option<HeaderValue> {
    let text = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let mut parts = text.split(';').map(str::trim);
    if !parts.next()?.eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.eq_ignore_ascii_case("boundary").then(|| value.trim_matches('"'))
    })?;
    // RFC 2046, 5.1.1, without the characters that would have to be quoted.
    let is_proper = (1..=70).contains(&boundary.len())
        && boundary.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"'+_-.".contains(&byte));
    is_proper.then(|| HeaderValue::from_str(&format!("multipart/form-data; boundary={boundary}")).ok()).flatten()
}

/// The whole body. One that is larger than the limit is not kept, however long it goes on.
///
/// # Errors
///
/// `TooLarge`; `Invalid` when it breaks off.
pub(crate) async fn read_body(body: Body, headers: &HeaderMap, limit: usize) -> Result<Bytes, AppError> {
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    let mut chunks = body.into_data_stream();
    if announced.is_some_and(|length| length > limit) {
        discard_rest(chunks);
        return Err(AppError::too_large());
    }
    let mut bytes = BytesMut::with_capacity(announced.unwrap_or_default());
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| AppError::invalid("malformed_request"))?;
        if bytes.len() + chunk.len() > limit {
            discard_rest(chunks);
            return Err(AppError::too_large());
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.freeze())
}

/// Takes a body off the wire that nobody reads: a browser that is cut off while it sends never sees the answer.
pub(crate) fn discard(body: Body) {
    discard_rest(body.into_data_stream());
}

fn discard_rest(mut chunks: BodyDataStream) {
    tokio::spawn(timeout(DISCARD, async move { while let Some(Ok(_)) = chunks.next().await {} }));
}

/// Whether a form or JSON holds U+0000, which the database keeps in no text.
pub(crate) fn has_nul(text: &[u8]) -> bool {
    text.contains(&0) || holds(text, b"%00") || holds(text, b"\\u0000")
}

/// The same for a path and a query, which the router decodes once more than it should.
pub(crate) fn has_nul_in_address(text: &[u8]) -> bool {
    has_nul(text) || holds(text, b"%2500")
}

fn holds(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upload_of(content_type: &'static str) -> Option<HeaderValue> {
        upload(&HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static(content_type))]))
    }

    #[test]
    fn only_a_proper_boundary_makes_an_upload() {
        let expected = Some(HeaderValue::from_static("multipart/form-data; boundary=--x1"));
        assert_eq!(upload_of("multipart/form-data; boundary=--x1"), expected);
        assert_eq!(upload_of("Multipart/Form-Data; charset=utf-8; Boundary=\"--x1\""), expected);
        for wrong in
            ["text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=a b"]
        {
            assert_eq!(upload_of(wrong), None, "{wrong}");
        }
    }

    #[tokio::test]
    async fn a_body_is_read_up_to_the_limit() {
        let announced = HeaderMap::from_iter([(header::CONTENT_LENGTH, HeaderValue::from_static("9"))]);
        let read = async |headers: &HeaderMap, limit| read_body(Body::from("123456789"), headers, limit).await;
        assert_eq!(read(&HeaderMap::new(), 9).await, Ok(Bytes::from_static(b"123456789")));
        assert_eq!(read(&HeaderMap::new(), 8).await, Err(AppError::too_large()));
        assert_eq!(read(&announced, 8).await, Err(AppError::too_large()));
    }

    #[test]
    fn nul_is_found_in_every_spelling() {
        assert!(has_nul(b"name=a%00b") && has_nul(b"name=a\0b") && has_nul(br#"{"name":"a\u0000b"}"#));
        assert!(!has_nul(b"name=100%25") && !has_nul(b"name=%2500"), "whoever writes %00 means it");
        assert!(has_nul_in_address(b"/search?q=%2500") && !has_nul_in_address(b"/search?q=100%25"));
    }
}
