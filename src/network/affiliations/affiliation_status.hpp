#pragma once

#include "network/affiliations/affiliation_record.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// When in a year a spell must run to count.
enum class YearMoment {
    year_end,  ///< on 31 December: start <= 31 Dec and (no end or end > 31 Dec); an end is the first day outside
    mid_year,  ///< on 1 July; a date of a year alone counts for the whole year
    any,       ///< on some day of the year
};

/// What to do where sources contradict one another about a state in an institution. A reading that does not know the
/// year (its source has ended) is passed over.
enum class SourcePolicy {
    first,         ///< the preferred reading, else the first in the table
    union_of,      ///< in if any reading says so
    intersection,  ///< in if all readings say so
    draw,          ///< one reading drawn with equal probability, the same for all years of a replicate
};

struct YearRule {
    std::vector<std::string> statuses = {"member"};
    YearMoment moment = YearMoment::year_end;
    SourcePolicy policy = SourcePolicy::first;
    /// Spells whose source has ended go on; such ties are marked.
    bool carry_forward = false;
    std::vector<std::string> states = {};        ///< only these, in this network's codes; none: all that there are
    std::vector<std::string> institutions = {};  ///< only these; none: all
    std::uint64_t seed = 1;                      ///< of `draw`
    std::uint64_t replicate = 0;                 ///< number of the draw
};

/// What is known about one state in one institution in one year.
enum class AffiliationStatus : std::uint8_t { outside, inside, unknown };

struct AffiliationReading {
    AffiliationStatus status = AffiliationStatus::unknown;
    bool carried = false;               ///< inside only because of `carry_forward`
    std::vector<std::uint32_t> spells;  ///< that say so, when inside
};

/// Status of a pair in a year. @pre the pair is one of the record's
[[nodiscard]] AffiliationReading affiliation_in_year(const AffiliationRecord& record, const AffiliationPair& pair,
                                                     int year, const YearRule& rule);
/// Which reading of a conflict the policy prefers: the first, or the one that is drawn. @pre first or draw
[[nodiscard]] std::size_t reading_taken(const AffiliationRecord& record, const AffiliationPair& pair,
                                        std::size_t conflict, const YearRule& rule);
/// Of a state and an institution that no spell connects.
[[nodiscard]] AffiliationStatus affiliation_without_spell(const AffiliationRecord& record, std::uint32_t institution,
                                                          int year);

/// `year-end`, `mid-year`, `any`; `first`, `union`, `intersection`, `draw`. @throws UsageError for another word
[[nodiscard]] YearMoment year_moment(std::string_view word);
[[nodiscard]] SourcePolicy source_policy(std::string_view word);

}  // namespace tarazy
