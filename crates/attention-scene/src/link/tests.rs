use attention_core::Scale;

use super::{Link, LinkProblem, read_link, write_link};
use crate::{Hearing, NumberRefusal, Preset, Selection, Vector, decimal};

fn read(fragment: &str) -> Link {
    read_link(fragment, decimal).unwrap()
}

#[test]
fn what_is_written_reads_back_as_the_same() {
    let room = Preset::Walkthrough
        .experiment()
        .with_number(
            crate::Slot {
                vector: Vector::Key,
                token_index: 1,
                component_index: 1,
            },
            -1.25e-7,
        )
        .with_scale(Scale::SqrtDk)
        .with_temperature(1.67);
    let link = read(&write_link(&room, Selection::of(1)));
    assert_eq!((link.experiment, link.selection.focus), (room, 1));
    assert_eq!(link.problems, []);
}

#[test]
fn a_name_may_hold_what_separates_and_a_plus_stays_a_plus() {
    let link = read("tokens=a%3Bb%2C;c+d;%C3%A9");
    assert_eq!(link.experiment.tokens(), ["a;b,", "c+d", "é"]);
    let again = read(&write_link(&link.experiment, link.selection));
    assert_eq!(again.experiment, link.experiment);
}

#[test]
fn three_matrices_set_the_shape() {
    let link = read("q=1;2&k=3;4&v=1,2,3;4,5,6");
    assert_eq!(link.experiment.token_count(), 2);
    assert_eq!(link.experiment.dimension(Vector::Value), 3);
    assert_eq!(link.experiment.tokens(), ["Alice", "introduced"]);
    assert_eq!(link.selection.focus, 1);
    assert_eq!(link.problems, []);
}

#[test]
fn what_cannot_be_read_is_refused_and_the_rest_counts() {
    let base = Preset::Walkthrough.experiment();
    for (fragment, problem) in [
        ("#%", LinkProblem::Unreadable("#%".to_owned())),
        (
            "constructor=1",
            LinkProblem::UnknownKey("constructor".to_owned()),
        ),
        ("tokens=%", LinkProblem::Unreadable("tokens=%".to_owned())),
        ("tokens=one;two", LinkProblem::Shape("tokens")),
        ("q=1,2", LinkProblem::Shape("q")),
        ("q=1,2;3;4,5", LinkProblem::Shape("q")),
        ("q=1;2&k=1;2&v=1", LinkProblem::Shape("q, k, v")),
        (
            "k=NaN,1;1,1;1,1",
            LinkProblem::Number("k", "NaN".to_owned(), NumberRefusal::NotANumber),
        ),
        (
            "temperature=0",
            LinkProblem::Number("temperature", "0".to_owned(), NumberRefusal::TooCold),
        ),
        ("focus=99", LinkProblem::NobodyThere("99".to_owned())),
        (
            "scale=2",
            LinkProblem::UnknownValue("scale", "2".to_owned()),
        ),
        (
            "mask=some",
            LinkProblem::UnknownValue("mask", "some".to_owned()),
        ),
        ("mask=11;11", LinkProblem::Shape("mask")),
        (
            "preset=x",
            LinkProblem::UnknownValue("preset", "x".to_owned()),
        ),
    ] {
        let link = read(fragment);
        assert_eq!(link.problems, [problem], "{fragment}");
        assert_eq!(link.experiment, base, "{fragment}");
    }
    let link = read("oops&scale=sqrt_dk");
    assert_eq!(link.experiment.scale(), Scale::SqrtDk);
}

#[test]
fn a_mask_is_read_and_written_cell_by_cell() {
    for mask in ["none", "causal", "110;111;011", "000;000;000"] {
        let link = read(&format!("mask={mask}"));
        assert_eq!(link.problems, [], "{mask}");
        let written = write_link(&link.experiment, link.selection);
        assert!(written.ends_with(&format!("&mask={mask}")), "{written}");
        assert_eq!(read(&written).experiment, link.experiment);
    }
    assert!(read("mask=110;111;000").experiment.trace().is_silent(2));
}

#[test]
fn a_presets_own_mask_stays_where_the_link_names_none() {
    let link = read("preset=causal&q=1,1;1,1;1,1;1,1;1,1");
    assert_eq!(link.experiment.hearing(), &Hearing::Causal);
    assert_eq!(
        read("preset=causal&mask=none").experiment.hearing(),
        &Hearing::Everyone
    );
}

#[test]
fn every_preset_goes_through_a_link() {
    for preset in Preset::ALL {
        let room = preset.experiment();
        let link = read(&write_link(&room, Selection::of(preset.focus())));
        assert_eq!((&link.experiment, link.problems), (&room, vec![]));
        assert_eq!(read(&format!("preset={}", preset.name())).experiment, room);
    }
}

#[test]
fn plain_names_and_hosts_secrets_are_none_of_ours() {
    for fragment in ["", "main", "section-2", "?secret=abc"] {
        assert_eq!(read_link(fragment, decimal), None, "{fragment}");
    }
    assert_eq!(read("focus=0#?secret=abc").problems, []);
}

proptest::proptest! {
    #[test]
    fn no_text_at_all_breaks_it(fragment in ".{0,60}") {
        let inside = |link: Link| link.selection.focus < link.experiment.token_count();
        proptest::prop_assert!(read_link(&fragment, decimal).is_none_or(inside));
    }
}
