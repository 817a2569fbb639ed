#include "align/balance/balance.hpp"
#include "align/balance/balance_summary.hpp"
#include "align/balance/flow_domains.hpp"
#include "align/balance/institution_domain.hpp"
#include "align/balance/position_domain.hpp"
#include "align/votes/sitting.hpp"
#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "cli/align/commands.hpp"
#include "cli/align/names.hpp"
#include "cli/align/options.hpp"
#include "io/atomic_file.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

namespace tarazy {
namespace {

struct AlignBalanceWords {
    std::string draws, states, poles, weights, labels, memberships, institutions, years, windows, summary;
    std::vector<std::string> flows;
    std::optional<double> detection_limit;
    double width = 1;
};

/// "imports=trade.csv" as name and file.
std::pair<std::string, std::string> named(const std::string& text, const std::string& option) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
        throw UsageError(option + " takes NAME=..., such as " + option + " imports=imports.csv");
    return {text.substr(0, equals), text.substr(equals + 1)};
}

std::map<std::string, double> parse_weights(const std::string& text) {
    std::map<std::string, double> weights;
    if (text.empty()) return weights;
    for (const std::string& part : split(text, ',')) {
        const auto [domain, number] = named(part, "--weights");
        const std::string called = "the weight of " + domain;
        weights[domain] = number_argument(number, called);
        check_at_least(weights[domain], 0, called);
    }
    return weights;
}

std::vector<int> members_of_draws(const IdealPointDraws& draws) {
    std::set<int> members;
    for (const StateSession& node : draws.nodes) members.insert(node.state);
    return {members.begin(), members.end()};
}

/// A domain in which nothing matches is no domain: an empty result is no success.
void require_years(const DomainSeries& series, const std::string& source) {
    const auto known = [](double closeness) { return !std::isnan(closeness); };
    const auto some = [&](const DomainDraws& one) { return std::ranges::any_of(one.closeness, known); };
    if (std::ranges::any_of(series.state_years, some)) return;
    throw InputError(
        {source, 0, 0,
         series.state_years.empty() ? "nothing is about the states of --states and the poles of --poles"
                                    : "no closeness of the states of --states to a pole is known",
         "compare the codes of the file with --states and --poles; the warnings tell what does not match"});
}

DomainSeries shared_institutions(Session& session, const AlignBalanceWords& options,
                                 const std::vector<std::string>& states, const std::vector<PoleMembers>& poles) {
    if (options.institutions.empty() || options.years.empty())
        throw UsageError("--memberships needs --institutions and --years");
    const std::vector<YearWindow> years = parse_windows(options.years);
    if (years.size() != 1) throw UsageError("--years takes one span, such as 1992-2014");
    const Table spells = read_input(session, options.memberships);
    return institution_domain(spells, read_input(session, options.institutions),
                              {"institutions", states, poles, years.front(), {"member"}, session.work});
}

/// What the options ask for, once states and poles are known.
void run_for(Session& session, const AlignBalanceWords& options, const std::vector<std::string>& states,
             const std::vector<PoleMembers>& poles, const std::optional<IdealPointDraws>& positions);

void run(Session& session, const AlignBalanceWords& options) {
    if (!options.windows.empty() && options.summary.empty())
        throw UsageError("--windows belongs to --summary; name a file for the table: --summary summary.csv");
    if (options.draws.empty() && options.flows.empty() && options.memberships.empty())
        throw UsageError("give --draws, --flows or --memberships, or several of them");
    std::optional<IdealPointDraws> positions;
    if (!options.draws.empty()) {
        positions = read_draws(options.draws);
        session.inputs.push_back({options.draws, sha256_hex(read_file(options.draws)), positions->nodes.size()});
    }
    const std::vector<int> members = positions ? members_of_draws(*positions) : std::vector<int>();
    if (positions && !are_states(positions->assembly, members)) {
        const KnownNames known = known_names(positions->assembly, members);
        run_for(session, options, parse_members(options.states, known), parse_member_poles(options.poles, known),
                positions);
        return;
    }
    const std::vector<PoleMembers> poles = parse_poles(options.poles);
    run_for(session, options, parse_state_codes(options.states), poles, positions);
}

/// The tension among the poles may be known where no share of a state is: when the state is itself a pole.
bool any_share(const Table& quantities) {
    const std::vector<std::string> names = require_texts(quantities, "quantity");
    const Column& values = quantities["value"];
    for (std::size_t row = 0; row < names.size(); ++row)
        if (names[row] == "share" && !values.missing(row)) return true;
    return false;
}

void run_for(Session& session, const AlignBalanceWords& options, const std::vector<std::string>& states,
             const std::vector<PoleMembers>& poles, const std::optional<IdealPointDraws>& positions) {
    check_poles(poles);
    std::vector<DomainDraws> domains;
    const auto take = [&](DomainSeries series, const std::string& source) {
        warn_all(session, series.warnings);
        require_years(series, source);
        std::ranges::move(series.state_years, std::back_inserter(domains));
    };
    std::size_t draws = 1000;
    if (positions) {
        draws = positions->draws_a_node();
        take(position_domain(*positions, {"votes", states, poles, options.width, session.threads, session.work}),
             options.draws);
    }
    for (const std::string& flow : options.flows) {
        const auto [domain, file] = named(flow, "--flows");
        FlowOptions figures;
        figures.domain = domain;
        figures.states = states;
        figures.poles = poles;
        figures.draws = draws;
        figures.detection_limit = options.detection_limit;
        figures.seed = session.seed;
        figures.work = session.work;
        take(flow_domain(read_input(session, file), figures), file);
    }
    if (!options.memberships.empty()) take(shared_institutions(session, options, states, poles), options.memberships);
    BalanceOptions balance_options;
    for (const PoleMembers& pole : poles) balance_options.poles.push_back(pole.id);
    balance_options.weights = parse_weights(options.weights);
    balance_options.seed = session.seed;
    balance_options.threads = session.threads;
    balance_options.work = session.work;
    const BalanceResult result = balance(domains, balance_options);
    if (!any_share(result.quantities)) {
        if (const std::string own = own_poles_text(states, poles); !own.empty())
            throw InputError({"", 0, 0, "no share is known: " + own, own_poles_remedy});
        throw InputError({"", 0, 0, "no share is known: in no year is every pole known in any domain",
                          "name poles that the data know; the warnings tell which they do not"});
    }
    if (!options.labels.empty()) write_beside(session, result.labels, options.labels);
    if (!options.summary.empty()) {
        const std::vector<YearWindow> windows =
            options.windows.empty() ? std::vector<YearWindow>() : parse_windows(options.windows);
        const Table summary = balance_summary(domains, balance_options, windows);
        warn_of_empty_windows(session, summary, windows);
        write_summary(session, summary, options.summary);
    }
    print_table(session, result.quantities);
}

}  // namespace

void add_align_balance(CLI::App& noun, Session& session) {
    auto options = std::make_shared<AlignBalanceWords>();
    CLI::App& app = add_command(
        noun, "balance",
        "How a state divides its closeness among poles, domain by domain and overall: shares, evenness, tilts and the "
        "hedge\n"
        "(balance within domains, or dependence on different poles in different domains), with joint uncertainty.",
        {{"tarazy align balance --draws a.draws --states KAZ --poles RUS,CHN,WEST=USA+GBR+FRA+DEU",
          "from the draws that 'tarazy align ideal-points --draws-file a.draws' wrote"},
         {"tarazy align balance --draws a.draws --flows imports=imports.csv --flows arms=arms.csv --states KAZ,UZB "
          "--poles RUS,CHN --labels labels.csv",
          "votes, imports and arms together; one label a state and year in a second file"}},
        session, [&session, options] { run(session, *options); });
    app.add_option("--draws", options->draws, "joint draws of ideal points: the domain 'votes'");
    app.add_option(
        "--flows", options->flows,
        "NAME=FILE: a domain of yearly figures, state,year,pole,value[,lower,upper,censored]; may be repeated");
    app.add_option(
        "--memberships", options->memberships,
        "spells of membership, institution,iso3,status,start,end,right_censored_at: the domain 'institutions'");
    app.add_option("--institutions", options->institutions, "the institutions to compare: institution[,complete_to]");
    app.add_option("--years", options->years, "years of --memberships: 1992-2014");
    app.add_option("--states", options->states, "states of interest: codes or names, comma-separated")->required();
    app.add_option("--poles", options->poles, "poles: RUS,CHN,WEST=USA+GBR+FRA+DEU")->required();
    app.add_option("--weights", options->weights, "weights of the domains, votes=1,imports=2; equal when not given");
    app.add_option("--width", options->width,
                   "multiplies the typical distance of two states, by which closeness falls to 1/e")
        ->check(CLI::Range(0.01, 100.0))
        ->capture_default_str();
    app.add_option("--detection-limit", options->detection_limit,
                   "smallest figure that the sources of --flows would record; needed where a pole has 0");
    app.add_option("--summary", options->summary, "write means over windows of years to this file");
    app.add_option("--windows", options->windows,
                   "windows of --summary: 1994-2003,2004-2014; one over all years when not given");
    app.add_option("--labels", options->labels, "write one row a state and year, with its label, to this file");
}

}  // namespace tarazy
