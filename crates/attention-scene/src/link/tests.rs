use attention_core::Scale;

use super::{Link, LinkProblem, PagePart, read_link, write_link};
use crate::{
    Hearing, NameRefusal, NumberRefusal, Position, Preset, Selection, Source, Step, Tensor, decimal,
};

fn read(fragment: &str) -> Link {
    read_link(fragment, decimal).unwrap()
}

#[test]
fn what_is_written_reads_back_as_the_same() {
    let room = Preset::Walkthrough
        .experiment()
        .with_number(
            crate::Slot {
                tensor: Tensor::Keys,
                row: 1,
                column: 1,
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
    assert_eq!(link.experiment.dimension(crate::Axis::Value), 3);
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
        ("x=1,2;3,4;5,6", LinkProblem::Shape("x")),
        ("wo=1,0;0,1", LinkProblem::Shape("wo")),
        ("position=sinusoidal", LinkProblem::Shape("position")),
        ("heads=3", LinkProblem::Shape("heads")),
        ("heads=0", LinkProblem::Shape("heads")),
        (
            "k=NaN,1;1,1;1,1",
            LinkProblem::Number("k", "NaN".to_owned(), NumberRefusal::NotANumber),
        ),
        (
            "temperature=0",
            LinkProblem::Number("temperature", "0".to_owned(), NumberRefusal::TooCold),
        ),
        (
            "step=dance",
            LinkProblem::UnknownValue("step", "dance".to_owned()),
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
        (
            "theme=red",
            LinkProblem::UnknownValue("theme", "red".to_owned()),
        ),
        ("hide=%", LinkProblem::Unreadable("hide=%".to_owned())),
    ] {
        let link = read(fragment);
        assert_eq!(link.problems, [problem], "{fragment}");
        assert_eq!(
            (link.experiment, link.taken),
            (base.clone(), 0),
            "{fragment}"
        );
    }
    let link = read("oops&scale=sqrt_dk");
    assert_eq!(link.taken, 1);
    assert_eq!(link.experiment.scale(), Scale::SqrtDk);
}

#[test]
fn the_documented_example_is_read_whole() {
    let link = read(
        "tokens=Alice;introduced;Bob&q=1,2;0,1;2,3&k=1,1;1,0;2,1&v=0.2,0.8;0.5,0.1;0.9,0.4\
         &focus=2&step=softmax&scale=none&temperature=1&mask=none",
    );
    assert_eq!((link.problems, link.taken), (vec![], 9));
    assert_eq!(link.experiment, Preset::Walkthrough.experiment());
}

#[test]
fn what_a_link_wishes_of_the_page_is_written_again() {
    let link =
        read("view=embed&lang=en&lock=q,%20temperature&hide=table,steps,,&theme=light&focus=0");
    assert_eq!((link.problems, link.taken), (vec![], 6));
    let written = write_link(&link.experiment, link.selection) + &link.wishes.to_string();
    assert!(
        written.ends_with("&view=embed&hide=steps,table&lock=q,temperature&lang=en&theme=light"),
        "{written}"
    );
    assert_eq!(read(&written).wishes, link.wishes);
    assert_eq!(read("theme=auto&view=full&hide=").wishes.to_string(), "");
}

#[test]
fn a_part_that_the_page_does_not_have_is_named_and_the_others_count() {
    let link = read("hide=steps,cellar,table&lock=attic&view=sideways&lang=tlh");
    let unknown = |key, name: &str| LinkProblem::UnknownValue(key, name.to_owned());
    assert_eq!(
        link.problems,
        [
            unknown("hide", "cellar"),
            unknown("lock", "attic"),
            unknown("view", "sideways"),
            unknown("lang", "tlh"),
        ]
    );
    assert_eq!(link.wishes.to_string(), "&hide=steps,table");
}

#[test]
fn every_part_has_a_name_of_its_own() {
    for (index, part) in PagePart::ALL.into_iter().enumerate() {
        assert_eq!(part as usize, index);
        assert_eq!(PagePart::named(part.name()), Some(part));
        assert_eq!(read(&format!("hide={}", part.name())).problems, []);
    }
}

#[test]
fn links_md_lists_every_part_and_no_other() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/links.md");
    let text = std::fs::read_to_string(path).expect("docs/links.md");
    let (_, parts) = text.split_once("## Parts").expect("its parts");
    let rows = parts.lines().filter_map(|line| line.strip_prefix("| `"));
    let listed: Vec<&str> = rows
        .filter_map(|row| Some(row.split_once('`')?.0))
        .collect();
    assert_eq!(listed, PagePart::ALL.map(PagePart::name));
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
    let room = read("mask=110;111;000").experiment;
    assert!(room.attention().head(0).is_silent(2));
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
fn pieces_are_decoded_once_they_are_split() {
    // What browsers and messengers make of spaces and typographic minus signs.
    let link = read("q=%E2%88%921,%202;0,1;2,3&temperature=1%2E5&scale=sqrt%5Fdk");
    assert_eq!(link.experiment.matrix(Tensor::Queries).row(0), [-1.0, 2.0]);
    assert_eq!(link.experiment.temperature(), 1.5);
    assert_eq!(link.experiment.scale(), Scale::SqrtDk);
    assert_eq!(link.problems, []);
}

#[test]
fn a_room_from_embeddings_is_read_and_written() {
    let fragment = "tokens=a;b&x=1,0;0,1&position=sinusoidal&wq=1,0;0,1&wk=1,0;0,1&wv=1;1\
                    &focus=0&scale=sqrt_dk&temperature=1&mask=none";
    let link = read(fragment);
    assert_eq!(link.problems, []);
    assert_eq!(link.experiment.source(), Source::Projected);
    assert_eq!(write_link(&link.experiment, link.selection), fragment);
    let edited = read("preset=order&position=1,2;3,4;5,6");
    assert_eq!(edited.problems, []);
    assert_eq!(edited.experiment.position(), Position::Edited);
    assert_eq!(
        edited.experiment.matrix(Tensor::Positions).row(2),
        [5.0, 6.0]
    );
}

#[test]
fn a_step_of_the_walk_is_read_and_written() {
    let link = read("step=softmax");
    assert_eq!((link.selection.step, link.problems), (Step::Soften, vec![]));
    let written = write_link(&link.experiment, link.selection);
    assert_eq!(read(&written).selection, link.selection);
}

#[test]
fn heads_are_read_and_written() {
    let link = read("heads=2&wo=1;2");
    assert_eq!(link.problems, []);
    assert_eq!(link.experiment.attention().head_count(), 2);
    let merge = link.experiment.attention();
    // 1·0.814690 + 2·0.445630, but for each head's own weights.
    assert_eq!(merge.merge().map(|merge| merge.output(0).len()), Some(1));
    let again = read(&write_link(&link.experiment, link.selection));
    assert_eq!(again.experiment, link.experiment);
}

#[test]
fn a_room_too_large_for_the_page_is_refused() {
    let rows = vec!["1"; 129].join(";");
    let link = read(&format!("q={rows}&k={rows}&v={rows}"));
    assert_eq!(link.problems, [LinkProblem::TooMany("q")]);
    assert_eq!(link.experiment, Preset::Walkthrough.experiment());
    let wide = vec!["1"; 65].join(",");
    let link = read(&format!("q={wide}&k={wide}&v=1"));
    assert_eq!(link.problems, [LinkProblem::TooMany("q")]);
}

#[test]
fn names_that_the_page_would_refuse_are_refused() {
    let long = "x".repeat(81);
    let link = read(&format!("tokens=%20;{long};%0AB%E2%80%AEob"));
    assert_eq!(link.experiment.tokens(), ["Alice", "introduced", "Bob"]);
    let problems = [
        LinkProblem::Name(0, " ".to_owned(), NameRefusal::Empty),
        LinkProblem::Name(1, long, NameRefusal::TooLong),
    ];
    assert_eq!(link.problems, problems);
    let four = read("tokens=a;b;c;&q=1;2;3;4&k=1;2;3;4&v=1;2;3;4");
    assert_eq!(four.experiment.tokens(), ["a", "b", "c", "4"]);
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
