//! What a module imports from its script, by names that compress.
//!
//! wasm-bindgen ends each name in sixteen digits of a hash. There are near two hundred in a module, no two alike, and
//! they stand in the script again: three of the page's kilobytes. Numbers do as well.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

const PREFIX: &[u8] = b"__wbg_";
const HASH: usize = 16;

/// Numbers the names in a script and in its module. They keep their lengths, so that nothing else in the module moves.
pub(crate) fn number(script: &Path, module: &Path) -> Result<()> {
    let read =
        |file: &Path| fs::read(file).with_context(|| format!("cannot read {}", file.display()));
    let (mut text, mut code) = (read(script)?, read(module)?);
    let numbers = numbers(&text);
    for (file, bytes) in [(script, &mut text), (module, &mut code)] {
        rename(bytes, &numbers);
        fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// What takes the place of each name. Names that differ in their hash alone are counted.
fn numbers(script: &[u8]) -> HashMap<Vec<u8>, Vec<u8>> {
    let mut counts = HashMap::new();
    let mut numbers = HashMap::new();
    for (start, end) in names(script) {
        let name = &script[start..end];
        let plain = &name[..name.len() - HASH];
        numbers.entry(name.to_vec()).or_insert_with(|| {
            let count = counts.entry(plain.to_vec()).or_insert(0);
            *count += 1;
            [plain, format!("{count:0HASH$}").as_bytes()].concat()
        });
    }
    numbers
}

fn rename(bytes: &mut [u8], numbers: &HashMap<Vec<u8>, Vec<u8>>) {
    for (start, end) in names(bytes) {
        if let Some(number) = numbers.get(&bytes[start..end]) {
            bytes[start..end].copy_from_slice(number);
        }
    }
}

/// Where names stand that end in a hash. In a module, the byte before one is its length, which may be a letter's, too;
/// the byte after it is none that a name has.
fn names(bytes: &[u8]) -> Vec<(usize, usize)> {
    let is_of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'_';
    let starts = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(PREFIX));
    starts
        .map(|start| {
            let length = bytes[start..].iter().take_while(is_of_name).count();
            (start, start + length)
        })
        .filter(|(start, end)| ends_in_hash(&bytes[*start..*end]))
        .collect()
}

fn ends_in_hash(name: &[u8]) -> bool {
    let hash = &name[name.len().saturating_sub(HASH)..];
    hash.len() == HASH && hash.iter().all(u8::is_ascii_hexdigit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn script_and_module_go_on_agreeing() {
        let script = b"{__wbg_set_0123456789abcdef:a,__wbg_set_f123456789abcdef:b,__wbg_now_00000000000000aa:__wbg_set_0123456789abcdef,\
                       __wbg_set_wasm:c}";
        // Before a name stands its length, and forty-eight is a 0.
        let module =
            b"0__wbg_set_f123456789abcdef\x00\x00\x1a__wbg_now_00000000000000aa\x00\x01".to_vec();
        let numbers = numbers(script);
        let renamed = |mut bytes: Vec<u8>| {
            rename(&mut bytes, &numbers);
            bytes.escape_ascii().to_string()
        };
        assert_eq!(
            renamed(script.to_vec()),
            "{__wbg_set_0000000000000001:a,__wbg_set_0000000000000002:b,__wbg_now_0000000000000001:__wbg_set_0000000000000001,\
             __wbg_set_wasm:c}"
        );
        assert_eq!(
            renamed(module),
            r"0__wbg_set_0000000000000002\x00\x00\x1a__wbg_now_0000000000000001\x00\x01"
        );
    }
}
