#include "align/balance/shares.hpp"
#include "align/similarity/ties.hpp"
#include "align/votes/sitting.hpp"
#include "cli/align/commands.hpp"
#include "cli/align/names.hpp"
#include "cli/align/options.hpp"

#include <memory>
#include <optional>

namespace tarazy {
namespace {

struct AlignSharesWords {
    VoteInputs inputs;
    std::string ties, system, states, poles, windows, years, summary;
    std::optional<int> agenda_break;
    std::size_t bootstrap = 1000;
};

SharesOptions shares_options(const Session& session, const AlignSharesWords& options) {
    SharesOptions shares;
    shares.states = parse_state_codes(options.states);
    shares.poles = parse_poles(options.poles);
    shares.windows = parse_windows(options.windows);
    shares.agenda_break = options.agenda_break;
    shares.bootstrap = options.bootstrap;
    shares.seed = session.seed;
    shares.threads = session.threads;
    shares.work = session.work;
    return shares;
}

/// The same where members have names or parties.
SharesOptions shares_of_members(const Session& session, const AlignSharesWords& options, const VoteData& votes) {
    const KnownNames known = known_names(votes.assembly, votes.states);
    SharesOptions shares;
    shares.states = parse_members(options.states, known);
    shares.poles = parse_member_poles(options.poles, known);
    shares.windows = parse_windows(options.windows);
    shares.agenda_break = options.agenda_break;
    shares.bootstrap = options.bootstrap;
    shares.seed = session.seed;
    shares.threads = session.threads;
    shares.work = session.work;
    return shares;
}

/// What was asked for, and what was found.
struct AskedShares {
    SharesOptions asked;
    SharesResult found;
};

AskedShares from_votes(Session& session, const AlignSharesWords& options) {
    const VoteData votes = read_votes(session, options.inputs);
    const SharesOptions shares = are_states(votes.assembly, votes.states) ? shares_options(session, options)
                                                                          : shares_of_members(session, options, votes);
    check_poles(shares.poles);
    return {shares, vote_shares(votes, shares)};
}

/// An empty result is no success.
void require_shares(const Table& by_year, const SharesOptions& options, const std::string& of) {
    if (by_year.rows() == 0)
        throw InputError(
            {"", 0, 0,
             "none of the states of --states is in the " + of + " of these " + (of == "votes" ? "sessions" : "years"),
             "name states that are there; `tarazy data inspect` shows a file"});
    if (by_year["share"].count_missing() < by_year.rows()) return;
    if (const std::string own = own_poles_text(options.states, options.poles); !own.empty())
        throw InputError({"", 0, 0, "no share is known: " + own, own_poles_remedy});
    throw InputError({"", 0, 0,
                      "no share is known: in no row is every pole near enough to be compared, since a pole has "
                      "no member in the " +
                          of,
                      "name poles whose members are there; the warnings tell who is not"});
}

AskedShares from_ties(Session& session, const AlignSharesWords& options) {
    const SharesOptions shares = shares_options(session, options);
    check_poles(shares.poles);
    if (options.years.empty()) throw UsageError("--ties needs --years");
    const Table dyad_years = read_input(session, options.ties), system = read_state_system(session, options.system);
    std::vector<TieMatrix> years;
    for (const YearWindow span : parse_windows(options.years)) {
        for (int year = span.first; year <= span.last; ++year) {
            session.work.check();
            years.push_back(atop_ties(dyad_years, system, year));
        }
    }
    return {shares, tie_shares(years, shares)};
}

}  // namespace

void add_align_shares(CLI::App& noun, Session& session) {
    auto options = std::make_shared<AlignSharesWords>();
    CLI::App& app = add_command(
        noun, "shares",
        "How near a state is to each pole, year by year, and which part of its closeness each pole has: from agreement "
        "in\n"
        "roll-call votes, with intervals by resampling roll calls, or from alliance ties.",
        {{"tarazy align shares --votes examples/invented-assembly/votes.csv --roll-calls "
          "examples/invented-assembly/roll_calls.csv --states KAZ --poles RUS,CHN,WEST=USA+GBR+FRA+DEU",
          "one row a state, year and pole"},
         {"tarazy align shares --votes examples/invented-assembly/votes.csv --roll-calls "
          "examples/invented-assembly/roll_calls.csv --states KAZ,UZB --poles RUS,CHN --windows 2005-2006,2007-2008 "
          "--summary summary.csv",
          "means, differences, trends and evenness by window in a second file"},
         {"tarazy align shares --ties atop.csv --system states.csv --years 1992-2018 --states KAZ --poles RUS,CHN,USA",
          "from alliances by dyad and year"}},
        session, [&session, options] {
            if (options->inputs.votes.empty() == options->ties.empty())
                throw UsageError("give either --votes or --ties");
            const auto [asked, result] =
                options->ties.empty() ? from_votes(session, *options) : from_ties(session, *options);
            warn_all(session, result.warnings);
            require_shares(result.by_year, asked, options->ties.empty() ? "votes" : "state system");
            warn_of_empty_windows(session, result.summary, parse_windows(options->windows));
            if (!options->summary.empty()) write_summary(session, result.summary, options->summary);
            print_table(session, result.by_year);
        });
    add_vote_options(app, options->inputs);
    app.add_option("--states", options->states, "states of interest: codes or names, comma-separated")->required();
    app.add_option("--poles", options->poles, "poles: RUS,CHN,WEST=USA+GBR+FRA+DEU")->required();
    app.add_option("--windows", options->windows, "spans of years of the summary: 1992-2001,2002-2012");
    app.add_option("--agenda-break", options->agenda_break,
                   "flag sessions from this one on and leave them out of the summary");
    app.add_option("--bootstrap", options->bootstrap, "replicates for intervals (0 = none)")
        ->check(CLI::Range(0, 100000))
        ->capture_default_str();
    app.add_option("--summary", options->summary,
                   "write means, differences, trends and evenness by window to this file");
    app.add_option("--ties", options->ties, "alliances by dyad and year (ATOP)");
    app.add_option("--system", options->system, "state system: ccode,styear,endyear (default: the program's list)");
    app.add_option("--years", options->years, "years of the alliances: 1992-2018");
}

}  // namespace tarazy
