#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"
#include "cli/network/commands.hpp"
#include "cli/network/function_options.hpp"
#include "cli/network/pole_words.hpp"
#include "cli/network/unused_options.hpp"
#include "network/functions/function_shapley.hpp"
#include "network/functions/knockout_tables.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

struct KnockoutOptions {
    FunctionWords words;
    std::string poles, show = "sets";
    std::vector<std::string> remove;
    bool pairs = false, shapley = false;
    std::size_t draws = 0;
    const CLI::App* app = nullptr;  ///< tells which options were typed
};

/// Members who are not in the network are told and left out.
Blocs poles_named(Session& session, const CarriedFunctions& carried, const std::string& list) {
    std::vector<std::pair<std::string, std::vector<std::string>>> members;
    std::vector<std::string> absent;
    for (const auto& [pole, words] : pole_words(list)) {
        std::vector<std::string>& names = members.emplace_back(pole, std::vector<std::string>()).second;
        for (const std::string& word : words) {
            if (const auto place = state_in_network(carried, word))
                names.push_back(carried.states[*place]);
            else
                absent.push_back(word);
        }
        if (names.empty())
            throw UsageError("--poles: no member of '" + pole + "' is in the network; write POLE=STATE+STATE");
    }
    if (!absent.empty())
        warn(session, "members of poles who are not in the network are left out: " + joined(absent, ", "));
    Blocs blocs = blocs_of(members, carried.states);
    if (blocs.names.size() < 2) throw UsageError("--poles names fewer than two poles");
    return blocs;
}

std::vector<std::uint32_t> removed_together(const CarriedFunctions& carried, const std::string& set) {
    std::vector<std::uint32_t> places;
    for (const std::string& name : listed(set, '+')) {
        const auto found = std::ranges::find(carried.institutions, name);
        if (found == carried.institutions.end())
            throw UsageError("--remove: '" + name + "' is not in the network; " +
                             name_hint(name, carried.institutions));
        places.push_back(static_cast<std::uint32_t>(found - carried.institutions.begin()));
    }
    if (places.empty()) throw UsageError("--remove names no institution");
    return places;
}

void show_shapley(Session& session, const CarriedFunctions& carried, const KnockoutOptions& options) {
    FunctionGame game;
    game.states = chosen_states(carried, options.words.states);
    game.draws = options.draws;
    game.seed = session.seed;
    game.threads = session.threads;
    game.work = session.work;
    const FunctionShapley shapley = function_shapley(carried, game);
    if (!shapley.exact)
        note(session, "the values are sampled from " + std::to_string(shapley.draws) + " orders of the institutions");
    print_table(session, shapley_table(carried, shapley));
}

void knock_out_as_asked(Session& session, const KnockoutOptions& options) {
    if (options.draws > 0 && !options.shapley) throw UsageError("--draws goes with --shapley");
    if (options.draws == 1) throw UsageError("--draws is 1; give at least 2, so that there is a standard error");
    if (options.shapley)
        refuse_unused(*options.app, {"--pairs", "--remove", "--poles", "--show"},
                      "with --shapley, which has a row an institution");
    const CarriedFunctions carried = read_carried_functions(session, options.words);
    if (options.shapley) return show_shapley(session, carried, options);
    KnockoutQuestion question;
    question.states = chosen_states(carried, options.words.states);
    question.each = options.remove.empty() || options.pairs;
    question.pairs = options.pairs;
    for (const std::string& set : options.remove) question.sets.push_back(removed_together(carried, set));
    std::optional<Blocs> blocs;
    if (!options.poles.empty()) {
        blocs = poles_named(session, carried, options.poles);
        question.blocs = &*blocs;
    }
    question.threads = session.threads;
    question.work = session.work;
    const std::vector<RemovalEffect> effects = knock_out(carried, question);
    print_table(session, options.show == "states" ? removals_by_state_table(carried, question, effects)
                                                  : removals_table(carried, question, effects));
}

}  // namespace

void add_network_knockout(CLI::App& noun, Session& session) {
    auto options = std::make_shared<KnockoutOptions>();
    const std::string data = "studies/kazakhstan/data/";
    const std::string given = "tarazy network knockout --memberships " + data +
                              "institution_memberships.csv --year 2014 --functions " + data + "institutions.csv";
    CLI::App& app = add_command(
        noun, "knockout",
        "What is lost when institutions are taken away: functions without a provider, coverage, the parts the network\n"
        "falls into and, with --poles, the balance of shared institutions between the poles and exclusive bridges; and "
        "the\n"
        "Shapley value of every institution. It says what rests on whom, not what would happen.",
        {{given + " --states KAZ --pairs --poles RUS,CHN,WEST=USA+GBR+FRA",
          "every institution and every two of them; what KAZ would lose is named"},
         {given + " --states KAZ --shapley",
          "what each institution contributes to the functions of KAZ that are covered"}},
        session, [&session, options] { knock_out_as_asked(session, *options); });
    options->app = &app;
    add_function_options(app, options->words);
    app.add_flag("--pairs", options->pairs, "every two institutions as well");
    app.add_option("--remove", options->remove,
                   "institutions to remove together: IAEA+UN; may be repeated. Without --pairs only these")
        ->take_all();
    app.add_option("--poles", options->poles, "poles: RUS,CHN,WEST=USA+GBR+FRA+DEU");
    app.add_option("--show", options->show, "sets (a row a set of institutions) or states (a row a set and state)")
        ->check(CLI::IsMember({"sets", "states"}))
        ->capture_default_str();
    app.add_flag("--shapley", options->shapley,
                 "the Shapley value of every institution for the functions of --states that are covered");
    app.add_option("--draws", options->draws,
                   "with --shapley: sample so many orders of the institutions instead of the exact value")
        ->check(CLI::Range(std::size_t{0}, std::size_t{10'000'000}));
}

}  // namespace tarazy
