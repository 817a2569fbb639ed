#include "simulate/ensemble/model_kinds.hpp"

#include "simulate/ensemble/scenario.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace model_kinds_test {

std::string scenario_with(const std::string& model) {
    return "[run]\nfirst_year=1\n[[input]]\nname='x'\nlower=0\nupper=1\n[model]\n" + model;
}

TEST(ModelKinds, FormulasAreTheStandardAndHaveAName) {
    for (const char* kind : {"", "kind = 'formulas'\n"})
        EXPECT_EQ(
            read_scenario(scenario_with(kind + std::string("[model.outcomes]\ny='x'\n")), "s.toml").model.outcomes,
            std::vector<std::string>{"y"});
}

TEST(ModelKinds, AnUnknownKindIsToldWithTheNearest) {
    try {
        (void)read_scenario(scenario_with("kind = 'formula'\n"), "s.toml");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(std::string(error.what()),
                  "s.toml:8:1: model: there is no kind of model 'formula'; did you mean 'formulas'?");
    }
}

}  // namespace model_kinds_test
}  // namespace tarazy
