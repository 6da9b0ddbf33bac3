//! The first view while it is by itself: its numbers move, its guests are asked and steps are taken back, with none of the
//! rest of the page there. What is beyond it, the whole page does, which then takes its place.

use attention_scene::{
    Experiment, Gesture, History, NumberRefusal, Preset, Quantity, Reading, RoomTrace, Scale,
    Selection, parse_number, parse_temperature, write_link,
};

use crate::{address::Address, dom, listening, refusals::Refusals, words};

/// The walkthrough, and what became of it.
pub(crate) struct First {
    history: History,
    trace: RoomTrace,
    focus: usize,
    refusals: Refusals,
}

impl First {
    pub(crate) fn new() -> Self {
        let (room, focus) = (
            Preset::Walkthrough.experiment(),
            Preset::Walkthrough.focus(),
        );
        Self {
            trace: room.attention(),
            history: History::new(room, Selection::of(focus)),
            focus,
            refusals: Refusals::default(),
        }
    }

    /// The room as it stands.
    pub(crate) fn room(&self) -> &Experiment {
        self.history.present()
    }

    /// The computation.
    pub(crate) fn trace(&self) -> &RoomTrace {
        &self.trace
    }

    /// Whose query is asked about.
    pub(crate) fn focus(&self) -> usize {
        self.focus
    }

    /// A guest's name.
    pub(crate) fn token(&self, token_index: usize) -> &str {
        let name = self.room().tokens().get(token_index);
        name.map_or("", String::as_str)
    }

    /// A number that is edited.
    pub(crate) fn number(&self, address: Address) -> f64 {
        address.number_of(self.room()).unwrap_or_default()
    }

    /// A number of the computation, of the query and the key or component.
    pub(crate) fn read(&self, quantity: Quantity, query_index: usize, column: usize) -> f64 {
        let reading = Reading::between(quantity, 0, query_index, column);
        reading.look_up(&self.trace).unwrap_or_default()
    }

    /// Whether there is a step to take back.
    pub(crate) fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is a step to take again.
    pub(crate) fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Whether anything differs from where the page began.
    pub(crate) fn can_reset(&self) -> bool {
        self.history.can_reset(self.selection())
    }

    /// Whether the last step is one of a switch, to be compared with what was before it.
    pub(crate) fn compares(&self) -> bool {
        self.history.before().is_some()
    }

    /// What fields refused.
    pub(crate) fn refusals(&self) -> &Refusals {
        &self.refusals
    }

    /// The link to the room as it stands.
    pub(crate) fn link(&self) -> String {
        write_link(self.room(), self.selection())
    }

    /// The steps so far, for who goes on from here.
    pub(crate) fn steps(&self) -> String {
        self.history.along(dom::store::MOST_STEPS)
    }

    /// Whom the guest in focus listens to most, in a sentence.
    pub(crate) fn listening(&self) -> String {
        listening::says(self.trace.head(0), self.focus, self.room().tokens())
    }

    /// Asks about another guest's query.
    pub(crate) fn ask(&mut self, token_index: usize) {
        self.focus = token_index;
    }

    /// Moves a number while its slider moves.
    pub(crate) fn move_number(&mut self, address: Address, text: &str) {
        let Ok(number) = parse(address, text) else {
            return;
        };
        let gesture = match address {
            Address::Number(slot) => Gesture::Number(slot),
            Address::Control(_) => Gesture::Temperature,
        };
        let next = with(self.room(), address, number);
        self.change(|history| history.movement(gesture, next));
    }

    /// Ends a slider's movement: what it did is one step of undo.
    pub(crate) fn end_gesture(&mut self) {
        self.change(History::end_gesture);
    }

    /// Takes a typed number, or leaves the last good one in force and says why. Whether it was taken.
    pub(crate) fn type_number(&mut self, address: Address, text: &str) -> bool {
        self.refusals.withdraw(address);
        match parse(address, text) {
            Ok(number) => {
                let next = with(self.room(), address, number);
                self.change(|history| history.step(next));
                true
            }
            Err(why) => {
                let name = self.name(address);
                let room = self.history.present();
                self.refusals.refuse(address, &name, text, why, room);
                false
            }
        }
    }

    /// Sets the temperature.
    pub(crate) fn set_temperature(&mut self, temperature: f64) {
        let next = self.room().with_temperature(temperature);
        self.change(|history| history.step(next));
    }

    /// Scales the scores by 1/√d_k, or leaves them as they are.
    pub(crate) fn set_scale(&mut self, scale: Scale) {
        let next = self.room().with_scale(scale);
        self.change(|history| history.step(next));
    }

    /// Says no more about a field, whose text is no longer there.
    pub(crate) fn withdraw(&mut self, address: Address) {
        self.refusals.withdraw(address);
    }

    /// Puts the sentences about fields away.
    pub(crate) fn dismiss_refused(&mut self) {
        self.refusals.dismiss();
    }

    /// Takes back one step.
    pub(crate) fn undo(&mut self) {
        self.travel(History::undo);
    }

    /// Takes again the step last taken back.
    pub(crate) fn redo(&mut self) {
        self.travel(History::redo);
    }

    /// Returns to where the page began.
    pub(crate) fn reset(&mut self) {
        self.travel(|history, looked_at| Some(history.reset(looked_at)));
    }

    fn travel(&mut self, go: impl FnOnce(&mut History, Selection) -> Option<Selection>) {
        let looked_at = self.selection();
        let mut found = None;
        self.change(|history| found = go(history, looked_at));
        if let Some(selection) = found {
            self.focus = selection.focus;
        }
    }

    fn change(&mut self, act: impl FnOnce(&mut History)) {
        act(&mut self.history);
        self.trace = self.room().attention();
        self.refusals.drop_stale(self.history.present());
    }

    fn selection(&self) -> Selection {
        Selection::of(self.focus)
    }

    fn name(&self, address: Address) -> String {
        match address {
            Address::Number(slot) => words::slot(self.token(slot.row), slot),
            Address::Control(_) => words::temperature().to_owned(),
        }
    }
}

fn parse(address: Address, text: &str) -> Result<f64, NumberRefusal> {
    match address {
        Address::Number(_) => parse_number(text, dom::decimal),
        Address::Control(_) => parse_temperature(text, dom::decimal),
    }
}

fn with(room: &Experiment, address: Address, number: f64) -> Experiment {
    match address {
        Address::Number(slot) => room.with_number(slot, number),
        Address::Control(_) => room.with_temperature(number),
    }
}
