#include "trace/causal_types/causal_cases.hpp"

#include "trace/causal_types/listed_types_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace causal_cases_test {

using testing_types::listed_fit;
using testing_types::ListedType;

/// Causal types that fit a pattern, counted from the options of the components.
double options_of(const CausalModel& model, const CausalPattern& pattern) {
    CausalData data;
    data.patterns = {pattern};
    double all = 1;
    std::vector<bool> counted(model.sets.size());
    for (const TypeComponent& component : type_components(model, data)) {
        double ways = 0;
        for (const auto& way : component.patterns.at(0).ways) {
            double types = 1;
            for (const FittingTypes& fitting : way) types *= static_cast<double>(fitting.types.size());
            ways += types;
        }
        all *= ways;
        for (const std::size_t set : component.sets) counted[set] = true;
    }
    for (std::size_t set = 0; set < counted.size(); ++set)
        if (!counted[set]) all *= static_cast<double>(model.sets[set].types);
    return all;
}

TEST(CausalCases, OptionsAreTheCausalTypesThatFit) {
    for (const char* text : {"X -> M -> Y; X -> Y", "X -> M -> Y; M <-> Y", "X -> M; X -> Y; M <-> X"}) {
        const CausalModel model = parse_causal_model(text);
        for (int code = 0; code < 27; ++code) {
            CausalPattern pattern;
            for (int rest = code, node = 0; node < 3; ++node, rest /= 3)
                pattern.values.push_back(static_cast<signed char>(rest % 3 - 1));
            double fit = 0;
            testing_types::for_each_type(model,
                                         [&](const ListedType& type) { fit += listed_fit(model, type, pattern); });
            EXPECT_EQ(options_of(model, pattern), fit) << text << ' ' << code;
        }
    }
}

TEST(CausalCases, SetsAreTiedByWhatWasNotObserved) {
    const CausalModel model = parse_causal_model("X -> M -> Y");
    CausalData data;
    data.patterns = {{{1, 1, 0}, 2}};
    EXPECT_EQ(type_components(model, data).size(), 3u);
    data.patterns.push_back({{1, -1, 0}, 1});
    const auto components = type_components(model, data);
    ASSERT_EQ(components.size(), 2u) << "the types of M and Y are tied";
    EXPECT_EQ(components[1].sets, (std::vector<std::size_t>{1, 2}));
    data.patterns = {{{1, -1, -1}, 1}};
    EXPECT_EQ(type_components(model, data).size(), 1u) << "of M and Y nothing is known";
}

TEST(CausalCases, EqualPatternsAreOneWhateverTheirOrder) {
    CausalData data;
    data.patterns = {{{1, 0}, 2}, {{0, 0}, 1}, {{1, 0}, 1}, {{1, 1}, 0}};
    const CausalData merged = merged_patterns(data);
    ASSERT_EQ(merged.patterns.size(), 2u);
    EXPECT_EQ(merged.patterns[1].cases, 3u);
    EXPECT_EQ(merged.cases(), 4u);
}

TEST(CausalCases, ACaseThatTheRestrictionsForbidIsRefused) {
    CausalModel model = parse_causal_model("X -> Y");
    restrict_types(model, "Y[X=1] == 1");
    CausalData data;
    data.patterns = {{{1, 1}, 1}};
    try {
        (void)type_components(model, data, {"m.toml", 4, 1, "", ""});
        FAIL();
    } catch (const InputError& error) {
        EXPECT_TRUE(std::string(error.what()).starts_with("m.toml:4:1: a case with X=1, Y=1 is impossible"))
            << error.what();
    }
}

}  // namespace causal_cases_test
}  // namespace tarazy
