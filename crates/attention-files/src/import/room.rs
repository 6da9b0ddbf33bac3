use attention_core::Matrix;
use attention_scene::{Experiment, RoomError, parse_name};

/// A room of these vectors, in which names that are missing, or that nobody may have, are those of the room beside, or
/// numbers.
pub(super) fn room(
    beside: &Experiment,
    names: &[Option<String>],
    [queries, keys, values]: [Matrix; 3],
) -> Result<Experiment, RoomError> {
    let count = queries.rows();
    let own = |index: usize| parse_name(names.get(index)?.as_deref()?).ok();
    let lent = |index: usize| {
        let is_alike = beside.token_count() == count;
        is_alike.then(|| beside.tokens().get(index).cloned())?
    };
    let name = |index| {
        own(index)
            .or_else(|| lent(index))
            .unwrap_or_else(|| (index + 1).to_string())
    };
    let room = Experiment::new((0..count).map(name).collect(), queries, keys, values)?;
    Ok(room
        .with_scale(beside.scale())
        .with_temperature(beside.temperature())
        .with_hearing(beside.hearing().clone()))
}
