//! Steps that go along from one document to the next.

use super::{History, Kept};
use crate::{Decimal, Experiment, Link, Selection, read_link, write_link};

/// The line between the steps before and those to be taken again.
const COMPARED: &str = "\ncompared\n";
const FORGOTTEN: &str = "\nforgotten\n";

impl History {
    /// The steps so far as links, one a line: to the room as it stands, to where it began, to those
    /// before, the last step's first; then, after a line that says whether the last step is still
    /// [compared](Self::before), to those that can be taken again. As many as fit into so many bytes.
    ///
    /// ```
    /// use attention_scene::{History, Preset, Selection, decimal};
    /// let (bob, walkthrough) = (Selection::of(2), Preset::Walkthrough.experiment());
    /// let mut there = History::new(walkthrough.clone(), bob);
    /// there.step(walkthrough.with_temperature(2.0));
    /// there.step(walkthrough.with_temperature(3.0));
    /// there.undo(bob);
    ///
    /// // Another document opens on the room as it stands, with Alice in focus.
    /// let mut here = History::new(there.present().clone(), Selection::of(0));
    /// here.go_on_after(&there.along(1 << 10), decimal);
    /// here.redo(bob);
    /// assert_eq!(here.present().temperature(), 3.0);
    /// assert_eq!(here.reset(Selection::of(0)), bob);
    /// ```
    #[must_use]
    pub fn along(&self, most: usize) -> String {
        let link = |room: &Experiment| write_link(room, Selection::of(0));
        let origin = write_link(&self.origin, self.looked_at);
        let before = self.past.iter().rev().map(|kept| link(&kept.room));
        let after = self.future.iter().rev().map(|kept| link(&kept.room));
        let lines = [link(&self.present), origin].into_iter().chain(before);
        let mut steps = String::new();
        let between = if self.is_forgotten {
            FORGOTTEN
        } else {
            COMPARED
        };
        let between = between.trim_ascii().to_owned();
        for line in lines.chain([between]).chain(after) {
            if steps.len() + line.len() > most {
                break;
            }
            steps += &line;
            steps.push('\n');
        }
        steps
    }

    /// Goes on after steps that were taken in another document, where they led to the room as it
    /// stands; where they didn't, nothing changes.
    pub fn go_on_after(&mut self, steps: &str, decimal: Decimal) {
        let (before, after, is_forgotten) = match steps.split_once(COMPARED) {
            Some((before, after)) => (before, after, false),
            None => {
                let (before, after) = steps.split_once(FORGOTTEN).unwrap_or((steps, ""));
                (before, after, true)
            }
        };
        let mut before = links(before, decimal);
        if before
            .pop()
            .is_some_and(|link| link.experiment == self.present)
            && let Some(origin) = before.pop()
        {
            self.origin = origin.experiment;
            self.looked_at = origin.selection;
            self.past = kept(before);
            self.future = kept(links(after.trim_start(), decimal));
            self.is_forgotten = is_forgotten;
        }
    }
}

/// The links of lines, the last line's first.
fn links(lines: &str, decimal: Decimal) -> Vec<Link> {
    let read = |line| read_link(line, decimal);
    let mut links: Vec<Link> = lines.lines().filter_map(read).collect();
    links.reverse();
    links
}

fn kept(links: Vec<Link>) -> Vec<Kept> {
    let kept = |link: Link| Kept {
        room: link.experiment,
        selection: None,
    };
    links.into_iter().map(kept).collect()
}
