#pragma once

#include "analyses/write_study/example_propositions.hpp"
#include "analyses/write_study/started_analyses.hpp"

#include <map>
#include <string>

namespace tarazy {

/// How the study names each of its files: the path in `GivenFile::written` to the one in study.toml.
using NamesInStudy = std::map<std::string, std::string>;

/// `study.toml` with comments.
[[nodiscard]] std::string study_text(const StudyOrder& order, const StudyDraft& draft,
                                     const std::vector<ExampleProposition>& examples, const NamesInStudy& names);

/// `README.md`: what is where, where the data come from, what is to be mended, what is left out and why.
[[nodiscard]] std::string readme_text(const StudyOrder& order, const StudyDraft& draft, const NamesInStudy& names);

/// The title that the order asks for, or one of the names of state and poles.
[[nodiscard]] LocalText title_of(const StudyOrder& order);

}  // namespace tarazy
