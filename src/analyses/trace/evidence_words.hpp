#pragma once

#include "report/report_context.hpp"

#include <string>

namespace tarazy {

// What the tables of an analysis by trace.evidence say in words.

/// `<name>_en`, `<name>_kk`, `<name>_ru` of a row; a language that is lacking falls back to English.
[[nodiscard]] LocalText words_in_row(const Table& table, std::size_t row, const std::string& name);

/// Name of an explanation, or its id where it has none.
[[nodiscard]] LocalText hypothesis_name(const AnalysisResult& analysis, const std::string& id);
/// The same in whichever analysis by trace.evidence knows it, for claims of any.
[[nodiscard]] LocalText hypothesis_name(const ReportContext& context, const std::string& id);

/// Text of a clue, or its id; of a joint item the words for it with the name of its group.
[[nodiscard]] LocalText clue_words(const ReportContext& context, const AnalysisResult& analysis, const std::string& id);

}  // namespace tarazy
