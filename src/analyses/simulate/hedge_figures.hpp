#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

/// Which forecasts of the past are shown: those of the state in focus (of the first state where it is not in the panel)
/// at the nearest horizon.
struct ShownHindcast {
    std::string state;
    std::int64_t horizon = 0;
    std::vector<std::size_t> rows = {};  ///< of the table
};
[[nodiscard]] ShownHindcast shown_hindcast(const ReportContext& context, const Table& hindcast);
[[nodiscard]] LocalText hindcast_title(const ReportContext& context, const ShownHindcast& shown);

/// A fan of what the model foresaw, beside it that of the last value, with what came.
[[nodiscard]] std::vector<nlohmann::ordered_json> hedge_figures(const ReportContext& context,
                                                                const AnalysisResult& analysis);

}  // namespace tarazy
