#pragma once

#include "study/method.hpp"

#include <vector>

namespace tarazy {

// Claims of a table of skills (`skill_table`): 1 - S / S of a benchmark, by CRPS over past origins.

/// Where the skills come from.
struct SkillOrigin {
    const char* command;  ///< "simulate forecast"
    const char* role;     ///< of the series that were forecast
};

/// `skill.<forecaster>-<horizon>`, of series in different units `skill.<series>-<forecaster>-<horizon>`: over the best
/// naive forecast.
void add_skills(const AnalysisPlan& plan, const SkillOrigin& origin, const Table& skill, std::vector<Claim>& claims);
/// `skill_over_persistence.<forecaster>-<horizon>`, likewise: over the last value.
void add_skills_over_last(const AnalysisPlan& plan, const SkillOrigin& origin, const Table& skill,
                          std::vector<Claim>& claims);

/// Parts of the claims of a row, for chapters as well.
[[nodiscard]] ClaimParts skill_parts(const Table& skill, std::size_t row);
[[nodiscard]] ClaimParts skill_over_last_parts(const Table& skill, std::size_t row);

}  // namespace tarazy
