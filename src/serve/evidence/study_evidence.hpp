#pragma once

#include "serve/evidence/judgements.hpp"
#include "serve/request.hpp"
#include "serve/sheets/csv_sheet.hpp"
#include "serve/sheets/sheet_edits.hpp"
#include "study/study_file.hpp"
#include "table/table.hpp"
#include "trace/evidence/rival_explanations.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// The tables of rival explanations of a study (data of roles hypotheses, clues, likelihoods).
struct StudyEvidence {
    std::string hypotheses_file, clues_file, likelihoods_file;  ///< from the study's folder
    Table hypotheses, clues, likelihoods;
    CsvSheet hypotheses_sheet, clues_sheet, likelihoods_sheet;  ///< the same as they are written
    std::vector<std::string> sets;
};

/// @throws RefusedRequest (404) when the study has none; InputError, FileError
[[nodiscard]] StudyEvidence read_study_evidence(const ServedStudy& served, const StudyFile& study);

/// The edits of the study's files that put a judge's numbers in the place of those that stand there, with the judge's
/// reasons in the column of their language. A reason that somebody else gave for another number does not stay beside
/// the judge's name.
/// @param language  "en", "kk", "ru": of the reasons; a file with a single column `why` takes them as they are
/// @throws RefusedRequest (400) when a file has no column for a range, or the judge has judged nothing
[[nodiscard]] std::vector<SheetEdit> edits_of_judge(const StudyEvidence& evidence,
                                                    const std::vector<JudgedLikelihood>& judgements,
                                                    const std::string& judge, const std::string& language = "en");

}  // namespace tarazy
