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

/// The shares that an analysis found, by state, domain and year: of the main table of align.shares and
/// align.ideal-points, or of the quantities of align.balance, where a year of all domains is flagged "domains" when one
/// of them is lacking. Empty when the analysis has no such table.
[[nodiscard]] std::vector<ShareYear> share_years(const AnalysisResult& analysis);

/// What the picture on the first page shows: votes above (ideal points where the study has them, else agreement), all
/// domains together below (else treaty ties). All states. Of several analyses it takes
/// the one with the most domains, the first of these.
struct FrontShare {
    const AnalysisResult* analysis = nullptr;
    ShareYear year;
    [[nodiscard]] ClaimParts share_of(const std::string& pole) const;  ///< parts of the claim of a pole's share
};
[[nodiscard]] std::vector<FrontShare> front_shares(const StudyResult& result);

/// What is to be seen in that picture.
[[nodiscard]] LocalText balance_description(const ReportContext& context);

/// Years of votes that an analysis of shares flags as not comparable, with the flag. Other analyses of votes know no
/// flags; what holds for the shares holds for them, too.
[[nodiscard]] std::map<int, std::string> flagged_years(const StudyResult& result);

/// Whether a time is a window of years, "1992-2012", and not a single year.
[[nodiscard]] bool is_window(const std::string& time);

/// Years from the first to the last of a window, "1992-2012": 20.
[[nodiscard]] int window_length(const std::string& window);

/// The longest window for which the analysis has a claim of this quantity for every pole; empty when there is none.
/// @param domain  of analyses with several
[[nodiscard]] std::string widest_window(const ReportContext& context, const AnalysisResult& analysis,
                                        const std::string& quantity, const std::string& domain = {});

/// Windows of all domains together: that with the most years in which no domain is lacking, the shortest of these.
struct CompleteWindow {
    std::string window;
    std::map<std::string, std::int64_t> years;  ///< by state
};
[[nodiscard]] std::optional<CompleteWindow> complete_window(const ReportContext& context,
                                                            const AnalysisResult& analysis);

}  // namespace tarazy
