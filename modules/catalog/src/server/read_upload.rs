//! Takes apart what a browser uploads.

use bytes::Bytes;
use orion_kernel::AppError;
use orion_runtime::Result;
use server_fn::codec::MultipartData;

/// An upload's parts.
#[derive(Debug, Default)]
pub struct Upload {
    /// Values of fields, by name.
    pub fields: Vec<(String, String)>,
    /// Names and contents of files. A field for which none was chosen brings none.
    pub files: Vec<(String, Bytes)>,
}

impl Upload {
    /// A field's value; empty when there is none.
    #[must_use]
    pub fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }
}

/// Reads an upload.
///
/// # Errors
///
/// `Invalid` when it is none.
pub async fn read_upload(data: MultipartData) -> Result<Upload> {
    let unreadable = || AppError::invalid("malformed_request");
    let mut parts = data.into_inner().ok_or_else(unreadable)?;
    let mut upload = Upload::default();
    while let Some(part) = parts.next_field().await.map_err(|_| unreadable())? {
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            Some(file) => {
                let content = part.bytes().await.map_err(|_| unreadable())?;
                if !file.is_empty() {
                    upload.files.push((file, content));
                }
            }
            None => upload.fields.push((name, part.text().await.map_err(|_| unreadable())?)),
        }
    }
    Ok(upload)
}
