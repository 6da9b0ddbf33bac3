use attention_scene::{
    Axis, Moment, Pair, Quantity, Reading, Slot, Tensor, loudest, path, print_short,
};
use leptos::prelude::*;

use super::{
    Room,
    arrow::Arrow,
    names::named,
    view::{PlaneFigure, View},
};
use crate::{Mixer, app::use_mixer, reactive, words};

/// Queries and keys in one plane, with the line on which all keys score alike with the query that
/// is asked: through the key in focus, or through the one that scores highest.
#[component]
pub(super) fn Meeting(room: Room) -> impl IntoView {
    let mixer = use_mixer();
    let look = View::of(mixer, room, &[Tensor::Queries, Tensor::Keys]);
    let watched = RwSignal::new(None::<usize>);
    let line = Line {
        mixer,
        room,
        look,
        // From 1, and 0 for nobody's.
        key: reactive::count(move || {
            watched
                .get()
                .or_else(|| most_heard(mixer))
                .map_or(0, |key_index| key_index + 1)
        }),
    };
    let first = |row, tensor| Slot {
        tensor,
        row,
        column: room.column(tensor),
    };
    let arrow = |row, tensor| {
        let watched = (tensor == Tensor::Keys).then_some(watched);
        view! { <Arrow first=first(row, tensor) look is_edited=room.is_given watched /> }
    };
    let named = (0..room.count)
        .flat_map(|row| [first(row, Tensor::Queries), first(row, Tensor::Keys)])
        .map(|first| named(mixer, first, look, None));
    let arrows = reactive::each(0..room.count, |row| {
        view! { <g>{arrow(row, Tensor::Queries)} {arrow(row, Tensor::Keys)}</g> }
    });
    let drawn = view! {
        <path
            class="equal"
            data-equal-scores=""
            data-query=reactive::text(move || mixer.focus().to_string())
            data-key=reactive::attribute(move || line.key_index().map(|key| key.to_string()))
            d=reactive::text(move || line.path())
        />
        {arrows}
    };
    view! {
        <PlaneFigure
            axis=Axis::Key
            name="meeting"
            look
            drawn=drawn.into_any()
            named=named.collect()
            says=reactive::text(move || line.says())
        />
    }
}

/// The line of equal scores.
#[derive(Clone, Copy)]
struct Line {
    mixer: Mixer,
    room: Room,
    look: View,
    key: Memo<usize>,
}

impl Line {
    fn key_index(self) -> Option<usize> {
        self.key.get().checked_sub(1)
    }

    /// The query that is asked, and the score that the line is for.
    fn query_and_score(self, key_index: usize) -> (Pair, f64) {
        let focus = self.mixer.focus();
        let column = self.room.column(Tensor::Queries);
        self.mixer.whole(|_, trace| {
            let query = [column, column + 1].map(|column| {
                trace
                    .vector_number(Tensor::Queries, focus, column)
                    .unwrap_or_default()
            });
            let score = Reading::between(Quantity::Score, self.room.head_index, focus, key_index);
            (query, score.look_up(trace).unwrap_or_default())
        })
    }

    fn ends(self) -> Option<[Pair; 2]> {
        let (query, score) = self.query_and_score(self.key_index()?);
        self.look.plane().equal_scores(query, score)
    }

    fn path(self) -> String {
        let plane = self.look.plane();
        let points = self
            .ends()
            .map(|ends| ends.map(|end| plane.to_picture(end)));
        points.map_or_else(String::new, |points| path(&points))
    }

    fn says(self) -> String {
        let mixer = self.mixer;
        let query = mixer.token(mixer.focus());
        let Some(key_index) = self.key_index() else {
            return words::silent(&query);
        };
        let (vector, score) = self.query_and_score(key_index);
        let (key, score) = (mixer.token(key_index), print_short(score));
        match self.ends() {
            Some(_) => words::equal_scores(&key, &query, &score),
            None if vector == [0.0; 2] => words::equal_scores_zero(&query),
            None => words::equal_scores_outside(&key, &query, &score),
        }
    }
}

/// Whom the guest in focus hears most; nobody where it hears nobody.
fn most_heard(mixer: Mixer) -> Option<usize> {
    let selection = mixer.selection();
    mixer.whole(|room, trace| {
        loudest(Moment {
            room,
            trace,
            selection,
        })
    })
}
