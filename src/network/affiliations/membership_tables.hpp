#pragma once

#include "base/work.hpp"
#include "network/affiliations/yearly_network.hpp"

#include "table/table.hpp"

namespace tarazy {

/// The ties of the years and what each rests on: `year,state,institution,status,sources,rows,carried`. `rows` are lines
/// of the file; `carried` is 1 for a tie that is asserted after its source has ended. Years in which nobody is in
/// anything have no row.
/// @param warnings  of each year's network
/// @throws InputError when no year has a tie
/// O(years x (pairs + states x institutions))
[[nodiscard]] Table tie_table(const AffiliationRecord& record, int first, int last, const YearRule& rule,
                              const Work& work, std::vector<std::string>& warnings);

/// How memberships move: `year,state,memberships,unknown,entries,exits,turnover,jaccard`. A change counts where both
/// years are known. turnover = (entries + exits) / (memberships of both years, each institution known in both);
/// jaccard = institutions in both years / institutions in either (Jaccard 1901), missing where there is none. `unknown`
/// counts institutions that somebody has joined. The first year has no change.
/// O(years x (pairs + states x institutions))
[[nodiscard]] Table panel_table(const AffiliationRecord& record, int first, int last, const YearRule& rule,
                                const Work& work);

/// Where sources contradict one another, a row a reading:
/// `institution,state,conflict,reading,chosen,preferred,status,start,end,source,rows,years_apart,apart_from,apart_to`.
/// `chosen` is 1 for the reading that the policy takes (missing under union and intersection); the last three say in
/// how many years of the record the readings give another status, and between which. O(conflicts x years)
[[nodiscard]] Table conflict_table(const AffiliationRecord& record, const YearRule& rule);

}  // namespace tarazy
