#include "cli/study/explain_rows.hpp"

#include "analyses/all_methods.hpp"
#include "base/error.hpp"
#include "io/atomic_file.hpp"
#include "io/file_bytes.hpp"
#include "ledger/manifest.hpp"
#include "report/chapter.hpp"
#include "study/data_files.hpp"
#include "study/study_file.hpp"
#include "study/study_result_json.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

/// The study as it lies now; nothing when it is not where the run found it, or cannot be read any more.
std::optional<StudyFile> study_behind(const std::string& folder, const LedgerContent& content) {
    try {
        const Manifest manifest = read_manifest((fs::path(folder) / manifest_name).string());
        const fs::path place = study_folder_of(folder, manifest);
        const auto file = std::ranges::find(content.inputs, "study", &InputRecord::role);
        if (file == content.inputs.end() || !fs::exists(place / file->path)) return std::nullopt;
        return read_study_file((place / file->path).string(), all_methods());
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

/// Is each file the one that the run read?
bool as_recorded(const LoadedData& loaded, const LedgerContent& content) {
    return std::ranges::all_of(loaded.uses, [&](const DataUse& use) {
        return std::ranges::any_of(content.inputs, [&](const InputRecord& input) {
            return input.key == use.key && input.path == use.path && input.sha256 == use.sha256;
        });
    });
}

std::string files_named(const LoadedData& loaded) {
    std::string names;
    for (const DataUse& use : loaded.uses) names += (names.empty() ? "" : ", ") + use.path;
    return names;
}

ExplainedRows read_again(const StudyFile& study, const StudyResult& result, const DataRead& read,
                         const LedgerContent& content, const Session& session) {
    ExplainedRows input;
    input.key = read.key;
    input.role = read.role;
    const auto data = std::ranges::find(study.data, read.key, [](const StudyData& one) { return one.key.text; });
    if (data == study.data.end()) {
        input.why_none = "the study has no data '" + read.key + "' any more";
        return input;
    }
    try {
        if (!read.result.empty()) {
            const auto of = std::ranges::find(result.analyses, data->result.text, &AnalysisResult::id);
            if (of == result.analyses.end()) return input;
            input.from = "the result of " + of->id;
            input.table = table_of_result(study, *data, *of);
            return input;
        }
        const bool shipped = std::ranges::any_of(
            content.inputs, [&](const InputRecord& one) { return one.key == read.key && one.fallback; });
        LoadedData loaded = load_data(study, *data, shipped, session.work);
        input.from = files_named(loaded);
        if (loaded.state == DataState::folder)
            input.why_none = shipped ? "shipped results stood in for it: the rows are in the raw files"
                                     : "the raw files that the run read are not here; set the variable that names them";
        input.changed = !as_recorded(loaded, content);
        input.table = std::move(loaded.table);
    } catch (const std::runtime_error& error) {
        input.why_none = error.what();
    }
    return input;
}

}  // namespace

std::string ExplainedRows::cells(std::size_t row) const {
    std::string text;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].missing(row)) continue;
        const std::string cell = table.columns[c].display(row);
        if (!cell.empty()) text += (text.empty() ? "" : ", ") + table.names[c] + ' ' + cell;
    }
    return text;
}

std::vector<ExplainedRows> explained_rows(const std::string& folder, const LedgerContent& content, const Claim& claim,
                                          Session& session) {
    const std::string path = (fs::path(folder) / "results/study.json").string();
    std::vector<ExplainedRows> inputs;
    if (!fs::exists(path)) return inputs;
    const StudyResult result = study_result_from_json_text(read_file(path), path);
    const auto analysis = std::ranges::find(result.analyses, claim.analysis, &AnalysisResult::id);
    if (analysis == result.analyses.end()) return inputs;
    const std::vector<Chapter> chapters(all_chapters().begin(), all_chapters().end());
    const auto chapter = std::ranges::find(chapters, analysis->method, &Chapter::method);
    if (chapter == chapters.end() || chapter->rows_used == nullptr) return inputs;
    const std::vector<RowsUsed> used = chapter->rows_used(result, *analysis, claim);
    const std::optional<StudyFile> study = study_behind(folder, content);
    for (const RowsUsed& of_role : used) {
        for (const DataRead& read : analysis->made_from.data) {
            if (read.role != of_role.role) continue;
            if (study) {
                inputs.push_back(read_again(*study, result, read, content, session));
            } else {
                inputs.push_back({.key = read.key,
                                  .role = read.role,
                                  .from = {},
                                  .table = {},
                                  .rows = {},
                                  .why_none = "the study or its data are not where the run found them, so that no row "
                                              "can be shown"});
            }
        }
    }
    std::map<std::string, const Table*> tables;
    for (const ExplainedRows& input : inputs)
        if (input.why_none.empty()) tables.emplace(input.role, &input.table);
    std::map<std::string, std::vector<std::size_t>> found;
    for (ExplainedRows& input : inputs) {
        const RowsUsed& of_role = *std::ranges::find(used, input.role, &RowsUsed::role);
        if (input.why_none.empty()) input.rows = found[input.role] = rows_found(of_role, tables, found);
    }
    return inputs;
}

}  // namespace tarazy
