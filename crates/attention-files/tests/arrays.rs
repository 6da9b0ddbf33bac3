//! Arrays of NumPy's and of trained models, and what is hostile among them.
#![expect(clippy::panic, clippy::unwrap_used, reason = "these are tests")]

mod support;

use attention_files::{
    ArrayRefusal, Arrays, Axis, FileRefusal, LARGEST_FILE, LARGEST_HEADER, Opened, Pick, open, plan,
};
use attention_scene::{Experiment, Preset, RoomError, Tensor, decimal};
use proptest::prelude::*;
use support::{npy, npy_with, python_with, safetensors, tensors, zip};

fn open_file(file: &[u8]) -> Result<Opened, FileRefusal> {
    let room = Preset::Walkthrough.experiment();
    open(file, file.len() as u64, (&room, 2), decimal)
}

fn arrays(file: &[u8]) -> Arrays {
    match open_file(file) {
        Ok(Opened::Arrays(arrays)) => arrays,
        other => panic!("{other:?}"),
    }
}

fn room(file: &[u8], picks: &[Pick; 3]) -> Result<Experiment, FileRefusal> {
    arrays(file).room_of(picks, file, &Preset::Walkthrough.experiment())
}

fn guessed(file: &[u8]) -> [Pick; 3] {
    arrays(file).guess().map(Pick::of)
}

const Q: [f64; 6] = [1.0, 2.0, 0.0, 1.0, 2.0, 3.0];
const K: [f64; 6] = [1.0, 1.0, 1.0, 0.0, 2.0, 1.0];
const V: [f64; 6] = [0.2, 0.8, 0.5, 0.1, 0.9, 0.4];

fn npz(is_packed: bool) -> Vec<u8> {
    let file = |numbers: &[f64]| npy(&[3, 2], numbers);
    zip(
        &[
            ("v.npy", file(&V)),
            ("k.npy", file(&K)),
            ("q.npy", file(&Q)),
        ],
        is_packed,
    )
}

#[test]
fn an_npz_is_a_room_by_its_names() {
    for is_packed in [false, true] {
        let file = npz(is_packed);
        assert_eq!(arrays(&file).guess(), [2, 1, 0]);
        assert_eq!(
            room(&file, &guessed(&file)),
            Ok(Preset::Walkthrough.experiment())
        );
    }
}

#[test]
fn an_npy_holds_all_three_one_after_the_other() {
    let file = npy(&[3, 3, 2], &[Q, K, V].concat());
    let arrays = arrays(&file);
    let picks = arrays.picks(arrays.guess(), Pick::of(0));
    assert_eq!(room(&file, &picks), Ok(Preset::Walkthrough.experiment()));
}

#[test]
fn layers_heads_and_rows_are_picked() {
    // Two layers, three heads, four rows, two components: each number says where it is.
    let number = |layer: usize, head: usize, row: usize, column: usize| {
        (layer * 1000 + head * 100 + row * 10 + column) as f32
    };
    let mut numbers = Vec::new();
    for at in 0..48 {
        numbers.push(number(at / 24, at / 8 % 3, at / 2 % 4, at % 2));
    }
    let file = tensors(&[("layers.keys", &[2, 3, 4, 2], numbers.clone())]);
    let pick = Pick {
        layer: 1,
        head: 2,
        first: 1,
        rows: 2,
        ..Pick::of(0)
    };
    let found = room(&file, &[pick; 3]).unwrap();
    let q = found.matrix(Tensor::Queries);
    assert_eq!(
        (q.row(0), q.row(1)),
        (&[1210.0, 1211.0][..], &[1220.0, 1221.0][..])
    );
    // The same numbers as heads side by side: rows of six components.
    let file = tensors(&[("q", &[8, 6], numbers.clone())]);
    let pick = Pick {
        head: 1,
        side_by_side: 3,
        rows: 1,
        ..Pick::of(0)
    };
    let found = room(&file, &[pick; 3]).unwrap();
    assert_eq!(found.matrix(Tensor::Keys).row(0), [10.0, 11.0]);
    // And layer by layer.
    let file = tensors(&[("q", &[2, 4, 6], numbers)]);
    let pick = Pick { layer: 1, ..pick };
    let found = room(&file, &[pick; 3]).unwrap();
    assert_eq!(found.matrix(Tensor::Keys).row(0), [1010.0, 1011.0]);
}

#[test]
fn a_models_bytes_are_wanted_only_where_they_are_picked() {
    let header = r#"{"big":{"dtype":"F32","shape":[1000000,64],"data_offsets":[0,256000000]}}"#;
    let file = safetensors(header, &[]);
    let size = file.len() as u64 + 256_000_000;
    assert_eq!(plan(&file[..16], size), Ok(file.len() as u64));
    let beside = Preset::Walkthrough.experiment();
    let Ok(Opened::Arrays(arrays)) = open(&file, size, (&beside, 0), decimal) else {
        panic!("it opens");
    };
    let pick = Pick {
        first: 999_000,
        rows: 2,
        ..Pick::of(0)
    };
    let wanted = arrays.wanted(&[pick; 3]).unwrap();
    assert_eq!(wanted[0].end - wanted[0].start, 512);
    let bytes = vec![0; 512];
    let room = arrays.room(&[pick; 3], [&bytes; 3], &beside).unwrap();
    assert_eq!(room.token_count(), 2);
}

#[test]
fn picks_that_reach_outside_are_refused() {
    let file = tensors(&[
        ("w", &[2, 3, 4, 2], vec![0.0; 48]),
        ("line", &[3], vec![0.0; 3]),
    ]);
    let at = arrays(&file)
        .list()
        .iter()
        .position(|info| info.name() == "w")
        .unwrap();
    let outside = |axis, count| Err(ArrayRefusal::Outside("w".to_owned(), axis, count).into());
    for (pick, expected) in [
        (
            Pick {
                layer: 2,
                ..Pick::of(at)
            },
            outside(Axis::Layer, 2),
        ),
        (
            Pick {
                head: 3,
                ..Pick::of(at)
            },
            outside(Axis::Head, 3),
        ),
        (
            Pick {
                first: 4,
                ..Pick::of(at)
            },
            outside(Axis::Row, 4),
        ),
        (
            Pick {
                rows: 0,
                ..Pick::of(at)
            },
            outside(Axis::Row, 4),
        ),
        (
            Pick {
                head: u64::MAX,
                side_by_side: 2,
                ..Pick::of(at)
            },
            outside(Axis::Head, 2),
        ),
        (
            Pick {
                layer: u64::MAX,
                head: u64::MAX,
                first: u64::MAX,
                ..Pick::of(at)
            },
            outside(Axis::Layer, 2),
        ),
        (
            Pick::of(1 - at),
            Err(ArrayRefusal::Shape("line".to_owned()).into()),
        ),
        (Pick::of(9), Err(ArrayRefusal::NoArrays.into())),
    ] {
        assert_eq!(room(&file, &[pick; 3]), expected, "{pick:?}");
    }
    let wide = tensors(&[("w", &[2, 65], vec![0.0; 130])]);
    let refused = room(&wide, &[Pick::of(0); 3]);
    assert_eq!(
        refused,
        Err(FileRefusal::Room(RoomError::TooMany(Tensor::Queries)))
    );
    let nan = tensors(&[("w", &[2, 2], vec![0.0, 0.0, 0.0, f32::NAN])]);
    let refused = room(&nan, &[Pick::of(0); 3]);
    assert_eq!(
        refused,
        Err(ArrayRefusal::Number("w".to_owned(), 1, 1).into())
    );
}

/// An npz whose one array unpacks to far more than it has bytes.
fn bomb() -> Vec<u8> {
    let rows = LARGEST_FILE as usize / 16 + 4096;
    let header = format!("{{'descr': '<f8', 'fortran_order': False, 'shape': (3, {rows}, 2), }}");
    let array = npy_with(&header, &vec![0; rows * 16]);
    zip(&[("q.npy", array)], true)
}

#[test]
fn hostile_files_are_refused() {
    let refused = |file: &[u8]| match open_file(file) {
        Err(refusal) => refusal,
        Ok(opened) => panic!("{opened:?}"),
    };
    let array = FileRefusal::Array;
    let long = |length: u64| array(ArrayRefusal::LongHeader(length));
    let mut gigabyte = (1_u64 << 30).to_le_bytes().to_vec();
    gigabyte.extend(b"{\"a\":1}          ");
    let header = |text: &str| npy_with(text, &[0; 64]);
    let mut version_nine = npy(&[1, 1], &[0.0]);
    version_nine[6] = 9;
    let mut huge_header = b"\x93NUMPY\x02\0\xff\xff\xff\xff".to_vec();
    huge_header.extend([b' '; 64]);
    let entry = |dtype: &str, end: &str| {
        let entry = format!(
            "{{\"a\":{{\"dtype\":\"{dtype}\",\"shape\":[2,2],\"data_offsets\":[0,{end}]}}}}"
        );
        safetensors(&entry, &[0; 16])
    };
    let overflow = r#"{"a":{"dtype":"F32","shape":[9999999999,9999999999],"data_offsets":[0,16]}}"#;
    let mut encrypted = npz(true);
    let at = encrypted
        .windows(4)
        .position(|window| window == b"PK\x01\x02")
        .unwrap();
    encrypted[at + 10] = 99;
    for (name, file, expected) in [
        ("empty", vec![], FileRefusal::Empty),
        ("spaces", b"  \n ".to_vec(), FileRefusal::Empty),
        (
            "an image",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff".to_vec(),
            FileRefusal::Unknown,
        ),
        ("a gigabyte of header", gigabyte, long(1 << 30)),
        (
            "a header beyond the end",
            safetensors("{", &[])[..8]
                .iter()
                .copied()
                .chain(*b"{")
                .take(9)
                .collect::<Vec<u8>>(),
            array(ArrayRefusal::Damaged),
        ),
        (
            "tensors cut off",
            entry("F32", "16")[..70].to_vec(),
            array(ArrayRefusal::CutOff),
        ),
        (
            "no tensors",
            safetensors("{}", &[]),
            array(ArrayRefusal::NoArrays),
        ),
        (
            "an unknown type",
            entry("F99", "16"),
            array(ArrayRefusal::Damaged),
        ),
        (
            "offsets that overlap",
            entry("F32", "12"),
            array(ArrayRefusal::Damaged),
        ),
        (
            "a shape that overflows",
            safetensors(overflow, &[0; 16]),
            array(ArrayRefusal::Damaged),
        ),
        (
            "a deep header",
            safetensors(&format!("{{\"a\":{}", "[".repeat(100_000)), &[]),
            array(ArrayRefusal::Damaged),
        ),
        (
            "half a magic word",
            b"\x93NUMPY".to_vec(),
            array(ArrayRefusal::CutOff),
        ),
        ("npy version 9", version_nine, array(ArrayRefusal::Damaged)),
        (
            "four gigabytes of header",
            huge_header,
            long(0xffff_ffff + 12),
        ),
        (
            "a deep npy",
            header(&"(".repeat(3000)),
            array(ArrayRefusal::Damaged),
        ),
        (
            "a negative shape",
            header("{'descr': '<f8', 'fortran_order': False, 'shape': (-1, 2), }"),
            array(ArrayRefusal::Damaged),
        ),
        (
            "half a zip",
            npz(true)[..200].to_vec(),
            array(ArrayRefusal::CutOff),
        ),
        (
            "an unknown packing",
            encrypted,
            array(ArrayRefusal::Packing),
        ),
        (
            "an empty zip",
            zip(&[], false),
            array(ArrayRefusal::NoArrays),
        ),
        (
            "a zip of something else",
            zip(&[("a.txt", b"hello".to_vec())], true),
            array(ArrayRefusal::NoArrays),
        ),
    ] {
        assert_eq!(refused(&file), expected, "{name}");
    }
    for kind in ["|O", "<c16", "<U3"] {
        let file = header(&format!(
            "{{'descr': '{kind}', 'fortran_order': False, 'shape': (1, 2), }}"
        ));
        assert_eq!(
            room(&file, &[Pick::of(0); 3]),
            Err(ArrayRefusal::NotNumbers("array".to_owned()).into()),
            "{kind}"
        );
    }
    let many =
        header("{'descr': '<f8', 'fortran_order': False, 'shape': (9999999999999999999, 2), }");
    let refused = Err(ArrayRefusal::TooLarge("array".to_owned()).into());
    assert_eq!(room(&many, &[Pick::of(0); 3]), refused);
    let far = header("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 4294967296, 2), }");
    let pick = Pick {
        head: 1,
        ..Pick::of(0)
    };
    assert_eq!(room(&far, &[pick; 3]), Err(ArrayRefusal::CutOff.into()));
}

#[test]
fn a_bomb_is_not_unpacked() {
    let file = bomb();
    assert!(file.len() < 200_000);
    let start = std::time::Instant::now();
    let pick = |head| {
        [Pick {
            head,
            ..Pick::of(0)
        }; 3]
    };
    let refused = Err(ArrayRefusal::TooLarge("q".to_owned()).into());
    assert_eq!(room(&file, &pick(1)), refused);
    // What is wanted of it is at its beginning.
    assert!(room(&file, &pick(0)).is_ok());
    assert!(start.elapsed().as_secs() < 1);
}

#[test]
fn what_is_too_large_is_refused_by_its_beginning() {
    for (beginning, most) in [
        (&b"\x93NUMPY\x01\0          "[..], LARGEST_FILE),
        (b"PK\x03\x04              ", LARGEST_FILE),
        (
            b"{\"format\":\"attenti",
            attention_files::LONGEST_JSON as u64,
        ),
        (
            b"token,q1,q2,k1,k2,v1",
            attention_files::LARGEST_TABLE as u64,
        ),
    ] {
        assert_eq!(plan(beginning, most), Ok(most));
        let bytes = most + 1;
        assert_eq!(
            plan(beginning, bytes),
            Err(FileRefusal::TooLarge { bytes, most })
        );
    }
    let header = (LARGEST_HEADER + 1).to_le_bytes();
    let refused = plan(&[&header[..], b"{       "].concat(), u64::MAX);
    assert_eq!(
        refused,
        Err(ArrayRefusal::LongHeader(LARGEST_HEADER + 1).into())
    );
}

#[test]
fn what_numpy_writes_is_read() {
    let Some(python) = python_with("numpy") else {
        return;
    };
    let folder = std::env::temp_dir().join(format!("attention-files-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let script = "
import sys, numpy as np
q, k, v = np.array([[1, 2], [0, 1], [2, 3]]), np.array([[1, 1], [1, 0], [2, 1]]), np.array([[.2, .8], [.5, .1], [.9, .4]])
save = lambda name: sys.argv[1] + '/' + name
np.savez(save('stored.npz'), q=q, k=k, v=v)
np.savez_compressed(save('packed.npz'), query=q.astype('<i2'), key=k.astype('|u1'), value=v)
np.savez(save('fortran.npz'), Q=np.asfortranarray(q.astype('>f4')), K=np.asfortranarray(k.astype('<f2')), V=np.asfortranarray(v))
np.savez(save('positional.npz'), q, k, v)
";
    let run = std::process::Command::new(python)
        .args(["-c", script])
        .arg(&folder)
        .status();
    assert!(run.unwrap().success());
    for name in ["stored.npz", "packed.npz", "fortran.npz", "positional.npz"] {
        let file = std::fs::read(folder.join(name)).unwrap();
        assert_eq!(
            room(&file, &guessed(&file)),
            Ok(Preset::Walkthrough.experiment()),
            "{name}"
        );
    }
    std::fs::remove_dir_all(folder).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn a_damaged_file_is_refused_or_a_room(
        kind in 0..4_usize, at in any::<prop::sample::Index>(), bytes in prop::collection::vec(any::<u8>(), 0..8), cut in any::<bool>(),
    ) {
        let mut file = match kind {
            0 => npz(true),
            1 => npz(false),
            2 => npy(&[3, 3, 2], &[Q, K, V].concat()),
            _ => tensors(&[("q", &[3, 2], vec![1.0; 6]), ("k", &[3, 2], vec![1.0; 6]), ("v", &[3, 2], vec![1.0; 6])]),
        };
        let at = at.index(file.len());
        let end = (at + bytes.len()).min(file.len());
        file.splice(at..end, bytes);
        if cut {
            file.truncate(at);
        }
        if let Ok(Opened::Arrays(arrays)) = open_file(&file) {
            let picks = arrays.guess().map(Pick::of);
            let _ = arrays.room_of(&picks, &file, &Preset::Walkthrough.experiment());
        }
    }
}

proptest! {
    /// Numbers as npyz writes them, of every kind and in either order, are the numbers that are read.
    #[test]
    fn what_npyz_writes_is_read(
        numbers in prop::collection::vec(-1e6..1e6_f64, 6), is_fortran in any::<bool>(), kind in 0..4_usize,
    ) {
        let kind = ["<f8", ">f8", "<f4", ">i2"][kind];
        let file = npyz_file(&numbers, kind, is_fortran);
        let header = npyz::NpyHeader::from_reader(&file[..]).unwrap();
        prop_assert_eq!(header.shape(), [3, 2]);
        let pick = Pick::of(0);
        let found = room(&file, &[pick; 3]).unwrap();
        for (at, number) in numbers.iter().enumerate() {
            // In the file's order: row by row, or column by column.
            let (row, column) = if is_fortran { (at % 3, at / 3) } else { (at / 2, at % 2) };
            let expected = match kind {
                "<f4" => f64::from(*number as f32),
                ">i2" => f64::from(*number as i16),
                _ => *number,
            };
            prop_assert_eq!(found.matrix(Tensor::Queries).get(row, column), expected);
        }
    }
}

fn npyz_file(numbers: &[f64], kind: &str, is_fortran: bool) -> Vec<u8> {
    use npyz::WriterBuilder;
    let mut file = Vec::new();
    let order = if is_fortran {
        npyz::Order::Fortran
    } else {
        npyz::Order::C
    };
    let dtype = npyz::DType::Plain(kind.parse().unwrap());
    macro_rules! write {
        ($kind:ty) => {{
            let options = npyz::WriteOptions::<$kind>::new();
            let writer = options
                .dtype(dtype)
                .shape(&[3, 2])
                .order(order)
                .writer(&mut file);
            let mut writer = writer.begin_nd().unwrap();
            writer
                .extend(numbers.iter().map(|number| *number as $kind))
                .unwrap();
            writer.finish().unwrap();
        }};
    }
    match kind {
        "<f4" => write!(f32),
        ">i2" => write!(i16),
        _ => write!(f64),
    }
    file
}
