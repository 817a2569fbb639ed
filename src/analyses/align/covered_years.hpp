#pragma once

#include "report/report_context.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// The years that figures over a window rest on. The study asks for a window; the data may know less of it.
struct CoveredYears {
    int first = 0, last = 0;
    std::int64_t years = 0;

    friend auto operator<=>(const CoveredYears&, const CoveredYears&) = default;
};

/// The row of a state and window in the table of windows. @param domain  as below
[[nodiscard]] std::optional<std::size_t> covered_row(const Table& summary, const std::string& state,
                                                     const std::string& domain, const std::string& window);

/// Of the table of windows. @param domain  of analyses with several; empty: of the one there is
[[nodiscard]] std::optional<CoveredYears> covered_years(const AnalysisResult& analysis, const std::string& state,
                                                        const std::string& domain, const std::string& window);

/// "1994–2014" where the focus state is known in these years only, whatever was asked for.
[[nodiscard]] std::string shown_covered(const ReportContext& context, const AnalysisResult& analysis,
                                        const std::string& domain, const std::string& window);

/// "1994–2014 (21 years)".
[[nodiscard]] LocalText covered_in_words(const ReportContext& context, const CoveredYears& years);

}  // namespace tarazy
