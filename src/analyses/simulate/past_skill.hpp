#pragma once

#include "simulate/forecast/forecaster.hpp"
#include "study/method.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// How forecasters would have done from past origins, each with what was known then.
struct PastSkill {
    Table skill;      ///< `skill_table`; empty where no forecast of the past could be scored
    Table quantiles;  ///< `hindcast_quantile_table` of the forecasters asked for
};

/// The parameters that it reads: draws, first_origin, resamples.
[[nodiscard]] std::vector<ParameterRule> past_skill_rules();

/// @param horizons  years ahead, ascending
/// @param kept      forecasters whose quantiles are told
/// @param notes     what the reader must know is put below; also why nothing could be scored
/// @throws InputError  the first origin lies outside of the series
[[nodiscard]] PastSkill past_skill(const AnalysisPlan& plan, const YearPanel& panel, const ValueScale& scale,
                                   const std::vector<Forecaster>& forecasters, std::vector<std::size_t> horizons,
                                   const std::vector<std::string>& kept, std::vector<std::string>& notes);

}  // namespace tarazy
