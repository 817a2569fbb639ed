#pragma once

#include "report/report_context.hpp"
#include "table/table.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// One cell of the balance picture: a state's nearness to a pole in a year.
struct ShareCell {
    std::optional<double> closeness, closeness_low, closeness_high, share, share_low, share_high, p_nearest;
};

/// The cells of a state in one year and domain, by pole.
struct ShareYear {
    std::string state, domain, flag;
    int year = 0;
    std::optional<std::int64_t> roll_calls;
    std::map<std::string, ShareCell> poles;
};

/// The main table of an analysis by method align.shares, by state, domain and year; empty when it has no such table.
[[nodiscard]] std::vector<ShareYear> share_years(const AnalysisOutcome& analysis);

/// The analyses of a study by one method ("align.shares"), in the order of the study file.
[[nodiscard]] std::vector<const AnalysisOutcome*> analyses_by(const StudyOutcome& outcome, std::string_view method);

/// Years of votes that an analysis of shares flags as not comparable, with the flag. Other analyses of votes know no
/// flags; what holds for the shares holds for them, too.
[[nodiscard]] std::map<int, std::string> flagged_years(const StudyOutcome& outcome);

/// A table of an analysis by its name ("" is the main one), or nullptr.
[[nodiscard]] const Table* result_table(const AnalysisOutcome& analysis, std::string_view name);

/// The parts of a claim id `<analysis>.<quantity>[.<poles>].<window>`; quantities may hold no point.
struct ShareQuantity {
    std::string quantity;
    std::vector<std::string> poles;
    std::string window;  ///< "1992-2012", with a hyphen
};
[[nodiscard]] std::optional<ShareQuantity> share_quantity(const std::string& quantity_id);

/// "1992-2012" with the dash of print.
[[nodiscard]] std::string shown_window(const std::string& window);

}  // namespace tarazy
