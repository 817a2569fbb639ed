#pragma once

#include "simulate/hedge/hedge_panel.hpp"
#include "study/method.hpp"

#include <optional>
#include <vector>

namespace tarazy {

/// The parameters that say which rows of the role `alignment` are meant, and who is whose neighbour.
[[nodiscard]] std::vector<ParameterRule> alignment_rules();

/// The panel of the role `alignment`, in the years of the analysis: as `tarazy simulate hedge` reads it, or the result
/// of an analysis of shares (`pole`, `share`) or of the balance (`poles`, `value`; rows with the quantity `share`).
/// Poles of long tables are in the order of their names, so that the order of rows does not count. Nothing when no row
/// is left.
/// @throws InputError  what `read_hedge_panel` refuses; several domains and none chosen
[[nodiscard]] std::optional<HedgePanel> alignment_panel(const AnalysisPlan& plan, const RoleTables& data);

}  // namespace tarazy
