#include "align/ideal_points/ideal_point_draws.hpp"

#include "align/ideal_points/ideal_point_mode.hpp"
#include "align/ideal_points/simulated_panel_test.hpp"
#include "base/error.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace tarazy {
namespace ideal_point_draws_test {

struct Fitted {
    Fitted() {
        const SimulatedVotes simulated = simulated_votes(12, {20, 4, 25, 5}, contested_priors());
        PanelOptions options;
        options.same_text = simulated.same_text;
        panel = vote_panel(simulated.votes, options);
        mode = posterior_mode(panel, spectral_start(panel, priors), {priors, 1e-8, 500, 1}).parameters;
    }
    IdealPointPriors priors;
    VotePanel panel;
    IdealPointParameters mode;
};

TEST(LaplaceDraws, EveryDrawIsStandardised) {
    const Fitted fitted;
    const IdealPointDraws draws = laplace_draws(fitted.panel, fitted.mode, fitted.priors, {51, 1, 1, 2, 1});
    const std::size_t nodes = fitted.panel.nodes.size();
    ASSERT_EQ(draws.values.size(), nodes * 51);
    for (std::size_t d = 0; d < 51; ++d) {
        double sum = 0, squares = 0;
        for (std::size_t k = 0; k < nodes; ++k) {
            const double value = draws.values[k * 51 + d];
            sum += value;
            squares += value * value;
        }
        EXPECT_NEAR(sum / static_cast<double>(nodes), 0, 1e-5);
        EXPECT_NEAR(squares / static_cast<double>(nodes), 1, 1e-5);
    }
}

TEST(LaplaceDraws, BytesDoNotDependOnThreads) {
    const Fitted fitted;
    EXPECT_EQ(laplace_draws(fitted.panel, fitted.mode, fitted.priors, {100, 7, 1, 2, 1}).values,
              laplace_draws(fitted.panel, fitted.mode, fitted.priors, {100, 7, 1, 2, 4}).values);
}

TEST(LaplaceDraws, AnchorsThatLieNearEachOtherTurnNothingRoundBetweenDraws) {
    const Fitted fitted;
    std::map<int, double> place;  // mean positions of the states
    for (std::size_t k = 0; k < fitted.panel.nodes.size(); ++k)
        place[fitted.panel.nodes[k].state] += fitted.mode.theta[k];
    std::vector<std::pair<double, int>> sorted;
    for (const auto& [state, position] : place) sorted.emplace_back(position, state);
    std::ranges::sort(sorted);
    std::size_t nearest = 0;
    for (std::size_t i = 0; i + 1 < sorted.size(); ++i)
        if (sorted[i + 1].first - sorted[i].first < sorted[nearest + 1].first - sorted[nearest].first) nearest = i;
    const IdealPointDraws draws = laplace_draws(fitted.panel, fitted.mode, fitted.priors,
                                                {200, 5, sorted[nearest + 1].second, sorted[nearest].second, 1});
    const int top = sorted.back().second, bottom = sorted.front().second;
    for (std::size_t d = 0; d < 200; ++d) {
        double difference = 0;
        for (std::size_t k = 0; k < draws.nodes.size(); ++k) {
            const double value = draws.values[k * 200 + d];
            if (draws.nodes[k].state == top) difference += value;
            if (draws.nodes[k].state == bottom) difference -= value;
        }
        EXPECT_GT(difference, 0) << d;
    }
}

class DrawsFile : public testing::Test {
protected:
    std::string path = testing::TempDir() + "tarazy_draws_test.draws";
    void TearDown() override { std::filesystem::remove(path); }
    std::string problem() const {
        try {
            (void)read_draws(path);
        } catch (const InputError& error) {
            return error.what();
        }
        return "";
    }
};

TEST_F(DrawsFile, ReadsBackAsWritten) {
    const IdealPointDraws draws{{{2, 10}, {365, 11}}, 2, 3, {1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6.5f}};
    write_draws(path, draws);
    const IdealPointDraws again = read_draws(path);
    EXPECT_EQ(again.nodes, draws.nodes);
    EXPECT_EQ(again.chains, 2u);
    EXPECT_EQ(again.draws, 3u);
    EXPECT_EQ(again.values, draws.values);
}

TEST_F(DrawsFile, DamageIsNamed) {
    write_draws(path, {{{2, 10}}, 1, 4, {1, 2, 3, 4}});
    const std::string whole = read_file(path);
    write_file_atomically(path, whole.substr(0, whole.size() - 1));
    EXPECT_NE(problem().find("cut short or damaged"), std::string::npos) << problem();
    write_file_atomically(path, "rcid,ccode,vote\n");
    EXPECT_NE(problem().find("is no file of draws"), std::string::npos) << problem();
    std::string later = whole;
    later[8] = 9;
    write_file_atomically(path, later);
    EXPECT_NE(problem().find("layout 9"), std::string::npos) << problem();
    write_draws(path, {{{2, 10}}, 1, 1, {std::numeric_limits<float>::quiet_NaN()}});
    EXPECT_NE(problem().find("not finite"), std::string::npos) << problem();
    std::string huge = whole.substr(0, 12) + std::string(12, '\xff') + whole.substr(24);
    write_file_atomically(path, huge);
    EXPECT_NE(problem().find("cut short or damaged"), std::string::npos) << "numbers that overflow are no crash";
}

TEST_F(DrawsFile, KeepsNamesPartiesAndYears) {
    IdealPointDraws draws{{{1, 8}, {2, 8}, {1, 9}}, 1, 2, {1, 2, 3, 4, 5, 6}};
    draws.assembly.names = {{1, "Ash, Анна"}, {2, "Elm"}};
    draws.assembly.parties = {{{8, 1}, "Left"}, {{9, 1}, "Right"}};
    draws.assembly.years = {{8, 2016}};
    write_draws(path, draws);
    EXPECT_EQ(read_draws(path).assembly, draws.assembly);
    EXPECT_EQ(read_draws(path).values, draws.values);
    const std::string whole = read_file(path);
    for (std::size_t size = 8; size < whole.size(); ++size) {
        write_file_atomically(path, whole.substr(0, size));
        EXPECT_THROW((void)read_draws(path), InputError) << size;
    }
    write_file_atomically(path, whole + 'x');
    EXPECT_THROW((void)read_draws(path), InputError);
}

TEST_F(DrawsFile, NumbersOfStatesAreThoseOfTheGeneralAssembly) {
    IdealPointDraws draws{{{2, 50}, {365, 50}, {365, 51}}, 1, 1, {1, 2, 3}};
    draws.assembly.years = {{50, 1995}, {51, 1996}};
    write_draws(path, draws);
    EXPECT_EQ(read_file(path).at(8), 1) << "the layout that says no more";
    EXPECT_EQ(read_draws(path).assembly, draws.assembly);
    draws.assembly.years.clear();
    write_draws(path, draws);
    EXPECT_EQ(read_file(path).at(8), 2);
    EXPECT_TRUE(read_draws(path).assembly.years.empty());
}

}  // namespace ideal_point_draws_test
}  // namespace tarazy
