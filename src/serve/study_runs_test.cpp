#include "serve/study_runs.hpp"

#include "serve/request.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace study_runs_test {
namespace {

using namespace tarazy;
using Phase = RunState::Phase;

OwnCommand shell(const std::string& text) {
    return {"/bin/sh", {"-c", text}};
}

RunState ended(const StudyRuns& runs, const std::string& place) {
    for (int i = 0; i < 500; ++i) {
        if (RunState state = runs.state(place); state.phase != Phase::running) return state;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return runs.state(place);
}

TEST(StudyRuns, ProgressIsFollowed) {
    StudyRuns runs;
    EXPECT_EQ(runs.state("a").phase, Phase::idle);
    runs.begin("a", shell(R"(echo '{"progress":"data votes (1 of 1)","done":0,"total":0
}' >&2
        echo '{"progress":"analysis first one (1 of 2): bootstrap","done":3,"total":10}' >&2
        echo '{"progress":"analysis second (2 of 2)","done":0,"total":0}' >&2
        echo '{"progress":"report","done":0,"total":0}' >&2
        echo 'note: said' >&2)"));
    const RunState state = ended(runs, "a");
EXPECT_EQ(state.phase, Phase::done);
EXPECT_EQ(state.finished, (std::vector<std::string>{"first one", "second"}));
EXPECT_EQ(state.said, std::vector<std::string>{"note: said"});
EXPECT_EQ(state.analysis, "");
}

TEST(StudyRuns, OneAtATimeAndItCanBeStopped) {
    StudyRuns runs;
    runs.begin("a", shell("exec sleep 60"));
    EXPECT_THROW(runs.begin("a", shell("true")), RefusedRequest);
    EXPECT_NO_THROW(runs.begin("b", shell("exit 3")));
    runs.stop("a");
    EXPECT_EQ(ended(runs, "a").phase, Phase::stopped);
    EXPECT_EQ(ended(runs, "b").phase, Phase::failed);
    EXPECT_EQ(ended(runs, "b").status, 3);
    EXPECT_NO_THROW(runs.begin("a", shell("true")));
}

TEST(StudyRuns, WhatStillRunsIsStoppedAtTheEnd) {
    const auto begun = std::chrono::steady_clock::now();
    {
        StudyRuns runs;
        runs.begin("a", shell("exec sleep 60"));
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(30));
}

}  // namespace
}  // namespace study_runs_test
