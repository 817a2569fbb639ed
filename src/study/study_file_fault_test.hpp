#pragma once

#include "analyses/all_methods.hpp"
#include "base/error.hpp"
#include "study/study_file.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// What a reader of study files must do with any bytes: give a study whose parts fit together, or name problems that
/// lie in the text. Nothing when it does.
[[nodiscard]] inline std::optional<std::string> study_file_fault(std::string_view text) {
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
    try {
        const StudyFile study = parse_study_file(text, "study.toml", all_methods());
        if (study.id.text.empty() || study.focus.text.empty()) return "accepted a study without id or focus";
        if (study.first_year > study.last_year) return "accepted years the wrong way round";
        for (const StudyProposition& proposition : study.propositions) {
            for (const DeclaredTest& test : proposition.tests) {
                if (!(test.weight > 0)) return "accepted a test without weight";
            }
        }
    } catch (const InputError& error) {
        if (error.problems().empty()) return "refused without a problem";
        for (const Problem& problem : error.problems()) {
            if (problem.what.empty() || problem.remedy.empty()) return "a problem says nothing, or not what to do";
            if (problem.line > lines) return "a problem lies beyond the end: " + to_string(problem);
        }
    }
    return std::nullopt;
}

}  // namespace tarazy
