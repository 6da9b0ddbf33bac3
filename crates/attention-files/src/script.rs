//! The computation as a script for NumPy or PyTorch.

use attention_scene::{Experiment, Source, Tensor, print_exact};

const NUMPY: Library = Library {
    import: "import numpy as np",
    array: "np.array",
    float: "float",
    truth: "bool",
    attend: NUMPY_ATTEND,
};

const NUMPY_ATTEND: &str = "\
def attend(q, k, v):
    scaled = (q @ k.T) * scale / temperature
    top = np.where(allowed, scaled, -np.inf).max(axis=1, keepdims=True)
    top[np.isinf(top)] = 0  # a row in which nobody may be heard
    e = np.exp(np.where(allowed, scaled - top, -np.inf))
    total = e.sum(axis=1, keepdims=True)
    weights = np.divide(e, total, out=np.zeros_like(e), where=total > 0)
    return weights, weights @ v


parts = zip(*(np.split(m, heads, axis=1) for m in (q, k, v)))
weights, outputs = zip(*(attend(*part) for part in parts))
output = np.concatenate(outputs, axis=1)
";

const PYTORCH: Library = Library {
    import: "import torch",
    array: "torch.tensor",
    float: "torch.float64",
    truth: "torch.bool",
    attend: PYTORCH_ATTEND,
};

const PYTORCH_ATTEND: &str = "\
def attend(q, k, v):
    scaled = (q @ k.T) * scale / temperature
    weights = scaled.masked_fill(~allowed, -torch.inf).softmax(dim=1)
    silent = ~allowed.any(dim=1, keepdim=True)  # rows in which nobody may be heard
    weights = weights.masked_fill(silent, 0)
    return weights, weights @ v


parts = zip(*(m.chunk(heads, dim=1) for m in (q, k, v)))
weights, outputs = zip(*(attend(*part) for part in parts))
output = torch.cat(outputs, dim=1)
";

/// How a library says what every script says.
struct Library {
    import: &'static str,
    array: &'static str,
    float: &'static str,
    truth: &'static str,
    attend: &'static str,
}

/// Writes a script that computes `weights`, an n×n matrix a head, and `output`, n×d_v, or n×d_out of
/// several heads, from the room's own numbers: masks, scale, temperature, heads, projections and
/// positions as the room has them. It needs NumPy alone.
///
/// ```
/// use attention_scene::Preset;
/// let script = attention_files::write_numpy(&Preset::Walkthrough.experiment());
/// assert!(script.contains("q = np.array([[1, 2], [0, 1], [2, 3]], dtype=float)"));
/// ```
#[must_use]
pub fn write_numpy(experiment: &Experiment) -> String {
    write(experiment, &NUMPY)
}

/// Writes the script of [`write_numpy`] for PyTorch alone, in 64-bit floats.
///
/// ```
/// use attention_scene::Preset;
/// let script = attention_files::write_pytorch(&Preset::Walkthrough.experiment());
/// assert!(script.contains("k = torch.tensor([[1, 1], [1, 0], [2, 1]], dtype=torch.float64)"));
/// ```
#[must_use]
pub fn write_pytorch(experiment: &Experiment) -> String {
    write(experiment, &PYTORCH)
}

fn write(experiment: &Experiment, library: &Library) -> String {
    let Library {
        import,
        array: call,
        float,
        truth,
        attend,
    } = library;
    let trace = experiment.attention();
    let mut script = format!("{import}\n\n");
    let mut array = |name: &str, rows: Vec<&[f64]>| {
        let rows: Vec<String> = rows.into_iter().map(row).collect();
        let rows = rows.join(", ");
        script.push_str(&format!("{name} = {call}([{rows}], dtype={float})\n"));
    };
    let edited = Tensor::ALL
        .into_iter()
        .filter(|tensor| experiment.uses(*tensor) && *tensor != Tensor::Positions);
    for tensor in edited {
        let matrix = experiment.matrix(tensor);
        let rows = (0..matrix.rows()).map(|row| matrix.row(row)).collect();
        array(tensor.letter(), rows);
    }
    if let Some(view) = trace.positions() {
        array(
            "position",
            (0..view.rows()).map(|row| view.row(row)).collect(),
        );
    }
    if experiment.source() == Source::Projected {
        script.push_str("x = x + position\nq, k, v = x @ wq, x @ wk, x @ wv\n");
    }
    let count = experiment.token_count();
    let cells = experiment.hearing().cells(count);
    let digit = |allowed: &bool| if *allowed { "1" } else { "0" };
    let rows = cells.chunks(count).map(|row| {
        let cells: Vec<&str> = row.iter().map(digit).collect();
        format!("[{}]", cells.join(", "))
    });
    script.push_str(&format!(
        "allowed = {call}([{}], dtype={truth})\nscale = {}\ntemperature = {}\nheads = {}\n\n\n{attend}",
        rows.collect::<Vec<_>>().join(", "),
        print_exact(trace.head(0).scale_factor()),
        print_exact(experiment.temperature()),
        experiment.heads(),
    ));
    if experiment.heads() > 1 {
        script.push_str("output = output @ wo\n");
    }
    script
}

fn row(numbers: &[f64]) -> String {
    let numbers: Vec<String> = numbers.iter().copied().map(print_exact).collect();
    format!("[{}]", numbers.join(", "))
}
