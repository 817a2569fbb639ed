#include "align/ideal_points/ideal_points.hpp"

#include "align/balance/position_domain.hpp"
#include "align/ideal_points/simulated_panel_test.hpp"
#include "base/work_test.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace ideal_points_stop_test {

VotePanel some_panel() {
    const SimulatedVotes simulated = simulated_votes(4, {14, 4, 12, 2}, contested_priors());
    PanelOptions options;
    options.same_text = simulated.same_text;
    return vote_panel(simulated.votes, options);
}

TEST(IdealPoints, ModeAndItsDrawsEndWhenTheyAreAskedTo) {
    const VotePanel panel = some_panel();
    for (const unsigned threads : {1u, 3u}) {
        expect_stoppable([&](const Work& work) {
            IdealPointOptions options;
            options.draws = 200;
            options.threads = threads;
            options.work = work;
            (void)ideal_points(panel, options);
        });
    }
}

TEST(IdealPoints, ChainsEndWhenTheyAreAskedTo) {
    const VotePanel panel = some_panel();
    expect_stoppable([&](const Work& work) {
        IdealPointOptions options;
        options.method = IdealPointMethod::mcmc;
        options.chains = 2;
        options.warmup = 40;
        options.draws = 20;
        options.threads = 2;
        options.work = work;
        (void)ideal_points(panel, options);
    });
}

TEST(IdealPoints, WhoeverListensChangesNoByte) {
    const VotePanel panel = some_panel();
    IdealPointOptions options;
    options.draws = 50;
    const std::string alone = to_csv(ideal_points(panel, options).estimates);
    ProgressRecord record;
    options.work = Work({}, record.listener());
    EXPECT_EQ(to_csv(ideal_points(panel, options).estimates), alone);
}

TEST(PositionDomain, EndsWhenItIsAskedTo) {
    IdealPointDraws draws{{}, 1, 40, {}, {}};
    for (const int state : {2, 365, 705, 710}) {
        for (int session = 50; session < 56; ++session) draws.nodes.push_back({state, session});
    }
    for (int session = 50; session < 56; ++session) draws.assembly.years[session] = 1945 + session;
    for (std::size_t k = 0; k < draws.nodes.size() * draws.draws; ++k)
        draws.values.push_back(static_cast<float>(k % 7) - 3);
    expect_stoppable([&](const Work& work) {
        PositionOptions options;
        options.states = {"KAZ"};
        options.poles = {{"RUS", {"RUS"}}, {"CHN", {"CHN"}}, {"WEST", {"USA"}}};
        options.work = work;
        (void)position_domain(draws, options);
    });
}

}  // namespace ideal_points_stop_test
}  // namespace tarazy
