#pragma once

#include "study/method.hpp"

#include <string>
#include <vector>

namespace tarazy {

struct ClaimMaker {
    std::string method;   ///< "align shares"
    std::string command;  ///< that computes the claims again
    /// The data that the claims of a domain rest on; empty = all of the analysis.
    std::vector<InputUse> (*inputs)(const AnalysisPlan& plan, const std::string& domain,
                                    const std::string& rows) = nullptr;
};

/// Claims of the tables that `SharesResult` and `WindowSummary` describe, whichever method made them: yearly cells of
/// the focus state from the main table, windows of all states from the table `summary`.
/// `<analysis>.<closeness|share|p_nearest>.<pole>.<year>`, `<analysis>.<quantity>[.<poles>].<window>` and
/// `<analysis>.state.<state>.<quantity>[.<poles>].<window>`. Beside tested numbers only (`is_tested`): yearly cells of
/// the comparison states, and `<analysis>.<standing_of|rank_of>_<quantity>[.<poles>].<window>`.
[[nodiscard]] std::vector<Claim> share_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables,
                                              const ClaimMaker& maker);

/// Claims of a summary of windows. @param by_domain  the domain is part of the id, before the quantity; of other states
/// than the focus then only what concerns all domains together, and what is beside a tested number, is claimed
void add_window_claims(std::vector<Claim>& claims, const AnalysisPlan& plan, const Table& summary,
                       const ClaimMaker& maker, bool by_domain);

/// How a quantity is computed, by the domain it is computed in.
struct QuantityText {
    const char* unit;
    const char* formula;
    const char* source;
};
/// nullptr for quantities without claims, and for standings and ranks, whose text is made of that of their quantity.
[[nodiscard]] const QuantityText* quantity_text(const std::string& quantity, const std::string& domain);

/// A claim with what is the same for all claims of one quantity, or of standings and ranks in it.
/// @pre quantity_text(of the quantity, domain)
[[nodiscard]] Claim quantity_claim(const AnalysisPlan& plan, const ClaimMaker& maker, const std::string& quantity,
                                   const std::string& domain);

/// The poles that a cell of the tables names, "RUS" or "RUS-CHN", as their ids: looked up, since ids may hold hyphens.
[[nodiscard]] std::vector<std::string> poles_named(const StudyFrame& frame, const std::string& cell);

/// How the intervals of a domain came about: resampling of roll calls, or draws.
[[nodiscard]] const char* interval_kind(const std::string& domain);

/// Why a number of this kind has no interval where it has none (`Claim::no_interval`).
[[nodiscard]] const char* why_no_interval(const std::string& quantity, const std::string& domain);

}  // namespace tarazy
