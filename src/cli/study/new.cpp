#include "analyses/all_methods.hpp"
#include "analyses/write_study/write_study.hpp"
#include "base/error.hpp"
#include "base/text_lists.hpp"
#include "cli/study/commands.hpp"
#include "study/claim_cells.hpp"
#include "study/method.hpp"
#include "study/new_study.hpp"

#include <memory>

namespace tarazy {
namespace {

/// Options as typed.
struct NewStudyOptions {
    std::string folder, focus, poles, years, comparison, with, name, title, title_kk, title_ru, outcome;
    std::vector<std::string> data;
    std::optional<int> event_year;
    bool refer = false;

    /// Is a study of the user's own data asked for?
    [[nodiscard]] bool has_order() const {
        return !data.empty() || !focus.empty() || !poles.empty() || !years.empty() || !comparison.empty() ||
               !with.empty() || !name.empty() || !title.empty() || !title_kk.empty() || !title_ru.empty() ||
               !outcome.empty() || event_year || refer;
    }
};

/// All that is lacking at once.
void require_order(const NewStudyOptions& options) {
    std::string lacking;
    if (options.focus.empty()) add_item(lacking, "--focus MNG");
    if (options.years.empty()) add_item(lacking, "--years 1991-2024");
    if (options.data.empty()) add_item(lacking, "--data FILE");
    if (!lacking.empty()) {
        throw UsageError("a study of your own data also needs " + lacking +
                         "; without any option a study with invented data is written");
    }
    if (options.title.empty() && !(options.title_kk.empty() && options.title_ru.empty()))
        throw UsageError("--title-kk and --title-ru go with --title, which is English");
}

StudyOrder order_of(const NewStudyOptions& options, const Session& session) {
    require_order(options);
    StudyOrder order;
    order.folder = options.folder;
    order.id = options.name.empty() ? id_of_folder(options.folder) : options.name;
    order.title = {options.title, options.title_kk, options.title_ru};
    order.focus = state_of_option(options.focus, "--focus");
    if (!options.poles.empty()) order.poles = poles_of_option(options.poles);
    order.told = poles_told(options.poles, order.poles);
    order.years = years_of_option(options.years);
    if (!options.comparison.empty()) order.comparison = states_of_option(options.comparison, "--comparison");
    for (const std::string& file : options.data) order.files.push_back(file_of_option(file));
    if (!options.with.empty()) order.with = methods_of_option(options.with, method_names(all_methods()));
    order.outcome = options.outcome;
    order.event_year = options.event_year;
    order.refer = options.refer;
    order.seed = session.seed;
    order.command = "tarazy " + joined(session.arguments, " ", [](const std::string& one) { return shell_word(one); });
    return order;
}

void write_ordered(const NewStudyOptions& options, Session& session) {
    const WrittenStudy written = write_study(order_of(options, session), all_methods(), session.work);
    erase_progress(session);
    for (const std::string& sentence : written.notes) note(session, sentence);
    for (const std::string& sentence : written.warnings) warn(session, sentence);
    for (const std::string& file : written.files) tell(session, "wrote " + file);
}

void write_invented(const std::string& folder, Session& session) {
    for (const std::string& file : write_new_study(folder)) tell(session, "wrote " + file);
}

void add_options(CLI::App& app, NewStudyOptions& options) {
    app.add_option("folder", options.folder, "a new or empty folder")->required();
    app.add_option("--focus", options.focus, "the state studied, by code or name");
    app.add_option("--poles", options.poles,
                   "the powers between which it stands, by commas: a state, or a name and its members "
                   "(RUS,CHN,WEST=USA+GBR)");
    app.add_option("--years", options.years, "first and last year of the study: 1991-2024");
    app.add_option(
        "--data", options.data,
        "file of data; may be given several times. What it holds is found by its header (docs/study-file.md), "
        "or said as ROLE=FILE. '$NAME/file' starts at a variable and is not copied");
    app.add_option("--with", options.with,
                   "families and methods by commas: align,compare,trace.chronology (default: all that the data feed)");
    app.add_option("--comparison", options.comparison, "states to compare with, by commas: KGZ,TJK");
    app.add_option("--name", options.name, "id of the study (default: that of the folder)");
    app.add_option("--title", options.title, "title, in English (default: of the names of state and poles)");
    app.add_option("--title-kk", options.title_kk, "title in Kazakh");
    app.add_option("--title-ru", options.title_ru, "title in Russian");
    app.add_option("--outcome", options.outcome,
                   "of a table of cases: the column to be explained (default: the first)");
    app.add_option("--event-year", options.event_year,
                   "year of an event whose effect is asked for (trace.synth, trace.its, trace.contrast)")
        ->check(CLI::Range(1816, 2100));
    app.add_flag("--refer", options.refer, "name the files where they are instead of copying them");
}

}  // namespace

void add_study_new(CLI::App& noun, Session& session) {
    auto options = std::make_shared<NewStudyOptions>();
    CLI::App& app = add_command(
        noun, "new",
        "Write a study that runs as it is. With --data: of your own files, with an analysis by each method that they "
        "can\n"
        "feed, example propositions marked as placeholders, and a README; exit status 3 when they feed none. Without\n"
        "options: a small study with invented data and a commented study.toml to start from.",
        {{"tarazy study new my-study && tarazy study run my-study", "a study with invented data, and run it"},
         {"tarazy study new mongolia --focus MNG --poles RUS,CHN,WEST=USA+GBR --years 1991-2023 --comparison "
          "KGZ,TJK,NPL --data votes.csv.gz --data roll_calls.csv.gz --with align",
          "a study of Mongolia from votes in the General Assembly"}},
        session, [options, &session] {
            if (options->has_order()) {
                write_ordered(*options, session);
            } else {
                write_invented(options->folder, session);
            }
            tell(session, "next: tarazy study run " + shell_word(options->folder));
        });
    add_options(app, *options);
}

}  // namespace tarazy
