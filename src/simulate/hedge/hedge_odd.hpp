#pragma once

#include <string>

namespace tarazy {

/// Description of the alignment model by the ODD protocol (Grimm et al. 2020), in Markdown. Parameters, signs, bounds,
/// priors and drivers are those of the tables that the program computes with.
[[nodiscard]] std::string hedge_odd_text();

}  // namespace tarazy
