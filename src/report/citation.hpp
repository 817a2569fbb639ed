#pragma once

#include "report/report_context.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// A source as a column of a table names it: "Bailey et al. 2017", "Leeds & Ritter 2002", "World Bank 2026".
/// Authors are separated by ';' and written "Surname, Given" or, for institutions, as they are called.
[[nodiscard]] std::string short_citation(const Source& source);
/// The same, with the study's own words for an author who is no name: "compiled for this study".
[[nodiscard]] LocalText short_citation(const ReportContext& context, const Source& source);

/// The sources of a data file, in the order of the study file. Keys without an entry are left out.
[[nodiscard]] std::vector<const Source*> sources_of(const StudyResult& result, const DataUse& data);

}  // namespace tarazy
