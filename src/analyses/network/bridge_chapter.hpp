#pragma once

#include "report/chapter.hpp"
#include "table/table.hpp"

#include <cstdint>
#include <set>

namespace tarazy {

/// The chapter of `network.bridge`: the probability and the map of institutions, windows of all states, a card a
/// network.
[[nodiscard]] Html bridge_body(const ReportContext& context, const AnalysisResult& analysis);

/// Years of which the institutions are pictured: first, last and two between, as far apart as can be.
[[nodiscard]] std::set<std::int64_t> pictured_years(const Table& institutions);

/// "bridges between Russia and China", "Uzbekistan: probability of more bridges than ...".
[[nodiscard]] std::optional<LocalText> bridge_quantity(const ReportContext& context, const ClaimParts& parts);

}  // namespace tarazy
