#include "cli/simulate/commands.hpp"
#include "cli/simulate/panel_options.hpp"
#include "simulate/forecast/hindcast_table.hpp"

#include <memory>
#include <set>

namespace tarazy {
namespace {

struct HindcastCommand {
    PanelWords words;
    std::optional<std::int64_t> from, to;
    std::string by = "auto", show = "skill";
    std::size_t replicates = 2000, bins = 10;
    double level = 0.95;
};

ScoreGroups hindcast_groups(const HindcastCommand& command, const PanelRead& read) {
    if (command.by == "state") return ScoreGroups::states;
    if (command.by == "series") return ScoreGroups::series;
    const bool one_unit = read.scale.kind != ValueScale::Kind::free || read.panel.series.size() == 1;
    return command.by == "all" || one_unit ? ScoreGroups::all : ScoreGroups::series;
}

void tell_readings(Session& session, const Hindcast& result, const std::vector<ForecastSkill>& skills) {
    std::set<std::string> told;
    for (const ForecastSkill& skill : skills) {
        if (skill.reading.empty()) continue;
        const std::string sentence = std::to_string(result.horizons[skill.horizon]) +
                                     (result.horizons[skill.horizon] == 1 ? " year ahead, " : " years ahead, ") +
                                     (skill.group.empty() ? "" : skill.group + ", ") +
                                     result.forecasters[skill.forecaster] + ": " + skill.reading;
        if (told.insert(sentence).second) note(session, sentence);
    }
}

void run_hindcast(Session& session, const HindcastCommand& command) {
    const PanelRead read = read_panel_input(session, command.words);
    const Hindcast result = hindcast(read.panel, read.forecasters,
                                     {.horizons = read.horizons,
                                      .first_origin = command.from,
                                      .last_origin = command.to,
                                      .draws = command.words.draws,
                                      .scale = read.scale,
                                      .seed = session.seed,
                                      .threads = session.threads,
                                      .work = session.work});
    for (const std::string& sentence : result.notes) note(session, sentence);
    note(session, "origins " + std::to_string(result.origins.front()) + "-" + std::to_string(result.origins.back()));
    if (result.not_in_all > 0)
        note(session,
             std::to_string(result.not_in_all) + " outcomes are left out: some forecaster has no forecast of them");
    if (command.show == "scores") return print_table(session, score_table(result));
    if (command.show == "pit") {
        if (command.bins > command.words.draws + 1)
            throw UsageError("--bins is " + std::to_string(command.bins) + "; give at most the draws and one, " +
                             std::to_string(command.words.draws + 1));
        return print_table(session, pit_table(result, command.bins));
    }
    const ScoreGroups groups = hindcast_groups(command, read);
    const std::vector<ForecastSkill> skills = forecast_skills(result, {.groups = groups,
                                                                       .replicates = command.replicates,
                                                                       .level = command.level,
                                                                       .seed = session.seed,
                                                                       .threads = session.threads,
                                                                       .work = session.work});
    tell_readings(session, result, skills);
    print_table(session, skill_table(result, skills, groups));
}

}  // namespace

void add_simulate_hindcast(CLI::App& noun, Session& session) {
    auto command = std::make_shared<HindcastCommand>();
    CLI::App& app = add_command(
        noun, "hindcast",
        "How well would it have been forecast? Forecasts from past origins, each with what was known then, held "
        "against\n"
        "what happened: proper scores, and the skill over the best naive forecast with its interval.",
        {{"tarazy simulate hindcast examples/corridor/shares.csv", "shares of a state's ties, 1, 3 and 5 years ahead"},
         {"tarazy simulate hindcast examples/corridor/shares.csv --horizon 1 --show scores",
          "every score of every forecast"}},
        session, [&session, command] { run_hindcast(session, *command); });
    app.add_option("series", command->words.path,
                   "yearly series: `state,series,year,value`, or a column a series beside `state` and `year`")
        ->required();
    add_panel_options(app, command->words);
    app.add_option("--horizon", command->words.horizons, "years ahead, comma-separated")->capture_default_str();
    app.add_option("--from", command->from, "first origin: last year that a forecast knows; by default the tenth year");
    app.add_option("--to", command->to, "last origin; by default the last with a year after it");
    app.add_option("--by", command->by,
                   "average over all, or apart by series or state; auto: by series unless of one unit")
        ->check(CLI::IsMember({"auto", "all", "series", "state"}))
        ->capture_default_str();
    app.add_option("--show", command->show,
                   "skill; scores: every forecast; pit: how often the outcome lay where among the draws")
        ->check(CLI::IsMember({"skill", "scores", "pit"}))
        ->capture_default_str();
    app.add_option("--bins", command->bins, "of --show pit")
        ->check(CLI::Range(std::size_t{2}, std::size_t{1000}))
        ->capture_default_str();
    app.add_option("--bootstrap", command->replicates, "resamples of blocks of origins; 0 = no interval")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1'000'000}))
        ->capture_default_str();
    app.add_option("--level", command->level, "of the interval of skill")->capture_default_str();
}

}  // namespace tarazy
