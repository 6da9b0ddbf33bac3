/// Puts values into groups of `R` components, all keys of a group together, so that a loop over keys
/// reads straight on. The last group is filled up with zeros.
#[inline(always)]
pub(super) fn to_groups<const R: usize>(
    mut rows: &[f32],
    (n_keys, d_v): (usize, usize),
    groups: &mut [[f32; R]],
) {
    let mut key_index = 0;
    while let Some((row, next)) = rows.split_at_checked(d_v) {
        let (whole, rest) = row.as_chunks();
        let mut place = key_index;
        for group in whole {
            groups[place] = *group;
            place += n_keys;
        }
        if !rest.is_empty() {
            let mut group = [0.0; R];
            for (number, value) in group.iter_mut().zip(rest) {
                *number = *value;
            }
            groups[place] = group;
        }
        rows = next;
        key_index += 1;
    }
}
