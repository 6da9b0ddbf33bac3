//! Numbers as people type them and as the page prints them.

/// The largest magnitude a number may have, so that nothing can overflow: a projection is a product
/// of two numbers, a score of two projections, and dividing by [`SMALLEST_TEMPERATURE`] leaves room
/// below `f64::MAX`.
pub const LARGEST: f64 = 1e60;

/// The smallest temperature that may be set; at it, softmax is already the argmax.
pub const SMALLEST_TEMPERATURE: f64 = 1e-6;

/// From here on a number is printed with a power of ten.
const WIDE: f64 = 1e7;

/// The longest text that is read as a number; an `f64` needs 24 characters at most.
const LONGEST: usize = 64;

/// How the host reads a plain decimal such as `-1.5e3` to the nearest number.
///
/// A browser has an exact reader of its own; Rust's brings tables of ten kilobytes that no
/// compression shrinks, so the page lends its browser's.
pub type Decimal = fn(&str) -> Option<f64>;

/// Rust's own reader, for wherever there is no other.
///
/// ```
/// assert_eq!(attention_scene::decimal("-1.5e3"), Some(-1500.0));
/// ```
#[must_use]
pub fn decimal(text: &str) -> Option<f64> {
    text.parse().ok()
}

/// Why a typed text was not taken as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberRefusal {
    /// Nothing was typed.
    Empty,
    /// It isn't a number, or not a single one.
    NotANumber,
    /// More characters than any number needs.
    TooLong,
    /// Its magnitude is above [`LARGEST`].
    TooLarge,
    /// A temperature at or below [`SMALLEST_TEMPERATURE`], zero and negative ones included.
    TooCold,
}

/// Reads a number the way people type it: spaces around it, a decimal comma and the
/// typographic minus are understood.
///
/// # Errors
///
/// A [`NumberRefusal`] for anything else, and for magnitudes above [`LARGEST`].
///
/// ```
/// use attention_scene::{NumberRefusal, decimal, parse_number};
/// assert_eq!(parse_number(" 1,5 ", decimal), Ok(1.5));
/// assert_eq!(parse_number("−1.5", decimal), Ok(-1.5));
/// assert_eq!(parse_number("1e999", decimal), Err(NumberRefusal::TooLarge));
/// assert_eq!(parse_number("NaN", decimal), Err(NumberRefusal::NotANumber));
/// ```
pub fn parse_number(text: &str, decimal: Decimal) -> Result<f64, NumberRefusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberRefusal::Empty);
    }
    if text.chars().count() > LONGEST {
        return Err(NumberRefusal::TooLong);
    }
    let plain = text.replace('\u{2212}', "-").replacen(',', ".", 1);
    // Rust also reads "inf", "NaN" and "infinity": words, not numbers, to whoever types here.
    let numeric = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E');
    if !plain.chars().all(numeric) {
        return Err(NumberRefusal::NotANumber);
    }
    let number = decimal(&plain).filter(|number| !number.is_nan());
    let number = number.ok_or(NumberRefusal::NotANumber)?;
    if number.abs() > LARGEST {
        return Err(NumberRefusal::TooLarge);
    }
    Ok(number)
}

/// Reads a temperature: a number of at least [`SMALLEST_TEMPERATURE`].
///
/// # Errors
///
/// As [`parse_number`], and [`NumberRefusal::TooCold`].
///
/// ```
/// use attention_scene::{NumberRefusal, decimal, parse_temperature};
/// assert_eq!(parse_temperature("1,67", decimal), Ok(1.67));
/// assert_eq!(parse_temperature("0", decimal), Err(NumberRefusal::TooCold));
/// ```
pub fn parse_temperature(text: &str, decimal: Decimal) -> Result<f64, NumberRefusal> {
    let temperature = parse_number(text, decimal)?;
    if temperature < SMALLEST_TEMPERATURE {
        return Err(NumberRefusal::TooCold);
    }
    Ok(temperature)
}

/// Prints the shortest text that reads back as the same number, laid out as JavaScript's
/// `String(number)` lays it out (ECMA-262, Number::toString).
///
/// ```
/// use attention_scene::print_exact;
/// assert_eq!(print_exact(0.1), "0.1");
/// assert_eq!(print_exact(1e21), "1e+21");
/// assert_eq!(print_exact(1.5e-7), "1.5e-7");
/// assert_eq!(print_exact(-0.0), "0");
/// ```
#[must_use]
pub fn print_exact(number: f64) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    // Rust's scientific form gives the shortest digits and the exponent; ECMA-262 arranges them.
    let scientific = format!("{number:e}");
    let Some((mantissa, exponent)) = scientific.split_once('e') else {
        return scientific;
    };
    let Ok(exponent) = exponent.parse::<i32>() else {
        return scientific;
    };
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa),
    };
    if !(-6..21).contains(&exponent) {
        let plus = if exponent > 0 { "+" } else { "" };
        return format!("{sign}{mantissa}e{plus}{exponent}");
    }
    // Between these bounds Rust's plain form is the same arrangement.
    format!("{number}")
}

/// Prints a number rounded to so many decimal places, with a typographic minus, and no sign on
/// a zero.
///
/// ```
/// assert_eq!(attention_scene::print_fixed(0.875_600_595, 6), "0.875601");
/// assert_eq!(attention_scene::print_fixed(-2.0, 1), "−2.0");
/// assert_eq!(attention_scene::print_fixed(-0.0001, 2), "0.00");
/// ```
#[must_use]
pub fn print_fixed(number: f64, places: usize) -> String {
    if number.abs() >= WIDE {
        return print_short(number);
    }
    let text = format!("{number:.places$}");
    match text.strip_prefix('-') {
        Some(rest) if rest.bytes().all(|byte| matches!(byte, b'0' | b'.')) => rest.to_owned(),
        Some(rest) => format!("\u{2212}{rest}"),
        None => text,
    }
}

/// Prints a number for reading in a formula: four decimal places at most, no zeros at the end,
/// and powers of ten where the plain form would be wide or vanish.
///
/// ```
/// use attention_scene::print_short;
/// assert_eq!(print_short(0.1 + 0.2), "0.3");
/// assert_eq!(print_short(-1.5), "−1.5");
/// assert_eq!(print_short(2e100), "2e100");
/// assert_eq!(print_short(0.000_012_34), "1.23e−5");
/// ```
#[must_use]
pub fn print_short(number: f64) -> String {
    let plain = number == 0.0 || (0.0001..WIDE).contains(&number.abs());
    let text = if plain {
        trimmed(&format!("{number:.4}")).to_owned()
    } else {
        let scientific = format!("{number:.2e}");
        match scientific.split_once('e') {
            Some((mantissa, exponent)) => format!("{}e{exponent}", trimmed(mantissa)),
            None => scientific,
        }
    };
    if text == "-0" {
        return "0".to_owned();
    }
    text.replace('-', "\u{2212}")
}

fn trimmed(decimal: &str) -> &str {
    decimal.trim_end_matches('0').trim_end_matches('.')
}

/// Prints a weight as a percentage with one decimal place.
///
/// ```
/// assert_eq!(attention_scene::print_percent(0.1185), "11.8%"); // 0.1185 is just below a half
/// assert_eq!(attention_scene::print_percent(1.0), "100.0%");
/// ```
#[must_use]
pub fn print_percent(weight: f64) -> String {
    format!("{:.1}%", weight * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_are_not_one_number_are_refused() {
        for (text, refusal) in [
            ("", NumberRefusal::Empty),
            ("   ", NumberRefusal::Empty),
            ("abc", NumberRefusal::NotANumber),
            ("NaN", NumberRefusal::NotANumber),
            ("inf", NumberRefusal::NotANumber),
            ("1,234.5", NumberRefusal::NotANumber),
            ("1;2", NumberRefusal::NotANumber),
            ("0x10", NumberRefusal::NotANumber),
            ("--1", NumberRefusal::NotANumber),
            ("1e999", NumberRefusal::TooLarge),
            ("-1e101", NumberRefusal::TooLarge),
        ] {
            assert_eq!(parse_number(text, decimal), Err(refusal), "{text:?}");
        }
        assert_eq!(
            parse_number(&"1".repeat(1000), decimal),
            Err(NumberRefusal::TooLong)
        );
    }

    #[test]
    fn exact_numbers_print_as_javascript_prints_them() {
        // Each pair printed by Node: `String(x)`.
        for (number, text) in [
            (5.0, "5"),
            (-1.5, "-1.5"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e20, "100000000000000000000"),
            (123_456_789_012_345_680_000.0, "123456789012345680000"),
            (1e21, "1e+21"),
            (-1.25e100, "-1.25e+100"),
            (1e-6, "0.000001"),
            (1e-7, "1e-7"),
            (1.23e-5, "0.0000123"),
            (f64::MIN_POSITIVE, "2.2250738585072014e-308"),
        ] {
            assert_eq!(print_exact(number), text);
        }
    }

    proptest::proptest! {
        #[test]
        fn an_exact_print_reads_back_as_the_same_number(number in -1e60..1e60_f64) {
            proptest::prop_assert_eq!(parse_number(&print_exact(number), decimal), Ok(number));
        }
    }
}
