//! The compiled tables as bytes: written by the build, read in place at start-up.
//!
//! Numbers are little-endian base-128 (seven bits a byte, the top bit says that more follow) or fixed `u16`/`u32`;
//! texts and tables are a length and their bytes. There is no version: writer and reader are always built together.

/// Puts values one behind the other.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Default)]
pub struct Writer {
    /// What was written.
    pub bytes: Vec<u8>,
}

#[cfg(not(target_arch = "wasm32"))]
impl Writer {
    /// Writes a number in as few bytes as it needs.
    pub fn number(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    /// Writes a length and the bytes.
    pub fn slice(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.bytes.extend_from_slice(bytes);
    }

    /// Writes a text.
    pub fn text(&mut self, text: &str) {
        self.slice(text.as_bytes());
    }

    /// Writes how many there are, then each.
    pub fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.number(items.len() as u64);
        for item in items {
            write(self, item);
        }
    }
}

/// Takes values off the front, in the order in which they were written.
///
/// The bytes are made by the build of the same program, so a reader that runs out is a defect of the program and
/// panics.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Reads `bytes` from the front.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        let byte = self.bytes[0];
        self.bytes = &self.bytes[1..];
        byte
    }

    /// The next number.
    #[inline]
    pub fn number(&mut self) -> usize {
        let byte = self.byte();
        if byte < 0x80 { usize::from(byte) } else { self.longer_number(byte) }
    }

    /// The number whose first byte is `byte`; most have but one.
    fn longer_number(&mut self, mut byte: u8) -> usize {
        let mut value = usize::from(byte & 0x7F);
        let mut shift = 7;
        while byte >= 0x80 {
            byte = self.byte();
            value |= usize::from(byte & 0x7F) << shift;
            shift += 7;
        }
        value
    }

    /// The next length and that many bytes.
    pub fn slice(&mut self) -> &'a [u8] {
        let length = self.number();
        let (slice, rest) = self.bytes.split_at(length);
        self.bytes = rest;
        slice
    }

    /// The next text.
    ///
    /// # Panics
    /// When it is not UTF-8, which the writer does not write.
    pub fn text(&mut self) -> &'a str {
        core::str::from_utf8(self.slice()).expect("tables hold UTF-8")
    }

    /// The next list.
    pub fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.number()).map(|_| read(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut writer = Writer::default();
        writer.number(0);
        writer.number(300);
        writer.text("é");
        writer.list(&[1u64, 128, 70_000], |w, &n| w.number(n));
        let mut reader = Reader::new(&writer.bytes);
        assert_eq!((reader.number(), reader.number(), reader.text()), (0, 300, "é"));
        assert_eq!(reader.list(Reader::number), [1, 128, 70_000]);
    }
}
