#pragma once

#include "simulate/designs/sample.hpp"
#include "simulate/ensemble/model.hpp"
#include "simulate/robustness/policy_robustness.hpp"
#include "simulate/scenario/input_space.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

/// How a number is changed: set first, then multiplied, then added to.
struct InputChange {
    std::size_t input = 0;
    std::optional<double> set = {};
    double multiply = 1, add = 0;

    [[nodiscard]] double of(double value) const noexcept { return set.value_or(value) * multiply + add; }
};

/// A number that is given or drawn: `0.02`, or the name of an uncertain input.
struct GivenOrDrawn {
    double given = 0;
    std::optional<std::size_t> input = {};

    /// @param drawn  values of the inputs in the run
    [[nodiscard]] double of(std::span<const double> drawn) const { return input ? drawn[*input] : given; }
};

/// An input that moves by so much each year after the first.
struct InputTrend {
    std::size_t input = 0;
    GivenOrDrawn per_year;
};

/// Something that may happen in a year, or in each of several until it does, and changes an input from then on.
struct Shock {
    std::string name;
    InputChange change;
    int from = 0, until = 0;          ///< years in which it may begin
    GivenOrDrawn probability;         ///< in each of them
    std::optional<int> lasting = {};  ///< years; otherwise to the end
};

/// What the state does: changes of inputs, in every year from `from` on.
struct Policy {
    std::string name;
    std::vector<InputChange> changes = {};
    int from = 0;
};

/// A condition that an outcome is held to in the last year.
struct ScenarioThreshold {
    std::string name;
    std::size_t outcome = 0;
    OutcomeThreshold condition;
};

struct Scenario {
    std::string title;
    InputSpace space;
    SampleOptions sample;  ///< design and number of runs
    int first_year = 0, last_year = 0;
    std::vector<InputTrend> trends = {};
    std::vector<Shock> shocks = {};
    std::vector<Policy> policies = {};  ///< at least one: "none" where the file has none
    std::vector<ScenarioThreshold> thresholds = {};
    Model model;

    [[nodiscard]] std::size_t years() const noexcept { return static_cast<std::size_t>(last_year - first_year) + 1; }
};

/// Reads a scenario file (TOML or JSON; docs/simulate-ensemble.md says its keys), and the files that its model names
/// beside it. @throws InputError with all that is wrong
[[nodiscard]] Scenario read_scenario(std::string_view text, const std::string& path);

/// The inputs of one run under one policy, year by year (years x inputs): what was drawn, then trends, then shocks that
/// have begun, then the policy. The same run has the same shocks under every policy.
void input_path(const Scenario& scenario, const Policy& policy, std::span<const double> drawn, const RunDraws& draws,
                std::span<double> path);

}  // namespace tarazy
