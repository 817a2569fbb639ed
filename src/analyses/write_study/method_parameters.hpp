#pragma once

#include "analyses/write_study/given_data.hpp"
#include "analyses/write_study/study_order.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What is known when the parameters of an analysis are chosen.
struct ParameterFacts {
    const StudyOrder* order = nullptr;
    std::map<std::string, const GivenData*> data;  ///< of this analysis, by role
    Span window;                                   ///< years of the study that all its data know of the state studied

    [[nodiscard]] const GivenData* of(const std::string& role) const;
};

/// The parameters of a new analysis.
struct ChosenParameters {
    std::vector<std::string> lines = {};  ///< of the study file
    std::string cannot = {};              ///< why there can be no such analysis; empty: it can be
    std::string subject = {};             ///< what an example test may speak of
    std::vector<std::string> told = {};   ///< what was chosen for want of being told
    std::optional<Span> window = {};      ///< where it is narrower than that of the facts
};

/// Parameters that a method can be run with at once, by its id; the method's own standard values stand where they will
/// do. A method that is not known here gets none.
[[nodiscard]] ChosenParameters chosen_parameters(std::string_view method, const ParameterFacts& facts);

/// `windows = ["1991-2023", "1991-2006", "2007-2023"]`
[[nodiscard]] std::string windows_line(const Span& years);

}  // namespace tarazy
