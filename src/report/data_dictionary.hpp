#pragma once

#include "report/report_context.hpp"
#include "table/table.hpp"

namespace tarazy {

/// Every column of every table that the run wrote: file,column,type,unit,meaning, in the order of files and columns.
/// The meaning is that of `table_column_meaning`, else that of `column_meaning`, else what the method's catalogue says
/// the quantity of that name measures, else the word that heads the column in the report; missing where nobody has said
/// it. English.
[[nodiscard]] Table data_dictionary(const ReportContext& context);

}  // namespace tarazy
