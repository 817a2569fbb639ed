#include "align/ideal_points/ideal_points.hpp"
#include "align/votes/roll_call_choice.hpp"
#include "base/number_text.hpp"
#include "cli/align/commands.hpp"
#include "cli/align/names.hpp"
#include "cli/align/options.hpp"
#include "table/state_reference.hpp"

#include <algorithm>
#include <iomanip>
#include <memory>
#include <optional>
#include <set>
#include <sstream>

namespace tarazy {
namespace {

constexpr const char* default_anchors = "USA,RUS";

struct AlignIdealPointsWords {
    VoteInputs inputs;
    std::string bridges, states, method = "map", absent = "out", anchors, items, fit, sampler, draws_file;
    std::optional<int> bridge_titles;
    RollCallChoice choice;
    bool no_bridge = false;
    std::optional<double> omega2;
    std::optional<std::size_t> draws;
    std::size_t chains = 4;
    std::optional<std::size_t> warmup;
};

bool sits(const VotePanel& panel, int member) {
    return std::ranges::any_of(panel.nodes, [&](const StateSession& node) { return node.state == member; });
}

/// The two of --anchors in an assembly whose members have names or parties.
std::pair<int, int> named_anchors(const std::string& text, const VoteData& votes) {
    const KnownNames known = known_names(votes.assembly, votes.states);
    const std::vector<std::string> names = parse_members(text, known);
    if (names.size() != 2) throw UsageError("--anchors takes two members, the upper end first");
    return {parse_member_numbers(names[0], known, votes.assembly).front(),
            parse_member_numbers(names[1], known, votes.assembly).front()};
}

/// The two states of --anchors; a code that stood for several numbers (DEU) gives the one the votes know.
std::pair<int, int> anchors(const std::string& text, const VoteData& votes) {
    const std::vector<std::string> codes =
        split_list_of_states(text, [](const std::string& item) { return !cow_numbers_meant(item).empty(); });
    if (codes.size() != 2) throw UsageError("--anchors takes two states, the upper end first: USA,RUS");
    const auto known = [&](const std::string& code) {
        const std::vector<int> numbers = parse_states(code);
        for (const int number : numbers)
            if (votes.state_index(number)) return number;
        return numbers.front();
    };
    return {known(codes[0]), known(codes[1])};
}

/// Anchors that tell up from down. Those asked for must be there; without any the default does where it is there, and
/// elsewhere the member farthest from the centre (see `ideal_points`).
std::pair<int, int> anchors_of(Session& session, const AlignIdealPointsWords& options, const VoteData& votes,
                               const VotePanel& panel) {
    constexpr int nobody = -1;
    const bool asked = !options.anchors.empty();
    if (!asked && !votes.assembly.names.empty()) {
        note(session, "no --anchors: the member farthest from the centre is put at the upper end");
        return {nobody, nobody};
    }
    const std::string text = asked ? options.anchors : default_anchors;
    const std::pair<int, int> found =
        asked && votes.assembly.has_names() ? named_anchors(text, votes) : anchors(text, votes);
    if (!asked) {
        if (sits(panel, found.first) || sits(panel, found.second)) return found;
        note(session, "the anchors " + text + " did not vote here: the " + votes.assembly.member_word() +
                          " farthest from the centre is put at the upper end; --anchors names two others");
        return {nobody, nobody};
    }
    if (found.first == found.second) throw UsageError("--anchors names the same member twice");
    for (const int anchor : {found.first, found.second}) {
        if (sits(panel, anchor)) continue;
        throw InputError({"", 0, 0,
                          "the anchor " + votes.assembly.name(anchor) +
                              " has no vote on a contested roll call "
                              "here",
                          "name two that voted with --anchors, the upper end first, or leave it out"});
    }
    return found;
}

/// @throws InputError when the choice leaves no roll call that was voted on
void require_roll_calls(const VoteData& votes, const std::vector<std::int64_t>& left_out,
                        const RollCallChoice& choice) {
    const auto kept = [&](const RollCall& call) { return !std::ranges::binary_search(left_out, call.id); };
    if (std::ranges::any_of(votes.roll_calls, kept)) return;
    throw InputError({"", 0, 0,
                      choice.issue.empty() ? "every roll call here is on a paragraph or amendment"
                                           : "no roll call here has 1 in the column '" + choice.issue + "'" +
                                                 (choice.final_passage ? " and is of a whole text" : ""),
                      "look at the columns of --roll-calls with `tarazy data inspect`"});
}

void require_states(Session& session, const VoteData& votes, const std::vector<int>& states) {
    std::size_t here = 0;
    for (const int state : states) here += votes.state_index(state) ? 1 : 0;
    if (!states.empty() && here == 0)
        warn(session, std::string("none of the ") + votes.assembly.member_word() + "s of --states has votes here");
}

VotePanel read_panel(Session& session, const AlignIdealPointsWords& options, const VoteData& votes,
                     const std::vector<Table>& all_roll_calls) {
    PanelOptions panel;
    std::vector<Table> roll_calls;
    for (const Table& table : all_roll_calls) roll_calls.push_back(with_roll_call_numbers(table, "rcid", votes));
    panel.states =
        options.states.empty() || !votes.assembly.has_names()
            ? parse_states(options.states)
            : parse_member_numbers(options.states, known_names(votes.assembly, votes.states), votes.assembly);
    require_states(session, votes, panel.states);
    panel.absent_abstains = options.absent == "abstain";
    if (!options.choice.issue.empty() || options.choice.final_passage)
        panel.left_out = roll_calls_left_out(roll_calls, options.choice);
    if (!panel.left_out.empty()) require_roll_calls(votes, panel.left_out, options.choice);
    if (!options.no_bridge && !options.bridges.empty())
        panel.same_text = roll_call_pairs(with_roll_call_numbers(
            with_roll_call_numbers(read_input(session, options.bridges), "rcid1", votes), "rcid2", votes));
    if (!options.no_bridge && options.bridge_titles) {
        RollCallPairs titles = repeated_titles(roll_calls, *options.bridge_titles);
        // The list knows roll calls of sessions that were not asked for: no mistake of the user's.
        std::set<std::int64_t> voted;
        for (const RollCall& call : votes.roll_calls) voted.insert(call.id);
        std::erase_if(titles,
                      [&](const auto& pair) { return !voted.contains(pair.first) || !voted.contains(pair.second); });
        if (titles.empty()) warn(session, "--bridge-titles: no title stands in two consecutive sessions here");
        panel.same_text.insert(panel.same_text.end(), titles.begin(), titles.end());
    }
    return vote_panel(votes, panel);
}

void tell_size(Session& session, const VotePanel& panel) {
    std::ostringstream size;
    size << panel.votes() << " votes on " << panel.items.size() << " items (" << panel.bridged_roll_calls
         << " roll calls bridged, " << panel.unanimous << " unanimous left out), " << panel.nodes.size() << ' '
         << panel.assembly.member_word() << "s in sessions, " << panel.sessions.size() << " sessions; " << panel.absent
         << " absences outside the likelihood";
    tell(session, size.str());
}

/// Draws of a chain unless told otherwise. Few votes tell little of the walk's variance, which then moves slowly; but
/// they are soon drawn.
std::size_t draws_of_chain(const VotePanel& panel) {
    constexpr std::size_t many_votes = 100'000;
    return panel.votes() > many_votes ? 750 : 3000;
}

void run(Session& session, const AlignIdealPointsWords& options) {
    if (!options.inputs.sessions.empty()) (void)parse_sessions(options.inputs.sessions);
    const VoteTables tables = read_vote_tables(session, options.inputs);
    const VoteData votes = votes_in(session, options.inputs, tables);
    warn_all(session, votes.warnings);
    const VotePanel panel = read_panel(session, options, votes, tables.roll_calls);
    tell_size(session, panel);
    IdealPointOptions ideal;
    ideal.method = options.method == "mcmc" ? IdealPointMethod::mcmc : IdealPointMethod::map;
    if (options.omega2) ideal.priors.omega2 = *options.omega2;
    ideal.estimate_omega2 = ideal.sample_omega2 = !options.omega2;
    ideal.draws = options.draws.value_or(ideal.method == IdealPointMethod::mcmc ? draws_of_chain(panel) : 1000);
    if (ideal.method == IdealPointMethod::map && !options.sampler.empty())
        throw UsageError("--sampler belongs to --method mcmc");
    if (ideal.method == IdealPointMethod::mcmc && ideal.draws < 4)
        throw UsageError("--draws of --method mcmc is at least 4");
    ideal.chains = options.chains;
    ideal.warmup = options.warmup.value_or(draws_of_chain(panel) / 3);
    ideal.seed = session.seed;
    ideal.threads = session.threads;
    ideal.work = session.work;
    std::tie(ideal.positive_anchor, ideal.negative_anchor) = anchors_of(session, options, votes, panel);
    const IdealPointResult result = ideal_points(panel, ideal);
    if (result.omega2_estimated) {
        std::ostringstream variance;
        variance << "variance of a " << panel.assembly.member_word()
                 << "'s step from session to session: " << std::setprecision(3) << result.omega2 << " (estimated)";
        tell(session, variance.str());
    }
    warn_all(session, result.warnings);
    for (const std::string& failure : result.failures) {
        warn(session, failure);
        session.status = exit_check_failed;
    }
    if (!options.items.empty()) write_beside(session, result.items, options.items);
    if (!options.fit.empty()) write_beside(session, result.fit, options.fit);
    if (!options.sampler.empty()) write_beside(session, result.sampler, options.sampler);
    if (!options.draws_file.empty()) write_draws(options.draws_file, result.draws);
    print_table(session, result.estimates);
}

void add_model_options(CLI::App& app, AlignIdealPointsWords& options) {
    app.add_option("--method", options.method,
                   "map: the mode with intervals, in seconds; mcmc: draws from the posterior")
        ->check(CLI::IsMember({"map", "mcmc"}))
        ->capture_default_str();
    app.add_option("--omega2", options.omega2,
                   "variance of a state's step from one session to the next; estimated when not given")
        ->check(CLI::Range(1e-6, 100.0));
    app.add_option("--anchors", options.anchors,
                   "two states or members that tell up from down, the upper first; USA,RUS where they vote");
    app.add_option("--draws", options.draws,
                   "joint draws of the normal approximation for map (1000; 0 = no intervals); a chain for mcmc (3000; "
                   "750 of more than 100,000 votes)")
        ->check(CLI::Range(0, 100000));
    app.add_option("--chains", options.chains, "chains of mcmc")->check(CLI::Range(1, 64))->capture_default_str();
    app.add_option("--warmup", options.warmup,
                   "draws of mcmc that tune each chain and are dropped (1000; 250 of more than 100,000 votes)")
        ->check(CLI::Range(10, 100000));
    app.add_option("--items", options.items, "write slope and cut points of every item at the mode to this file");
    app.add_option("--fit", options.fit,
                   "write how well the mode tells the votes of each session to this file: shares of the categories, "
                   "share told, APRE");
    app.add_option("--sampler", options.sampler,
                   "write omega2 and the log posterior of the chains, with their convergence, to this file");
    app.add_option("--draws-file", options.draws_file,
                   "write the joint draws to this file (layout: docs/ideal-points.md)");
}

}  // namespace

void add_align_ideal_points(CLI::App& noun, Session& session) {
    auto options = std::make_shared<AlignIdealPointsWords>();
    CLI::App& app = add_command(
        noun, "ideal-points",
        "Positions of states on one dimension, session by session, from their votes: dynamic ordinal ideal points. A "
        "state's\n"
        "position moves as a random walk; roll calls on the same text (--bridges) carry the scale from session to "
        "session.",
        {{"tarazy align ideal-points --votes examples/invented-assembly/votes.csv --roll-calls "
          "examples/invented-assembly/roll_calls.csv",
          "one row a state and session, with 90% intervals"},
         {"tarazy align ideal-points --votes un_votes.csv.gz --roll-calls un_roll_calls.csv.gz --bridges matches.csv "
          "--final-passage --sessions 46-74",
          "the General Assembly after the Cold War"},
         {"tarazy align ideal-points --votes votes.csv --roll-calls rolls.csv --method mcmc --draws 2000 --draws-file "
          "a.draws",
          "draws from the posterior, with convergence of every number"}},
        session, [&session, options] { run(session, *options); });
    app.add_option("--votes", options->inputs.votes, votes_help)->required();
    app.add_option("--roll-calls", options->inputs.roll_calls,
                   "roll calls: rcid,session,...; several files are joined");
    app.add_option("--sessions", options->inputs.sessions, "only these sessions: 69, 46-74 or 60,69-71");
    app.add_option("--states", options->states, "only these states: codes or names, comma-separated");
    app.add_option("--bridges", options->bridges, "pairs of roll calls on the same text: rcid1,rcid2");
    app.add_option("--bridge-titles", options->bridge_titles,
                   "from this session on also bridge roll calls that bear the same title as one of the session before");
    app.add_flag("--no-bridge", options->no_bridge, "every roll call is an item of its own");
    app.add_option("--issue", options->choice.issue, "only roll calls with 1 in this column: nu, me, di, hr, co, ec");
    app.add_flag("--final-passage", options->choice.final_passage,
                 "leave out votes on paragraphs and amendments (columns para, amend)");
    add_coding_options(app, options->inputs);
    app.add_option("--absent", options->absent, "an absence is left out, or counts as an abstention")
        ->check(CLI::IsMember({"out", "abstain"}))
        ->capture_default_str();
    add_model_options(app, *options);
}

}  // namespace tarazy
