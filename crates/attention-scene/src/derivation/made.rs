use super::Operand;
use crate::{Experiment, Position, Quantity, Reading, RoomTrace, Scale, Slot, Source, Tensor};

/// What a number is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// Products, added up.
    Products(Vec<[Operand; 2]>),
    /// Numbers, added up.
    Sum(Vec<Operand>),
    /// One number divided by another.
    Share([Operand; 2]),
    /// e to the power of one number less another.
    Power([Operand; 2]),
    /// A score after scaling, where that is on, and temperature.
    Scaled {
        /// The score.
        score: Operand,
        /// Whether it is divided by √d_k.
        by_sqrt_dk: bool,
    },
    /// The key may not be heard and takes no part: it is 0.
    Unheard,
    /// The query may listen to nobody: it is 0.
    Silent,
}

impl Made {
    /// The numbers that it is made of.
    pub(super) fn operands(&self) -> Vec<Operand> {
        match self {
            Self::Products(products) => products.as_flattened().to_vec(),
            Self::Sum(terms) => terms.clone(),
            Self::Share(pair) | Self::Power(pair) => pair.to_vec(),
            Self::Scaled { score, .. } => vec![*score],
            Self::Unheard | Self::Silent => Vec::new(),
        }
    }

    /// What an operand is made of that a step of its own works out.
    pub(super) fn of(result: Operand, room: &Experiment, trace: &RoomTrace) -> Self {
        let place = Place { room, trace };
        match result {
            Operand::Computed(reading) => place.reading(reading),
            Operand::Sum {
                head_index,
                query_index,
            } => place.sum(head_index, query_index),
            Operand::Projected(slot) => place.projection(slot),
            Operand::Input { row, column } => place.input(row, column),
            // No step works these out.
            _ => Self::Sum(Vec::new()),
        }
    }
}

/// Where a number is looked for.
#[derive(Clone, Copy)]
struct Place<'a> {
    room: &'a Experiment,
    trace: &'a RoomTrace,
}

impl Place<'_> {
    fn reading(self, asked: Reading) -> Made {
        let Reading {
            quantity,
            head_index,
            query_index,
            column,
        } = asked;
        let head = self.trace.head(head_index);
        let other = |quantity| {
            Operand::Computed(Reading::between(quantity, head_index, query_index, column))
        };
        let sharing = matches!(quantity, Quantity::Weight | Quantity::Exponential);
        if head.is_silent(query_index) && (sharing || quantity == Quantity::Output) {
            return Made::Silent;
        }
        if sharing && !head.is_allowed(query_index, column) {
            return Made::Unheard;
        }
        match quantity {
            Quantity::Mixed => self.mixed(query_index, column),
            Quantity::Output => {
                let column_of_all = head_index * head.d_v() + column;
                let product = |key_index| {
                    let weight = Reading::weight(head_index, query_index, key_index);
                    let value = self.vector(Tensor::Values, key_index, column_of_all);
                    [Operand::Computed(weight), value]
                };
                let heard = (0..head.n_keys()).filter(|key| head.is_allowed(query_index, *key));
                Made::Products(heard.map(product).collect())
            }
            Quantity::Weight => {
                let sum = Operand::Sum {
                    head_index,
                    query_index,
                };
                Made::Share([other(Quantity::Exponential), sum])
            }
            Quantity::Exponential => {
                let largest = Operand::Largest {
                    head_index,
                    query_index,
                };
                Made::Power([other(Quantity::Scaled), largest])
            }
            Quantity::Scaled => Made::Scaled {
                score: other(Quantity::Score),
                by_sqrt_dk: self.room.scale() != Scale::None,
            },
            Quantity::Score => {
                let first = head_index * head.d_k();
                let product = |column| {
                    let query = self.vector(Tensor::Queries, query_index, column);
                    let key = self.vector(Tensor::Keys, asked.column, column);
                    [query, key]
                };
                Made::Products((first..first + head.d_k()).map(product).collect())
            }
        }
    }

    fn mixed(self, query_index: usize, column: usize) -> Made {
        let mut products = Vec::new();
        for head_index in 0..self.trace.head_count() {
            for component in 0..self.trace.head(head_index).d_v() {
                let output = Reading::output(head_index, query_index, component);
                let weight = Slot {
                    tensor: Tensor::OutputWeights,
                    row: products.len(),
                    column,
                };
                products.push([Operand::Computed(output), Operand::Edited(weight)]);
            }
        }
        Made::Products(products)
    }

    fn sum(self, head_index: usize, query_index: usize) -> Made {
        let head = self.trace.head(head_index);
        let exponential = |key_index| {
            let quantity = Quantity::Exponential;
            Operand::Computed(Reading::between(
                quantity,
                head_index,
                query_index,
                key_index,
            ))
        };
        let heard = (0..head.n_keys()).filter(|key| head.is_allowed(query_index, *key));
        Made::Sum(heard.map(exponential).collect())
    }

    /// A number of a query, key or value: edited, or projected.
    fn vector(self, tensor: Tensor, row: usize, column: usize) -> Operand {
        let slot = Slot {
            tensor,
            row,
            column,
        };
        match self.room.source() {
            Source::Given => Operand::Edited(slot),
            Source::Projected => Operand::Projected(slot),
        }
    }

    fn projection(self, slot: Slot) -> Made {
        let Some(weights) = slot.tensor.projection() else {
            return Made::Sum(Vec::new());
        };
        let product = |component| {
            let input = match self.room.position() {
                Position::None => Operand::Edited(Slot {
                    tensor: Tensor::Embeddings,
                    row: slot.row,
                    column: component,
                }),
                _ => Operand::Input {
                    row: slot.row,
                    column: component,
                },
            };
            let weight = Operand::Edited(Slot {
                tensor: weights,
                row: component,
                column: slot.column,
            });
            [input, weight]
        };
        let components = self.room.matrix(Tensor::Embeddings).cols();
        Made::Products((0..components).map(product).collect())
    }

    fn input(self, row: usize, column: usize) -> Made {
        let slot = |tensor| {
            Operand::Edited(Slot {
                tensor,
                row,
                column,
            })
        };
        let position = match self.room.position() {
            Position::Edited => slot(Tensor::Positions),
            _ => Operand::Position { row, column },
        };
        Made::Sum(vec![slot(Tensor::Embeddings), position])
    }
}
