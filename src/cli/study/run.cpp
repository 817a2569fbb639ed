#include "study/run.hpp"
#include "analyses/all_methods.hpp"
#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"
#include "cli/study/commands.hpp"
#include "cli/study/kept_files.hpp"
#include "cli/study/report_language.hpp"
#include "cli/study/unchanged_run.hpp"
#include "io/text_encoding.hpp"
#include "ledger/output_folder.hpp"
#include "report/render.hpp"
#include "study/method.hpp"
#include "study/result_tables.hpp"
#include "study/study_file.hpp"
#include "study/write_outputs.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

namespace tarazy {
namespace {

struct RunOfStudy {
    std::string study, language = "en";
    bool no_cache = false;
    std::optional<std::string> only;  ///< an analysis by itself,
    std::string table;                ///< and which of its tables
};

/// The analyses without a result, as input errors are told; everything else was written. @returns how many
std::size_t tell_failures(Session& session, const StudyFile& study, const StudyResult& result) {
    std::size_t failed = 0;
    for (const AnalysisResult& found : result.analyses) {
        if (found.failure.empty()) continue;
        ++failed;
        const auto of =
            std::ranges::find(study.analyses, found.id, [](const StudyAnalysis& one) { return one.id.text; });
        tell_fault(session, to_string(Problem{study.path, of->id.place.line, of->id.place.column,
                                              "the analysis '" + found.id + "' has no result: " + found.failure,
                                              "mend its data or its parameters, or remove it"}));
    }
    return failed;
}

/// Tests of numbers that their analyses do not have, as input errors are told; everything else was written.
/// @returns how many
std::size_t tell_lacking_quantities(Session& session, const StudyFile& study, const StudyResult& result) {
    std::size_t lacking = 0;
    for (std::size_t p = 0; p < result.propositions.size(); ++p) {
        for (std::size_t t = 0; t < study.propositions[p].tests.size(); ++t) {
            const JudgedTest& test = result.propositions[p].tests[t];
            if (!test.lacks_quantity) continue;
            ++lacking;
            const TextPlace at = study.propositions[p].tests[t].quantity.place;
            tell_fault(session, to_string(Problem{study.path, at.line, at.column, test.reason, ""}));
        }
    }
    return lacking;
}

/// Tests that are undecided because their analysis, honestly, has no number: the report says why, and so does this.
void warn_of_withheld_numbers(Session& session, const StudyFile& study, const StudyResult& result) {
    for (std::size_t p = 0; p < result.propositions.size(); ++p) {
        for (std::size_t t = 0; t < study.propositions[p].tests.size(); ++t) {
            const JudgedTest& test = result.propositions[p].tests[t];
            if (!test.withheld) continue;
            const TextPlace at = study.propositions[p].tests[t].quantity.place;
            warn(session,
                 to_string(Problem{study.path, at.line, at.column, "the test is undecided: " + test.reason, ""}));
        }
    }
}

/// What the study names and an analysis is made without: its numbers say less than their names.
void warn_of_left_out(Session& session, const StudyFile& study, const StudyResult& result) {
    const Methods methods = all_methods();
    for (const AnalysisResult& found : result.analyses) {
        const Method* method = find_method(methods, found.method);
        if (method == nullptr) continue;
        for (const std::string& sentence : notes_in(found.tables)) {
            const auto says = [&](const std::string& words) { return sentence.find(words) != std::string::npos; };
            if (std::ranges::any_of(method->told_notes, says))
                warn(session, study.path + ": the analysis '" + found.id + "': " + sentence);
        }
    }
}

/// "; did you mean 'votes'?", or the names there are.
std::string names_meant(const std::string& name, const std::vector<std::string>& names) {
    const auto near = nearest_name(name, names);
    return near ? "; did you mean '" + *near + "'?" : "; there are: " + joined(names, ", ");
}

/// Computes one analysis, with those whose results it reads, and prints one of its tables. Nothing is written beside.
void run_only(const RunOfStudy& options, Session& session) {
    const std::string& only = *options.only;
    const StudyFile study = read_study_file(options.study, all_methods());
    keep_files_of_study(session, study);
    std::vector<std::string> ids;
    for (const StudyAnalysis& analysis : study.analyses) ids.push_back(analysis.id.text);
    if (std::ranges::find(ids, only) == ids.end())
        throw UsageError("the study has no analysis '" + only + '\'' + names_meant(only, ids));
    RunOptions run_options;
    run_options.threads = session.threads;
    run_options.work = session.work;
    run_options.analyses = {only};
    run_options.judge = false;
    // What an earlier run keeps is used, and added to.
    if (const std::string kept = study.folder + "/output/.cache";
        !options.no_cache && std::filesystem::is_directory(kept))
        run_options.cache_folder = kept;
    const StudyResult result = run_study(study, all_methods(), run_options);
    const AnalysisResult& found = *std::ranges::find(result.analyses, only, &AnalysisResult::id);
    for (const DataUse& use : result.data) session.inputs.push_back({use.path, use.sha256, use.rows});
    erase_progress(session);
    const Table* table = find_table(found.tables, options.table);
    std::vector<std::string> names;
    for (const ResultTable& one : found.tables)
        if (!one.name.empty()) names.push_back(one.name);
    if (table == nullptr && found.failure.empty())
        throw UsageError("the analysis '" + only + "' has no table '" + options.table + '\'' +
                         (names.empty() ? "" : names_meant(options.table, names)));
    if (tell_failures(session, study, result) > 0) session.status = exit_input;
    if (table != nullptr) print_table(session, *table);
}

/// What the user is told of a run that has ended.
void tell_end(Session& session, const StudyFile& study, const StudyResult& result, const WrittenOutputs& written,
              const std::string& output) {
    erase_progress(session);
    for (const DataUse& use : result.data) {
        for (const std::string& sentence : use.notes) note(session, use.path + ": " + sentence);
    }
    warn_of_withheld_numbers(session, study, result);
    warn_of_left_out(session, study, result);
    const std::size_t failed = tell_failures(session, study, result);
    if (failed + tell_lacking_quantities(session, study, result) > 0) session.status = exit_input;
    tell(session, std::to_string(written.claims) + " claims, " + std::to_string(written.files) + " files in " + output +
                      (failed == 0 ? ""
                                   : ", " + std::to_string(failed) + (failed == 1 ? " analysis" : " analyses") +
                                         " without a result"));
}

/// Whether the results that stand in the folder are those of the study as it is; then they stay, and it is told.
bool tell_unchanged(Session& session, const StudyFile& study, const std::string& output, const std::string& language) {
    WorkStep(session.work, "comparing with the last run", 0);
    const auto run = unchanged_run(study, output, with_language(run_command(study), language), session.work);
    const auto is_ledger = [](const OutputRecord& record) { return record.path == ledger_name; };
    if (!run || std::ranges::none_of(run->manifest.outputs, is_ledger)) return false;
    const std::size_t claims = count_claims((std::filesystem::path(output) / ledger_name).string());
    tell_end(session, study, *run->result, {claims, run->manifest.outputs.size() + 1}, output);
    tell(session, "nothing has changed since the last run: its results stay (--no-cache computes them anew)");
    return true;
}

void run(const RunOfStudy& options, Session& session) {
    if (options.only) return run_only(options, session);
    if (!options.table.empty()) throw UsageError("--table goes with --only: name the analysis, too");
    require_unguarded(session);
    const auto start = std::chrono::steady_clock::now();
    const StudyFile study = read_study_file(options.study, all_methods());
    warn_of_study_file(session, options.study, study.warnings.size());
    const std::string output = session.output.empty()
                                   ? (std::filesystem::path(study.folder) / "output").lexically_normal().string()
                                   : session.output;
    for (const std::string& named :
         {std::filesystem::weakly_canonical(std::filesystem::absolute(study.folder)).string(),
          std::filesystem::absolute(output).string()}) {
        // The name stands in the report, the ledger and the manifest, which are UTF-8.
        if (!is_utf8_text(named))
            throw UsageError("the name of the folder '" + named + "' is not UTF-8; rename it, or give another");
    }
    OutputFolder place(output);  // before the work, so that a folder in use or of somebody else is found at once
    if (!options.no_cache && tell_unchanged(session, study, output, options.language)) {
        tell(session, "open " + output + "/report.html");
        return;
    }
    RunOptions run_options;
    run_options.threads = session.threads;
    run_options.work = session.work;
    if (!options.no_cache) run_options.cache_folder = output + "/.cache";
    StudyResult result = run_study(study, all_methods(), run_options);
    result.command = with_language(result.command, options.language);
    WorkStep(session.work, "report", 0);
    const std::vector<ExtraFile> report = {{"report.html", render_report(result, all_chapters(), options.language)}};
    const std::chrono::duration<double> duration = std::chrono::steady_clock::now() - start;
    const WrittenOutputs written = write_outputs(place, output, study, result, report, duration.count(), session.work);
    tell_end(session, study, result, written, output);
    tell(session, "open " + output + "/report.html");
}

}  // namespace

void warn_of_study_file(Session& session, const std::string& study, std::size_t warnings) {
    if (warnings == 0) return;
    warn(session, "the study file has " + std::to_string(warnings) + (warnings == 1 ? " warning" : " warnings") +
                      "; 'tarazy study check " + study + "' shows them");
}

void add_study_run(CLI::App& noun, Session& session) {
    auto options = std::make_shared<RunOfStudy>();
    CLI::App& app = add_command(
        noun, "run",
        "Run a study: read each input once, run the analyses, judge the propositions, write report, results,\n"
        "ledger and manifest. Running twice gives the same bytes but for the manifest's duration. A run that\n"
        "fails leaves the last results in place. The seed is the one of the study file.",
        {{"tarazy study run studies/kazakhstan", "write studies/kazakhstan/output/report.html"},
         {"tarazy study run studies/kazakhstan --output /tmp/kazakhstan --no-cache",
          "compute everything anew, elsewhere"},
         {"tarazy study run studies/kazakhstan --only votes_shares --format csv",
          "compute one analysis alone and print its table"}},
        session, [options, &session] { run(*options, session); });
    app.add_option("study", options->study, "folder with study.toml, or the file itself")->required();
    app.add_option("--language", options->language, "language in which the report opens")
        ->check(CLI::IsMember({"en", "kk", "ru"}))
        ->capture_default_str();
    app.add_flag("--no-cache", options->no_cache, "neither use nor keep results of unchanged analyses");
    app.add_option("--only", options->only, "compute this analysis alone and print its main table; write no report");
    app.add_option("--table", options->table, "with --only: print this table of it (results/<analysis>.<table>.csv)");
}

}  // namespace tarazy
