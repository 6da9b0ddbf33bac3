//! Bytes as text that may stand in a script's quotes, 13 bits in two characters: a twelfth less than base64.

/// The characters, of those that can be printed all but the quote, the backslash, and what begins a tag.
const DIGITS: u32 = 91;
const BITS: u32 = 13;

/// A script's function that makes bytes of a text, and of how many there are.
pub(super) const DECODE: &str = "(text,length)=>{\
    const bytes=new Uint8Array(length),\
    digit=(at)=>{const code=text.charCodeAt(at);return code-33-(code>34)-(code>60)-(code>92)};\
    let bits=0,have=0,place=0;\
    for(let at=0;at<text.length;at+=2)\
    for(bits|=(digit(at)+91*digit(at+1))<<have,have+=13;have>7;have-=8)\
    bytes[place++]=bits,bits>>=8;\
    return bytes}";

/// The text of bytes, the lowest bits first.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut bits, mut have) = (0_u32, 0);
    let mut put = |number: u32| {
        text.push(digit(number % DIGITS));
        text.push(digit(number / DIGITS));
    };
    for byte in bytes {
        bits |= u32::from(*byte) << have;
        have += 8;
        if have >= BITS {
            put(bits & ((1 << BITS) - 1));
            bits >>= BITS;
            have -= BITS;
        }
    }
    if have > 0 {
        put(bits);
    }
    text
}

fn digit(number: u32) -> char {
    let mut code = number + 33;
    for left_out in [34, 60, 92] {
        code += u32::from(code >= left_out);
    }
    char::from_u32(code).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the script's function does.
    fn decode(text: &str, length: usize) -> Vec<u8> {
        let digit = |code: u8| {
            let below = [34, 60, 92].into_iter().filter(|one| code > *one).count() as u32;
            u32::from(code) - 33 - below
        };
        let (mut bits, mut have, mut bytes) = (0_u32, 0, Vec::new());
        for pair in text.as_bytes().chunks(2) {
            bits |= (digit(pair[0]) + DIGITS * digit(pair[1])) << have;
            have += BITS;
            while have > 7 {
                bytes.push(bits as u8);
                bits >>= 8;
                have -= 8;
            }
        }
        bytes.truncate(length);
        bytes
    }

    #[test]
    fn any_bytes_come_back() {
        for length in [0, 1, 2, 12, 13, 14, 1000] {
            let bytes: Vec<u8> = (0..length).map(|at| (at * at * 7 + at) as u8).collect();
            let text = encode(&bytes);
            assert_eq!(decode(&text, length), bytes);
            assert!(
                text.bytes()
                    .all(|code| (33..127).contains(&code) && ![34, 60, 92].contains(&code))
            );
        }
        let all: Vec<char> = (0..DIGITS).map(digit).collect();
        assert_eq!((all[0], all[1], all[90]), ('!', '#', '~'));
    }
}
