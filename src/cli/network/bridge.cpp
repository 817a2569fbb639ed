#include "base/text_lists.hpp"
#include "cli/network/commands.hpp"
#include "cli/network/membership_options.hpp"
#include "cli/network/pole_words.hpp"
#include "network/bridging/bridge_history.hpp"
#include "study/parameters.hpp"

#include <memory>
#include <set>

namespace tarazy {
namespace {

struct BridgeWords {
    MembershipWords memberships;
    std::string years, states, poles, show = "years";
    std::size_t peers = 20, draws = 999;
};

/// The poles with the codes of their members.
std::vector<std::pair<std::string, std::vector<std::string>>> poles_of_states(const std::string& words) {
    auto poles = pole_words(words);
    std::set<std::string> all;
    for (auto& [pole, members] : poles) {
        for (std::string& member : members) {
            const auto code = member_code(member);
            if (!code) throw UsageError("--poles names '" + member + "', which is no state");
            if (!all.insert(*code).second) throw UsageError("--poles: '" + *code + "' stands in two poles");
            member = *code;
        }
    }
    return poles;
}

std::vector<std::string> states_of_words(const std::string& words) {
    std::vector<std::string> states;
    for (const std::string& word : listed(words, ',')) {
        const auto code = member_code(word);
        if (!code) throw UsageError("--state names '" + word + "', which is no state");
        states.push_back(*code);
    }
    return states;
}

void bridge(Session& session, const BridgeWords& words) {
    const AffiliationRecord record = read_memberships(session, words.memberships);
    BridgeHistoryOptions options;
    const auto span = parse_span(words.years);
    if (!span) throw UsageError("--years is '" + words.years + "'; write 1992-2014");
    options.first = span->first;
    options.last = span->last;
    options.states = states_of_words(words.states);
    options.blocs = poles_of_states(words.poles);
    options.windows = {{span->first, span->last}};
    if (!options.states.empty()) options.pictured = options.states.front();
    options.rule = year_rule(session, words.memberships);
    options.peers = words.peers;
    options.draws = words.draws;
    options.seed = session.seed;
    options.threads = session.threads;
    options.work = session.work;
    const BridgeHistory history = bridge_history(record, options);
    for (const std::string& note : history.notes) warn(session, note);
    const Table& shown = words.show == "pairs"          ? history.pairs
                         : words.show == "windows"      ? history.windows
                         : words.show == "institutions" ? history.institutions
                         : words.show == "cards"        ? history.cards
                                                        : history.years;
    if (shown.rows() == 0)
        throw InputError(Problem{words.memberships.memberships, 0, 0,
                                 "in no year of " + words.years +
                                     " is there a network in which these states and a member "
                                     "of every pole are known to be in something",
                                 "take other years, or name other states or poles"});
    print_table(session, shown);
}

}  // namespace

void add_network_bridge(CLI::App& noun, Session& session) {
    auto words = std::make_shared<BridgeWords>();
    const std::string data = "studies/kazakhstan/data/institution_memberships.csv";
    const std::string poles = " --poles RUS=RUS,CHN=CHN,WEST=USA+GBR+FRA+DEU";
    CLI::App& app = add_command(
        noun, "bridge",
        "Is a state a bridge between poles beyond what its number of memberships explains? Year by year, against "
        "states\n"
        "of equal degree and against networks with the same margins.",
        {{"tarazy network bridge --memberships " + data + " --years 1996-2014 --state KAZ" + poles,
          "a row a year: bridges, probability of more than a state of equal degree, p by memberships alone"},
         {"tarazy network bridge --memberships " + data + " --years 2014-2014 --state KAZ" + poles +
              " --show institutions",
          "the institutions behind the number, with the lines of the file"}},
        session, [&session, words] { bridge(session, *words); });
    add_membership_options(app, words->memberships, {.year = false, .incidence = false});
    app.add_option("--years", words->years, "first and last year: 1992-2014")->required();
    app.add_option("--state", words->states, "state, or states: KAZ,UZB")->required();
    app.add_option("--poles", words->poles, "POLE=STATE+STATE, poles by commas")->required();
    app.add_option("--peers", words->peers, "states of equal degree, at least")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1000}))
        ->capture_default_str();
    app.add_option("--draws", words->draws, "of institutions, and of networks with the same margins")
        ->check(CLI::Range(std::size_t{99}, std::size_t{1'000'000}))
        ->capture_default_str();
    app.add_option("--show", words->show, "years, pairs (of poles), windows, institutions or cards")
        ->check(CLI::IsMember({"years", "pairs", "windows", "institutions", "cards"}))
        ->capture_default_str();
}

}  // namespace tarazy
