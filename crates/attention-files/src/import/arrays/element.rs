/// What a number is written as.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Element {
    pub(super) kind: Kind,
    /// In bytes: 1, 2, 4 or 8.
    pub(super) size: u8,
    /// Whether its highest byte comes first.
    pub(super) is_big: bool,
}

/// A kind of number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// IEEE 754.
    Float,
    /// The upper half of a 32-bit float.
    Brain,
    Signed,
    /// A truth value is one, of 0 or 1.
    Unsigned,
}

impl Element {
    /// None of a size that nothing has.
    pub(super) fn new(kind: Kind, size: u64, is_big: bool) -> Option<Self> {
        let fits = match kind {
            Kind::Float => [2, 4, 8].contains(&size),
            Kind::Brain => size == 2,
            Kind::Signed | Kind::Unsigned => [1, 2, 4, 8].contains(&size),
        };
        let size = u8::try_from(size).ok()?;
        fits.then_some(Self { kind, size, is_big })
    }

    /// As safetensors and Rust call it.
    pub(super) fn name(self) -> String {
        let letter = match self.kind {
            Kind::Float => "f",
            Kind::Brain => "bf",
            Kind::Signed => "i",
            Kind::Unsigned => "u",
        };
        format!("{letter}{}", u16::from(self.size) * 8)
    }

    /// The number that as many bytes as it takes mean; of fewer or more, none.
    pub(super) fn read(self, bytes: &[u8]) -> Option<f64> {
        if bytes.len() != usize::from(self.size) {
            return None;
        }
        let put = |bits: u64, byte: &u8| bits << 8 | u64::from(*byte);
        let bits = match self.is_big {
            true => bytes.iter().fold(0, put),
            false => bytes.iter().rev().fold(0, put),
        };
        Some(match (self.kind, self.size) {
            (Kind::Float, 8) => f64::from_bits(bits),
            (Kind::Float, 4) => f64::from(f32::from_bits(bits as u32)),
            (Kind::Float, _) => half(bits as u16),
            (Kind::Brain, _) => f64::from(f32::from_bits((bits as u32) << 16)),
            (Kind::Unsigned, _) => bits as f64,
            (Kind::Signed, size) => {
                let unused = 64 - 8 * u32::from(size);
                ((bits << unused) as i64 >> unused) as f64
            }
        })
    }
}

/// A 16-bit float: a sign, 5 bits of an exponent, 10 of a fraction.
fn half(bits: u16) -> f64 {
    let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 31), f64::from(bits & 1023));
    let magnitude = match exponent {
        0 => fraction / 1024.0 * power_of_two(-14),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1.0 + fraction / 1024.0) * power_of_two(exponent - 15),
    };
    sign * magnitude
}

fn power_of_two(exponent: i32) -> f64 {
    f64::from_bits(((1023 + i64::from(exponent)) as u64) << 52)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_numpy_and_pytorch_write() {
        let read = |kind, bytes: &[u8]| {
            Element::new(kind, bytes.len() as u64, false).and_then(|one| one.read(bytes))
        };
        // np.array([-1.5], '<f2').tobytes(), and so on.
        assert_eq!(read(Kind::Float, &[0x00, 0xbe]), Some(-1.5));
        assert_eq!(
            read(Kind::Float, &[0x01, 0x00]),
            Some(5.960_464_477_539_063e-8)
        );
        assert_eq!(read(Kind::Float, &[0xff, 0x7b]), Some(65504.0));
        assert_eq!(read(Kind::Float, &[0x00, 0x7c]), Some(f64::INFINITY));
        assert!(read(Kind::Float, &[0x01, 0x7c]).is_some_and(f64::is_nan));
        assert_eq!(read(Kind::Float, &1.5_f32.to_le_bytes()), Some(1.5));
        assert_eq!(read(Kind::Float, &0.1_f64.to_le_bytes()), Some(0.1));
        assert_eq!(read(Kind::Brain, &[0xc0, 0x3f]), Some(1.5));
        assert_eq!(read(Kind::Signed, &[0xfe, 0xff]), Some(-2.0));
        assert_eq!(read(Kind::Signed, &(-3_i64).to_le_bytes()), Some(-3.0));
        assert_eq!(read(Kind::Unsigned, &[0xfe, 0xff]), Some(65534.0));
        let big = Element::new(Kind::Signed, 2, true);
        assert_eq!(big.and_then(|one| one.read(&[0x01, 0x02])), Some(258.0));
        assert_eq!(Element::new(Kind::Float, 16, false), None);
    }
}
