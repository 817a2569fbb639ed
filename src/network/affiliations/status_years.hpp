#pragma once

#include "base/work.hpp"
#include "network/affiliations/affiliation_status.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

/// Status of the chosen states in the chosen institutions in each year of a span.
class StatusYears {
public:
    std::vector<std::string> states, institutions;  ///< in byte order
    int first = 0, last = 0;                        ///< years, both included

    [[nodiscard]] AffiliationStatus operator()(std::size_t state, std::size_t institution, int year) const {
        return cells_[place(state, institution, year)];
    }
    /// Was the state in the COW system at some time of the year, or in one of the institutions?
    [[nodiscard]] bool exists(std::size_t state, int year) const {
        return exists_[state * years() + static_cast<std::size_t>(year - first)];
    }
    /// Had anybody joined the institution by the end of the year, as far as the table goes?
    [[nodiscard]] bool founded(std::size_t institution, int year) const { return founded_[institution] <= year; }

private:
    friend StatusYears status_years(const AffiliationRecord& record, int first, int last, const YearRule& rule,
                                    const Work& work);
    [[nodiscard]] std::size_t years() const { return static_cast<std::size_t>(last - first + 1); }
    [[nodiscard]] std::size_t place(std::size_t state, std::size_t institution, int year) const {
        return (state * institutions.size() + institution) * years() + static_cast<std::size_t>(year - first);
    }
    std::vector<AffiliationStatus> cells_;
    std::vector<bool> exists_;
    std::vector<int> founded_;
};

/// O((pairs + states x institutions) x years); a byte a state, institution and year
/// @throws UsageError: as `network_of_year`; the first year after the last
/// @throws LimitError: more than 400 million cells
[[nodiscard]] StatusYears status_years(const AffiliationRecord& record, int first, int last, const YearRule& rule,
                                       const Work& work);

}  // namespace tarazy
