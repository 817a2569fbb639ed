#include "study/study_overrides.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace study_overrides_test {

constexpr const char* document = R"([study]
years = [1992, 2025]
seed = 3
[[pole]]
id = "WEST"
members = ["USA"]
[[pole]]
id = "WEST.EU"
members = ["FRA"]
[[analysis]]
id = "balance"
[analysis.parameters]
weights = { imports = 0.5, exports = 0.5 }
[[proposition]]
id = "P1"
[[proposition.test]]
quantity = "a"
[[proposition.test]]
quantity = "b"
[[choice]]
id = "c"
)";

TomlValue root() {
    return parse_toml(document, "study.toml");
}

TEST(StudyOverrides, AKeyIsFoundByIdsAndNumbers) {
    const TomlValue study = root();
    ASSERT_NE(find_key(study, "study.seed"), nullptr);
    EXPECT_EQ(find_key(study, "study.seed")->integer, 3);
    EXPECT_EQ(find_key(study, "pole.WEST.members")->items.at(0).text, "USA");
    EXPECT_EQ(find_key(study, "pole.WEST.EU.members")->items.at(0).text, "FRA") << "ids of poles may hold points";
    EXPECT_EQ(find_key(study, "proposition.P1.test.2.quantity")->text, "b");
    EXPECT_EQ(find_key(study, "analysis.balance.parameters.weights.exports")->real, 0.5);
    for (const char* nowhere : {"", "study", "study.sead", "pole.EAST.members", "proposition.P1.test.3.quantity",
                                "study.seed.", "study..seed", "choice.c.id", "study.years.1"}) {
        if (std::string(nowhere) == "study") continue;  // a table
        EXPECT_EQ(find_key(study, nowhere), nullptr) << nowhere;
    }
}

TEST(StudyOverrides, TheHintIsTheNearestKeyFromWhereTheWayWasLost) {
    const TomlValue study = root();
    EXPECT_EQ(key_hint(study, "study.sede"), "did you mean 'study.seed'?");
    EXPECT_EQ(key_hint(study, "pole.WESD.members"), "did you mean 'pole.WEST'?");
    EXPECT_EQ(key_hint(study, "analysis.balance.weights.imports"),
              "did you mean 'analysis.balance.parameters.weights.imports'?");
    EXPECT_EQ(key_hint(study, "study.seed.first"), "'study.seed' holds no keys");
    EXPECT_EQ(key_hint(study, "choices.c").find("'choice'"), std::string::npos);
}

TEST(StudyOverrides, TablesOverrideTheKeysTheyName) {
    const TomlValue set = parse_toml(
        "\"study.years\" = [1995, 2020]\n"
        "analysis.balance.parameters.weights = { imports = 1 }\n",
        "study.toml");
    const std::vector<StudyOverride> overrides = overrides_in(set);
    ASSERT_EQ(overrides.size(), 2u);
    EXPECT_EQ(overrides[0].path, "study.years");
    EXPECT_EQ(overrides[0].place.line, 1u);
    EXPECT_EQ(overrides[1].path, "analysis.balance.parameters.weights.imports");
    TomlValue study = root();
    apply_overrides(study, overrides);
    EXPECT_EQ(find_key(study, "study.years")->items.at(0).integer, 1995);
    EXPECT_EQ(find_key(study, "analysis.balance.parameters.weights.imports")->real, 1);
    EXPECT_EQ(find_key(study, "analysis.balance.parameters.weights.exports")->real, 0.5);
}

TEST(StudyOverrides, PathsMeetWhereOneLiesWithinTheOther) {
    EXPECT_TRUE(paths_meet("data.votes", "data.votes.file"));
    EXPECT_TRUE(paths_meet("data.votes.file", "data.votes.file"));
    EXPECT_FALSE(paths_meet("data.votes", "data.votes_2.file"));
    EXPECT_FALSE(paths_meet("study.years", "study.seed"));
}

TEST(StudyOverrides, ValuesAreTheSameWhereverTheyStand) {
    const TomlValue a = parse_toml("x = [1, \"a\", true, { b = 2, c = 1.5 }]", "a"),
                    b = parse_toml("\n\nx = [1.0, \"a\", true, { c = 1.5, b = 2 }]", "b"),
                    c = parse_toml("x = [1, \"a\", false, { b = 2, c = 1.5 }]", "c");
    EXPECT_TRUE(same_value(a, b));
    EXPECT_FALSE(same_value(a, c));
}

}  // namespace study_overrides_test
}  // namespace tarazy
