//! Those of one part of the page who want to be told of what changes in the room.

use std::{cell::RefCell, rc::Rc};

use attention_scene::Change;
use leptos::prelude::*;

use super::room::Aspect;

/// Paints something anew.
pub(super) type Paint = Box<dyn FnMut()>;

/// Something to be painted anew, and its number among its like.
#[derive(Clone)]
struct Painter {
    number: usize,
    paint: Rc<RefCell<Paint>>,
}

/// Those of one part of the page who want to be told.
#[derive(Default)]
pub(super) struct Followers {
    #[cfg(feature = "whole")]
    is_asleep: bool,
    each: Vec<Follower>,
    painters: usize,
}

/// Those who want to be told of one aspect.
struct Follower {
    aspect: Aspect,
    told: ArcTrigger,
    painters: Vec<Painter>,
    /// Whether they haven't been, since their part of the page sleeps.
    is_due: bool,
}

/// Whom to tell, apart from the list of them: those who are told may change it.
pub(super) struct Told {
    trigger: ArcTrigger,
    painters: Vec<Painter>,
}

impl Told {
    pub(super) fn tell(self) {
        self.trigger.notify();
        for painter in self.painters {
            (painter.paint.borrow_mut())();
        }
    }
}

impl Followers {
    /// What tells of an aspect.
    pub(super) fn told_of(&mut self, aspect: Aspect) -> ArcTrigger {
        self.of(aspect).told.clone()
    }

    /// Adds what is painted anew when an aspect changes. Its number among its like.
    pub(super) fn add_painter(&mut self, aspect: Aspect, paint: Paint) -> usize {
        let number = self.painters;
        self.painters += 1;
        let paint = Rc::new(RefCell::new(paint));
        self.of(aspect).painters.push(Painter { number, paint });
        number
    }

    /// Takes it away again.
    pub(super) fn remove_painter(&mut self, aspect: Aspect, number: usize) {
        let painters = &mut self.of(aspect).painters;
        // They are in order: numbers only grow.
        if let Ok(at) = painters.binary_search_by_key(&number, |painter| painter.number) {
            painters.remove(at);
        }
    }

    fn of(&mut self, aspect: Aspect) -> &mut Follower {
        let known = self.each.iter().position(|one| one.aspect == aspect);
        let at = known.unwrap_or_else(|| {
            self.each.push(Follower {
                aspect,
                told: ArcTrigger::new(),
                painters: Vec::new(),
                is_due: false,
            });
            self.each.len() - 1
        });
        &mut self.each[at]
    }

    /// Whom to tell of a change now.
    pub(super) fn concerned(&mut self, change: &Change<'_>) -> Vec<Told> {
        for follower in &mut self.each {
            follower.is_due |= follower.aspect.is_touched(change);
        }
        #[cfg(feature = "whole")]
        if self.is_asleep {
            return Vec::new();
        }
        self.take_due()
    }

    /// Tells nobody, until they wake.
    #[cfg(feature = "whole")]
    pub(super) fn sleep(&mut self) {
        self.is_asleep = true;
    }

    /// Whom to tell of what has changed during the sleep.
    #[cfg(feature = "whole")]
    pub(super) fn wake(&mut self) -> Vec<Told> {
        self.is_asleep = false;
        self.take_due()
    }

    fn take_due(&mut self) -> Vec<Told> {
        let due = self.each.iter_mut().filter(|follower| follower.is_due);
        due.map(|follower| {
            follower.is_due = false;
            Told {
                trigger: follower.told.clone(),
                painters: follower.painters.clone(),
            }
        })
        .collect()
    }
}
