#include "study/derive.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"
#include "io/file_in_pieces.hpp"
#include "io/write_table.hpp"
#include "ledger/verify.hpp"
#include "study/data_files.hpp"
#include "study/method.hpp"
#include "study/provenance.hpp"
#include "study/result_tables.hpp"
#include "study/run.hpp"

#include <algorithm>
#include <filesystem>
#include <list>
#include <map>
#include <set>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

/// A fallback is a folder when it is one already, or when its name does not end like that of a file.
bool is_folder(const StudyFile& study, const StudyData& data) {
    if (data.fallback.text.empty()) return false;
    std::error_code ignored;
    const auto path = resolve_input(data.fallback.text, study.folder);
    if (path && fs::exists(*path, ignored)) return fs::is_directory(*path, ignored);
    return fs::path(data.fallback.text).extension().empty();
}

const StudyData& data_of(const StudyFile& study, const std::string& key) {
    return *std::ranges::find(study.data, key, [](const StudyData& data) { return data.key.text; });
}

/// Analyses that read data with a fallback folder, by that folder.
std::map<std::string, std::vector<const StudyAnalysis*>> derived_analyses(const StudyFile& study) {
    std::map<std::string, std::vector<const StudyAnalysis*>> by_folder;
    for (const StudyAnalysis& analysis : study.analyses) {
        std::set<std::string> folders;
        for (const PlacedText& key : analysis.data) {
            const StudyData& data = data_of(study, key.text);
            if (is_folder(study, data) && folders.insert(data.fallback.text).second)
                by_folder[data.fallback.text].push_back(&analysis);
        }
    }
    return by_folder;
}

void require_raw_files(const StudyFile& study) {
    Diagnostics diagnostics;
    for (const StudyData& data : study.data) {
        for (const PlacedText& file : data.files) {
            const auto path = resolve_input(file.text, study.folder);
            std::error_code ignored;
            if (path && fs::exists(*path, ignored)) continue;
            diagnostics.add(
                {study.path, file.place.line, file.place.column, "the raw file '" + file.text + "' is not there",
                 path ? "put it there" : "set the variable at its start to the folder that holds the raw data"});
        }
    }
    diagnostics.throw_if_any();
}

/// A table without numbers would stand in for the raw data as if it held what they say.
void require_results(const StudyFile& study, const StudyResult& result) {
    Diagnostics diagnostics;
    for (const AnalysisResult& found : result.analyses) {
        if (found.failure.empty()) continue;
        const auto analysis =
            std::ranges::find(study.analyses, found.id, [](const StudyAnalysis& one) { return one.id.text; });
        diagnostics.add({study.path, analysis->id.place.line, analysis->id.place.column,
                         "the analysis '" + found.id + "' has no result: " + found.failure,
                         "nothing was derived; mend its data or its parameters, or remove it"});
    }
    diagnostics.throw_if_any();
}

/// Tables that an earlier call has left of analyses which are no longer derived: those that the old provenance lists.
void remove_former_tables(const fs::path& folder, const std::set<std::string>& kept) {
    std::error_code ignored;
    if (!fs::exists(folder / provenance_name, ignored)) return;
    for (const std::string& name : tables_listed(read_file((folder / provenance_name).string()))) {
        const bool plain = name.find('/') == std::string::npos && name.ends_with(".csv");
        if (plain && !kept.contains(name)) fs::remove(folder / name, ignored);
    }
}

std::vector<std::string> write_folder(const StudyFile& study, const std::string& fallback,
                                      const std::vector<const StudyAnalysis*>& analyses, Methods methods,
                                      const StudyResult& result) {
    const fs::path folder = resolve_input(fallback, study.folder).value_or("");
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw FileError(folder.string() + ": the folder cannot be made (" + error.message() + ")");
    std::vector<Making> makings;
    std::list<std::string> bytes_of_files;  // stay where they are
    std::vector<FileToWrite> together;
    std::set<std::string> names;
    for (const StudyAnalysis* analysis : analyses) {
        const AnalysisPlan plan =
            plan_analysis(study, *analysis, study_frame(study), *find_method(methods, analysis->method.text));
        Making making{analysis->id.text, analysis->method.text, settings_of(plan), {}, {}};
        for (const PlacedText& key : analysis->data) {
            std::ranges::copy_if(result.data, std::back_inserter(making.inputs),
                                 [&](const DataUse& use) { return use.key == key.text; });
        }
        const AnalysisResult& found = *std::ranges::find(result.analyses, analysis->id.text, &AnalysisResult::id);
        for (const ResultTable& table : found.tables) {
            if (table.name == lines_table) continue;
            DataUse use;
            use.path = found.id + (table.name.empty() ? "" : "." + table.name) + ".csv";
            const std::string& bytes = bytes_of_files.emplace_back(to_csv(table.table));
            use.sha256 = sha256_hex(bytes);
            use.rows = table.table.rows();
            together.push_back({(folder / use.path).string(), bytes});
            names.insert(use.path);
            making.tables.push_back(std::move(use));
        }
        makings.push_back(std::move(making));
    }
    std::string command = run_command(study);
    command.replace(command.find(" run "), 5, " derive ");
    together.push_back(
        {(folder / provenance_name).string(), bytes_of_files.emplace_back(provenance_text(command, makings))});
    write_files_together(together, [&] { remove_former_tables(folder, names); });
    std::vector<std::string> written;
    for (FileToWrite& file : together) written.push_back(std::move(file.path));
    return written;
}

}  // namespace

std::vector<std::string> derive_study(const StudyFile& study, Methods methods, const DeriveOptions& options) {
    const auto by_folder = derived_analyses(study);
    if (by_folder.empty()) {
        throw InputError(Problem{study.path, 0, 0,
                                 "there is nothing to derive: no data that an analysis reads have a folder as fallback",
                                 "add for example fallback = \"data/derived\" to their [data.<key>]"});
    }
    require_raw_files(study);
    RunOptions run_options;
    run_options.threads = options.threads;
    run_options.work = options.work;
    run_options.judge = false;
    for (const auto& [folder, analyses] : by_folder) {
        for (const StudyAnalysis* analysis : analyses) run_options.analyses.insert(analysis->id.text);
    }
    const StudyResult result = run_study(study, methods, run_options);
    require_results(study, result);
    options.work.check();  // not between the files: together they say how they were made
    std::vector<std::string> written;
    for (const auto& [folder, analyses] : by_folder) {
        for (std::string& file : write_folder(study, folder, analyses, methods, result))
            written.push_back(std::move(file));
    }
    return written;
}

}  // namespace tarazy
