//! A QR code as the path of a drawing.

use orion_kernel::AppError;
use qrcodegen::{QrCode, QrCodeEcc};

/// The light frame around the code, in modules.
const QUIET: i32 = 4;

/// Draws a text: units on a side, and the dark modules as squares of one unit.
pub fn draw(text: &str) -> Result<(u32, String), AppError> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|_| {
        tracing::error!("a text is too long for a QR code");
        AppError::internal()
    })?;
    let size = code.size();
    let modules = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
    let path = modules
        .filter(|(x, y)| code.get_module(*x, *y))
        .map(|(x, y)| format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET))
        .collect();
    Ok((u32::try_from(size + 2 * QUIET).unwrap_or_default(), path))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_code_has_its_three_corners() {
        let (size, path) = super::draw("otpauth://totp/x").expect("draws");
        assert!(size >= 29, "{size}");
        let last = size - 5;
        for corner in ["M4 4h", &format!("M{last} 4h"), &format!("M4 {last}h")] {
            assert!(path.contains(corner), "{corner}");
        }
    }
}
