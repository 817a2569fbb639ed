#include "analyses/all_methods.hpp"
#include "base/error.hpp"
#include "base/sha256.hpp"
#include "cli/study/commands.hpp"
#include "io/atomic_file.hpp"
#include "ledger/output_folder.hpp"
#include "report/figure_files.hpp"
#include "report/render.hpp"
#include "study/study_result_json.hpp"
#include "table/table_rows.hpp"

#include <memory>

namespace tarazy {
namespace {

struct ReportOptions {
    std::string folder, language = "en";
    bool whole = false;
};

StudyResult result_in(const std::string& folder, Session& session) {
    // Not left to CLI11: `report` itself takes a folder, which `report figures FOLDER` must not ask for twice.
    if (folder.empty()) throw UsageError("name the output folder of a study, such as studies/kazakhstan/output");
    recover(folder);
    const std::string path = folder + "/results/study.json";
    const std::string bytes = read_file(path);
    session.inputs.push_back({path, sha256_hex(bytes), 1});
    return study_result_from_json_text(bytes, path);
}

void write_report(const ReportOptions& options, Session& session) {
    if (session.writes_to_terminal()) {
        throw UsageError("the report is an HTML file; name it with --output report.html, or send the output to a file");
    }
    require_own_format(session, ".html");
    const ReportRows rows = options.whole ? ReportRows::in_the_page : ReportRows::packed;
    print_text(session, render_report(result_in(options.folder, session), all_chapters(), options.language, rows));
}

void write_figures(const ReportOptions& options, Session& session) {
    require_unguarded(session);
    const std::string folder = session.output.empty() ? options.folder + "/figures" : session.output;
    const std::vector<std::string> names =
        write_figure_files(result_in(options.folder, session), all_chapters(), options.language, folder, session.work);
    TableRows rows(TextColumn{"file"});
    for (const std::string& name : names) rows.add(folder + '/' + name);
    session.output.clear();  // it named the folder; the list goes to standard output
    print_table(session, rows.table());
}

void add_options(CLI::App& app, ReportOptions& options, const std::string& language_help) {
    app.add_option("folder", options.folder, "output folder of a study (it holds results/study.json)");
    app.add_option("--language", options.language, language_help)
        ->check(CLI::IsMember({"en", "kk", "ru"}))
        ->capture_default_str();
}

}  // namespace

void add_report(CLI::App& program, Session& session) {
    auto report = std::make_shared<ReportOptions>();
    auto figures_chosen = std::make_shared<bool>(false);
    CLI::App& app = add_command(
        program, "report",
        "Write the report of a study run again from its results, without running the study. Its three languages are\n"
        "in the one file; --language says in which it opens. 'tarazy report figures' writes its figures as SVG.",
        {{"tarazy report studies/kazakhstan/output --language kk --output report.kk.html",
          "a report that opens in Kazakh"},
         {"tarazy report figures studies/kazakhstan/output --language ru", "the figures for a paper in Russian"}},
        session, [report, figures_chosen, &session] {
            if (!*figures_chosen) write_report(*report, session);
        });
    add_options(app, *report, "language in which the report opens");
    app.add_flag("--whole", report->whole,
                 "write every row into the page, for readers without scripts; the file is several times as large");

    auto figures = std::make_shared<ReportOptions>();
    CLI::App& sub = add_command(
        app, "figures",
        "Write the figures of a study's report as SVG files, and the data of each as CSV, to FOLDER/figures or to\n"
        "the folder named with --output. Needs node 18 or newer.",
        {{"tarazy report figures studies/kazakhstan/output",
          "write studies/kazakhstan/output/figures/balance.en.svg and more"},
         {"tarazy report figures studies/kazakhstan/output --language kk --output paper/figures",
          "in Kazakh, elsewhere"}},
        session, [figures, &session] { write_figures(*figures, session); });
    add_options(sub, *figures, "language of the labels");
    sub.preparse_callback([figures_chosen](std::size_t) { *figures_chosen = true; });
}

}  // namespace tarazy
