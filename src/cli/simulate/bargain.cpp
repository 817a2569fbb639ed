#include "base/nearest_name.hpp"
#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "cli/json_stream.hpp"
#include "cli/simulate/commands.hpp"
#include "io/atomic_file.hpp"
#include "simulate/bargain/bargain_tables.hpp"
#include "simulate/bargain/read_actors.hpp"
#include "table/rounding.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <memory>

namespace tarazy {
namespace {

struct BargainCommand {
    std::string path, model = "smp", show, issue, variant = "paper";
    std::vector<std::string> named;     ///< values of the choices, in the order of `smp_choices`; empty = default
    std::vector<std::string> settings;  ///< NAME=VALUE
    std::vector<double> range;
    std::optional<double> salience_scale;
    bool ktab_compat = false;
    std::optional<std::size_t> max_turns, rounds;
    double status_quo = 1;

    [[nodiscard]] bool is_smp() const { return model == "smp"; }
};

SmpOptions smp_options_of(const BargainCommand& command) {
    SmpOptions options;
    for (std::size_t place = 0; place < command.named.size(); ++place)
        if (!command.named[place].empty()) set_smp_choice(options, smp_choices()[place].name, command.named[place]);
    for (const std::string& setting : command.settings) {
        const std::size_t sign = setting.find('=');
        if (sign == std::string::npos)
            throw UsageError("--option is '" + setting + "'; give NAME=VALUE, as in election=markov-uniform");
        set_smp_choice(options, setting.substr(0, sign), setting.substr(sign + 1));
    }
    options.ktab_compat = command.ktab_compat;
    options.max_turns = command.max_turns.value_or(options.max_turns);
    return options;
}

BdmOptions bdm_options_of(const BargainCommand& command) {
    BdmOptions options;
    options.variant = command.variant == "paper" ? BdmVariant::paper : BdmVariant::scholz_code;
    options.status_quo = command.status_quo;
    options.rounds = command.rounds.value_or(100);
    options.stop_early = !command.rounds;
    return options;
}

void refuse_options_of_the_other(const BargainCommand& command) {
    const bool smp_choice = std::ranges::any_of(command.named, [](const std::string& one) { return !one.empty(); }) ||
                            !command.settings.empty() || command.ktab_compat || command.max_turns;
    if (!command.is_smp() && command.show != "models" && smp_choice)
        throw UsageError("the options of the spatial model go with --model smp");
    if (command.is_smp() && command.show != "models" && command.rounds)
        throw UsageError("--rounds goes with --model bdm; --max-turns says how many turns the spatial model has");
    if (!command.is_smp() && command.show == "pce")
        throw UsageError("--show pce goes with --model smp: the expected utility model holds no election");
}

BargainActors read_bargain_actors(Session& session, const BargainCommand& command) {
    ActorReading reading;
    if (!command.range.empty()) {
        reading.lowest = command.range[0];
        reading.highest = command.range[1];
        if (!(reading.lowest < reading.highest)) throw UsageError("--range has to begin with its lower end");
    }
    reading.salience_scale = command.salience_scale;
    reading.least_actors = command.is_smp() || command.show == "models" ? 3 : 2;
    ActorsRead read;
    std::string text;
    if (command.path.ends_with(".csv") || command.path.ends_with(".txt")) text = read_file(command.path);
    if (is_ktab_layout(text)) {
        read = actors_of_ktab(text, command.path, reading);
        session.inputs.push_back({command.path, sha256_hex(text), read.actors.count()});
    } else {
        read = actors_of_table(read_input(session, command.path), reading);
    }
    for (const std::string& sentence : read.notes) note(session, command.path + ": " + sentence);
    if (command.issue.empty()) return read.actors;
    const auto found = std::ranges::find(read.actors.issues, command.issue);
    if (found == read.actors.issues.end())
        throw UsageError("--issue is " + command.issue + "; " + name_hint(command.issue, read.actors.issues));
    return with_issue(read.actors, static_cast<std::size_t>(found - read.actors.issues.begin()));
}

void tell_bargain_end(Session& session, const BargainCourse& course, bool length_asked) {
    const std::size_t count = course.middles.size() - 1;
    const std::string turns = std::to_string(count) + (count == 1 ? " turn" : " turns");
    switch (course.end) {
        case BargainEnd::no_conflict: note(session, "no conflict: all actors stand at the same place"); return;
        case BargainEnd::converged: note(session, course.model + ": converged after " + turns); return;
        case BargainEnd::cycle:
            warn(session, course.model + ": after " + turns + " positions are those of " +
                              std::to_string(course.cycle_length) +
                              " turns before: they go round for ever, and no single turn is the outcome");
            return;
        case BargainEnd::max_turns: break;
    }
    if (length_asked) return note(session, course.model + ": " + turns + ", as asked; positions still move");
    warn(session, course.model + ": has not settled after " + turns + ": the last turn is not where bargaining ends");
    session.status = exit_check_failed;
}

void show_models(Session& session, const BargainCommand& command, const BargainActors& actors) {
    const std::vector<BargainCourse> courses = courses_by_model(
        actors, smp_options_of(command), bdm_options_of(command), RunDraws(session.seed, 0), session.work);
    note(session, "the models differ in form, and nothing in the data says which is right");
    print_table(session, course_table(courses));
}

void run_smp_command(Session& session, const BargainCommand& command, const BargainActors& actors) {
    const SmpRun run = run_smp(actors, smp_options_of(command), RunDraws(session.seed, 0), session.work);
    const BargainCourse course = smp_course(actors, run);
    tell_bargain_end(session, course, false);
    if (run.unsettled_elections > 0)
        warn(session, std::to_string(run.unsettled_elections) +
                          " elections had not settled after 10,000 steps and were taken as they stood");
    if (command.show.empty() || command.show == "positions") print_table(session, smp_position_table(actors, run));
    if (command.show == "forecast") print_table(session, forecast_table(course));
    if (command.show == "pce") print_table(session, smp_election_table(actors, run));
    if (command.show == "challenges") print_table(session, smp_challenge_table(actors, run));
    if (command.show == "bargains") print_table(session, smp_bargain_table(actors, run));
    if (command.show == "summary") print_table(session, course_table({course}));
}

std::string shown_middle(double value) {
    return fixed_text(value, 2);
}

nlohmann::ordered_json matrix_json(const std::vector<double>& numbers, std::size_t width) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (std::size_t at = 0; at < numbers.size(); at += width) {
        nlohmann::ordered_json row = nlohmann::ordered_json::array();
        for (std::size_t i = 0; i < width; ++i) row.push_back(number_or_null(numbers[at + i]));
        rows.push_back(row);
    }
    return rows;
}

nlohmann::ordered_json round_json(const BargainActors& actors, const BdmRound& round, std::size_t number) {
    nlohmann::ordered_json json = {
        {"round", number}, {"x", round.position}, {"median", round.median}, {"mean", round.mean}};
    if (number == 0) return json;
    const std::size_t count = actors.count();
    json["risk_exponent"] = round.risk_exponent;
    json["probability"] = matrix_json(round.probability, count);
    json["eu_own"] = matrix_json(round.eu_own, count);
    json["eu_perceived"] = matrix_json(round.eu_perceived, count);
    json["offers"] = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < count; ++i) {
        const std::optional<BdmOffer>& offer = round.offers[i];
        if (!offer) {
            json["offers"].push_back(nullptr);
            continue;
        }
        json["offers"].push_back({{"actor", actors.names[i]},
                                  {"to", actors.names[offer->to]},
                                  {"type", to_string(offer->kind)},
                                  {"eu", offer->eu},
                                  {"other_eu", offer->other_eu},
                                  {"position", offer->position}});
    }
    return json;
}

nlohmann::ordered_json bdm_json(const BargainActors& actors, const BdmOptions& options, const BdmRun& run,
                                const BargainCourse& other) {
    nlohmann::ordered_json json = {{"actors", actors.names},    {"c", actors.capability},
                                   {"s", actors.salience},      {"position_range", run.range},
                                   {"q", options.status_quo},   {"variant", to_string(options.variant)},
                                   {"end", to_string(run.end)}, {"rounds", nlohmann::ordered_json::array()}};
    for (std::size_t number = 0; number < run.rounds.size(); ++number)
        json["rounds"].push_back(round_json(actors, run.rounds[number], number));
    json["other_variant"] = {{"variant", other.model},
                             {"end", to_string(other.end)},
                             {"mean", other.middles.back()[0].mean},
                             {"median", other.middles.back()[0].median}};
    return json;
}

void run_bdm_command(Session& session, const BargainCommand& command, const BargainActors& actors) {
    if (actors.issues.size() > 1)
        throw UsageError("--model bdm takes one issue, and there are " + std::to_string(actors.issues.size()) +
                         "; give --issue " + joined(actors.issues, " or "));
    const BdmOptions options = bdm_options_of(command);
    BdmOptions other_options = options;
    other_options.variant = options.variant == BdmVariant::paper ? BdmVariant::scholz_code : BdmVariant::paper;
    const BdmRun run = run_bdm(actors, options, session.work), other_run = run_bdm(actors, other_options, session.work);
    BargainCourse course = bdm_course(actors, run), other = bdm_course(actors, other_run);
    course.model = "bdm " + std::string(to_string(options.variant));
    other.model = to_string(other_options.variant);
    tell_bargain_end(session, course, command.rounds.has_value());
    if (run.end != BargainEnd::no_conflict)
        note(session, "the variant '" + other.model + "' ends at mean " + shown_middle(other.middles.back()[0].mean) +
                          " and median " + shown_middle(other.middles.back()[0].median) + " where '" +
                          std::string(to_string(options.variant)) + "' ends at " +
                          shown_middle(course.middles.back()[0].mean) + " and " +
                          shown_middle(course.middles.back()[0].median) + ": so much hangs on the form of the model");
    if (command.show.empty()) {
        const Table positions = bdm_position_table(actors, run);
        return print_json(session, bdm_json(actors, options, run, other).dump(),
                          session.format_asked ? &positions : nullptr);
    }
    if (command.show == "positions") print_table(session, bdm_position_table(actors, run));
    if (command.show == "forecast") print_table(session, forecast_table(course));
    if (command.show == "challenges") print_table(session, bdm_contest_table(actors, run));
    if (command.show == "bargains") print_table(session, bdm_offer_table(actors, run));
    if (command.show == "summary") print_table(session, course_table({course}));
}

void bargain(Session& session, const BargainCommand& command) {
    refuse_options_of_the_other(command);
    const BargainActors actors = read_bargain_actors(session, command);
    if (command.show == "models")
        show_models(session, command, actors);
    else if (command.is_smp())
        run_smp_command(session, command, actors);
    else
        run_bdm_command(session, command, actors);
}

void add_smp_options(CLI::App& app, BargainCommand& command) {
    command.named.resize(smp_choices().size());
    const std::vector<std::string> defaults = smp_choice_texts({});
    for (std::size_t place = 0; place < smp_choices().size(); ++place) {
        const SmpChoice& choice = smp_choices()[place];
        const std::string otherwise = defaults[place].substr(choice.name.size() + 1);
        app.add_option("--" + choice.name, command.named[place],
                       "smp: " + choice.meaning + " (KTAB's " + choice.peer_name + "; default " + otherwise + ")")
            ->check(CLI::IsMember(choice.values));
    }
    app.add_option("--option", command.settings,
                   "smp: the same as NAME=VALUE, also by KTAB's names and codes: pce=MarkovUniform, vr=3");
    app.add_flag("--ktab-compat", command.ktab_compat, "smp: with the defects of KTAB that change its results");
    app.add_option("--max-turns", command.max_turns, "smp: most turns (default 100)")
        ->check(CLI::Range(std::size_t{1}, std::size_t{100'000}));
}

}  // namespace

void add_simulate_bargain(CLI::App& noun, Session& session) {
    auto command = std::make_shared<BargainCommand>();
    const std::string data = "tarazy simulate bargain examples/corridor/actors.csv";
    CLI::App& app = add_command(
        noun, "bargain",
        "Where would bargaining end? Actors with capability, position and salience: the spatial model of politics\n"
        "(KTAB's SMP) on several issues, or the expected utility model (Bueno de Mesquita 1994) on one.",
        {{data + " --show forecast", "weighted mean and median of each issue, turn by turn"},
         {data + " --show models", "what each model says of the end"},
         {data + " --model bdm --issue pipelines --show bargains", "who concedes to whom in the other model"}},
        session, [&session, command] { bargain(session, *command); });
    app.add_option(
           "--actors,actors", command->path,
           "table actor,capability,position,salience; of several issues position_ISSUE,salience_ISSUE, or a row "
           "an actor and issue; or KTAB's layout")
        ->required();
    app.add_option("--model", command->model, "smp, or bdm (one issue)")
        ->check(CLI::IsMember({"smp", "bdm"}))
        ->capture_default_str();
    app.add_option(
           "--show", command->show,
           "positions (default), forecast (weighted mean and median), pce (probabilities and attitudes to risk), "
           "challenges, bargains, summary (how it ended), models (all models)")
        ->check(CLI::IsMember({"positions", "forecast", "pce", "challenges", "bargains", "summary", "models"}));
    app.add_option("--issue", command->issue, "this issue alone");
    app.add_option("--range", command->range, "ends of the scale of positions (default 0 100)")->expected(2);
    app.add_option("--salience-scale", command->salience_scale,
                   "all of an actor's attention: 1 or 100 (default: 1 where nobody spends more)")
        ->check(CLI::IsMember({1.0, 100.0}));
    add_smp_options(app, *command);
    app.add_option("--variant", command->variant, "bdm: paper, or scholz-code; the other is run, too")
        ->check(CLI::IsMember({"paper", "scholz-code"}))
        ->capture_default_str();
    app.add_option("--rounds", command->rounds,
                   "bdm: exactly so many (default: until nobody moves or positions repeat themselves, at most 100)")
        ->check(CLI::Range(std::size_t{1}, std::size_t{100'000}));
    app.add_option("--status-quo", command->status_quo, "bdm: probability that nothing changes without a challenge")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
}

}  // namespace tarazy
