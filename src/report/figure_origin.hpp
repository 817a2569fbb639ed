#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace tarazy {

/// Where the numbers of some analyses come from, for files that a reader takes out of the report: `commands` that
/// compute them, `files` with path and SHA-256, `sources` with citation, url, coverage and licence. What an analysis
/// read of another's result is followed back to the files of that one. Every file and source once, in the order of the
/// study.
[[nodiscard]] nlohmann::ordered_json origin_json(const ReportContext& context,
                                                 const std::vector<std::string>& analyses);

/// Data keys that the numbers of an analysis rest on, those behind results that it reads among them, in their order.
[[nodiscard]] std::vector<std::string> data_behind(const StudyResult& result, const std::string& analysis);

/// "Voeten, Erik (2021). Roll-call votes ... . Harvard Dataverse": a source in one line.
[[nodiscard]] std::string full_citation(const Source& source);

}  // namespace tarazy
