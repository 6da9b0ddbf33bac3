use std::{cell::Cell, mem, rc::Rc};

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};

use crate::reactive;

/// Counts the frames before which something has changed, so that what is costly follows it once a
/// frame, however many events there are.
pub(crate) fn frames(track: impl Fn() + 'static) -> ReadSignal<u32> {
    let (frames, set_frames) = signal(0);
    let (mut next, mut is_later) = (None, false);
    reactive::effect(move || {
        track();
        if mem::replace(&mut is_later, true) {
            let count = move || _ = set_frames.try_update(|frames| *frames += 1);
            next.get_or_insert_with(|| NextFrame::new(count)).ask();
        }
    });
    frames
}

/// Something done in the next frame, once, however often it is asked for until then.
struct NextFrame {
    asked: Rc<Cell<Option<i32>>>,
    act: Closure<dyn FnMut()>,
}

impl NextFrame {
    fn new(mut act: impl FnMut() + 'static) -> Self {
        let asked = Rc::new(Cell::new(None));
        let answered = Rc::clone(&asked);
        let act = Closure::new(move || {
            answered.set(None);
            act();
        });
        Self { asked, act }
    }

    fn ask(&self) {
        if self.asked.get().is_none() {
            let act = self.act.as_ref().unchecked_ref();
            self.asked.set(window().request_animation_frame(act).ok());
        }
    }
}

impl Drop for NextFrame {
    fn drop(&mut self) {
        if let Some(asked) = self.asked.take() {
            // It is due no more; where it can't be cancelled, nothing is lost.
            let _ = window().cancel_animation_frame(asked);
        }
    }
}
