//! Files as other programs write them.
#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "not every test writes every kind"
)]

use std::process::Command;

/// The Python that `ATTENTION_PYTHON` names, or `python3`, if it has a library; else says that it is skipped.
pub(crate) fn python_with(library: &str) -> Option<String> {
    let python = std::env::var("ATTENTION_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has = Command::new(&python)
        .args(["-c", &format!("import {library}")])
        .output();
    if has.is_ok_and(|has| has.status.success()) {
        return Some(python);
    }
    eprintln!("skipped: {python} has no {library}; ATTENTION_PYTHON names one that has");
    None
}

/// An `.npy` of 64-bit floats.
pub(crate) fn npy(shape: &[usize], numbers: &[f64]) -> Vec<u8> {
    let shape: String = shape.iter().map(|size| format!("{size}, ")).collect();
    let header = format!("{{'descr': '<f8', 'fortran_order': False, 'shape': ({shape}), }}");
    let data = numbers.iter().flat_map(|number| number.to_le_bytes());
    npy_with(&header, &data.collect::<Vec<u8>>())
}

pub(crate) fn npy_with(header: &str, data: &[u8]) -> Vec<u8> {
    let mut file = b"\x93NUMPY\x01\0".to_vec();
    file.extend((header.len() as u16 + 1).to_le_bytes());
    file.extend(header.as_bytes());
    file.push(b'\n');
    file.extend(data);
    file
}

/// A ZIP of these files, stored or deflated.
pub(crate) fn zip(files: &[(&str, Vec<u8>)], is_packed: bool) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let packed = match is_packed {
            true => miniz_oxide::deflate::compress_to_vec(content, 6),
            false => content.clone(),
        };
        let start = file.len() as u32;
        let method = if is_packed { 8_u16 } else { 0 };
        let mut common = vec![20, 0, 0, 0];
        common.extend(method.to_le_bytes());
        common.extend([0; 8]);
        for size in [packed.len(), content.len()] {
            common.extend((size as u32).to_le_bytes());
        }
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        file.extend(b"PK\x03\x04");
        file.extend(&common);
        file.extend(name.as_bytes());
        file.extend(packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, count) = (file.len() as u32, files.len() as u16);
    file.extend(&directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend(count.to_le_bytes());
    file.extend(count.to_le_bytes());
    file.extend((directory.len() as u32).to_le_bytes());
    file.extend(start.to_le_bytes());
    file.extend([0, 0]);
    file
}

/// A safetensors file with this header.
pub(crate) fn safetensors(header: &str, data: &[u8]) -> Vec<u8> {
    let mut file = (header.len() as u64).to_le_bytes().to_vec();
    file.extend(header.as_bytes());
    file.extend(data);
    file
}

/// A safetensors file of 32-bit floats, by name and shape.
pub(crate) fn tensors(tensors: &[(&str, &[usize], Vec<f32>)]) -> Vec<u8> {
    let (mut header, mut data) = (Vec::new(), Vec::new());
    for (name, shape, numbers) in tensors {
        let start = data.len();
        data.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
        let end = data.len();
        header.push(format!(
            "\"{name}\":{{\"dtype\":\"F32\",\"shape\":{shape:?},\"data_offsets\":[{start},{end}]}}"
        ));
    }
    safetensors(&format!("{{{}}}", header.join(",")), &data)
}
