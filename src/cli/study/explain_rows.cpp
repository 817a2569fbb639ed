#include "cli/study/explain_rows.hpp"

#include "analyses/all_methods.hpp"
#include "base/error.hpp"
#include "base/text_cut.hpp"
#include "base/text_lists.hpp"
#include "io/atomic_file.hpp"
#include "io/file_bytes.hpp"
#include "ledger/manifest.hpp"
#include "report/chapter.hpp"
#include "study/data_files.hpp"
#include "study/result_tables.hpp"
#include "study/run.hpp"
#include "study/study_file.hpp"
#include "study/study_result_json.hpp"
#include "table/state_reference.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string_view>
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

std::string file_of_result(const std::string& analysis, const std::string& table) {
    return "results/" + result_file(analysis, table);
}

constexpr const char* study_is_elsewhere =
    "the study or its data are not where the run found them, so that no row can be shown";

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
            if (of == result.analyses.end()) {
                input.why_none = "the run has no analysis '" + data->result.text + "'";
                return input;
            }
            input.files = {{file_of_result(of->id, data->table), 0, {}}};
            input.table = table_of_result(study, *data, *of);
            return input;
        }
        const bool shipped = std::ranges::any_of(
            content.inputs, [&](const InputRecord& one) { return one.key == read.key && one.fallback; });
        LoadedData loaded = load_data(study, *data, shipped, session.work);
        input.files = std::move(loaded.files);
        if (loaded.state == DataState::folder)
            input.why_none = shipped ? "shipped results stood in for it: the rows are in the raw files"
                                     : "the raw files that the run read are not here; set the variable that names them";
        input.changed = !as_recorded(loaded, content);
        input.table = std::move(loaded.table);
        if (input.why_none.empty() && input.table.columns.empty()) input.why_none = "the file is no table";
    } catch (const std::runtime_error& error) {
        input.why_none = error.what();
    }
    return input;
}

ExplainedRows why_no_rows(std::string why) {
    ExplainedRows none;
    none.why_none = std::move(why);
    return none;
}

/// What an explanation is drawn from.
struct RunBehind {
    const std::string& folder;
    const LedgerContent& content;
    const StudyResult& result;
    const AnalysisResult& analysis;
    const Claim& claim;
    std::optional<StudyFile> study;
    Session& session;
};

/// One entry a `RowsUsed` whose input the analysis has; its place in `used` beside it.
struct Sought {
    std::vector<ExplainedRows> inputs;
    std::vector<const RowsUsed*> used;
};

Sought sought_inputs(const RunBehind& run, const std::vector<RowsUsed>& used) {
    Sought sought;
    const auto add = [&](ExplainedRows input, const RowsUsed& of) {
        input.note = of.note;
        input.counted_by = of.counted_by;
        sought.inputs.push_back(std::move(input));
        sought.used.push_back(&of);
    };
    for (const RowsUsed& of : used) {
        if (!of.why_none.empty()) {
            add(why_no_rows(of.why_none), of);
            continue;
        }
        if (of.result_table) {
            const Table* table = find_table(run.analysis.tables, *of.result_table);
            if (table == nullptr) continue;
            ExplainedRows input;
            input.key = run.analysis.id;
            input.role = "result";
            input.files = {{file_of_result(run.analysis.id, *of.result_table), 0, {}}};
            input.table = *table;
            add(std::move(input), of);
            continue;
        }
        for (const DataRead& read : run.analysis.made_from.data) {
            if (read.role != of.role) continue;
            if (run.study) {
                add(read_again(*run.study, run.result, read, run.content, run.session), of);
            } else {
                ExplainedRows input = why_no_rows(study_is_elsewhere);
                input.key = read.key;
                input.role = read.role;
                add(std::move(input), of);
            }
            break;  // a method reads one input a role
        }
    }
    return sought;
}

/// The rows as the computation itself finds them; none where an input is not at hand.
RowsByRole entered_rows(const RunBehind& run, const Chapter& chapter, const RoleTables& tables) {
    if (chapter.rows_entered == nullptr || !run.study || tables.empty()) return {};
    const auto written =
        std::ranges::find(run.study->analyses, run.analysis.id, [](const StudyAnalysis& one) { return one.id.text; });
    const Method* method = find_method(all_methods(), run.analysis.method);
    if (written == run.study->analyses.end() || method == nullptr) return {};
    StudyFrame frame = study_frame(*run.study);
    frame.work = run.session.work.unheard();
    const AnalysisPlan plan = plan_analysis(*run.study, *written, frame, *method);
    return chapter.rows_entered({run.result, run.analysis, run.claim, plan, tables});
}

void count_rows(ExplainedRows& input) {
    const auto at = input.table.find(input.counted_by);
    if (input.counted_by.empty() || !at) return;
    const Column& column = input.table.columns[*at];
    std::map<std::string, std::size_t> counts;
    static constexpr std::array<std::string_view, 4> of_states = {"ccode", "member", "iso3", "state"};
    const bool states = std::ranges::find(of_states, input.counted_by) != of_states.end();
    std::map<std::string, std::string> names;  // 255 and 260 are both Germany
    for (const std::size_t row : input.rows) {
        const std::string value = column.display(row);
        const auto [name, fresh] = names.try_emplace(value, value);
        if (fresh && states) name->second = iso3_meant(value).value_or(value);
        ++counts[name->second];
    }
    input.counts.assign(counts.begin(), counts.end());
    std::ranges::stable_sort(input.counts, std::ranges::greater{}, &std::pair<std::string, std::size_t>::second);
}

void find_rows(const RunBehind& run, const Chapter& chapter, Sought& sought) {
    RoleTables tables;
    for (const ExplainedRows& input : sought.inputs)
        if (input.why_none.empty() && input.role != "result") tables.emplace(input.role, &input.table);
    RowsByRole found;
    std::string why;
    try {
        found = entered_rows(run, chapter, tables);
    } catch (const std::runtime_error& error) {
        why = error.what();
    }
    for (std::size_t i = 0; i < sought.inputs.size(); ++i) {
        ExplainedRows& input = sought.inputs[i];
        if (!input.why_none.empty()) continue;
        const bool own = input.role == "result";
        if (!own && !why.empty()) {
            input.why_none = "the data cannot be read as the run read them: " + why;
            continue;
        }
        if (own) {
            RowsUsed of = *sought.used[i];
            of.role = "result";
            input.rows = rows_found(of, {{"result", &input.table}});
        } else if (const auto entered = found.find(input.role); entered != found.end()) {
            input.rows = entered->second;
        } else {
            input.rows = found[input.role] = rows_found(*sought.used[i], tables, found);
        }
        count_rows(input);
    }
}

/// A verdict rests on the numbers of its tests.
std::vector<ExplainedRows> rows_of_verdict(const StudyResult& result, const Claim& claim) {
    std::string tests;
    for (const JudgedProposition& proposition : result.propositions) {
        if (claim.parts.about != std::vector<std::string>{proposition.id}) continue;
        for (const JudgedTest& test : proposition.tests)
            if (!test.claim.empty()) tests += (tests.empty() ? "" : ", ") + test.claim;
    }
    return {why_no_rows("a verdict rests on the numbers of its tests, each with rows of its own" +
                        (tests.empty() ? "" : ": " + tests))};
}

}  // namespace

std::string ExplainedRows::names_of_files() const {
    return joined(files, ", ", [](const FileRows& file) { return file.path; });
}

std::string ExplainedRows::cells(std::size_t row) const {
    constexpr std::size_t longest = 200;
    std::string text;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].missing(row)) continue;
        const std::string cell = table.columns[c].display(row);
        if (cell.empty()) continue;
        text += (text.empty() ? "" : ", ") + table.names[c] + ' ';
        text += shortened(cell, longest);
    }
    return text;
}

std::vector<ExplainedRows> explained_rows(const std::string& folder, const LedgerContent& content, const Claim& claim,
                                          Session& session) {
    const std::string path = (fs::path(folder) / "results/study.json").string();
    if (!fs::exists(path)) return {why_no_rows("results/study.json is not in the folder, which says what was read")};
    const StudyResult result = study_result_from_json_text(read_file(path), path);
    if (claim.analysis.empty()) return rows_of_verdict(result, claim);
    const auto analysis = std::ranges::find(result.analyses, claim.analysis, &AnalysisResult::id);
    if (analysis == result.analyses.end())
        return {why_no_rows("results/study.json has no analysis '" + claim.analysis + "'")};
    const std::vector<Chapter> chapters(all_chapters().begin(), all_chapters().end());
    const auto chapter = std::ranges::find(chapters, analysis->method, &Chapter::method);
    if (chapter == chapters.end() || chapter->rows_used == nullptr)
        return {why_no_rows(analysis->method + " does not say which rows its numbers rest on")};
    const std::vector<RowsUsed> used = chapter->rows_used(result, *analysis, claim);
    const RunBehind run{folder, content, result, *analysis, claim, study_behind(folder, content), session};
    Sought sought = sought_inputs(run, used);
    find_rows(run, *chapter, sought);
    if (sought.inputs.empty()) return {why_no_rows("this number rests on no single rows of the inputs")};
    return std::move(sought.inputs);
}

}  // namespace tarazy
