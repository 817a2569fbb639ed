#pragma once

#include "report/report_context.hpp"
#include "report/table_html.hpp"

#include <string>

namespace tarazy {

// What chapters of forecasts say of the past, from a table of skills (`skill_table`).

[[nodiscard]] LocalText forecaster_word(const ReportContext& context, const std::string& name);
[[nodiscard]] HtmlColumn forecaster_column(const ReportContext& context, const Table& table);
/// A column of numbers under the words of forecasts.
[[nodiscard]] HtmlColumn headed_column(const ReportContext& context, const Table& table, const std::string& name);

/// What the past allows to claim of the model: no skill over a benchmark at these horizons, or that it was better.
/// @param skill  nullptr: nothing could be scored
[[nodiscard]] Html skill_sentences(const ReportContext& context, const Table* skill, const std::string& model);

/// The scores of all forecasters by horizon, with the claims of their skill; nothing where none could be scored.
/// @param over_last  are there claims of skill over the last value?
[[nodiscard]] Html skill_html(const ReportContext& context, const AnalysisResult& analysis, bool over_last = false);

/// Words for the claims of `add_skills`; nothing for others.
[[nodiscard]] std::optional<LocalText> skill_quantity(const ReportContext& context, const ClaimParts& parts);

}  // namespace tarazy
