#include "study/universe_analyses.hpp"

#include "analyses/all_methods.hpp"
#include "base/work_test.hpp"
#include "study/multiverse_test.hpp"
#include "study/run.hpp"
#include "study/tested_claims.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace universe_analyses_test {

struct Prepared {
    MultiverseStudy study;
    StudyFile file = study.read();
    ChoiceTouch touch = touched_by_choices(file, all_methods());

    [[nodiscard]] UniverseAnalyses compute(const std::vector<AnalysisPick>& wanted,
                                           const UniverseAnalysesOptions& options = {}) const {
        return compute_universe_analyses(file, all_methods(), touch, wanted, options);
    }
};

TEST(UniverseAnalyses, AreThoseOfTheStudyRunByItself) {
    const Prepared prepared;
    const Picked picked = {1, 0, 0, 1};
    const UniverseAnalyses found = prepared.compute({{3, picked}, {0, picked}, {2, picked}});
    ASSERT_EQ(found.size(), 3u) << "what they read is the same for both";
    const StudyResult alone = run_study(study_under(prepared.file, picked, all_methods()), all_methods());
    const AnalysisResult& turning = found.at({3, picked}).result;
    const Claim* claim = claim_of_quantity(turning, "change_in.RUS.2008-2012");
    ASSERT_NE(claim, nullptr);
    EXPECT_EQ(claim->value, claim_of_quantity(alone.analyses.at(3), "change_in.RUS.2008-2012")->value);
    EXPECT_EQ(claim_of_quantity(found.at({0, picked}).result, "evenness.2005-2016")->value,
              claim_of_quantity(alone.analyses.at(0), "evenness.2005-2016")->value);
    EXPECT_TRUE(found.at({2, picked_of({}, picked)}).result.claims.empty()) << "no test reads the chronology";
}

TEST(UniverseAnalyses, AreComputedOnceForUniversesThatAgreeInWhatTouchesThem) {
    const Prepared prepared;
    const UniverseAnalyses found = prepared.compute({{1, {0, 0, 0, 0}}, {1, {0, 1, 1, 1}}, {1, {1, 0, 0, 0}}});
    EXPECT_EQ(found.size(), 2u);
}

TEST(UniverseAnalyses, GoOnFromWhatAFormerRunHasLeft) {
    const Prepared prepared;
    UniverseAnalysesOptions options;
    options.cache_folder = prepared.study.example / ".cache";
    const auto values = [&] {
        const UniverseAnalyses found = prepared.compute({{0, {1, 0, 0, 0}}}, options);
        return claim_of_quantity(found.at({0, {1, 0, 0, 0}}).result, "evenness.2005-2016")->value;
    };
    const auto first = values();
    ASSERT_FALSE(std::filesystem::is_empty(options.cache_folder));
    EXPECT_EQ(values(), first);
}

TEST(UniverseAnalyses, AnAnalysisWhoseDataCannotBeUsedIsTold) {
    const Prepared prepared;
    prepared.study.example.edit("data/votes.csv", "rcid", "number");
    const UniverseAnalyses found = prepared.compute({{3, {0, 0, 0, 0}}});
    const UniverseAnalysis& turning = found.at({3, {0, 0, 0, 0}});
    EXPECT_TRUE(turning.refused);
    EXPECT_EQ(turning.result.failure, "the analysis 'shares', whose result it reads, has none");
    EXPECT_NE(found.at({0, {0, 0, 0, 0}}).result.failure.find("rcid"), std::string::npos);
}

TEST(UniverseAnalyses, CanBeStopped) {
    const Prepared prepared;
    expect_stoppable([&](const Work& work) {
        (void)prepared.compute({{0, {0, 0, 0, 0}}, {0, {1, 0, 0, 0}}, {1, {0, 0, 0, 0}}}, {1, "", work});
    });
}

TEST(UniverseAnalyses, OtherChoicesAreTheStudysOwn) {
    EXPECT_EQ(picked_of({1, 3}, {2, 1, 1, 2}), (Picked{0, 1, 0, 2}));
}

}  // namespace universe_analyses_test
}  // namespace tarazy
