#include "align/similarity/similarity.hpp"
#include "align/similarity/ties.hpp"
#include "align/votes/sitting.hpp"
#include "base/text_lists.hpp"
#include "cli/align/commands.hpp"
#include "cli/align/names.hpp"
#include "cli/align/options.hpp"
#include "cli/table_in_parts.hpp"
#include "table/state_codes.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>

namespace tarazy {
namespace {

struct AlignSimilarityWords {
    VoteInputs inputs;
    std::string ties, weights, system, states, with, interval = "percentile";
    std::optional<int> year;
    std::vector<std::string> measures = {"s_abs", "kappa_sq", "agree_voeten"};
    std::size_t bootstrap = 0;
    double level = 0.9;
};

void warn_of_unknown_states(Session& session, const VoteData& votes) {
    if (votes.assembly.has_names() || std::ranges::none_of(votes.states, is_number_of_a_state)) return;
    std::string unknown;
    for (const int state : votes.states) {
        if (is_number_of_a_state(state)) continue;
        add_item(unknown, std::to_string(state));
    }
    if (!unknown.empty()) warn(session, "not in the COW list of states, taken as they are: " + unknown);
}

std::vector<int> members_asked(const VoteData& votes, const std::string& text) {
    if (text.empty() || !votes.assembly.has_names()) return parse_states(text);
    return parse_member_numbers(text, known_names(votes.assembly, votes.states), votes.assembly);
}

/// A state that stands under several numbers in time need not be there under all of them.
void warn_of_absent(Session& session, const VoteData& votes, const std::vector<int>& states) {
    for (const int state : states) {
        if (votes.state_index(state)) continue;
        const auto iso3 = iso3_of_cow(state, 2000);
        const std::vector<int> numbers = iso3 ? numbers_of_state(*iso3, std::nullopt) : std::vector<int>();
        const auto votes_as = [&](int number) { return votes.state_index(number).has_value(); };
        if (std::ranges::any_of(numbers, votes_as)) continue;
        warn(session, "state " + std::to_string(state) + " has no votes here");
    }
}

/// An empty result is no success.
void require_dyads(const Table& dyads, const std::string& word) {
    if (dyads.rows() > 0) return;
    throw InputError({"", 0, 0,
                      "there is no pair to compare: of the " + word +
                          "s asked for fewer than two are here at "
                          "the same time",
                      "name " + word + "s that are there, or leave out --states and --with"});
}

/// All sessions give some 200 MB of text: each is written when it is computed. Sessions without a pair are passed over.
void print_by_session(Session& session, const VoteData& votes, const SimilarityOptions& options) {
    print_table_in_parts(session, [&](const std::function<void(const Table&)>& print) {
        bool printed = false;
        vote_similarity_by_session(votes, options, [&](const Table& dyads) {
            if (dyads.rows() == 0) return;
            print(dyads);
            printed = true;
        });
        if (!printed) require_dyads(Table(), votes.assembly.member_word());
    });
}

void from_votes(Session& session, const AlignSimilarityWords& options) {
    const VoteData votes = read_votes(session, options.inputs);
    warn_of_unknown_states(session, votes);
    SimilarityOptions similarity;
    similarity.states = members_asked(votes, options.states);
    similarity.with = members_asked(votes, options.with);
    similarity.bootstrap = options.bootstrap;
    similarity.interval_measures = options.measures;
    similarity.interval = options.interval == "bca" ? IntervalKind::bca : IntervalKind::percentile;
    similarity.level = options.level;
    similarity.seed = session.seed;
    similarity.threads = session.threads;
    similarity.work = session.work;
    warn_of_absent(session, votes, similarity.states);
    warn_of_absent(session, votes, similarity.with);
    warn_all(session, votes.warnings);
    if (takes_table_in_parts(session)) return print_by_session(session, votes, similarity);
    const Table dyads = vote_similarity(votes, similarity);
    require_dyads(dyads, votes.assembly.member_word());
    print_table(session, dyads);
}

void from_ties(Session& session, const AlignSimilarityWords& options) {
    const Table table = read_input(session, options.ties);
    const bool dyad_years = table.find("ccode1").has_value();
    if (dyad_years && !options.year) throw UsageError("alliances by dyad and year need --year");
    TieMatrix ties = dyad_years ? atop_ties(table, read_state_system(session, options.system), *options.year)
                                : load_tie_matrix(table);
    if (options.year) ties.year = options.year;
    std::vector<double> weights;
    if (!options.weights.empty()) weights = tie_weights(ties, read_input(session, options.weights), ties.warnings);
    warn_all(session, ties.warnings);
    if (options.bootstrap > 0)
        warn(session, "ties are a census: they have no sampling error, so no intervals are given");
    const Table dyads = tie_similarity(ties, weights, parse_states(options.states), session.work);
    require_dyads(dyads, "state");
    print_table(session, dyads);
}

}  // namespace

void add_align_similarity(CLI::App& noun, Session& session) {
    auto options = std::make_shared<AlignSimilarityWords>();
    CLI::App& app = add_command(
        noun, "similarity",
        "Similarity of foreign policy portfolios for every pair of states: S (Signorino & Ritter 1999), weighted "
        "kappa\n"
        "(Cohen 1968), pi (Scott 1955), tau-b, and agreement rates, from roll-call votes or from alliance ties.",
        {{"tarazy align similarity --votes examples/invented-assembly/votes.csv --roll-calls "
          "examples/invented-assembly/roll_calls.csv --sessions 63 --states KAZ,RUS,CHN,USA --bootstrap 1000",
          "the pairs of four states in one session, with intervals by resampling roll calls"},
         {"tarazy align similarity --ties examples/invented-assembly/ties.csv --weights "
          "examples/invented-assembly/weights.csv",
          "alliance portfolios, also weighted by capabilities"},
         {"tarazy align similarity --votes un_votes.csv.gz more.csv.gz --roll-calls calls.csv more_calls.csv -o "
          "all.csv",
          "every pair in every session of your own files"}},
        session, [&session, options] {
            if (options->inputs.votes.empty() == options->ties.empty()) {
                throw UsageError("give either --votes or --ties");
            }
            if (options->ties.empty()) {
                from_votes(session, *options);
            } else {
                from_ties(session, *options);
            }
        });
    add_vote_options(app, options->inputs);
    app.add_option("--states", options->states, "only pairs among these: codes or names, comma-separated");
    app.add_option("--with", options->with, "only pairs with one of these");
    app.add_option("--bootstrap", options->bootstrap, "replicates for intervals (0 = none)")
        ->check(CLI::Range(0, 1000000));
    app.add_option("--interval", options->interval, "percentile or bca")->check(CLI::IsMember({"percentile", "bca"}));
    app.add_option("--level", options->level, "level of the intervals")
        ->check(CLI::Range(0.01, 0.999))
        ->capture_default_str();
    app.add_option("--measures", options->measures, "measures that get an interval")->delimiter(',');
    app.add_option("--ties", options->ties,
                   "square matrix of tie codes with first column ccode, or alliances by dyad and year (ATOP)");
    app.add_option("--weights", options->weights, "weights of the states: ccode,weight or ccode,year,cinc");
    app.add_option("--system", options->system,
                   "state system: ccode,styear,endyear (for alliances by dyad and year; default: the program's list)");
    app.add_option("--year", options->year, "year of the alliances and weights");
}

}  // namespace tarazy
