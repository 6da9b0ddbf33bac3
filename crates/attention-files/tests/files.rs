//! What is written reads back, computes the same elsewhere, and what is hostile is refused.
#![expect(clippy::unwrap_used, reason = "these are tests")]

#[path = "../../attention-scene/tests/support/any_room.rs"]
mod any_room;
mod support;

use std::process::Command;

use any_room::any_room;
use attention_files::{JsonRefusal, read_json, write_json, write_numpy, write_pytorch};
use attention_scene::{Experiment, Preset, Selection, decimal, read_link};
use proptest::prelude::*;

fn rooms() -> Vec<Experiment> {
    let silent = "mask=110;111;000&scale=sqrt_dk&temperature=0.7";
    let linked = [
        silent,
        "heads=2&wo=1,2;3,-4",
        "preset=order&position=1,2;3,4;5,6",
    ];
    let presets = Preset::ALL.into_iter().map(Preset::experiment);
    presets
        .chain(linked.map(|link| read_link(link, decimal).unwrap().experiment))
        .collect()
}

#[test]
fn every_kind_of_room_goes_through_json() {
    for room in rooms() {
        let text = write_json(&room, Selection::of(1));
        let link = read_json(&text, decimal).unwrap();
        assert_eq!((&link.experiment, link.selection.focus), (&room, 1));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]
    #[test]
    fn random_numbers_go_through_json(room in any_room(), focus in 0..3_usize) {
        let link = read_json(&write_json(&room, Selection::of(focus)), decimal).unwrap();
        prop_assert_eq!((link.experiment, link.selection.focus), (room, focus));
    }
}

#[test]
fn hostile_texts_are_refused() {
    let deep = "[".repeat(100_000);
    let ours = |rest: &str| format!("{{\"format\":\"attention-mixer\"{rest}}}");
    for (text, refusal) in [
        ("null".to_owned(), JsonRefusal::NotOurs),
        ("{\"__proto__\":{}}".to_owned(), JsonRefusal::NotOurs),
        ("[1e999]".to_owned(), JsonRefusal::NotOurs),
        ("\"attention-mixer\"".to_owned(), JsonRefusal::NotOurs),
        (ours(",\"version\":-1"), JsonRefusal::NotOurs),
        (ours(",\"version\":\"1\""), JsonRefusal::NotOurs),
        (ours(""), JsonRefusal::NotOurs),
        (ours(",\"version\":2"), JsonRefusal::Version(2)),
        (ours(",\"version\":1"), JsonRefusal::NoLink),
        (ours(",\"version\":1,\"link\":7"), JsonRefusal::NoLink),
        (
            ours(",\"version\":1,\"link\":\"main\""),
            JsonRefusal::NoLink,
        ),
    ] {
        assert_eq!(read_json(&text, decimal), Err(refusal), "{text}");
    }
    for text in ["", "{", "{\"a\":NaN}", &deep] {
        let found = read_json(text, decimal);
        assert!(
            matches!(found, Err(JsonRefusal::NotJson { .. })),
            "{found:?}"
        );
    }
    let bad = ours(",\"version\":1,\"link\":\"temperature=NaN\"");
    assert!(matches!(
        read_json(&bad, decimal),
        Err(JsonRefusal::Link(_))
    ));
    let long = " ".repeat(attention_files::LONGEST_JSON + 1);
    assert_eq!(
        read_json(&long, decimal),
        Err(JsonRefusal::TooLong(long.len()))
    );
}

#[test]
fn the_numpy_script_computes_what_the_trace_holds() {
    computes_what_the_trace_holds("numpy", write_numpy);
}

#[test]
fn the_pytorch_script_computes_what_the_trace_holds() {
    computes_what_the_trace_holds("torch", write_pytorch);
}

fn computes_what_the_trace_holds(library: &str, write: fn(&Experiment) -> String) {
    let Some(python) = support::python_with(library) else {
        return;
    };
    // One run for all rooms: a library takes longer to load than to compute.
    let print = "for m in (*weights, output):\n    print(*m.ravel().tolist())\n";
    let scripts: Vec<String> = rooms().iter().map(|room| write(room) + print).collect();
    let script = scripts.join("\n");
    let run = Command::new(&python).args(["-c", &script]).output();
    let run = run.unwrap();
    let complaint = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{complaint}\n{script}");
    let printed = String::from_utf8(run.stdout).unwrap();
    let numbers = printed.split_whitespace();
    let found: Vec<f64> = numbers.map(|number| number.parse().unwrap()).collect();
    let expected: Vec<f64> = rooms().iter().flat_map(held).collect();
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(&expected) {
        let near = (found - expected).abs() <= 1e-9 * expected.abs().max(1.0);
        assert!(near, "{found} is not {expected}\n{script}");
    }
}

/// Every head's weights, then the output, as the trace holds them.
fn held(room: &Experiment) -> Vec<f64> {
    let (trace, count) = (room.attention(), room.token_count());
    let heads = (0..trace.head_count()).map(|head| trace.head(head));
    let mut held: Vec<f64> = heads
        .flat_map(|head| (0..count).flat_map(|query| head.weights(query)))
        .copied()
        .collect();
    held.extend((0..count).flat_map(|query| trace.output(query)));
    held
}

proptest! {
    #[test]
    fn a_damaged_file_is_refused_or_a_room(
        at in any::<prop::sample::Index>(), text in ".{0,12}", cut in any::<bool>(),
    ) {
        let whole = write_json(&Preset::Walkthrough.experiment(), Selection::of(2));
        let at = at.index(whole.len());
        prop_assume!(whole.is_char_boundary(at));
        let rest = if cut { "" } else { &whole[at..] };
        let damaged = format!("{}{text}{rest}", &whole[..at]);
        match read_json(&damaged, decimal) {
            Ok(link) => {
                prop_assert!(link.selection.focus < link.experiment.token_count());
            }
            Err(JsonRefusal::TooLong(_)) => prop_assert!(false, "{} bytes", damaged.len()),
            Err(_) => {}
        }
    }
}
