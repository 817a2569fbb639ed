#include "ledger/verify.hpp"
#include "analyses/all_methods.hpp"
#include "base/error.hpp"
#include "base/passing_folder.hpp"
#include "cli/study/commands.hpp"
#include "cli/study/report_language.hpp"
#include "ledger/compare_results.hpp"
#include "ledger/manifest.hpp"
#include "ledger/output_folder.hpp"
#include "report/render.hpp"
#include "study/run.hpp"
#include "study/study_file.hpp"
#include "study/write_outputs.hpp"
#include "table/table_rows.hpp"

#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

struct VerifyOptions {
    std::string folder, study;
    bool files_only = false;
};

Table finding_table(const std::vector<Finding>& findings) {
    TableRows rows(TextColumn{"kind"}, TextColumn{"file"}, TextColumn{"where"}, TextColumn{"recorded"},
                   TextColumn{"found"}, TextColumn{"what"});
    for (const Finding& one : findings)
        rows.add(to_string(one.kind), one.file, one.where, one.recorded, one.found, one.what);
    return rows.table();
}

/// Runs the study again on the inputs that the recorded run used, into a folder of its own.
std::vector<Finding> recompute(const VerifyOptions& options, const Session& session, const std::string& study_folder) {
    const LedgerContent recorded = open_results(options.folder);
    std::string study_path = study_folder;
    RunOptions run_options;
    run_options.threads = session.threads;
    run_options.work = session.work;
    run_options.folder = recorded.run.folder;  // a renamed folder changes no number and no command of the run
    for (const InputRecord& input : recorded.inputs) {
        if (input.role == "study") study_path = (fs::path(study_folder) / input.path).string();
        if (input.fallback) run_options.shipped.insert(input.key);
    }
    const StudyFile study = read_study_file(study_path, all_methods());
    std::optional<StudyResult> ran;
    try {
        ran = run_study(study, all_methods(), run_options);
    } catch (const InputError& error) {  // the inputs are those of the run, which was at its end with them
        return {{FindingKind::damaged, std::string(ledger_name), "", "", "",
                 std::string("as it is recorded, the run cannot be made again: ") + error.what()}};
    }
    StudyResult& result = *ran;
    const std::string language = language_in(recorded.run.command);
    result.command = with_language(result.command, language);
    const PassingFolder passing(folder_for_passing_files(), "tarazy-verify");
    const std::string again = passing.path().string() + "/output";
    {
        OutputFolder place(again);
        write_outputs(place, again, study, result, {{"report.html", render_report(result, all_chapters(), language)}},
                      0, session.work);
    }
    std::vector<Finding> findings = compare_results(options.folder, again, session.work);
    erase_progress(session);
    return findings;
}

void verify(const VerifyOptions& options, Session& session) {
    recover(options.folder);
    const std::optional<std::string> moved =
        options.study.empty() ? std::nullopt
                              : std::optional(fs::path(study_file_path(options.study)).parent_path().string());
    Verification verification = verify_files(options.folder, moved);
    if (!options.files_only && !verification.inputs_sound) {
        warn(session, "nothing was recomputed: the inputs are not those of the run");
    } else if (!options.files_only) {
        const Manifest manifest = read_manifest((fs::path(options.folder) / manifest_name).string());
        const std::string study = moved.value_or(study_folder_of(options.folder, manifest));
        for (Finding& finding : recompute(options, session, study)) verification.findings.push_back(std::move(finding));
    }
    if (!verification.sound()) {
        print_table(session, finding_table(verification.findings));
        session.status = exit_check_failed;
        return;
    }
    if (session.format_asked && session.format != "table") return print_table(session, finding_table({}));
    const std::size_t claims = open_results(options.folder).claims.size();
    print_text(session, "verified: " + std::to_string(claims) + " claims, " + std::to_string(verification.outputs) +
                            " files beside the manifest\n");
}

}  // namespace

void add_study_verify(CLI::App& noun, Session& session) {
    auto options = std::make_shared<VerifyOptions>();
    CLI::App& app = add_command(
        noun, "verify",
        "Check results against the digests in their ledger and manifest, then run the study again on the same\n"
        "inputs and compare cell by cell. Exit status 1 when anything differs.",
        {{"tarazy study verify studies/kazakhstan/output", "files and numbers"},
         {"tarazy study verify studies/kazakhstan/output --files-only", "digests only, nothing is recomputed"}},
        session, [options, &session] { verify(*options, session); });
    app.add_option("folder", options->folder, "output folder of 'tarazy study run'")->required();
    app.add_option("--study", options->study, "where the study lies now, if it was moved");
    app.add_flag("--files-only", options->files_only, "compare digests only");
}

}  // namespace tarazy
