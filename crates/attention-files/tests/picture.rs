//! The stage as a picture.
#![expect(clippy::unwrap_used, reason = "these are tests")]

use attention_files::{Palette, write_stage_svg};
use attention_scene::{Preset, Selection, decimal, read_link};

fn svg(link: &str, selection: Selection) -> String {
    let room = read_link(link, decimal).unwrap().experiment;
    write_stage_svg(&room, selection, &Palette::LIGHT)
}

#[test]
fn lines_say_their_weight_by_width_and_number() {
    let svg = svg("focus=2", Selection::of(2));
    assert_eq!(svg.matches("<path").count(), 3);
    // Hairline 1.5, and 10 more at weight 1: 0.875601.
    assert!(svg.contains("stroke-width=\"10.26\""), "{svg}");
    assert!(
        svg.contains(">87.6%</text>") && svg.contains(">Q 2, 3</text>"),
        "{svg}"
    );
    for name in ["Alice", "introduced", "Bob"] {
        assert!(svg.contains(&format!("{name}</text>")), "{svg}");
    }
}

#[test]
fn it_shows_what_is_selected() {
    let all = Selection {
        all_rows: true,
        ..Selection::of(0)
    };
    assert_eq!(svg("focus=0", all).matches("<path").count(), 9);
    assert_eq!(svg("mask=110;111;000", all).matches("<path").count(), 5);
    let heads = "heads=2";
    assert_eq!(svg(heads, Selection::of(1)).matches("<path").count(), 6);
    let one = Selection {
        head: Some(1),
        ..Selection::of(1)
    };
    assert_eq!(svg(heads, one).matches("<path").count(), 3);
}

#[test]
fn a_name_is_text_and_a_crowd_has_a_picture() {
    let svg_of = svg(
        "tokens=%3Cscript%3E;%22%26;%EF%BF%BE%D7%A9",
        Selection::of(0),
    );
    assert!(
        svg_of.contains("&lt;script&gt;") && !svg_of.contains("<script"),
        "{svg_of}"
    );
    assert!(svg_of.contains("&quot;&amp;") && !svg_of.contains('\u{fffe}'));
    let crowd = vec!["1"; 128].join(";");
    let svg = svg(
        &format!("q={crowd}&k={crowd}&v={crowd}"),
        Selection::of(127),
    );
    assert_eq!(svg.matches("<path").count(), 128);
    let dark = write_stage_svg(
        &Preset::Order.experiment(),
        Selection::of(0),
        &Palette::DARK,
    );
    assert!(dark.contains(Palette::DARK.paper) && !dark.contains(Palette::LIGHT.paper));
}
