#include "study/parameters.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace parameters_test {

std::vector<ParameterRule> rules() {
    return {{"draws", ParameterKind::integer, "1000", 0, 5000, {}, ""},
            {"level", ParameterKind::real, "0.9", 0.5, 0.99, {}, ""},
            {"kind", ParameterKind::text, "percentile", 0, 0, {"percentile", "bca"}, ""},
            {"years", ParameterKind::span, std::nullopt, 1816, 2100, {}, ""},
            {"windows", ParameterKind::spans, "", 1816, 2100, {}, ""}};
}

struct Result {
    Parameters parameters;
    StudyProblems problems{"study.toml", {}, {}};
};

Result read(const char* text) {
    Result result;
    const TomlValue table = parse_toml(text, "study.toml");
    result.parameters = read_parameters(table.entries, rules(), "a.method", result.problems);
    return result;
}

TEST(Parameters, StandardValuesStandInForWhatIsNotWritten) {
    const Result result = read("");
    EXPECT_EQ(result.parameters.get<std::int64_t>("draws"), 1000);
    EXPECT_FALSE(result.parameters.has("years"));
    EXPECT_TRUE(result.parameters.get<std::vector<Span>>("windows").empty());
    EXPECT_EQ(result.parameters.json(), R"({"draws":1000,"kind":"percentile","level":0.9,"windows":[]})");
}

TEST(Parameters, WrittenValuesAreReadByTheirRules) {
    const Result result =
        read("draws = 0\nlevel = 0.95\nkind = \"bca\"\nyears = \"1992-2018\"\nwindows = [\"1992-2000\", 2001]\n");
    EXPECT_TRUE(result.problems.problems.empty());
    EXPECT_EQ(result.parameters.get<Span>("years"), (Span{1992, 2018}));
    EXPECT_EQ(result.parameters.json(),
              R"({"draws":0,"kind":"bca","level":0.95,"windows":["1992-2000","2001"],"years":"1992-2018"})");
}

TEST(Parameters, EveryValueThatDoesNotFitIsAProblem) {
    const Result result = read(
        "draws = 6000\nlevel = 1\nkind = \"bcs\"\nyears = \"2018-1992\"\nwindows = [\"1992-2000\", "
        "\"1700-1800\"]\ndraw = 3\n");
    ASSERT_EQ(result.problems.problems.size(), 6u);
    EXPECT_EQ(to_string(result.problems.problems[0]),
              "study.toml:1:9: parameter 'draws' of a.method is 6000; give a whole number from 0 to 5000");
    EXPECT_EQ(result.problems.problems[2].remedy, "did you mean 'bca'?");
    EXPECT_EQ(result.problems.problems[4].column, 25u);
    EXPECT_EQ(result.problems.problems[5].remedy, "did you mean 'draws'?");
}

TEST(Parameters, SpansAreReadAndWrittenAlike) {
    EXPECT_EQ(to_string(parse_span("47-80").value()), "47-80");
    EXPECT_EQ(to_string(parse_span("47").value()), "47");
    for (const char* wrong : {"", "-", "80-47", "a-b", "1-2-3", "99999-100000", "-5"})
        EXPECT_FALSE(parse_span(wrong)) << wrong;
}

TEST(Parameters, TablesOfTextsAndOfNumbers) {
    const std::vector<ParameterRule> rules = {{"indicators", ParameterKind::texts, "", 0, 0, {}, ""},
                                              {"weights", ParameterKind::numbers, "", 0, 10, {}, ""}};
    const auto read = [&](const char* text, StudyProblems& problems) {
        return read_parameters(parse_toml(text, "study.toml").entries, rules, "a.method", problems);
    };
    StudyProblems none{"study.toml", {}, {}};
    EXPECT_EQ(read("", none).json(), R"({"indicators":{},"weights":{}})");
    const Parameters parameters =
        read("indicators = { imports = \"imports_from_\" }\nweights = { votes = 1, imports = 0.5 }\n", none);
    EXPECT_TRUE(none.problems.empty());
    EXPECT_EQ(parameters.get<NamedTexts>("indicators").at("imports"), "imports_from_");
    EXPECT_EQ(parameters.json(), R"({"indicators":{"imports":"imports_from_"},"weights":{"imports":0.5,"votes":1}})");
    StudyProblems problems{"study.toml", {}, {}};
    (void)read("indicators = \"imports\"\nweights = { votes = 11 }\n", problems);
    ASSERT_EQ(problems.problems.size(), 2u);
    EXPECT_NE(to_string(problems.problems[0]).find("give a table of texts such as { imports"), std::string::npos);
    EXPECT_NE(to_string(problems.problems[1]).find("give a table of numbers from 0 to 10"), std::string::npos);
}

}  // namespace parameters_test
}  // namespace tarazy
