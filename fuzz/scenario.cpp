// Scenario files and their formulas: any text is read or refused, and what was read can be computed.

#include "simulate/ensemble/scenario.hpp"
#include "base/error.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const tarazy::Scenario scenario =
            tarazy::read_scenario({reinterpret_cast<const char*>(data), size}, "scenario.toml");
        const std::size_t inputs = scenario.space.inputs.size();
        const std::vector<double> drawn(inputs, 0.5);
        std::vector<double> path(scenario.years() * inputs), results(scenario.years() * scenario.model.outcomes.size());
        for (const tarazy::Policy& policy : scenario.policies) {
            tarazy::input_path(scenario, policy, drawn, tarazy::RunDraws(1, 0), path);
            scenario.model.compute(tarazy::RunDraws(1, 0), path, results);
        }
    } catch (const tarazy::InputError&) {
    }
    return 0;
}
