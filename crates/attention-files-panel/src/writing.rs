//! What may be saved.

use attention_files::{
    write_csv, write_json, write_latex, write_numpy, write_pytorch, write_stage_svg,
};

use crate::{shown::Shown, words};

/// Something to save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Export {
    /// A picture of the stage, or of a chart.
    Picture(Picture, Format),
    /// Every intermediate.
    Json,
    /// Every intermediate.
    Csv,
    /// The computation.
    NumPy,
    /// The computation.
    PyTorch,
    /// The computation.
    Latex,
}

/// What there are pictures of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Picture {
    Stage,
    Bars,
    Matrix,
    Curves,
    Entropy,
}

/// How a picture is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Svg,
    Png,
}

impl Picture {
    const ALL: [Self; 5] = [
        Self::Stage,
        Self::Bars,
        Self::Matrix,
        Self::Curves,
        Self::Entropy,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Stage => "stage",
            Self::Bars => "bars",
            Self::Matrix => "matrix",
            Self::Curves => "curves",
            Self::Entropy => "entropy",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Stage => words::file_stage(),
            Self::Bars => words::file_bars(),
            Self::Matrix => words::file_matrix(),
            Self::Curves => words::file_curves(),
            Self::Entropy => words::file_entropy(),
        }
    }

    /// Where the page shows it, if it is a chart.
    pub(crate) const fn place(self) -> Option<&'static str> {
        match self {
            Self::Stage => None,
            Self::Bars => Some(".bars .chart"),
            Self::Matrix => Some(".matrix .heat"),
            Self::Curves => Some(".curves .chart"),
            Self::Entropy => Some(".entropy .chart"),
        }
    }
}

impl Export {
    /// Pictures.
    pub(crate) fn pictures() -> impl Iterator<Item = Self> {
        let both =
            |picture| [Format::Svg, Format::Png].map(|format| Self::Picture(picture, format));
        Picture::ALL.into_iter().flat_map(both)
    }

    /// Tables of numbers.
    pub(crate) const NUMBERS: [Self; 2] = [Self::Json, Self::Csv];

    /// What computes them.
    pub(crate) const SCRIPTS: [Self; 3] = [Self::NumPy, Self::PyTorch, Self::Latex];

    /// The export of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let all = Self::pictures().chain(Self::NUMBERS).chain(Self::SCRIPTS);
        all.into_iter().find(|export| export.name() == name)
    }

    /// Its name in the contract.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Picture(picture, Format::Svg) => format!("{}-svg", picture.name()),
            Self::Picture(picture, Format::Png) => format!("{}-png", picture.name()),
            Self::Json => "json".to_owned(),
            Self::Csv => "csv".to_owned(),
            Self::NumPy => "numpy".to_owned(),
            Self::PyTorch => "pytorch".to_owned(),
            Self::Latex => "latex".to_owned(),
        }
    }

    /// What it is called on the page.
    pub(crate) fn title(self) -> String {
        match self {
            Self::Picture(picture, Format::Svg) => words::file_svg(picture.title()),
            Self::Picture(picture, Format::Png) => words::file_png(picture.title()),
            Self::Json => words::file_json().to_owned(),
            Self::Csv => words::file_csv().to_owned(),
            Self::NumPy => words::file_numpy().to_owned(),
            Self::PyTorch => words::file_pytorch().to_owned(),
            Self::Latex => words::file_latex().to_owned(),
        }
    }

    /// What its file is called.
    pub(crate) fn file_name(self) -> String {
        match self {
            Self::Picture(picture, Format::Svg) => format!("attention-{}.svg", picture.name()),
            Self::Picture(picture, Format::Png) => format!("attention-{}.png", picture.name()),
            Self::Json => "attention.json".to_owned(),
            Self::Csv => "attention.csv".to_owned(),
            Self::NumPy => "attention_numpy.py".to_owned(),
            Self::PyTorch => "attention_pytorch.py".to_owned(),
            Self::Latex => "attention.tex".to_owned(),
        }
    }

    /// What browsers call its kind.
    pub(crate) const fn kind(self) -> &'static str {
        match self {
            Self::Picture(..) => "image/svg+xml",
            Self::Json => "application/json",
            Self::Csv => "text/csv",
            Self::NumPy | Self::PyTorch => "text/x-python",
            Self::Latex => "text/x-tex",
        }
    }

    /// What is written of the room; of a chart, nothing: the page has drawn it.
    pub(crate) fn write(self, shown: &Shown) -> Option<String> {
        let Shown {
            room, selection, ..
        } = shown;
        match self {
            Self::Picture(Picture::Stage, _) => {
                Some(write_stage_svg(room, *selection, shown.palette()))
            }
            Self::Picture(..) => None,
            Self::Json => Some(write_json(room, *selection)),
            Self::Csv => Some(write_csv(room)),
            Self::NumPy => Some(write_numpy(room)),
            Self::PyTorch => Some(write_pytorch(room)),
            Self::Latex => Some(write_latex(room, selection.focus)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_export_has_a_name_of_its_own() {
        let all: Vec<Export> = Export::pictures()
            .chain(Export::NUMBERS)
            .chain(Export::SCRIPTS)
            .collect();
        assert_eq!(all.len(), 15);
        for export in all {
            assert_eq!(Export::named(&export.name()), Some(export));
        }
    }
}
