#pragma once

#include "study/method.hpp"
#include "text/codes/group_documents.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tarazy {

// Whose documents of which years an analysis of texts reads, said by the same parameters in all of them.

/// `windows`: periods; the study's years where the analysis names none.
[[nodiscard]] ParameterRule windows_rule(const std::string& meaning);
/// `group`: the column that says whose words a document holds.
[[nodiscard]] ParameterRule group_rule();
/// `language` of the documents. @param of_each_sentence  whether "auto" can be asked for
[[nodiscard]] ParameterRule language_rule(bool of_each_sentence);
/// `draws` of documents.
[[nodiscard]] ParameterRule draws_rule();

[[nodiscard]] std::vector<Span> text_windows(const AnalysisPlan& plan);
/// The same as pairs of the first and the last year.
[[nodiscard]] std::vector<std::pair<int, int>> text_window_years(const AnalysisPlan& plan);

/// The state that the study is about, then those that it is compared with.
[[nodiscard]] std::vector<std::string> focus_and_comparison(const AnalysisPlan& plan);

/// The documents of these groups, from the first year of all windows to the last.
[[nodiscard]] GroupChoice document_choice(const AnalysisPlan& plan, std::vector<std::string> groups);

}  // namespace tarazy
