#pragma once

#include "report/report_context.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// What the tables of a multiverse say of one proposition.
struct ToldVerdict {
    std::string proposition, as_it_stands;
    std::int64_t holds = 0, universes = 0;
    bool fragile = false;
    bool all = true;                     ///< every combination was judged
    std::vector<std::string> turned_by;  ///< "choice = alternative: verdict"
    std::vector<std::int64_t> counts;    ///< supported, contradicted, mixed, silent, not tested
};

/// One row a proposition; none where nothing is known or what is known is of another study.
[[nodiscard]] std::vector<ToldVerdict> told_verdicts(const ReportContext& context);

/// The name of a choice, and of one of its alternatives; the id where there is none of this name.
[[nodiscard]] LocalText choice_name(const ReportContext& context, const std::string& choice);
[[nodiscard]] LocalText alternative_name(const ReportContext& context, const std::string& choice,
                                         const std::string& alternative);

/// That alternatives were left out since they need data which were not at hand, and how many; nothing where none was.
[[nodiscard]] Html alternatives_left_out(const ReportContext& context);

/// "Coding of the cases – the stated alternatives: mixed", of a text of `ToldVerdict::turned_by`.
[[nodiscard]] Html turned_in_words(const ReportContext& context, const std::string& turned);

}  // namespace tarazy
