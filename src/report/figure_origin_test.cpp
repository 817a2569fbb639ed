#include "report/figure_origin.hpp"

#include "analyses/all_methods.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace figure_origin_test {

StudyResult two_analyses() {
    StudyResult result;
    result.command = "tarazy study run small";
    result.sources = {
        {"a", "Archive, First", "1999", "Early years", "Press", "https://a.example", {"1946-1990", "", ""}, "CC0"},
        {"b", "", "", "Late years", "", "", {}, ""},
        {"c", "Nobody", "2000", "Not used", "", "", {}, ""}};
    DataUse early, late, other;
    early.key = late.key = "series";
    early.path = "early.csv";
    early.sha256 = "aa";
    early.sources = {"a", "b"};
    late.path = "late.csv";
    late.sha256 = "bb";
    late.sources = early.sources;
    other.key = "other";
    other.path = "other.csv";
    other.sources = {"c"};
    result.data = {early, late, other};
    result.analyses.resize(2);
    result.analyses[0].id = "first";
    result.analyses[0].command = "tarazy first";
    result.analyses[0].made_from.data = {{"series", "series"}};
    result.analyses[1].id = "second";
    result.analyses[1].made_from.data = {{"found", "series", "first"}};
    return result;
}

TEST(FigureOrigin, ANumberLeadsThroughAnothersResultToItsFilesAndSources) {
    const StudyResult result = two_analyses();
    const ReportContext context(result, all_chapters());
    const auto origin = origin_json(context, {"second"});
    EXPECT_EQ(origin.at("commands").dump(), R"(["tarazy study run small"])");
    EXPECT_EQ(origin.at("files").dump(), R"([{"path":"early.csv","sha256":"aa"},{"path":"late.csv","sha256":"bb"}])");
    ASSERT_EQ(origin.at("sources").size(), 2u);
    EXPECT_EQ(origin.at("sources").at(0).at("citation"), "Archive, First (1999). Early years. Press");
    EXPECT_EQ(origin.at("sources").at(0).at("licence"), "CC0");
    EXPECT_EQ(origin.at("sources").at(1).dump(), R"({"short":"Late years","citation":"Late years"})");
}

TEST(FigureOrigin, DataOfAnAnalysisThatIsNotThereAreNone) {
    EXPECT_TRUE(data_behind(two_analyses(), "third").empty());
    EXPECT_EQ(data_behind(two_analyses(), "second"), std::vector<std::string>{"series"});
}

}  // namespace figure_origin_test
}  // namespace tarazy
