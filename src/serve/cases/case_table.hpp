#pragma once

#include "serve/request.hpp"
#include "serve/sheets/csv_sheet.hpp"
#include "serve/sheets/sheet_edits.hpp"
#include "study/study_file.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// A table of cases of a study (data of role `cases`) with what belongs to it: where each value comes from (role
/// `cells`), and the sources that the cells name (role `sources`), of the same analysis.
struct CaseTable {
    std::string data;                                  ///< key
    std::string cases_file, cells_file, sources_file;  ///< from the study's folder; empty where there is none
    std::string case_column = "case";
    CsvSheet cases, cells, sources;
    std::vector<std::string> variables;  ///< columns that hold memberships
};

/// Keys of the data that are tables of cases.
[[nodiscard]] std::vector<std::string> case_tables_of(const StudyFile& study);

/// @throws RefusedRequest (404) when there is no such data; InputError, FileError
[[nodiscard]] CaseTable read_case_table(const ServedStudy& served, const StudyFile& study, const std::string& data);

/// Columns of the file of cells that people change: value, alt, low, high, confidence, source_keys, note and the like,
/// as far as it has them.
[[nodiscard]] std::vector<std::string> cell_fields(const CaseTable& table);

/// What has to be changed for one field of one cell: of a value both files. @param seen, text  of the field
[[nodiscard]] std::vector<SheetEdit> edits_of_cell(const CaseTable& table, const std::string& case_name,
                                                   const std::string& variable, const std::string& field,
                                                   const std::string& seen, const std::string& text);

/// What the analyses of the study that compare these cases say of them: the engine's own messages, each once.
[[nodiscard]] std::vector<std::string> case_problems(const StudyFile& study, const std::string& data);

}  // namespace tarazy
