use attention_scene::{Reading, beam, print_exact};
use leptos::prelude::*;

use crate::{
    app::use_mixer,
    dom::{Spot, follow},
    heads, reactive,
};

/// How wide a line is at weight 0, and how much wider at weight 1, in CSS pixels.
const HAIRLINE: f64 = 1.5;
const SPREAD: f64 = 10.0;
/// How strong a line is at weight 0: still 3:1 against the floor.
const FAINTEST: f64 = 0.7;

/// How wide a line is, in CSS pixels. Finer than a tenth nothing is seen: a line that is written anew is laid out anew.
pub(crate) fn width(weight: f64) -> String {
    format!("{:.1}", HAIRLINE + SPREAD * weight)
}

/// How strong a line is.
pub(crate) fn opacity(weight: f64) -> String {
    format!("{:.2}", FAINTEST + (1.0 - FAINTEST) * weight)
}

/// The lines of attention, in a unit square that the style sheet stretches over the stage, or
/// turns on its side where the guests sit one under the other. The table says the same in words.
#[component]
pub(crate) fn Lines(
    /// How many guests there are.
    count: Memo<usize>,
) -> impl IntoView {
    let mixer = use_mixer();
    let rows = reactive::part(move || {
        let count = count.get();
        let selection = mixer.selection();
        let heads = mixer.heads_shown();
        let several = mixer.head_count().get() > 1;
        let pairs = count * count;
        let all = 0..pairs * heads.len();
        let shown = all.filter(|line| selection.shows(line % pairs / count));
        let line = |line| {
            let lane = Lane::of(&heads, line / pairs, several);
            let (query_index, key_index) = (line % pairs / count, line % count);
            let class = if query_index == selection.focus {
                "asking"
            } else {
                "others"
            };
            let allowed = mixer.allowed(query_index, key_index);
            reactive::part_while(allowed, move || {
                view! { <Line lane query_index key_index count class /> }.into_any()
            })
        };
        reactive::each(shown, line).into_any()
    });
    let compares = mixer.compares();
    let ghosts = reactive::part_while(compares, move || {
        let (count, selection) = (count.get(), mixer.selection());
        let heads = mixer.heads_shown();
        let pairs = count * count;
        let shown = (0..pairs * heads.len()).filter(|line| selection.shows(line % pairs / count));
        let ghost = |line: usize| {
            let lane = Lane::of(&heads, line / pairs, true);
            let (query_index, key_index) = (line % pairs / count, line % count);
            view! { <Ghost lane query_index key_index count /> }
        };
        reactive::each(shown, ghost).into_any()
    });
    view! {
        <div class="lines" aria-hidden="true">
            <svg viewBox="0 0 1 1" preserveAspectRatio="none">
                <g>{ghosts} {rows}</g>
            </svg>
        </div>
    }
}

/// Which head a line is of, and which of the lanes side by side it takes.
#[derive(Clone, Copy)]
struct Lane {
    head_index: usize,
    place: usize,
    lanes: usize,
    /// Whether there are heads to tell it from, shown or not.
    several: bool,
}

impl Lane {
    fn of(heads: &[usize], place: usize, several: bool) -> Self {
        Self {
            head_index: heads[place],
            place,
            lanes: heads.len(),
            several,
        }
    }

    fn beam(self, query_index: usize, key_index: usize, count: usize) -> String {
        let line = beam(query_index, key_index, count);
        line.in_lane(self.place, self.lanes, count).to_path()
    }
}

/// One guest's line to another: the wider and stronger, the more of its attention goes there.
#[component]
fn Line(
    lane: Lane,
    query_index: usize,
    key_index: usize,
    count: usize,
    class: &'static str,
) -> impl IntoView {
    let mixer = use_mixer();
    let weight = mixer.read(Reading::weight(lane.head_index, query_index, key_index));
    let head = lane.several.then_some(lane.head_index);
    let path = lane.beam(query_index, key_index, count);
    let now = weight.get_untracked();
    let spots: Vec<Spot> = vec![
        ("data-weight", Box::new(print_exact)),
        ("stroke-width", Box::new(width)),
        ("stroke-opacity", Box::new(opacity)),
    ];
    let follow = follow(weight, spots);
    view! {
        <path
            use:follow
            class=heads::styled(class, head)
            data-line=""
            data-head=head
            data-query=query_index
            data-key=key_index
            data-weight=print_exact(now)
            d=path.clone()
            stroke-width=width(now)
            stroke-opacity=opacity(now)
        />
        // Wide enough to be hit; the keyboard finds the same at the share that the line ends in.
        <path
            class="reach"
            data-trace="weight"
            data-head=head
            data-query=query_index
            data-key=key_index
            d=path
        />
    }
}

/// A line as it was in the room that is pinned.
#[component]
fn Ghost(lane: Lane, query_index: usize, key_index: usize, count: usize) -> impl IntoView {
    let mixer = use_mixer();
    let reading = Reading::weight(lane.head_index, query_index, key_index);
    // A guest who was not heard then had no line.
    let width = move || match mixer.pinned_number(reading) {
        0.0 => "0".to_owned(),
        weight => width(weight),
    };
    view! {
        <path
            class="ghost"
            d=lane.beam(query_index, key_index, count)
            stroke-width=reactive::text(width)
        />
    }
}
