#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace tarazy {

/// Every way in which the data of a figure (`figure_json` with columns and rows) are not what `explorer/figures/` says
/// of its kind, each a sentence that names the figure; empty when there is none. The script of the report draws from
/// types that are made of the same files. What the files say is told in explorer/figures/README.md.
[[nodiscard]] std::vector<std::string> figure_faults(const nlohmann::ordered_json& figure);

}  // namespace tarazy
