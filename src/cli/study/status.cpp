#include "analyses/all_methods.hpp"
#include "cli/study/commands.hpp"
#include "cli/study/kept_files.hpp"
#include "cli/study/recorded_run.hpp"
#include "study/study_file.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <utility>

namespace tarazy {
namespace {

struct StatusOptions {
    std::string study, folder, show = "status";
};

/// "12 fresh, 3 stale"
std::string counted_states(const StudyStatus& status) {
    std::map<Freshness, std::size_t> counts;
    for (const PartStatus& part : status.parts) ++counts[part.state];
    std::string text;
    for (const auto& [state, count] : counts)
        text += (text.empty() ? "" : ", ") + std::to_string(count) + ' ' + std::string(to_string(state));
    return text;
}

/// The folder of the run: as named with --run; or with --output, as for the run itself, where that names a folder.
std::string folder_of_run(const StatusOptions& options, const StudyFile& study, Session& session) {
    std::error_code ignored;
    if (!options.folder.empty()) return options.folder;
    if (!session.output.empty() && std::filesystem::is_directory(session.output, ignored))
        return std::exchange(session.output, "");
    return (std::filesystem::path(study.folder) / "output").lexically_normal().string();
}

void tell_status(const StatusOptions& options, Session& session) {
    const StudyFile study = read_study_file_alone(options.study, all_methods());
    const std::string folder = folder_of_run(options, study, session);
    const std::optional<RecordedRun> run = recorded_run(folder);
    const StudyStatus status = study_status(study, all_methods(), folder, run, session.work);
    erase_progress(session);
    keep_files_of_study(session, study);
    print_table(session, options.show == "graph" ? graph_table(status.graph) : status_table(status));
    if (!status.all_fresh()) session.status = exit_check_failed;
    tell(session, (run ? "" : "no run of it in " + folder + ": ") + counted_states(status));
}

}  // namespace

void add_study_status(CLI::App& noun, Session& session) {
    auto options = std::make_shared<StatusOptions>();
    CLI::App& app = add_command(
        noun, "status",
        "Which data files, analyses, propositions, figures and files of a run are fresh, which are stale and why:\n"
        "which input, parameter, state, year, seed, program or analysis further up has changed since the run.\n"
        "Nothing is computed and nothing written. Exit status 1 unless all are fresh.",
        {{"tarazy study status studies/kazakhstan", "is the report still that of the study as it stands?"},
         {"tarazy study status studies/kazakhstan --show graph --format csv -o graph.csv",
          "what leads to what, as a list of edges"}},
        session, [options, &session] { tell_status(*options, session); });
    app.add_option("study", options->study, "folder with study.toml, or the file itself")->required();
    app.add_option("--run", options->folder,
                   "output folder of the run (default: output in the study's folder); --output may name it, too");
    app.add_option("--show", options->show, "what to print")
        ->check(CLI::IsMember({"status", "graph"}))
        ->capture_default_str();
}

}  // namespace tarazy
