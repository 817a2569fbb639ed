#include "serve/evidence/study_evidence.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "io/atomic_file.hpp"
#include "serve/served_folder.hpp"
#include "study/data_files.hpp"
#include "trace/evidence/evidence_tables.hpp"

#include <algorithm>

namespace tarazy {
namespace {

const StudyData& evidence_data(const StudyFile& study, const std::string& role) {
    const auto found = std::ranges::find_if(study.data, [&](const StudyData& data) { return data.role.text == role; });
    if (found == study.data.end())
        throw RefusedRequest{404, "The study has no tables of rival explanations (data of role " + role + ").", ""};
    return *found;
}

std::string evidence_file(const ServedStudy& served, const StudyData& data) {
    if (data.files.size() != 1 || data.files[0].text.starts_with('$'))
        throw RefusedRequest{404, "The table '" + data.key.text + "' does not lie in the study's folder.", ""};
    (void)path_within({served.folder}, data.files[0].text);
    return data.files[0].text;
}

using RowKey = std::vector<std::pair<std::string, std::string>>;

/// Edits of one row of a table, for the columns that change.
std::vector<SheetEdit> edits_of_row(const CsvSheet& sheet, const std::string& file, const RowKey& key,
                                    const std::vector<std::pair<std::string, std::string>>& texts) {
    std::vector<SheetEdit> edits;
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        const bool same =
            std::ranges::all_of(key, [&](const auto& part) { return sheet.text(row, part.first) == part.second; });
        if (!same) continue;
        for (const auto& [column, text] : texts) {
            if (!sheet.column(column)) continue;
            const std::string now = sheet.text(row, column);
            if (now != text) edits.push_back({file, key, column, now, text});
        }
    }
    return edits;
}

RowKey row_key_of(const CsvSheet& sheet, const JudgedLikelihood& judged) {
    RowKey key;
    if (sheet.column("set")) key.emplace_back("set", judged.set);
    if (judged.clue.empty()) {
        key.emplace_back("id", judged.hypothesis);
    } else {
        key.emplace_back("clue", judged.clue);
        key.emplace_back("hypothesis", judged.hypothesis);
    }
    return key;
}

CsvSheet evidence_sheet(const ServedStudy& served, const std::string& file) {
    const std::string path = path_within({served.folder}, file);
    return read_csv_sheet(read_file(path), path);
}

}  // namespace

StudyEvidence read_study_evidence(const ServedStudy& served, const StudyFile& study) {
    const StudyData& hypotheses = evidence_data(study, "hypotheses");
    const StudyData& clues = evidence_data(study, "clues");
    const StudyData& likelihoods = evidence_data(study, "likelihoods");
    StudyEvidence evidence{evidence_file(served, hypotheses),
                           evidence_file(served, clues),
                           evidence_file(served, likelihoods),
                           load_data(study, hypotheses).table,
                           load_data(study, clues).table,
                           load_data(study, likelihoods).table,
                           {},
                           {},
                           {},
                           {}};
    evidence.hypotheses_sheet = evidence_sheet(served, evidence.hypotheses_file);
    evidence.clues_sheet = evidence_sheet(served, evidence.clues_file);
    evidence.likelihoods_sheet = evidence_sheet(served, evidence.likelihoods_file);
    evidence.sets = rival_sets(evidence.hypotheses);
    return evidence;
}

std::vector<SheetEdit> edits_of_judge(const StudyEvidence& evidence, const std::vector<JudgedLikelihood>& judgements,
                                      const std::string& judge_name, const std::string& language) {
    std::vector<SheetEdit> edits;
    for (const JudgedLikelihood& judged : judgements) {
        if (judged.judge != judge_name) continue;
        const bool prior = judged.clue.empty();
        const CsvSheet& sheet = prior ? evidence.hypotheses_sheet : evidence.likelihoods_sheet;
        const std::string& file = prior ? evidence.hypotheses_file : evidence.likelihoods_file;
        const std::string low = prior ? "prior_low" : "low", high = prior ? "prior_high" : "high";
        if (judged.low < judged.high && !(sheet.column(low) && sheet.column(high)))
            throw RefusedRequest{400, "The file has no columns " + low + " and " + high + " for a range; add them.",
                                 ""};
        std::vector<std::pair<std::string, std::string>> texts = {
            {prior ? "prior" : "likelihood", number_text(judged.value)},
            {low, number_text(judged.low)},
            {high, number_text(judged.high)},
            {"judged_by", judge_name}};
        const RowKey key = row_key_of(sheet, judged);
        const std::vector<SheetEdit> numbers = edits_of_row(sheet, file, key, texts);
        edits.insert(edits.end(), numbers.begin(), numbers.end());
        if (numbers.empty() && judged.why.empty()) continue;
        const std::string own = sheet.column("why") ? "why" : "why_" + language;
        std::vector<std::pair<std::string, std::string>> reasons;
        for (const char* column : {"why", "why_en", "why_kk", "why_ru"})
            reasons.emplace_back(column, column == own ? judged.why : "");
        const std::vector<SheetEdit> why = edits_of_row(sheet, file, key, reasons);
        edits.insert(edits.end(), why.begin(), why.end());
    }
    if (edits.empty()) throw RefusedRequest{400, "There is nothing to be written: the study says the same.", ""};
    return edits;
}

}  // namespace tarazy
