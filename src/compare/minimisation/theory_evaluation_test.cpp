#include "compare/minimisation/theory_evaluation.hpp"

#include "base/work_test.hpp"
#include "compare/sets/boolean_algebra.hpp"
#include "compare/sets/expression.hpp"
#include "compare/sets/peer_data_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace tarazy {
namespace theory_evaluation_test {

Cases schneider() {
    return read_cases(peer_table("schneider_SCHF_data.csv"),
                      {"EXPORT", {"EMP", "BARGAIN", "UNI", "OCCUP", "STOCK", "MA"}});
}

std::vector<Literals> model_of(const Cases& cases, const nlohmann::json& terms) {
    std::vector<Literals> model;
    for (const std::string text : terms) model.push_back(parse_expression(text, cases.space).front());
    return model;
}

TEST(TheoryEvaluation, AreasAreThoseOfSetMethods) {
    const Cases cases = schneider();
    const nlohmann::json peer = nlohmann::json::parse(peer_text("theory_esa_smmr_SCHF.json"))["theory"];
    const auto areas = theory_evaluation(cases, parse_expression(peer["expr"].get<std::string>(), cases.space),
                                         model_of(cases, peer["model"][0]));
    ASSERT_EQ(areas.size(), 4u);
    for (const TheoryArea& area : areas) {
        const auto fit = std::ranges::find_if(peer["fit"], [&](const auto& row) { return row["region"] == area.name; });
        ASSERT_NE(fit, peer["fit"].end());
        EXPECT_NEAR(*area.fit.consistency, (*fit)["Cons.Suf"].get<double>(), 5.1e-4) << area.name;
        EXPECT_NEAR(*area.fit.coverage, (*fit)["Cov.Suf"].get<double>(), 5.1e-4);
        EXPECT_NEAR(*area.fit.pri, (*fit)["PRI"].get<double>(), 5.1e-4);
        for (std::size_t i = 0; i < cases.size(); ++i)
            EXPECT_NEAR(area.membership[i], peer["membership"][i][area.name].get<double>(), 1e-9) << cases.names[i];
    }
}

TEST(TheoryEvaluation, ExpressionsOfTheAreasHoldWhereTheAreasDo) {
    const Cases cases = [] {
        Table table;
        table.add("case", Column(std::vector<std::string>{"a", "b", "c", "d"}));
        table.add("A", Column(std::vector<double>{1, 1, 0, 0}));
        table.add("B", Column(std::vector<double>{1, 0, 1, 0}));
        table.add("Y", Column(std::vector<double>{1, 0, 1, 0}));
        return read_cases(table, {"Y", {"A", "B"}});
    }();
    for (const TheoryArea& area :
         theory_evaluation(cases, parse_expression("A", cases.space), parse_expression("A*B + ~A*B", cases.space))) {
        EXPECT_EQ(area.membership, model_membership(cases, area.expression)) << area.name;
        EXPECT_EQ(area.with.size() + area.without.size(),
                  static_cast<std::size_t>(std::ranges::count(area.membership, 1.0)));
    }
}

TEST(CaseTypes, EveryPlaceOfTheScatterPlotHasOne) {
    EXPECT_EQ(case_type(0.6, 0.8), CaseType::typical);
    EXPECT_EQ(case_type(0.8, 0.8), CaseType::typical);
    EXPECT_EQ(case_type(0.9, 0.8), CaseType::deviant_degree);
    EXPECT_EQ(case_type(0.9, 0.2), CaseType::deviant_consistency);
    EXPECT_EQ(case_type(0.1, 0.7), CaseType::deviant_coverage);
    EXPECT_EQ(case_type(0.1, 0.2), CaseType::irrelevant);
    EXPECT_EQ(case_type(0.5, 0.9), CaseType::undecided);
}

TEST(CaseTypes, TheClearestCaseOfATypeHasDistanceZero) {
    EXPECT_EQ(case_distance(1, 1), 0);
    EXPECT_EQ(case_distance(1, 0), 0);
    EXPECT_EQ(case_distance(0, 1), 0);
    EXPECT_LT(*case_distance(0.9, 0.1), *case_distance(0.6, 0.4));
    EXPECT_LT(*case_distance(0.1, 0.9), *case_distance(0.4, 0.6));
    EXPECT_LT(*case_distance(0.9, 0.9), *case_distance(0.6, 0.9));
    EXPECT_FALSE(case_distance(0.2, 0.1));
    EXPECT_FALSE(case_distance(0.5, 1));
}

/// Name and distance of the rows of one focal conjunct, as the peer prints them.
std::vector<std::pair<std::string, double>> printed(const nlohmann::json& lines, const std::string& conjunct) {
    std::vector<std::pair<std::string, double>> rows;
    bool inside = false;
    for (const std::string line : lines) {
        if (line.starts_with("Typical Cases")) inside = line.find("Conjunct " + conjunct + " ") != std::string::npos;
        std::istringstream stream(line);
        std::string name, words[5], flags[3];
        double best = 0;
        stream >> name;
        for (std::string& word : words) stream >> word;
        for (std::string& flag : flags) stream >> flag;
        if (inside && stream >> best) rows.emplace_back(name, best);
    }
    return rows;
}

TEST(CaseTypes, TypicalCasesOfAConditionAreRankedAsBySetMethods) {
    const Cases cases = schneider();
    const nlohmann::json peer = nlohmann::json::parse(peer_text("theory_esa_smmr_SCHF.json"));
    const Literals term = model_of(cases, peer["parsimonious_models"][0])[2];
    ASSERT_EQ(term_text(cases.space, term), "~OCCUP*STOCK*~MA");
    for (const auto& [conjunct, condition] : {std::pair("~OCCUP", 3), std::pair("STOCK", 4), std::pair("~MA", 5)}) {
        const auto rows = printed(peer["smmr_typical_term3"], conjunct);
        ASSERT_GE(rows.size(), 5u) << conjunct;
        const auto ours = typical_cases(cases, term, static_cast<std::size_t>(condition));
        for (const auto& [name, best] : rows) {
            const auto found =
                std::ranges::find_if(ours, [&](const TypicalCase& one) { return cases.names[one.at] == name; });
            ASSERT_NE(found, ours.end()) << name;
            EXPECT_NEAR(found->distance, best, 0.0051) << conjunct << ' ' << name;
        }
        EXPECT_EQ(cases.names[ours.front().at], rows.front().first) << conjunct;
    }
}

TEST(CaseTypes, PairsOfTypicalCasesAreAsFarApartAsBySetMethods) {
    const Cases cases = schneider();
    const nlohmann::json peer = nlohmann::json::parse(peer_text("theory_esa_smmr_SCHF.json"));
    const Literals term = model_of(cases, peer["parsimonious_models"][0])[1];
    ASSERT_EQ(term_text(cases.space, term), "BARGAIN*UNI*STOCK");
    std::size_t compared = 0;
    std::string focal;
    for (const std::string line : peer["smmr_typical_pairs_term2"]) {
        if (line.starts_with("Focal Conjunct ")) focal = line.substr(15, line.find(' ', 15) - 15);
        std::istringstream stream(line);
        std::string number, first, second, rank, flags[3];
        double best = 0;
        stream >> number >> first >> second >> rank >> flags[0] >> flags[1] >> flags[2];
        if (!(stream >> best)) continue;
        const auto literal = parse_expression(focal, cases.space).front();
        std::size_t condition = 0;
        while (cases.space.level(literal, condition) < 0) ++condition;
        const auto pairs = typical_pairs(cases, term, condition, 1000).best;
        const auto found = std::ranges::find_if(pairs, [&](const TypicalPair& pair) {
            return cases.names[pair.first] == first && cases.names[pair.second] == second;
        });
        ASSERT_NE(found, pairs.end()) << first << ' ' << second;
        EXPECT_NEAR(found->distance, best, 0.0051) << focal << ' ' << first << ' ' << second;
        ++compared;
    }
    EXPECT_EQ(compared, 9u);
}

TEST(TypicalPairs, EndWhenTheyAreAskedTo) {
    const Cases cases = schneider();
    const Literals term = parse_expression("EMP*BARGAIN", cases.space).front();
    expect_stoppable([&](const Work& work) { (void)typical_pairs(cases, term, 0, 10, work); });
}

}  // namespace theory_evaluation_test
}  // namespace tarazy
