#include "align/ideal_points/ideal_points.hpp"

#include "align/ideal_points/simulated_panel_test.hpp"
#include "align/votes/roll_call_choice.hpp"
#include "base/error.hpp"
#include "io/atomic_file.hpp"
#include "io/compressed.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>

namespace tarazy {
namespace ideal_points_test {

const std::string testdata = TARAZY_SOURCE_DIR "/src/align/testdata/";
using Positions = std::map<std::pair<int, int>, double>;  // state, session

Positions means(const Table& estimates) {
    Positions result;
    for (std::size_t row = 0; row < estimates.rows(); ++row) {
        result[{static_cast<int>(*estimates["ccode"].integer(row)),
                static_cast<int>(*estimates["session"].integer(row))}] = *estimates["mean"].real(row);
    }
    return result;
}

/// Both on the positions that both have, standardised.
struct Pair {
    std::vector<double> ours, theirs;
    double correlation = 0;
    double mean_difference = 0;  ///< of absolute values, in standard deviations, after turning the sign
};

void standardise(std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (double& each : values) {
        each -= mean;
        squares += each * each;
    }
    for (double& each : values) each /= std::sqrt(squares / n);
}

Pair compared(const Positions& ours, const Positions& theirs, std::optional<int> session = {}) {
    Pair pair;
    for (const auto& [key, value] : ours) {
        const auto other = theirs.find(key);
        if (other == theirs.end() || (session && key.second != *session)) continue;
        pair.ours.push_back(value);
        pair.theirs.push_back(other->second);
    }
    standardise(pair.ours);
    standardise(pair.theirs);
    const auto n = static_cast<double>(pair.ours.size());
    pair.correlation = std::inner_product(pair.ours.begin(), pair.ours.end(), pair.theirs.begin(), 0.0) / n;
    for (std::size_t i = 0; i < pair.ours.size(); ++i)
        pair.mean_difference += std::abs(pair.ours[i] * (pair.correlation < 0 ? -1 : 1) - pair.theirs[i]) / n;
    return pair;
}

VoteData votes_in(const std::string& file) {
    const std::vector<Table> votes = {read_table(testdata + file)};
    return load_votes(votes, {});
}

/// Yes against everything else, as the binary peers see it.
VoteData yes_or_not(VoteData votes) {
    for (std::uint8_t& cell : votes.cells)
        if (cell == VoteData::abstain) cell = VoteData::no;
    return votes;
}

/// R's tables of posterior summaries: `theta.<ccode>[.t<period>]` or `phi.<ccode>.2`.
Positions summaries(const std::string& file, int first_session) {
    const Table table = read_table(testdata + file);
    Positions result;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string variable(*table["variable"].text(row));
        const std::size_t dot = variable.find('.'), second = variable.find('.', dot + 1);
        const int state = std::stoi(variable.substr(dot + 1, second - dot - 1));
        const auto period = variable.find(".t");
        const int session = period == std::string::npos || variable.starts_with("theta") == false
                                ? first_session
                                : first_session - 1 + std::stoi(variable.substr(period + 2));
        if (table["mean"].real(row)) result[{state, session}] = *table["mean"].real(row);
    }
    return result;
}

TEST(IdealPoints, SlowSyntheticVotesGiveTheTruthWithItsUncertainty) {
    PanelOptions options;
    options.same_text = roll_call_pairs(read_table(testdata + "synthetic_a_bridges.csv"));
    const VotePanel panel = vote_panel(votes_in("synthetic_a_votes.csv.gz"), options);
    const Table truth_table = read_table(testdata + "synthetic_a_theta_truth.csv");
    Positions truth;
    for (std::size_t row = 0; row < truth_table.rows(); ++row) {
        truth[{static_cast<int>(*truth_table["ccode"].integer(row)),
               static_cast<int>(*truth_table["session"].integer(row))}] = *truth_table["theta"].real(row);
    }
    IdealPointOptions map, mcmc;
    mcmc.method = IdealPointMethod::mcmc;
    for (const IdealPointOptions& each : {map, mcmc}) {
        const IdealPointResult result = ideal_points(panel, each);
        Pair pair = compared(means(result.estimates), truth);
        EXPECT_GE(std::abs(pair.correlation), 0.975);
        double covered = 0;
        for (std::size_t row = 0; row < result.estimates.rows(); ++row) {
            const double at = pair.theirs[row] * (pair.correlation < 0 ? -1 : 1);
            covered += *result.estimates["q05"].real(row) <= at && at <= *result.estimates["q95"].real(row) ? 1 : 0;
        }
        covered /= static_cast<double>(result.estimates.rows());
        EXPECT_GE(covered, 0.87);
        EXPECT_LE(covered, 0.93);
    }
}

TEST(IdealPoints, SlowAgreeWithMcmcpackOnOneSession) {
    IdealPointOptions options;
    options.method = IdealPointMethod::mcmc;
    options.priors.slope_variance = options.priors.cut_variance = 4;  // AB0 = 0.25
    const VotePanel binary = vote_panel(yes_or_not(votes_in("irt_s69_input.csv")));
    const Pair one = compared(means(ideal_points(binary, options).estimates), summaries("irt_s69_mcmcirt1d.csv", 69));
    ASSERT_EQ(one.ours.size(), 39u);
    EXPECT_GE(std::abs(one.correlation), 0.995);
    EXPECT_LE(one.mean_difference, 0.05);
    const VotePanel ordinal = vote_panel(votes_in("irt_s69_input.csv"));
    const Pair three =
        compared(means(ideal_points(ordinal, options).estimates), summaries("irt_s69_mcmcordfactanal.csv", 69));
    ASSERT_EQ(three.ours.size(), 39u);
    EXPECT_GE(std::abs(three.correlation), 0.985);
}

TEST(IdealPoints, AgreeWithTheDynamicModelOfMcmcpack) {
    IdealPointOptions options;
    options.priors.slope_variance = options.priors.cut_variance = 4;
    options.priors.omega2 = 0.1;
    options.estimate_omega2 = false;
    const VotePanel panel = vote_panel(yes_or_not(votes_in("dynirt_s66_69_input.csv")));
    const Pair pair =
        compared(means(ideal_points(panel, options).estimates), summaries("dynirt_s66_69_mcmcdynamicirt1d.csv", 66));
    ASSERT_EQ(pair.ours.size(), 80u);
    EXPECT_GE(std::abs(pair.correlation), 0.985);
}

/// The General Assembly as the published pipeline takes it; nothing without the shared data.
class GeneralAssembly : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(data + "un_votes.csv.gz"))
            GTEST_SKIP() << "the UN votes are not beside this checkout";
    }
    VotePanel panel(int first, int last, bool bridged, bool binary) const {
        const std::vector<Table> votes = {read_table(data + "un_votes.csv.gz")};
        const std::vector<Table> rolls = {read_table(data + "un_roll_calls.csv.gz")};
        std::vector<int> sessions(static_cast<std::size_t>(last - first + 1));
        std::iota(sessions.begin(), sessions.end(), first);
        RollCallChoice choice;
        choice.final_passage = true;
        PanelOptions options;
        options.left_out = roll_calls_left_out(rolls, choice);
        if (bridged) options.same_text = roll_call_pairs(read_table(data + "bsv_bridge_matches.csv.gz"));
        const VoteData cast = load_votes(votes, rolls, {sessions});
        return vote_panel(binary ? yes_or_not(cast) : cast, options);
    }
    /// A column of published estimates; session = what `time` holds less `before`.
    Positions published(const std::string& file, const char* time, int before, const char* column) const {
        const std::string path = data + file;
        // The file is Latin-1: names of states are not needed.
        std::string text(unpacked(read_file(path), Compression::gzip, path, 100'000'000).view());
        std::ranges::replace_if(
            text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
        const Table table = read_csv(text, path);
        Positions result;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (const auto point = table[column].real(row))
                result[{static_cast<int>(*table["ccode"].integer(row)),
                        static_cast<int>(*table[time].integer(row)) - before}] = *point;
        }
        return result;
    }
    std::string data = TARAZY_SHARED_DIR "/data/alignment/";
};

TEST_F(GeneralAssembly, SlowEverySessionAgreesWithThePublishedEstimates) {
    const VotePanel assembly = panel(46, 74, true, false);
    EXPECT_EQ(assembly.votes(), 366726u);
    IdealPointOptions options;
    options.draws = 0;
    const Positions ours = means(ideal_points(assembly, options).estimates);
    const Positions theirs = published("bsv_idealpoints_all_apr2020.csv.gz", "session", 0, "IdealPoint");
    for (int session = 46; session <= 74; ++session)
        EXPECT_GE(compared(ours, theirs, session).correlation, 0.98) << session;
}

TEST_F(GeneralAssembly, AcrossTheJoinOfTwoRecordsItAgreesWithTheReleaseOf2025) {
    const std::vector<Table> votes = {read_table(data + "un_votes.csv.gz"),
                                      read_table(data + "un_votes_2020_on.csv.gz")},
                             rolls = {read_table(data + "un_roll_calls.csv.gz"),
                                      read_table(data + "un_roll_calls_2020_on.csv.gz")};
    std::vector<int> sessions(34);
    std::iota(sessions.begin(), sessions.end(), 46);
    RollCallChoice choice;
    choice.final_passage = true;
    PanelOptions panel_options;
    panel_options.left_out = roll_calls_left_out(rolls, choice);
    panel_options.same_text = roll_call_pairs(read_table(data + "bsv_bridge_matches.csv.gz"));
    const RollCallPairs titles = repeated_titles(rolls, 74);
    panel_options.same_text.insert(panel_options.same_text.end(), titles.begin(), titles.end());
    IdealPointOptions options;
    options.draws = 0;
    const Positions ours =
        means(ideal_points(vote_panel(load_votes(votes, rolls, {sessions}), panel_options), options).estimates);
    // The release ends with 2024 (session 79), its `legacy` series with 2023. Reached: `fp` 0.984, 0.985, 0.973, 0.985,
    // 0.978; `legacy` 0.989, 0.984, 0.985, 0.984. Its own two series agree at 0.997, 0.997, 0.988, 0.994.
    const std::string release = "bsv_idealpoints_jul2025.csv.gz";
    const Positions final_passage = published(release, "year", 1945, "idealpointfp"),
                    legacy = published(release, "year", 1945, "idealpointlegacy");
    for (int session = 75; session <= 79; ++session) {
        const Pair pair = compared(ours, final_passage, session);
        EXPECT_GE(pair.ours.size(), 190u) << session;
        EXPECT_GE(pair.correlation, 0.97) << session;
    }
    for (int session = 75; session <= 78; ++session)
        EXPECT_GE(compared(ours, legacy, session).correlation, 0.98) << session;
}

TEST_F(GeneralAssembly, SlowAgreesWithEmirtOnItsSessions) {
    const Table table = read_table(TARAZY_SHARED_DIR "/reference/alignment/emirt_dynirt_s55_65.csv");
    Positions theirs;
    for (std::size_t row = 0; row < table.rows(); ++row)
        theirs[{static_cast<int>(*table["ccode"].integer(row)), static_cast<int>(*table["session"].integer(row))}] =
            *table["x"].real(row);
    IdealPointOptions options;
    options.draws = 0;  // the slopes keep their prior N(0,1): with emIRT's 25 a joint mode loosens the walk
    const Positions binary = means(ideal_points(panel(55, 65, false, true), options).estimates);
    const Positions ordinal = means(ideal_points(panel(55, 65, false, false), IdealPointOptions{}).estimates);
    for (int session = 55; session <= 65; ++session) {
        EXPECT_GE(std::abs(compared(binary, theirs, session).correlation), 0.995) << session;
        EXPECT_GE(std::abs(compared(ordinal, theirs, session).correlation), 0.96) << session;
    }
}

TEST(IdealPoints, SlowIntervalsOfTheModeCoverWhateverTheWalk) {
    // Panels of 40 states in 10 sessions of 25 items, and of 60 in 8 of 40, whose states hardly move or move a lot.
    for (const SimulationSize& size : {SimulationSize{40, 10, 25, 3}, SimulationSize{60, 8, 40, 8}}) {
        for (const double omega2 : {0.01, 0.05}) {
            double covered = 0;
            constexpr int replicates = 6;
            for (std::uint64_t seed = 1; seed <= replicates; ++seed) {
                IdealPointPriors priors = contested_priors();
                priors.omega2 = omega2;
                const SimulatedVotes simulated = simulated_votes(seed, size, priors);
                PanelOptions panel_options;
                panel_options.same_text = simulated.same_text;
                const VotePanel panel = vote_panel(simulated.votes, panel_options);
                ASSERT_EQ(panel.nodes.size(), simulated.truth.theta.size());
                const Table estimates = ideal_points(panel, {}).estimates;
                std::vector<double> truth = simulated.truth.theta;
                standardise(truth);
                double agreement = 0;
                for (std::size_t k = 0; k < truth.size(); ++k) agreement += truth[k] * *estimates["mean"].real(k);
                for (std::size_t k = 0; k < truth.size(); ++k) {
                    const double at = agreement < 0 ? -truth[k] : truth[k];
                    const bool inside = *estimates["q05"].real(k) <= at && at <= *estimates["q95"].real(k);
                    covered += inside ? 1.0 / static_cast<double>(truth.size() * replicates) : 0;
                }
            }
            EXPECT_GE(covered, 0.86) << omega2;
            EXPECT_LE(covered, 0.93) << omega2;
            RecordProperty("covered_" + std::to_string(size.states) + '_' + std::to_string(omega2),
                           std::to_string(covered));
        }
    }
}

TEST(IdealPoints, TablesDoNotDependOnThreadsAndAnchorsTurnTheSign) {
    const SimulatedVotes simulated = simulated_votes(3, {15, 4, 20, 4}, contested_priors());
    PanelOptions panel_options;
    panel_options.same_text = simulated.same_text;
    const VotePanel panel = vote_panel(simulated.votes, panel_options);
    IdealPointOptions options;
    options.positive_anchor = 1;
    options.negative_anchor = 2;
    options.threads = 1;
    const IdealPointResult one = ideal_points(panel, options);
    options.threads = 3;
    const IdealPointResult three = ideal_points(panel, options);
    EXPECT_EQ(to_csv(one.estimates), to_csv(three.estimates));
    EXPECT_EQ(to_csv(one.items), to_csv(three.items));
    EXPECT_EQ(one.draws.values, three.draws.values);
    std::swap(options.positive_anchor, options.negative_anchor);
    const Pair turned = compared(means(one.estimates), means(ideal_points(panel, options).estimates));
    EXPECT_LT(turned.correlation, -0.999);
}

TEST(IdealPoints, UnanimousRollCallsChangeNothingAndSwappedVotesNoPosition) {
    const SimulatedVotes simulated = simulated_votes(3, {15, 4, 20, 4}, contested_priors());
    PanelOptions panel_options;
    panel_options.same_text = simulated.same_text;
    IdealPointOptions options;
    options.positive_anchor = 1;
    options.negative_anchor = 2;
    options.draws = 50;
    const IdealPointResult plain = ideal_points(vote_panel(simulated.votes, panel_options), options);
    VoteData more = simulated.votes;  // one more roll call a session on which all say yes
    const std::size_t states = more.states.size();
    std::vector<RollCall> calls;
    std::vector<std::uint8_t> cells;
    for (std::size_t i = 0; i < more.roll_calls.size(); ++i) {
        calls.push_back(more.roll_calls[i]);
        cells.insert(cells.end(), more.cells.begin() + static_cast<std::ptrdiff_t>(i * states),
                     more.cells.begin() + static_cast<std::ptrdiff_t>((i + 1) * states));
        if (i + 1 < more.roll_calls.size() && more.roll_calls[i + 1].session == more.roll_calls[i].session) continue;
        calls.push_back({900000 + more.roll_calls[i].session, more.roll_calls[i].session, {}});
        cells.insert(cells.end(), states, VoteData::yes);
    }
    more.roll_calls = calls;
    more.cells = cells;
    EXPECT_EQ(to_csv(ideal_points(vote_panel(more, panel_options), options).estimates), to_csv(plain.estimates));
    VoteData swapped = simulated.votes;
    for (std::uint8_t& cell : swapped.cells)
        if (cell == VoteData::yes || cell == VoteData::no) cell = cell == VoteData::yes ? VoteData::no : VoteData::yes;
    // The priors of the two cut points are not mirror images, so positions agree closely, not to the digit.
    const Pair same =
        compared(means(plain.estimates), means(ideal_points(vote_panel(swapped, panel_options), options).estimates));
    EXPECT_GT(same.correlation, 0.999);
}

TEST(IdealPoints, ChainsThatHaveNotMetAreAFailedCheck) {
    const SimulatedVotes simulated = simulated_votes(3, {15, 4, 20, 4}, contested_priors());
    IdealPointOptions options;
    options.method = IdealPointMethod::mcmc;
    options.warmup = 10;
    options.draws = 10;
    const IdealPointResult result = ideal_points(vote_panel(simulated.votes), options);
    ASSERT_EQ(result.failures.size(), 1u);
    EXPECT_NE(result.failures[0].find("NOT CONVERGED"), std::string::npos);
    ASSERT_EQ(result.sampler.rows(), 2u);
    EXPECT_EQ(result.sampler["quantity"].text(1), "omega2");
    EXPECT_TRUE(result.sampler["rhat"].real(0));
    EXPECT_TRUE(result.estimates["mcse_mean"].real(0));
}

}  // namespace ideal_points_test
}  // namespace tarazy
