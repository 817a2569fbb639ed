// Games solved by Gambit 17.0.0-alpha.2; testdata/gambit and its README say how.

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "io/read_table.hpp"
#include "simulate/games/assurance_game.hpp"
#include "simulate/games/efg_file.hpp"
#include "simulate/games/logit_branch.hpp"
#include "simulate/games/nfg_file.hpp"
#include "simulate/games/pure_equilibria.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

namespace tarazy {
namespace gambit_reference_test {

const std::string folder = TARAZY_SOURCE_DIR "/src/simulate/testdata/gambit/";

std::string text_of(const std::string& name) {
    std::ifstream file(folder + name);
    EXPECT_TRUE(file) << name;
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

ExtensiveGame game_called(const std::string& name) {
    if (name == "mp_asym") return tree_of(read_nfg(text_of(name + ".nfg"), name));
    return read_efg(text_of(name + ".efg"), name).game;
}

/// The lines `NE,1,0,...` as numbers.
std::vector<std::vector<double>> equilibria_of(const std::string& name) {
    std::vector<std::vector<double>> rows;
    std::istringstream text(text_of(name));
    for (std::string line; std::getline(text, line);) {
        if (!line.starts_with("NE,")) continue;
        std::vector<double>& row = rows.emplace_back();
        for (const std::string& cell : listed(line.substr(3), ','))
            row.push_back(std::stod(cell == "4.9406565e-324" ? "0" : cell));
    }
    return rows;
}

class Gambit : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Games, Gambit, testing::Values("assure_p30", "assure_p70", "mp_asym", "selten_horse"));

TEST_P(Gambit, QuantalResponsesAreThoseOfGambit) {
    const std::string name = GetParam();
    const ExtensiveGame game = game_called(name);
    const Table table = read_table(folder + name + ".qre.csv");
    const std::vector<double> lambdas = require_reals(table, "lambda");
    const LogitBranch branch = trace_logit_branch(GameValues(game), {.lambdas = lambdas});
    const std::vector<std::string> columns = move_columns(game).names;
    ASSERT_EQ(table.names.size(), columns.size() + 1);
    for (std::size_t i = 0; i < lambdas.size(); ++i) {
        ASSERT_TRUE(branch.asked[i]) << lambdas[i];
        for (std::size_t c = 0; c < columns.size(); ++c)
            EXPECT_NEAR(branch.asked[i]->probability(c), *table.columns[c + 1].real(i), 1e-6)
                << name << " lambda " << lambdas[i] << " " << table.names[c + 1];
    }
}

TEST_P(Gambit, PureEquilibriaStandInItsOrder) {
    const std::string name = GetParam();
    const ExtensiveGame game = game_called(name);
    const MoveColumns columns = move_columns(game);
    std::vector<std::vector<double>> ours;
    for (const PureProfile& profile : pure_equilibria(game)) {
        std::vector<double>& row = ours.emplace_back();
        for (const std::size_t s : columns.sets)
            for (std::size_t move = 0; move < game.sets[s].moves.size(); ++move)
                row.push_back(profile.moves[s] == move ? 1 : 0);
    }
    EXPECT_EQ(ours, equilibria_of(name + ".pure.txt"));
}

/// The lambda at which Gambit stopped following the branch: where the smallest probability that a double holds was
/// reached. In these games some move is better than another whatever others do, which gives lambda away.
double last_lambda(const std::string& name, const std::vector<double>& row) {
    if (name.starts_with("assure")) return -std::log(row[honour_resolved_assured + 1]) / 1.1;
    return std::nan("");
}

TEST_P(Gambit, TheLimitIsNearWhereGambitStopped) {
    const std::string name = GetParam();
    const std::vector<std::vector<double>> limit = equilibria_of(name + ".ne.txt");
    ASSERT_EQ(limit.size(), 1u);
    const double lambda = last_lambda(name, limit[0]);
    const GameValues game(game_called(name));
    LogitBranchOptions options{.to_limit = true};
    if (lambda > 0) options.lambdas = {lambda};
    const LogitBranch branch = trace_logit_branch(game, options);
    EXPECT_LT(branch.last.regret, 1e-5 * game.payoff_range());
    // Where the branch still moves at the lambda at which Gambit stopped, it is compared there.
    const LogitPoint& point = lambda > 0 ? *branch.asked[0] : branch.last;
    for (std::size_t c = 0; c < game.columns(); ++c)
        EXPECT_NEAR(point.probability(c), limit[0][c], lambda > 0 ? 1e-6 : 1e-3) << name << " column " << c;
}

TEST(GambitFiles, OurTreeIsTheReferenceGame) {
    for (const auto& [name, p] : {std::pair{"assure_p30", 0.3}, {"assure_p70", 0.7}}) {
        const ExtensiveGame theirs = game_called(name), ours = assurance_tree({.p = p});
        ASSERT_EQ(ours.nodes.size(), theirs.nodes.size());
        for (std::size_t n = 0; n < ours.nodes.size(); ++n) {
            EXPECT_EQ(ours.nodes[n].kind, theirs.nodes[n].kind);
            EXPECT_EQ(way_to(ours, n), way_to(theirs, n));
            if (!ours.nodes[n].outcome) continue;
            for (std::size_t player = 0; player < 3; ++player)
                EXPECT_NEAR(ours.outcomes[*ours.nodes[n].outcome].payoffs[player].value,
                            theirs.outcomes[*theirs.nodes[n].outcome].payoffs[player].value, 1e-15);
        }
        EXPECT_NEAR(ours.chances[0].probabilities[1].value, theirs.chances[0].probabilities[1].value, 1e-15);
    }
}

}  // namespace gambit_reference_test
}  // namespace tarazy
