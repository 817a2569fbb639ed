#include "simulate/scenario/scenario_keys.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace scenario_keys_test {

TEST(ScenarioKeys, ReadsWhatIsThereAndTellsEveryFault) {
    const TomlValue document = parse_toml(
        "a = 1\nb = 'x'\nlist = [1, 2.5]\nmixed = [1, 'x']\nwords = ['u', 'v']\nbig = 900\n[[row]]\nn = 1\n[[row]]\nn "
        "= 2\n",
        "s.toml");
    Diagnostics diagnostics;
    ScenarioKeys keys(document, "s.toml", "", diagnostics);
    EXPECT_EQ(keys.number("a"), 1);
    EXPECT_EQ(keys.text("b"), "x");
    EXPECT_EQ(keys.numbers("list"), (std::vector<double>{1, 2.5}));
    EXPECT_EQ(keys.texts("words"), (std::vector<std::string>{"u", "v"}));
    EXPECT_FALSE(keys.number("none"));
    std::size_t rows = 0;
    keys.each("row", [&](const TomlValue&) { ++rows; });
    EXPECT_EQ(rows, 2u);
    EXPECT_TRUE(diagnostics.empty());

    EXPECT_FALSE(keys.number("b"));
    EXPECT_FALSE(keys.numbers("mixed"));
    EXPECT_FALSE(keys.integer("big", 1, 100));
    (void)keys.needed_number("absent");
    keys.allow({"a", "b", "list", "mixed", "words", "row", "bigger"});
    ASSERT_EQ(diagnostics.count(), 5u);
    EXPECT_EQ(to_string(diagnostics.problems()[0]), "s.toml:2:1: b is a text; give a number");
    EXPECT_EQ(to_string(diagnostics.problems()[2]), "s.toml:6:1: big is 900; give a whole number from 1 to 100");
    EXPECT_NE(to_string(diagnostics.problems()[4]).find("unknown key 'big'"), std::string::npos);
}

TEST(ScenarioKeys, NamesAreWords) {
    for (const char* name : {"x1", "_a", "китай", "gdp_growth"}) EXPECT_TRUE(is_scenario_name(name)) << name;
    for (const char* name : {"", "1x", "a b", "a>b", "a,b", "a-b"}) EXPECT_FALSE(is_scenario_name(name)) << name;
}

}  // namespace scenario_keys_test
}  // namespace tarazy
