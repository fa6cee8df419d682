//! Writes an archive while its content comes in (APPNOTE.TXT 6.3.10: deflate, sizes behind the data, names in UTF-8).

use std::io::{self, Write as _};

use flate2::{Compression, Crc, write::DeflateEncoder};
use time::OffsetDateTime;
use tokio::io::{AsyncWrite, AsyncWriteExt as _};

/// Sizes follow the data; the name is UTF-8.
const FLAGS: u16 = 0x0808;
/// What has to be understood to read it: 2.0.
const VERSION: u16 = 20;
const DEFLATE: u16 = 8;
/// As much is compressed before it is passed on.
const CHUNK: usize = 64 * 1024;

/// An archive on its way out.
pub struct Archive<W> {
    out: W,
    written: u64,
    at: (u16, u16),
    entries: Vec<Entry>,
    open: Option<Open>,
}

struct Entry {
    name: String,
    crc: u32,
    compressed: u32,
    size: u32,
    offset: u32,
}

struct Open {
    name: String,
    offset: u64,
    begin: u64,
    crc: Crc,
    encoder: DeflateEncoder<Vec<u8>>,
}

impl<W: AsyncWrite + Unpin> Archive<W> {
    /// An empty one, whose files are of this moment.
    pub fn new(out: W, at: OffsetDateTime) -> Self {
        Self { out, written: 0, at: dos(at), entries: Vec::new(), open: None }
    }

    /// Begins a file; the one before ends.
    pub async fn begin(&mut self, name: &str) -> io::Result<()> {
        self.end().await?;
        let offset = self.written;
        let mut header = Vec::with_capacity(30 + name.len());
        header.extend(0x0403_4b50_u32.to_le_bytes());
        for field in [VERSION, FLAGS, DEFLATE, self.at.0, self.at.1] {
            header.extend(field.to_le_bytes());
        }
        header.extend([0; 12]);
        header.extend(short(name.len())?.to_le_bytes());
        header.extend([0; 2]);
        header.extend(name.as_bytes());
        self.put(&header).await?;
        self.open = Some(Open {
            name: name.to_owned(),
            offset,
            begin: self.written,
            crc: Crc::new(),
            encoder: DeflateEncoder::new(Vec::new(), Compression::default()),
        });
        Ok(())
    }

    /// More of the file that was begun.
    pub async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Some(open) = &mut self.open else { return Err(io::Error::other("no file was begun")) };
        open.crc.update(bytes);
        open.encoder.write_all(bytes)?;
        if open.encoder.get_ref().len() >= CHUNK {
            let ready = std::mem::take(open.encoder.get_mut());
            self.put(&ready).await?;
        }
        Ok(())
    }

    /// Ends the archive, and says how many bytes it has.
    pub async fn finish(mut self) -> io::Result<u64> {
        self.end().await?;
        let (start, count) = (self.written, short(self.entries.len())?);
        let mut directory = Vec::new();
        for entry in &self.entries {
            directory.extend(0x0201_4b50_u32.to_le_bytes());
            for field in [VERSION, VERSION, FLAGS, DEFLATE, self.at.0, self.at.1] {
                directory.extend(field.to_le_bytes());
            }
            for field in [entry.crc, entry.compressed, entry.size] {
                directory.extend(field.to_le_bytes());
            }
            directory.extend(short(entry.name.len())?.to_le_bytes());
            directory.extend([0; 12]);
            directory.extend(entry.offset.to_le_bytes());
            directory.extend(entry.name.as_bytes());
        }
        let length = long(directory.len() as u64)?;
        directory.extend(0x0605_4b50_u32.to_le_bytes());
        directory.extend([0; 4]);
        directory.extend(count.to_le_bytes());
        directory.extend(count.to_le_bytes());
        directory.extend(length.to_le_bytes());
        directory.extend(long(start)?.to_le_bytes());
        directory.extend([0; 2]);
        self.put(&directory).await?;
        self.out.shutdown().await?;
        Ok(self.written)
    }

    async fn end(&mut self) -> io::Result<()> {
        let Some(open) = self.open.take() else { return Ok(()) };
        let size = u64::from(open.crc.amount());
        let crc = open.crc.sum();
        let rest = open.encoder.finish()?;
        self.put(&rest).await?;
        let entry = Entry {
            name: open.name,
            crc,
            compressed: long(self.written - open.begin)?,
            size: long(size)?,
            offset: long(open.offset)?,
        };
        let mut descriptor = 0x0807_4b50_u32.to_le_bytes().to_vec();
        for field in [entry.crc, entry.compressed, entry.size] {
            descriptor.extend(field.to_le_bytes());
        }
        self.entries.push(entry);
        self.put(&descriptor).await
    }

    async fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes).await?;
        self.written += bytes.len() as u64;
        Ok(())
    }
}

fn short(number: usize) -> io::Result<u16> {
    u16::try_from(number).map_err(|_| io::Error::other("too many files for one archive"))
}

fn long(number: u64) -> io::Result<u32> {
    u32::try_from(number).map_err(|_| io::Error::other("too large for one archive"))
}

/// Time and date as archives have them: to two seconds, from 1980 on.
fn dos(at: OffsetDateTime) -> (u16, u16) {
    let time = u16::from(at.hour()) << 11 | u16::from(at.minute()) << 5 | (u16::from(at.second()) / 2);
    let year = u16::try_from(at.year().clamp(1980, 2107) - 1980).unwrap_or_default();
    (time, year << 9 | u16::from(u8::from(at.month())) << 5 | u16::from(at.day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_archive_has_its_files_and_their_directory() {
        let mut bytes = Vec::new();
        let mut archive = Archive::new(&mut bytes, OffsetDateTime::UNIX_EPOCH);
        archive.begin("a.json").await.expect("begins");
        archive.write(b"[1,2]").await.expect("writes");
        archive.begin("é.json").await.expect("begins");
        archive.write(&[b'x'; 300_000]).await.expect("writes");
        let length = archive.finish().await.expect("ends");
        assert_eq!(length, bytes.len() as u64);
        assert!(length < 2_000, "it is compressed: {length}");
        assert_eq!(&bytes[..4], b"PK\x03\x04");
        assert_eq!(&bytes[bytes.len() - 22..][..4], b"PK\x05\x06");
        let names = String::from_utf8_lossy(&bytes);
        assert_eq!(names.matches("é.json").count(), 2);
    }
}
