#include "analyses/all_methods.hpp"
#include "base/error.hpp"
#include "base/text_lists.hpp"
#include "cli/study/commands.hpp"
#include "cli/study/recorded_run.hpp"
#include "ledger/output_folder.hpp"
#include "ledger/verify.hpp"
#include "report/export_crate.hpp"
#include "study/study_file.hpp"

#include <filesystem>
#include <memory>
#include <utility>

namespace tarazy {
namespace {

struct ExportOptions {
    std::string folder, study, to = "crate", date, leave_out;
};

/// That every file of the run and of its inputs is the one recorded. Raw data that are not here cannot be looked at,
/// and need not: they are described and not passed on.
void require_verified(const std::string& folder, const std::string& study) {
    Diagnostics problems;
    for (const Finding& finding : verify_files(folder, study).findings) {
        if (finding.kind == FindingKind::missing && finding.file.starts_with('$')) continue;
        problems.add({folder, 0, 0, finding.what, "run the study again, then export"});
    }
    problems.throw_if_any();
}

void export_run(const ExportOptions& options, Session& session) {
    require_unguarded(session);
    if (session.output.empty())
        throw UsageError("name the folder to be written with --output, such as --output kazakhstan-crate");
    const std::optional<RecordedRun> run = recorded_run(options.folder);
    if (!run) throw UsageError(no_output_folder(options.folder));
    const std::string study = options.study.empty()
                                  ? study_folder_of(options.folder, run->manifest)
                                  : std::filesystem::path(study_file_path(options.study)).parent_path().string();
    require_verified(options.folder, study);
    if (!run->result)
        throw InputError(Problem{options.folder + "/results/study.json", 0, 0,
                                 "is the outcome of another version of tarazy", "run the study again"});
    CrateOptions crate;
    crate.date = options.date;
    for (std::string& key : listed(options.leave_out, ',')) crate.left_out.insert(std::move(key));
    crate.work = session.work;
    const std::string folder = std::exchange(session.output, "");
    const auto within =
        std::filesystem::weakly_canonical(folder).lexically_relative(std::filesystem::weakly_canonical(options.folder));
    if (!within.empty() && !within.native().starts_with(".."))
        throw UsageError("--output '" + folder + "' lies within the run that is exported; name a folder outside of it");
    const CrateWritten written =
        export_crate(options.folder, study, run->manifest, *run->result, all_chapters(), folder, crate);
    erase_progress(session);
    for (const std::string& sentence : written.notes) note(session, sentence);
    if (written.dated_by_file)
        note(session, "the crate is dated " + written.date + ", the day of the run's manifest; --date names another");
    tell(session, std::to_string(written.files) + " files in " + folder);
    tell(session, "rerun with " + folder + "/rerun.sh");
}

}  // namespace

void add_study_export(CLI::App& noun, Session& session) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App& app = add_command(
        noun, "export",
        "Write a run as a folder for a journal or an archive: RO-Crate 1.1 (Process Run Crate) with every input,\n"
        "output, command and SHA-256, a data dictionary, annotations for transparent inquiry, all sources as\n"
        "CSL-JSON and BibTeX, and rerun.sh. Raw data outside of the study's folder are described, not copied.\n"
        "The run must be as it was written (exit status 3), the folder new or empty.",
        {{"tarazy study export studies/kazakhstan/output --to crate -o kazakhstan-crate",
          "what belongs to the paper in one folder"},
         {"tarazy study export studies/kazakhstan/output --to crate -o crate --date 2026-11-29 --leave-out indicators",
          "with a date of your own, without the files of one data key"}},
        session, [options, &session] { export_run(*options, session); });
    app.get_option("--output")->description("folder to write to, new or empty");
    app.add_option("folder", options->folder, "output folder of 'tarazy study run'")->required();
    app.add_option("--to", options->to, "form of the export")->check(CLI::IsMember({"crate"}))->capture_default_str();
    app.add_option("--study", options->study, "where the study lies now, if it was moved");
    app.add_option(
        "--date", options->date,
        "date of publication (default: date-released of CITATION.cff in the study's folder, else the day of\n"
        "the run's manifest)");
    app.add_option("--leave-out", options->leave_out, "data keys, separated by commas, whose files are not passed on");
}

}  // namespace tarazy
