#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `compare.robustness`: what the models and the stated claims of a comparison owe to single codings and to cut-offs.
/// Reads the roles `cases` and `cells`; contestable are the cells whose record states another value, or that were coded
/// with little confidence.
///
/// Tables: the claims (`claim,solution,as_coded,share,points,cells_to_overturn,sets,example,tried_up_to`; a claim about
/// set relations has no solution, cells_to_overturn is missing where no set up to tried_up_to does it);
/// `sweep` (a row a solution type), `models` (most frequent first), `terms`, `cells` (every contestable one, with the
/// solution types whose models it changes alone), `ranges` of the cut-offs, `coding` (confidence of all cells used),
/// `notes`.
/// Claims: `holds.<claim>` (share of the codings and cut-offs), `cells_to_overturn.<claim>`, with the solution before
/// the claim (`parsimonious: ...`); `as_coded.S`, `one_model.S` (shares), `distinct_models.S`; `contestable_cells`,
/// `decisive_cells.S`; `points`.
[[nodiscard]] Method robustness_method();

}  // namespace tarazy
