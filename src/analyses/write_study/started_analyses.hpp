#pragma once

#include "analyses/write_study/given_data.hpp"
#include "analyses/write_study/study_order.hpp"
#include "study/method.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// An analysis of the new study.
struct StartedAnalysis {
    std::string id, method;
    LocalText title;
    std::vector<std::string> data;        ///< keys
    std::vector<std::string> parameters;  ///< lines of the study file, comments and all
    Span window = {};                     ///< the widest that example tests may ask for
    /// What example tests may speak of: a code of a text, a condition of a comparison, an indicator.
    std::string subject = {};
};

/// A method that was asked for and is not in the study, and what it would need.
struct LeftOut {
    std::string method, why;
};

/// The analyses of a new study.
struct StudyDraft {
    std::vector<StartedAnalysis> analyses;
    std::vector<LeftOut> left_out;
    std::vector<GivenData> data;           ///< that some analysis reads: files, and results of analyses
    std::vector<std::string> unread = {};  ///< keys of files that no analysis reads
    std::vector<std::string> told = {};    ///< what was chosen for want of being told, a sentence each
};

/// An analysis by each method asked for that the data can feed.
/// @param data  surveyed
[[nodiscard]] StudyDraft started_analyses(const StudyOrder& order, std::vector<GivenData> data, Methods methods);

/// Periods to sum up: all of the years and, where there are enough of them, their halves or thirds.
[[nodiscard]] std::vector<Span> windows_within(const Span& years);

}  // namespace tarazy
