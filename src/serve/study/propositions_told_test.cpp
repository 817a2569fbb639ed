#include "serve/study/propositions_told.hpp"

#include "analyses/all_methods.hpp"
#include "io/atomic_file.hpp"
#include "io/toml_document.hpp"
#include "study/study_overrides.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace propositions_told_test {
namespace {

using namespace tarazy;

const std::string file = TARAZY_SOURCE_DIR "/studies/kazakhstan/study.toml";

StudyFile study() {
    return parse_study_file(read_file(file), file, all_methods());
}

TEST(PropositionsTold, HoldWhatAFormShowsAndThePathOfEachTest) {
    const auto propositions = propositions_told(study());
    const auto& first = propositions.at(0);
    EXPECT_EQ(first.at("id"), "P1");
    EXPECT_EQ(first.at("expects").at("realism"), "fails");
    EXPECT_TRUE(first.at("expects_seen").get<bool>());
    EXPECT_EQ(first.at("tests").at(1).at("path"), "proposition.P1.test.2");
    EXPECT_TRUE(first.at("tests").at(1).at("data_seen").get<bool>());
    EXPECT_FALSE(first.at("tests").at(0).at("words").at("kk").get<std::string>().empty());
    // Every path leads to its test.
    const TomlValue root = parse_toml(read_file(file), file);
    for (const auto& proposition : propositions)
        for (const auto& test : proposition.at("tests")) {
            const TomlValue* found = find_key(root, test.at("path").get<std::string>() + ".comparison");
            ASSERT_NE(found, nullptr) << test;
            EXPECT_EQ(found->text, test.at("criterion").get<std::string>());
        }
}

TEST(PropositionsTold, AComparisonIsSaidInWordsOrFaulted) {
    const auto said = comparison_told(study(), "above the median of comparison with probability 0.9");
    EXPECT_NE(said.at("words").at("en").get<std::string>().find("half"), std::string::npos) << said;
    EXPECT_TRUE(comparison_told(study(), "around 3").contains("remedy"));
}

TEST(PropositionsTold, QuantitiesAreThoseThatTheEngineAccepts) {
    const auto forms = quantities_told(study(), "votes_shares", all_methods());
    const auto trend = std::ranges::find_if(
        forms, [](const auto& one) { return one.at("text").template get<std::string>().starts_with("trend.RUS."); });
    ASSERT_NE(trend, forms.end());
    EXPECT_TRUE(trend->at("uncertain").get<bool>());
    EXPECT_TRUE(quantities_told(study(), "nothing", all_methods()).empty());
}

}  // namespace
}  // namespace propositions_told_test
