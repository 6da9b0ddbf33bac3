use attention_core::Matrix;

use super::Parts;
use crate::{Experiment, LinkProblem, RoomError, Source, Tensor, parse_name};

impl Parts {
    /// The base with the link's names and numbers in it; what doesn't fit leaves the base's.
    pub(super) fn room(&mut self, base: &Experiment) -> Experiment {
        let given = self.whole(Tensor::VECTORS);
        let projected = [
            Tensor::Embeddings,
            Tensor::QueryWeights,
            Tensor::KeyWeights,
            Tensor::ValueWeights,
        ];
        let room = if let Some([queries, keys, values]) = given {
            let names = self.names(base, queries.rows());
            let room = Experiment::new(names, queries, keys, values);
            self.whole_room(base, "q, k, v", room)
        } else if let Some([x, w_q, w_k, w_v]) = self.whole(projected) {
            let names = self.names(base, x.rows());
            let room = Experiment::projected(names, x, [w_q, w_k, w_v]);
            self.whole_room(base, "x, wq, wk, wv", room)
        } else {
            let mut room = base.clone();
            if self.tokens.is_some() {
                let names = self.names(base, base.token_count());
                self.take("tokens", &mut room, |room| room.with_names(names));
            }
            room
        };
        self.details(room)
    }

    /// Matrices that set the number of tokens and the dimensions, if all of them are there.
    fn whole<const N: usize>(&mut self, tensors: [Tensor; N]) -> Option<[Matrix; N]> {
        let there = |tensor: &Tensor| self.matrices[*tensor as usize].is_some();
        if !tensors.iter().all(there) {
            return None;
        }
        let matrices: Vec<_> = tensors
            .iter()
            .filter_map(|tensor| self.matrices[*tensor as usize].take())
            .collect();
        matrices.try_into().ok()
    }

    fn whole_room(
        &mut self,
        base: &Experiment,
        keys: &'static str,
        room: Result<Experiment, RoomError>,
    ) -> Experiment {
        match room {
            Ok(room) => room.under(base),
            Err(why) => {
                self.give_back(keys.split(',').count(), problem(keys, &why));
                base.clone()
            }
        }
    }

    /// What is read beside whole vectors, or changes the base's one by one.
    fn details(&mut self, mut room: Experiment) -> Experiment {
        if let Some(position) = self.position {
            match room.source() {
                Source::Projected => room = room.with_position(position),
                Source::Given => {
                    self.matrices[Tensor::Positions as usize] = None;
                    self.give_back(1, LinkProblem::Shape("position"));
                }
            }
        }
        if let Some(text) = self.heads.take() {
            let heads = text.parse().unwrap_or_default();
            if heads != room.heads() {
                self.take("heads", &mut room, |room| room.split_into_heads(heads));
            }
        }
        for tensor in Tensor::ALL {
            if let Some(matrix) = self.matrices[tensor as usize].take() {
                let letter = tensor.letter();
                self.take(letter, &mut room, |room| room.with_matrix(tensor, matrix));
            }
        }
        room
    }

    fn take(
        &mut self,
        key: &'static str,
        room: &mut Experiment,
        change: impl FnOnce(&Experiment) -> Result<Experiment, RoomError>,
    ) {
        match change(room) {
            Ok(next) => *room = next,
            Err(why) => self.give_back(1, problem(key, &why)),
        }
    }

    /// The link's names for so many guests; where it names none, or not as many, and in place of
    /// each that is no name, the base's as far as they go, then numbers.
    fn names(&mut self, base: &Experiment, count: usize) -> Vec<String> {
        let given = match self.tokens.take() {
            Some(names) if names.len() == count => names,
            Some(_) => {
                self.give_back(1, LinkProblem::Shape("tokens"));
                Vec::new()
            }
            None => Vec::new(),
        };
        let mut names = Vec::with_capacity(count);
        for index in 0..count {
            let parsed = given.get(index).map(|text| (text, parse_name(text)));
            let name = match parsed {
                Some((_, Ok(name))) => Some(name),
                Some((text, Err(why))) => {
                    self.refuse(LinkProblem::Name(index, text.clone(), why));
                    None
                }
                None => None,
            };
            let other = || base.tokens().get(index).cloned();
            let name = name.or_else(other);
            names.push(name.unwrap_or_else(|| (index + 1).to_string()));
        }
        names
    }
}

fn problem(key: &'static str, why: &RoomError) -> LinkProblem {
    match why {
        RoomError::TooMany(tensor) => LinkProblem::TooMany(tensor.letter()),
        _ => LinkProblem::Shape(key),
    }
}
