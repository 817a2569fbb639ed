#pragma once

#include "network/affiliations/status_years.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// When a state joined an institution, as far as the table tells.
struct Joining {
    std::size_t state = 0, institution = 0;                 ///< places in the years
    AffiliationStatus status = AffiliationStatus::unknown;  ///< in the last year
    /// First year inside, of the latest membership that began by the last year; nothing when none did.
    std::optional<int> year;
    bool upper_bound = false;  ///< the year before is not known: joined in `year` or earlier
    /// First year inside by the earliest and by the latest reading of the sources; nothing where a reading has none.
    std::optional<int> earliest, latest;
    /// Of the other states that are known to be in or out at the end of the year before: the share that was in.
    std::optional<double> share_before;
    /// Year of the median state of the institution minus `year`: above 0 is earlier than the median.
    std::optional<int> before_median;
    std::vector<std::string> sources, lines;  ///< behind the first year inside; lines of the file
};

/// How a state stands in a set of institutions in the last year.
struct RegimeStanding {
    std::size_t state = 0;
    int inside = 0, outside = 0, unknown = 0;
    std::size_t rank = 0;             ///< 1 + states that are known to be in more
    std::size_t best = 0, worst = 0;  ///< rank over all that the unknown cells allow

    [[nodiscard]] int all() const { return inside + outside + unknown; }
    /// In how much of the set it is surely, and may be: [inside / all, (inside + unknown) / all].
    [[nodiscard]] double coverage() const { return static_cast<double>(inside) / all(); }
    [[nodiscard]] double coverage_upper() const { return static_cast<double>(inside + unknown) / all(); }
    [[nodiscard]] std::optional<double> share_of_known() const;
};

struct Regime {
    StatusYears years;                      ///< to the year that was asked for
    std::vector<RegimeStanding> standings;  ///< of the states that exist in the last year, by rank, then name
    std::vector<Joining> joinings;          ///< a row a state that exists and institution
    /// Of each institution the first year in which half of the states that are known to be in or out are in (the
    /// median of the event history: Kaplan & Meier 1958, with states whose status is not known left out of the risk
    /// set); nothing when that never happens.
    std::vector<std::optional<int>> median;
    /// The same if every state of unknown status were in since somebody first joined, and if none were; nothing when
    /// half are never in. The true median lies between.
    std::vector<std::optional<int>> median_earliest, median_latest;
};

/// Coverage of a set of institutions by the end of a year and the history of joining it. A state counts from the year
/// in which it exists (COW system, or a membership).
/// @param rule  its `institutions` are the set
/// @throws UsageError as `network_of_year`
/// O((pairs + states x institutions) x years x 3)
[[nodiscard]] Regime regime_of(const AffiliationRecord& record, int year, const YearRule& rule, const Work& work);

/// `state,in,outside,unknown,of,coverage,coverage_upper,share_of_known,rank,rank_best,rank_worst,before_median,
/// after_median`: the last two count the institutions that the state surely joined before and after the median state.
[[nodiscard]] Table regime_table(const Regime& regime);
/// `state,institution,status,joined,upper_bound,earliest,latest,share_before,median,years_before_median,
/// sources,rows,median_earliest,median_latest`.
[[nodiscard]] Table joining_table(const Regime& regime);

}  // namespace tarazy
