//! The mouse, and a finger.

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::WebElement;

use super::Page;

/// What points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse with its first button.
    Mouse,
    /// One finger.
    Touch,
}

/// A point of the viewport in CSS pixels.
pub type Point = (f64, f64);

/// How many moves a drag is made of.
const MOVES: u32 = 12;

impl Page<'_> {
    /// Presses at one point, moves in a dozen moves to another, and lets go.
    ///
    /// # Errors
    ///
    /// When the driver refuses, as for a point outside the viewport.
    pub async fn drag(self, pointer: Pointer, from: Point, to: Point) -> Result<()> {
        let between = |part: f64| {
            (
                from.0 + (to.0 - from.0) * part,
                from.1 + (to.1 - from.1) * part,
            )
        };
        let mut actions = vec![move_to(from), json!({"type": "pointerDown", "button": 0})];
        actions.extend((1..=MOVES).map(|at| move_to(between(f64::from(at) / f64::from(MOVES)))));
        actions.push(json!({"type": "pointerUp", "button": 0}));
        self.point(pointer, actions).await
    }

    /// Clicks, or taps, at a point. A drag to where it began is no tap: on a machine with other work its moves take so
    /// long that Firefox takes it for a long press, and no click comes of it.
    ///
    /// # Errors
    ///
    /// When the driver refuses, as for a point outside the viewport.
    pub async fn press_at(self, pointer: Pointer, at: Point) -> Result<()> {
        let actions = vec![
            move_to(at),
            json!({"type": "pointerDown", "button": 0}),
            json!({"type": "pointerUp", "button": 0}),
        ];
        self.point(pointer, actions).await
    }

    /// Clicks, or taps, in the middle of an element.
    ///
    /// # Errors
    ///
    /// When the driver refuses.
    pub async fn tap(self, pointer: Pointer, element: &WebElement) -> Result<()> {
        element.scroll_into_view().await?;
        let origin = element.to_json()?;
        let actions = vec![
            json!({"type": "pointerMove", "duration": 0, "origin": origin, "x": 0, "y": 0}),
            json!({"type": "pointerDown", "button": 0}),
            json!({"type": "pointerUp", "button": 0}),
        ];
        self.point(pointer, actions).await
    }

    async fn point(self, pointer: Pointer, actions: Vec<Value>) -> Result<()> {
        let kind = match pointer {
            Pointer::Mouse => "mouse",
            Pointer::Touch => "touch",
        };
        self.perform(json!([{
            "type": "pointer",
            "id": kind,
            "parameters": {"pointerType": kind},
            "actions": actions,
        }]))
        .await
    }
}

fn move_to((x, y): Point) -> Value {
    json!({"type": "pointerMove", "duration": 16, "origin": "viewport", "x": x.round() as i64, "y": y.round() as i64})
}
