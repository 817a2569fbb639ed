#pragma once

#include "ledger/ledger.hpp"
#include "table/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// One way in which two runs differ.
struct RunDifference {
    std::string kind;   ///< "claim added", "claim removed", "value changed", "interval changed", "verdict changed", ...
    std::string id;     ///< of the claim, data key, analysis
    std::string field;  ///< "value", "lower", "sha256", "parameters", ...
    std::string before, after;
    std::optional<double> difference;  ///< after - before, where both are numbers
    std::optional<double> relative;    ///< difference / |before|; nothing when before is 0
};

/// What changed from one run to the next: run, inputs, parameters, claims, in this order and each by id.
/// O(n log n) in the number of records.
[[nodiscard]] std::vector<RunDifference> compare_runs(const LedgerContent& before, const LedgerContent& after);

/// Columns kind,id,field,before,after,difference,relative.
[[nodiscard]] Table difference_table(const std::vector<RunDifference>& differences);

}  // namespace tarazy
