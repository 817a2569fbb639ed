#include "report/test_sentence.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace tarazy {
namespace test_sentence_test {

/// A claim of mean shares with the place among comparison states beside it, as `align.shares` makes them.
AnalysisResult shares() {
    AnalysisResult analysis;
    analysis.id = "votes";
    analysis.method = "align.shares";
    const auto add = [&](const std::string& state, const std::string& quantity, double value) -> Claim& {
        Claim claim;
        claim.parts = {state, "", quantity, {"RUS"}, "1992-2012"};
        claim.id = "votes." + (state.empty() ? "" : "state." + state + '.') + quantity + ".RUS.1992-2012";
        claim.value = value;
        analysis.claims.push_back(std::move(claim));
        return analysis.claims.back();
    };
    Claim& mean = add("", "mean_share", 0.412);
    mean.interval = Interval{0.38, 0.44, 0.9, "percentile"};
    mean.quantiles = {{0.05, 0.38}, {0.5, 0.41}, {0.95, 0.44}};
    Claim& standing = add("", "standing_of_mean_share", 0.62);
    standing.interval = Interval{0.46, 0.69, 0.9, "percentile"};
    standing.quantiles = {{0.05, 0.46}, {0.5, 0.62}, {0.95, 0.69}};
    add("", "years_nearest", 12);
    for (const char* state : {"UZB", "KGZ", "MNG", "BLR"}) add(state, "years_nearest", 4);
    return analysis;
}

JudgedTest declared(const char* quantity, const char* criterion, TestResult result) {
    JudgedTest test;
    test.analysis = "votes";
    test.quantity = quantity;
    test.criterion = criterion;
    test.claim = std::string("votes.") + quantity;
    test.result = result;
    return test;
}

class TestSentence : public testing::Test {
protected:
    TestSentence() { result_.analyses.push_back(shares()); }

    [[nodiscard]] LocalText sentence(const JudgedTest& test) const {
        return test_sentence(ReportContext(result_, all_chapters()), test);
    }

    StudyResult result_ = sample_result();
};

TEST_F(TestSentence, APassedTestIsToldWithItsFigureAndWhatWasAsked) {
    const LocalText said =
        sentence(declared("mean_share.RUS.1992-2012", "> 0.33 with probability 0.9", TestResult::passed));
    EXPECT_EQ(said.en,
              "As expected, mean share: Russia, 1992–2012, came out at 0.412 (0.380 to 0.440), that is above 0.33 "
              "(with a probability of at least 0.9).");
    EXPECT_EQ(said.ru,
              "Как и ожидалось, средняя доля: Россия, 1992–2012: получено 0,412 (от 0,380 до 0,440), то есть выше 0,33 "
              "(с вероятностью не меньше 0,9).");
    EXPECT_EQ(said.kk,
              "Күтілгендей, орташа үлес: Ресей, 1992–2012: 0,412 (0,380 … 0,440) шықты, яғни 0,33 шегінен жоғары "
              "(ықтималдығы кемінде 0,9).");
}

TEST_F(TestSentence, AFailedTestSaysTheOppositeAndWhatItMeans) {
    JudgedTest test = declared("mean_share.RUS.1992-2012", "> 0.5 with probability 0.9", TestResult::failed);
    test.opposite_means = {"Russia has no majority.", "Ресей басым емес.", "У России нет большинства."};
    const LocalText said = sentence(test);
    EXPECT_TRUE(said.en.starts_with("Contrary to expectation, mean share: Russia")) << said.en;
    EXPECT_TRUE(said.en.ends_with("not above 0.5 (with a probability of at least 0.9). Russia has no majority."))
        << said.en;
    EXPECT_TRUE(said.kk.ends_with("жоғары емес (ықтималдығы кемінде 0,9). Ресей басым емес.")) << said.kk;
}

TEST_F(TestSentence, AnUndecidedTestSaysWhy) {
    EXPECT_EQ(sentence(declared("mean_share.RUS.1992-2012", "> 0.4 with probability 0.9", TestResult::undecided)).en,
              "Undecided: mean share: Russia, 1992–2012, came out at 0.412 (0.380 to 0.440); neither “above 0.4” nor "
              "the opposite reaches a probability of 0.9.");
    JudgedTest lacking = declared("mean_share.USA.1992-2012", "> 0.4", TestResult::undecided);
    EXPECT_EQ(sentence(lacking).en,
              "Undecided: mean_share.USA.1992-2012; the analysis “votes” has no number mean_share.USA.1992-2012.");
    lacking.analysis = "other";
    EXPECT_NE(sentence(lacking).kk.find("«other» талдауы орындалмаған"), std::string::npos);
    EXPECT_EQ(sentence(declared("years_nearest.RUS.1992-2012", "> 3 with probability 0.9", TestResult::undecided)).en,
              "Undecided: years in which Russia was nearest, 1992–2012, came out at 12; a probability of 0.9 cannot be "
              "judged, since the number has no interval.");
}

TEST_F(TestSentence, APlaceAmongTheComparisonStatesIsNamedBesideTheNumber) {
    EXPECT_EQ(
        sentence(declared("mean_share.RUS.1992-2012", "above the median of comparison with probability 0.9",
                          TestResult::undecided))
            .en,
        "Undecided: mean share: Russia, 1992–2012, came out at 0.412 (0.380 to 0.440), higher than in 62 % (46 to 69 "
        "%) of the comparison states; neither “more than half” nor the opposite reaches a probability of 0.9.");
    EXPECT_EQ(
        sentence(declared("years_nearest.RUS.1992-2012", "above the 0.75 quantile of comparison", TestResult::passed))
            .en,
        "As expected, years in which Russia was nearest, 1992–2012, came out at 12, higher than in 100 % of the "
        "comparison states, that is more than 75 %.");
    EXPECT_EQ(sentence(declared("years_nearest.RUS.1992-2012", "rank <= 2 of comparison", TestResult::passed)).en,
              "As expected, years in which Russia was nearest, 1992–2012, came out at 12, with rank 1 among the "
              "comparison states, that is at most 2.");
}

TEST_F(TestSentence, TermsOfModelsAreCounted) {
    AnalysisResult comparison;
    comparison.id = "cases";
    comparison.method = "compare.minimise";
    comparison.claims.emplace_back();
    Claim& claim = comparison.claims.back();
    claim.id = "cases.parsimonious.focus_terms";
    claim.parts = {"", "parsimonious", "focus_terms", {}, ""};
    claim.value = 2;
    claim.unit = "models";
    claim.statement = "AA*BB; AA + CC";
    result_.analyses.push_back(comparison);
    JudgedTest test = declared("parsimonious.focus_terms", "term contains BB in every model", TestResult::failed);
    test.analysis = "cases";
    EXPECT_TRUE(sentence(test).en.ends_with(": a term with BB is in 1 of 2 models, that is not in every model."))
        << sentence(test).en;
}

TEST_F(TestSentence, AMethodThatWasNotAskedIsNamed) {
    JudgedTest test;
    test.analysis = "compare";
    EXPECT_EQ(sentence(test).en,
              "Undecided: a method that has something to say of it was not asked (comparison of cases).");
    EXPECT_EQ(undecided_because(ReportContext(result_, all_chapters()), test).ru,
              "не объявлена проверка методом, которому есть что сказать (сравнение случаев)");
}

}  // namespace test_sentence_test
}  // namespace tarazy
