#include "study/study_result_json.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "base/error.hpp"
#include "base/sha256.hpp"
#include "ledger/example_run_test.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace tarazy {
namespace study_result_json_test {

TEST(StudyResultJson, ReadingGivesWhatWasWritten) {
    const ExampleStudy example;
    const StudyResult result = run_study(example.read(), all_methods());
    const std::string text = to_json_text(result);
    const StudyResult again = study_result_from_json_text(text);
    EXPECT_EQ(to_json_text(again), text);
    EXPECT_EQ(again.title.kk, result.title.kk);
    EXPECT_EQ(again.analyses.at(0).claims.at(3).value, result.analyses.at(0).claims.at(3).value);
    EXPECT_EQ(again.analyses.at(0).tables.at(0).table["share"].real(5),
              result.analyses.at(0).tables.at(0).table["share"].real(5));
    EXPECT_EQ(again.propositions.at(0).tests.at(0).result, result.propositions.at(0).tests.at(0).result);
    EXPECT_EQ(again.analyses.back().tables.size(), result.analyses.back().tables.size());
    EXPECT_EQ(again.data.at(0).rows, result.data.at(0).rows);
}

TEST(StudyResultJson, WhatIsMissingStaysMissing) {
    StudyResult result;
    result.analyses.resize(1);
    result.analyses[0].parameters = "{}";
    Claim unknown;
    unknown.id = "a.b";
    result.analyses[0].claims = {unknown};
    Table table;
    table.add("n", Column(std::vector<std::int64_t>{1, Column::missing_integer}));
    table.add("t", Column(std::vector<std::string>{"", "x"}));
    result.analyses[0].tables = {{"", table}};
    const StudyResult again = study_result_from_json_text(to_json_text(result));
    EXPECT_FALSE(again.analyses[0].claims[0].value.has_value());
    EXPECT_FALSE(again.analyses[0].claims[0].interval.has_value());
    EXPECT_TRUE(again.analyses[0].tables[0].table["n"].missing(1));
    EXPECT_TRUE(again.analyses[0].tables[0].table["t"].missing(0));
}

TEST(StudyResultJson, WhatIsNoStudyResultIsRefused) {
    for (const char* text :
         {"", "{", "[]", "{}", R"({"tarazy":{"outcome":99}})", R"({"tarazy":{"outcome":1}})", R"({"tarazy":1})"}) {
        EXPECT_THROW((void)study_result_from_json_text(text), InputError) << text;
    }
}

TEST(StudyResultJson, ClaimsBesideComeBackAndAreNotWrittenTwice) {
    const ScratchFolder folder;
    StudyResult result;
    AnalysisResult analysis;
    analysis.id = "shares";
    analysis.parameters = "{}";
    Claim claim;
    claim.id = "shares.first";
    claim.analysis = "shares";
    claim.value = 0.1 + 0.2;
    analysis.claims = {claim};
    result.analyses = {analysis};
    const std::string apart = analysis_json_text(analysis);
    std::ofstream(folder / "shares.json") << apart;
    const std::string text = to_json_text(result, {{"shares.json", sha256_hex(apart)}});
    EXPECT_EQ(text.find("shares.first"), std::string::npos);
    EXPECT_EQ(to_json_text(study_result_from_json_text(text, folder / "study.json")), to_json_text(result));
    std::ofstream(folder / "shares.json") << "{}";
    EXPECT_THROW((void)study_result_from_json_text(text, folder / "study.json"), InputError);
    const StudyResult found = study_result_from_json_text(text, folder / "study.json", BesideRead::as_found);
    EXPECT_TRUE(found.analyses.at(0).claims.empty());
    const std::string no_json = to_json_text(result, {{"shares.json", sha256_hex("{")}});
    std::ofstream(folder / "shares.json") << "{";
    EXPECT_THROW((void)study_result_from_json_text(no_json, folder / "study.json"), InputError);
}

TEST(StudyResultJson, AnAnalysisNamesItsTables) {
    AnalysisResult analysis;
    analysis.id = "shares";
    analysis.parameters = "{}";
    analysis.tables = {{"", Table{}}, {"summary", Table{}}};
    const std::string text = analysis_json_text(analysis);
    EXPECT_NE(text.find("\"shares.csv\""), std::string::npos);
    EXPECT_NE(text.find("\"shares.summary.csv\""), std::string::npos);
}

}  // namespace study_result_json_test
}  // namespace tarazy
