#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "cli/simulate/commands.hpp"
#include "io/atomic_file.hpp"
#include "simulate/games/assurance_statics.hpp"
#include "simulate/games/efg_file.hpp"
#include "simulate/games/game_tables.hpp"
#include "simulate/games/nfg_file.hpp"
#include "simulate/scenario/number_grid.hpp"

#include <memory>

namespace tarazy {
namespace {

struct AssureCommand {
    std::string game, show, write, over = "p", lambda = "1,4";
    std::string p, audience_cost, signal_cost;
    std::vector<std::string> set;
    std::optional<double> from, to;
    std::size_t most_steps = LogitBranchOptions{}.most_steps;
};

/// What is solved: the assurance game over a grid, or one game of a file.
struct AssureTask {
    AssuranceGrid grid;
    std::optional<ExtensiveGame> from_file;
    std::optional<StrategicGame> strategic;
};

bool ends_with(const std::string& path, std::string_view ending) {
    return path.size() > ending.size() && path.ends_with(ending);
}

void add_axis(AssuranceGrid& grid, const std::string& name, const std::string& list, const std::string& option) {
    if (list.empty()) return;
    for (const AssuranceGrid::Axis& axis : grid.axes)
        if (axis.parameter == name) throw UsageError(option + ": " + name + " is given twice");
    grid.axes.push_back({name, number_grid(list, option)});
}

AssureTask read_task(Session& session, const AssureCommand& command) {
    AssureTask task;
    task.grid.lambdas = number_grid(command.lambda, "--lambda");
    const bool file_of_game = ends_with(command.game, ".efg") || ends_with(command.game, ".nfg");
    if (!command.game.empty()) {
        const std::string text = read_file(command.game);
        session.inputs.push_back({command.game, sha256_hex(text), 0});
        DecodedText decoded;
        if (file_of_game) decode_input(session, command.game, text, decoded);
        if (ends_with(command.game, ".efg")) {
            GameRead read = read_efg(decoded.text, command.game);
            for (const std::string& sentence : read.notes) note(session, command.game + ", " + sentence);
            task.from_file = std::move(read.game);
        } else if (file_of_game) {
            task.strategic = read_nfg(decoded.text, command.game);
            task.from_file = tree_of(*task.strategic);
        } else {
            task.grid.game = read_assurance_game(text, command.game);
        }
    }
    add_axis(task.grid, "p", command.p, "--p");
    add_axis(task.grid, "audience_cost", command.audience_cost, "--audience-cost");
    add_axis(task.grid, "signal_cost", command.signal_cost, "--signal-cost");
    for (const std::string& item : command.set) {
        const std::size_t equals = item.find('=');
        if (equals == std::string::npos) throw UsageError("--set " + item + ": write NAME=NUMBERS");
        const std::string name = item.substr(0, equals);
        if (assurance_parameter(name) == nullptr) {
            std::vector<std::string> names;
            for (const AssuranceParameter& parameter : assurance_parameters()) names.emplace_back(parameter.name);
            throw UsageError("--set: the assurance game has no number '" + name + "'; " + name_hint(name, names));
        }
        add_axis(task.grid, name, item.substr(equals + 1), "--set " + name);
    }
    if (task.from_file && !task.grid.axes.empty())
        throw UsageError("--p, --audience-cost, --signal-cost and --set are numbers of the assurance game; " +
                         command.game + " is another game");
    return task;
}

/// The one game that is to be solved. @throws UsageError where the grid has several
ExtensiveGame the_game(const AssureTask& task, const std::string& why) {
    if (task.from_file) return *task.from_file;
    AssuranceGame game = task.grid.game;
    for (const AssuranceGrid::Axis& axis : task.grid.axes) {
        if (axis.values.size() != 1) throw UsageError(why + " is of one game; give one number for " + axis.parameter);
        game.*assurance_parameter(axis.parameter)->member = axis.values.front();
    }
    check_assurance_game(game);
    return assurance_tree(game);
}

void tell_missing(Session& session, const std::vector<double>& lambdas, const LogitBranch& branch) {
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < lambdas.size(); ++i)
        if (!branch.asked[i]) missing.push_back(number_text(lambdas[i]));
    if (branch.turns > 0)
        note(session, "lambda turns back " + std::to_string(branch.turns) + (branch.turns == 1 ? " time" : " times") +
                          " on the branch; what is shown of a lambda is where the branch first meets it");
    if (branch.bifurcations > 0)
        note(session, "other branches cross this one (" + std::to_string(branch.bifurcations) +
                          "); the one that goes straight on was followed");
    if (missing.empty()) return;
    session.status = exit_check_failed;
    warn(session, "the branch was not followed to lambda " + joined(missing, ", ") + ": it ended (" +
                      std::string(to_string(branch.end)) + ") at " + number_text(branch.last.lambda) + " after " +
                      std::to_string(branch.steps) + " steps");
}

void tell_limit(Session& session, const LogitBranch& branch, double range) {
    note(session, "the branch was followed to lambda " + number_text(branch.last.lambda) + " in " +
                      std::to_string(branch.steps) + " steps: largest regret " + number_text(branch.last.regret) +
                      " (payoffs span " + number_text(range) + "), largest change of a probability over the last " +
                      "tenfold lambda " + number_text(branch.still_moving));
    note(session,
         "the limit is one candidate for a sequential equilibrium, the one of this branch; a game may have others");
    if (branch.end == BranchEnd::regret) return;
    constexpr double near_enough = 1e-6;
    if (branch.end == BranchEnd::lambda_limit && branch.last.relative_regret <= near_enough) return;
    session.status = exit_check_failed;
    if (branch.end == BranchEnd::lambda_limit) {
        warn(session,
             "at the largest lambda a player would still gain " + number_text(branch.last.relative_regret) +
                 " of the payoffs' range by another move: this is no equilibrium; payoffs of the players differ "
                 "too much in size for one lambda, so scale them alike");
        return;
    }
    warn(session, "the branch ended before its limit (" + std::string(to_string(branch.end)) + ")");
}

void print_limit(Session& session, const AssureCommand& command, const ExtensiveGame& game) {
    const GameValues values(game);
    const LogitBranch branch =
        trace_logit_branch(values, {.to_limit = true, .most_steps = command.most_steps, .work = session.work});
    tell_limit(session, branch, values.payoff_range());
    print_table(session, command.show == "limit" ? move_table(game, values, branch.last)
                                                 : belief_table(game, values, branch.last));
}

void print_branch(Session& session, const AssureCommand& command, const AssureTask& task, const ExtensiveGame& game) {
    const LogitBranch branch = trace_logit_branch(
        GameValues(game), {.lambdas = task.grid.lambdas, .most_steps = command.most_steps, .work = session.work});
    tell_missing(session, task.grid.lambdas, branch);
    print_table(session, branch_table(game, task.grid.lambdas, branch));
}

void write_game(const AssureCommand& command, const AssureTask& task) {
    if (ends_with(command.write, ".nfg")) {
        if (!task.strategic) throw UsageError("--write: a tree is written as .efg; .nfg is for what was read as .nfg");
        write_file_atomically(command.write, nfg_text(*task.strategic));
        return;
    }
    if (!ends_with(command.write, ".efg"))
        throw UsageError("--write " + command.write + ": name a file.efg or file.nfg");
    write_file_atomically(command.write, efg_text(the_game(task, "--write")));
}

void assure(Session& session, AssureCommand command) {
    const AssureTask task = read_task(session, command);
    if (command.show.empty()) command.show = task.from_file ? "qre" : "statics";
    const bool of_assurance = command.show == "statics" || command.show == "thresholds";
    if (of_assurance && task.from_file)
        throw UsageError("--show " + command.show + " is of the assurance game; " + command.game +
                         " can show qre, pure, limit, beliefs");
    if (!command.write.empty()) write_game(command, task);
    if (command.show == "statics")
        return print_table(session, assurance_statics(task.grid, {.threads = session.threads, .work = session.work}));
    if (command.show == "thresholds")
        return print_table(session, threshold_positions(task.grid, {.over = command.over,
                                                                    .from = command.from,
                                                                    .to = command.to,
                                                                    .threads = session.threads,
                                                                    .work = session.work}));
    const ExtensiveGame game = the_game(task, "--show " + command.show);
    if (command.show == "qre") return print_branch(session, command, task, game);
    if (command.show != "pure") return print_limit(session, command, game);
    const std::vector<PureProfile> equilibria = pure_equilibria(game, {.work = session.work});
    note(session, equilibria.empty()
                      ? "the game has no equilibrium in pure strategies"
                      : std::to_string(equilibria.size()) + (equilibria.size() == 1 ? " equilibrium" : " equilibria") +
                            " in pure strategies");
    print_table(session, pure_table(game, equilibria));
}

}  // namespace

void add_simulate_assure(CLI::App& noun, Session& session) {
    auto command = std::make_shared<AssureCommand>();
    CLI::App& app = add_command(
        noun, "assure",
        "What does an assurance change? A game of guarantor, state and challenger, and any small game, solved for\n"
        "agent quantal response equilibria (McKelvey & Palfrey 1998) along their principal branch.",
        {{"tarazy simulate assure --p 0.1:0.9:0.2 --audience-cost 0.2,0.6,1 --lambda 4",
          "what guarantor, state and challenger do, over belief in the guarantor and the cost of breaking its word"},
         {"tarazy simulate assure examples/assurance/assurance.toml --show thresholds",
          "at which belief in the guarantor answers change sides"},
         {"tarazy simulate assure examples/assurance/selten_horse.efg --lambda 1,4,8", "any game in Gambit's form"}},
        session, [&session, command] { assure(session, *command); });
    app.add_option("game,--game", command->game,
                   "numbers of the assurance game (.toml, .json), or another game (.efg, .nfg)");
    app.add_option("--p", command->p, "probability that the guarantor is resolved: 0.3, or 0.1,0.5, or 0:1:0.1");
    app.add_option("--audience-cost", command->audience_cost, "cost of breaking an assurance; listed in the same way");
    app.add_option("--signal-cost", command->signal_cost, "cost of assuring; listed in the same way");
    app.add_option("--set", command->set, "any number of the game: state_hedged=0:0.4:0.1");
    app.add_option("--lambda", command->lambda, "how closely players follow their payoffs: 0 = not at all; a list")
        ->capture_default_str();
    app.add_option("--show", command->show,
                   "statics (default), thresholds; qre (default for files of games), pure, limit, beliefs")
        ->check(CLI::IsMember({"statics", "thresholds", "qre", "pure", "limit", "beliefs"}));
    app.add_option("--over", command->over, "with --show thresholds: the number that moves")->capture_default_str();
    app.add_option("--from", command->from, "with --show thresholds: where it begins");
    app.add_option("--to", command->to, "with --show thresholds: where it ends");
    app.add_option("--steps", command->most_steps, "along the branch, at most")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000}))
        ->capture_default_str();
    app.add_option("--write", command->write, "write the game to FILE.efg as well, for Gambit");
}

}  // namespace tarazy
