//! Queries, keys and values as people keep and paste them.

use attention_files::{FileRefusal, LARGEST_TABLE, TableRefusal, read_table, write_csv};
use attention_scene::{Experiment, NumberRefusal, Preset, RoomError, Tensor, decimal, read_link};
use proptest::prelude::*;

fn read(text: &str) -> Result<Experiment, FileRefusal> {
    read_table(text, &Preset::Walkthrough.experiment(), decimal)
}

/// The walkthrough's numbers, in every shape that is understood.
const SHAPES: [&str; 11] = [
    "token,q1,q2,k1,k2,v1,v2\nAlice,1,2,1,1,0.2,0.8\nintroduced,0,1,1,0,0.5,0.1\nBob,2,3,2,1,0.9,0.4",
    "Name\tQ 1\tQ 2\tK 1\tK 2\tV 1\tV 2\nAlice\t1\t2\t1\t1\t0,2\t0,8\nintroduced\t0\t1\t1\t0\t0,5\t0,1\nBob\t2\t3\t2\t1\t0,9\t0,4\n",
    "sep=;\n;query;query;key;key;value;value\nAlice;1;2;1;1;0,2;0,8\nintroduced;0;1;1;0;0,5;0,1\nBob;2;3;2;1;0,9;0,4",
    "| word | v[0] | v[1] | q[0] | q[1] | k[0] | k[1] |\n|---|---|---|---|---|---|---|\n\
     | Alice | 0.2 | 0.8 | 1 | 2 | 1 | 1 |\n| introduced | .5 | .1 | 0 | 1 | 1 | 0 |\n| Bob | .9 | .4 | 2 | 3 | 2 | 1 |",
    "Q\nAlice,1,2\nintroduced,0,1\nBob,2,3\nK\nAlice,1,1\nintroduced,1,0\nBob,2,1\nV\nAlice,0.2,0.8\nintroduced,0.5,0.1\nBob,0.9,0.4",
    "# Values\n0.2 0.8\n0.5 0.1\n0.9 0.4\n# Queries\n1 2\n0 1\n2 3\n# Keys\n1 1\n1 0\n2 1",
    "1,2\n0,1\n2,3\n\n1,1\n1,0\n2,1\n\n0.2,0.8\n0.5,0.1\n0.9,0.4\n",
    "1;2\r\n0;1\r\n2;3\r\n;\r\n1;1\r\n1;0\r\n2;1\r\n;\r\n0,2;0,8\r\n0,5;0,1\r\n0,9;0,4\r\n",
    "[[1, 2], [0, 1], [2, 3]]\n[[1, 1], [1, 0], [2, 1]]\n[[0.2, 0.8], [0.5, 0.1], [0.9, 0.4]]",
    "q = np.array([[1, 2],\n              [0, 1],\n              [2, 3]])\nk = [[1, 1], [1, 0], [2, 1]]\n\
     v: [[0.2, 0.8],\n [0.5, 0.1],\n [0.9, 0.4]]",
    "Q,1,2\nQ,0,1\nQ,2,3\nK,1,1\nK,1,0\nK,2,1\nV,0.2,0.8\nV,0.5,0.1\nV,0.9,0.4",
];

#[test]
fn every_shape_of_a_table_is_the_same_room() {
    for text in SHAPES {
        let room = read(text);
        assert_eq!(room, Ok(Preset::Walkthrough.experiment()), "{text}");
    }
}

#[test]
fn names_and_settings_come_from_the_table_or_the_room_beside() {
    let beside = read_link("temperature=2&scale=sqrt_dk&mask=causal", decimal).unwrap();
    let beside = beside.experiment;
    let room = read_table("q,k,v\n1,2,3\n4,5,6", &beside, decimal).unwrap();
    assert_eq!(room.tokens(), ["1", "2"]);
    assert_eq!((room.temperature(), room.scale()), (2.0, beside.scale()));
    assert_eq!(room.hearing(), beside.hearing());
    let hostile = "token,q,k,v\n<script>alert(1)</script>,1,1,1\n__proto__,2,2,2\n\u{202e},3,3,3";
    let room = read_table(hostile, &beside, decimal).unwrap();
    let names = ["<script>alert(1)</script>", "__proto__", "Bob"];
    assert_eq!(room.tokens(), names);
}

#[test]
fn what_was_exported_is_the_same_attention() {
    let links = [
        "mask=110;111;000&scale=sqrt_dk&temperature=0.7",
        "heads=2&wo=1,2;3,-4",
        "preset=order&position=1,2;3,4;5,6",
        "q=1e-9,2;0,1;2,3",
    ];
    let rooms = links.map(|link| read_link(link, decimal).unwrap().experiment);
    for room in Preset::ALL.map(Preset::experiment).into_iter().chain(rooms) {
        let again = read(&write_csv(&room)).unwrap();
        let (one, other) = (room.attention(), again.attention());
        assert_eq!(one.head_count(), other.head_count());
        for query in 0..room.token_count() {
            for head in 0..one.head_count() {
                assert_eq!(
                    one.head(head).weights(query),
                    other.head(head).weights(query)
                );
            }
            assert_eq!(one.output(query), other.output(query));
        }
        assert_eq!(
            again.hearing(),
            &match room.hearing() {
                attention_scene::Hearing::Cells(cells) =>
                    attention_scene::Hearing::Cells(cells.clone()),
                other => other.clone(),
            }
        );
    }
}

#[test]
fn what_is_no_table_is_refused() {
    let table = |refusal| Err(FileRefusal::Table(refusal));
    let number = |line, text: &str, why| {
        let text = text.to_owned();
        table(TableRefusal::Number { line, text, why })
    };
    let wide = vec!["1"; 500].join(",");
    let rows = "1,1,1\n".repeat(129);
    for (text, expected) in [
        ("", table(TableRefusal::NoNumbers)),
        ("nothing here", table(TableRefusal::NoNumbers)),
        (
            "<html><body>Not found</body></html>",
            table(TableRefusal::NoNumbers),
        ),
        ("1,2\n3,4", table(TableRefusal::Missing(Tensor::Keys))),
        (
            "Q\n1,2\nK\n3,4",
            table(TableRefusal::Missing(Tensor::Values)),
        ),
        ("1\n\n2\n\n3\n\n4", table(TableRefusal::Blocks(4))),
        (
            "q,k,v\n1,2",
            table(TableRefusal::Ragged {
                line: 2,
                expected: 1,
                found: 0,
            }),
        ),
        (
            "Q\n1,2\n1\nK\n1,1\nV\n1",
            table(TableRefusal::Ragged {
                line: 3,
                expected: 2,
                found: 1,
            }),
        ),
        (
            "q,k,v\nNaN,1,1",
            number(2, "NaN", NumberRefusal::NotANumber),
        ),
        (
            "q,k,v\n1,1e999,1",
            number(2, "1e999", NumberRefusal::TooLarge),
        ),
        (
            "q,k,v\n1,inf,1",
            number(2, "inf", NumberRefusal::NotANumber),
        ),
        ("q,k,v\n1,,1", number(2, "", NumberRefusal::Empty)),
        (wide.as_str(), table(TableRefusal::TooWide(1))),
        (&format!("q,k,v\n{rows}"), table(TableRefusal::TooLong)),
        (&"1\n".repeat(10_000), table(TableRefusal::TooLong)),
        (
            "what,head,query,key,component,value\nq,,0,,0,1",
            table(TableRefusal::Missing(Tensor::Keys)),
        ),
        (
            "what,head,query,key,component,value\nq,,5,,0,1",
            table(TableRefusal::Incomplete),
        ),
        (
            "what,head,query,key,component,value\nq,,0",
            table(TableRefusal::Incomplete),
        ),
    ] {
        assert_eq!(read(text), expected, "{text:.60}");
    }
    let (q, k) = ("Q\n1,2\n3,4\n", "K\n1,2\n");
    assert!(matches!(
        read(&format!("{q}{k}V\n1\n2")),
        Err(FileRefusal::Room(RoomError::NameCount { .. }))
    ));
    let long = " ".repeat(LARGEST_TABLE + 1);
    assert!(matches!(read(&long), Err(FileRefusal::TooLarge { .. })));
}

#[test]
fn a_large_hostile_text_is_refused_at_once() {
    let start = std::time::Instant::now();
    for text in [
        "1,", "[", "\"", "1\n", "q,k,v\n", "((((", "\n", ";;;;\n", "| |",
    ] {
        let _ = read(&text.repeat(LARGEST_TABLE / 4 / text.len()));
    }
    // Unoptimised, all nine of them.
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

proptest! {
    #[test]
    fn no_text_at_all_breaks_it(text in "[qkvQ0-9,;.|\\[\\]\"\n\t ae-]{0,200}") {
        if let Ok(room) = read(&text) {
            prop_assert!(room.token_count() > 0);
        }
    }

    #[test]
    fn a_damaged_table_is_refused_or_a_room(
        which in 0..SHAPES.len(), at in any::<prop::sample::Index>(), text in ".{0,12}",
    ) {
        let whole = SHAPES[which];
        let at = at.index(whole.len());
        prop_assume!(whole.is_char_boundary(at));
        let _ = read(&format!("{}{text}{}", &whole[..at], &whole[at..]));
    }
}
