#pragma once

#include "report/report_context.hpp"
#include "study/study_graph.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace tarazy {

/// What the figures of the report are drawn from, as JSON: the same text goes into the report and to the program that
/// writes SVG files: the picture at the head of the report, then those of each analysis. Numbers carry all digits;
/// missing is null. Also the messages in three languages.
[[nodiscard]] std::string figure_data_json(const ReportContext& context);

/// The same as the report carries it, of half the size when packed: cells column by column (`cells` in place of
/// `rows`), fractions to five significant digits (below one to four), and no messages that only the C++ side says. All
/// digits stand in `results/` and in what `report figures` writes.
[[nodiscard]] std::string page_figure_data_json(const ReportContext& context);

/// The same with these figures (`figure_json`) and no others.
[[nodiscard]] std::string figure_data_json(const ReportContext& context, const nlohmann::ordered_json& figures);

/// The figures of the report and the analyses that each shows. Of the picture at the head these are all of the family
/// whose chapter gives it.
[[nodiscard]] std::vector<FigureOrigin> figure_origins(const ReportContext& context);

}  // namespace tarazy
