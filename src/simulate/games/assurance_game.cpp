#include "simulate/games/assurance_game.hpp"

#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "io/json_document.hpp"
#include "simulate/scenario/scenario_keys.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tarazy {
namespace {

constexpr double largest_payoff = 1e6;

std::vector<AssuranceParameter> parameter_list() {
    using Game = AssuranceGame;
    const double low = -largest_payoff, high = largest_payoff;
    return {
        {"p", &Game::p, 0, 1, "probability that the guarantor is resolved"},
        {"signal_cost", &Game::signal_cost, 0, high, "cost of assuring, to the guarantor"},
        {"audience_cost", &Game::audience_cost, 0, high, "cost of reneging after an assurance, to the guarantor"},
        {"guarantor_honours_resolved", &Game::guarantor_honours_resolved, low, high, "resolved guarantor, honouring"},
        {"guarantor_honours_unresolved", &Game::guarantor_honours_unresolved, low, high,
         "unresolved guarantor, honouring"},
        {"guarantor_reneges", &Game::guarantor_reneges, low, high, "guarantor, reneging"},
        {"guarantor_unpressed", &Game::guarantor_unpressed, low, high, "guarantor, when nobody presses"},
        {"guarantor_hedged", &Game::guarantor_hedged, low, high, "guarantor, when the state hedges"},
        {"state_honoured", &Game::state_honoured, low, high, "state, pressed and helped"},
        {"state_abandoned", &Game::state_abandoned, low, high, "state, pressed and left alone"},
        {"state_unpressed", &Game::state_unpressed, low, high, "state, having forgone and not pressed"},
        {"state_hedged", &Game::state_hedged, low, high, "state, hedging"},
        {"challenger_honoured", &Game::challenger_honoured, low, high, "challenger, pressing against help"},
        {"challenger_abandoned", &Game::challenger_abandoned, low, high, "challenger, pressing without help"},
        {"challenger_unpressed", &Game::challenger_unpressed, low, high, "challenger, refraining"},
        {"challenger_hedged", &Game::challenger_hedged, low, high, "challenger, when the state hedges"},
    };
}

/// Numbers of a tree are written with 12 decimals at most: 1 - 0.7 is 0.3 then, and probabilities sum to 1 in the file
/// as well.
GameNumber tidy(double value) {
    const double scaled = std::round(value * 1e12);
    return game_number(std::abs(scaled) < 9e15 ? scaled / 1e12 : value);
}

/// Puts the tree together, one branch like the other.
class AssuranceTree {
public:
    explicit AssuranceTree(const AssuranceGame& numbers) : numbers_(numbers) {}

    ExtensiveGame build() {
        game_.title = "assurance p=" + number_text(numbers_.p);
        game_.players = {"Guarantor", "Middle", "Challenger"};
        const GameNumber p = tidy(numbers_.p);
        game_.chances.push_back({"Type", {"Resolved", "Unresolved"}, {p, tidy(1 - p.value)}});
        const std::size_t root = add_game_node(game_, {.kind = GameNodeKind::chance});
        for (const bool resolved : {true, false}) {
            const std::string type = resolved ? "R" : "U";
            const std::size_t message = add_set(root, 0, type, {"Assure", "Silent"});
            for (const bool assured : {true, false}) add_message(message, type, resolved, assured);
        }
        return std::move(game_);
    }

private:
    void add_message(std::size_t above, const std::string& type, bool resolved, bool assured) {
        const std::string message = assured ? "Assure" : "Silent";
        const double cost = assured ? numbers_.signal_cost : 0;
        const std::size_t answer = add_set(above, 1, message, {"Forgo", "Hedge"});
        const std::size_t challenge = add_set(answer, 2, message, {"Press", "Refrain"});
        const std::size_t pressed = add_set(challenge, 0, type + "." + message, {"Honour", "Renege"});
        add_end(pressed,
                (resolved ? numbers_.guarantor_honours_resolved : numbers_.guarantor_honours_unresolved) - cost,
                numbers_.state_honoured, numbers_.challenger_honoured);
        add_end(pressed, numbers_.guarantor_reneges - cost - (assured ? numbers_.audience_cost : 0),
                numbers_.state_abandoned, numbers_.challenger_abandoned);
        add_end(challenge, numbers_.guarantor_unpressed - cost, numbers_.state_unpressed,
                numbers_.challenger_unpressed);
        add_end(answer, numbers_.guarantor_hedged - cost, numbers_.state_hedged, numbers_.challenger_hedged);
    }

    /// A node of the player's set of that label, which is made where it is not there.
    std::size_t add_set(std::size_t above, std::size_t player, const std::string& label,
                        const std::vector<std::string>& moves) {
        const auto found = std::ranges::find_if(
            game_.sets, [&](const InformationSet& set) { return set.player == player && set.label == label; });
        const auto set = static_cast<std::size_t>(found - game_.sets.begin());
        if (found == game_.sets.end()) game_.sets.push_back({player, label, moves});
        return add_game_node(game_, {.kind = GameNodeKind::personal, .set = set, .parent = above});
    }

    void add_end(std::size_t above, double guarantor, double state, double challenger) {
        game_.outcomes.push_back({"", {tidy(guarantor), tidy(state), tidy(challenger)}});
        add_game_node(game_, {.outcome = game_.outcomes.size() - 1, .parent = above});
    }

    const AssuranceGame& numbers_;
    ExtensiveGame game_;
};

}  // namespace

const std::vector<AssuranceParameter>& assurance_parameters() {
    static const std::vector<AssuranceParameter> parameters = parameter_list();
    return parameters;
}

const AssuranceParameter* assurance_parameter(std::string_view name) {
    const std::vector<AssuranceParameter>& all = assurance_parameters();
    const auto found = std::ranges::find(all, name, &AssuranceParameter::name);
    return found == all.end() ? nullptr : &*found;
}

void check_assurance_game(const AssuranceGame& game) {
    for (const AssuranceParameter& parameter : assurance_parameters())
        check_between(game.*parameter.member, parameter.least, parameter.most, parameter.name);
}

ExtensiveGame assurance_tree(const AssuranceGame& game) {
    return AssuranceTree(game).build();
}

AssuranceGame assurance_numbers(const TomlValue& table, const std::string& path, Diagnostics& diagnostics) {
    AssuranceGame game;
    ScenarioKeys keys(table, path, "game", diagnostics);
    std::vector<std::string> names = {"title", "description", "source"};
    for (const AssuranceParameter& parameter : assurance_parameters()) names.emplace_back(parameter.name);
    keys.allow(names);
    for (const AssuranceParameter& parameter : assurance_parameters()) {
        const std::optional<double> value = keys.number(parameter.name);
        if (!value) continue;
        if (*value >= parameter.least && *value <= parameter.most)
            game.*parameter.member = *value;
        else
            keys.problem(parameter.name, std::string(parameter.name) + " is " + number_text(*value),
                         "give a number from " + number_text(parameter.least) + " to " + number_text(parameter.most));
    }
    return game;
}

AssuranceGame read_assurance_game(std::string_view text, const std::string& path) {
    const TomlValue document = parse_document(text, path);
    Diagnostics diagnostics;
    AssuranceGame game;
    ScenarioKeys outer(document, path, "", diagnostics);
    outer.allow({"title", "description", "source", "game"});
    const TomlEntry* entry = document.find("game");
    if (entry == nullptr || entry->value.kind != TomlKind::table)
        outer.problem("game", "there is no table [game]", "name the numbers below [game]: p = 0.3");
    else
        game = assurance_numbers(entry->value, path, diagnostics);
    diagnostics.throw_if_any();
    return game;
}

}  // namespace tarazy
