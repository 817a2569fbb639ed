#pragma once

#include "study/method.hpp"

#include <vector>

namespace tarazy {

// Every number that the methods of shares, ideal points and balance may have (`Method::quantities`), known from the
// study file alone. Without the parameter `windows` the data give the years of the one window, which is written
// `<year>-<year>`. Of a domain of flows, whose name and error stand in the data, the form is `<domain>....` and says
// nothing of an error; so do domains of indicators without a declared one.

[[nodiscard]] std::vector<QuantityForm> shares_quantities(const AnalysisPlan& plan);
[[nodiscard]] std::vector<QuantityForm> ideal_points_quantities(const AnalysisPlan& plan);
[[nodiscard]] std::vector<QuantityForm> balance_quantities(const AnalysisPlan& plan);

}  // namespace tarazy
