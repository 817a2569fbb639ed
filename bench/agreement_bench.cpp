// Bootstrap of agreement coefficients: 2,000 resamples of units, four coders, five codes.

#include "base/random.hpp"
#include "text/reliability/agreement_table.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace tarazy;

CodedUnits drawn_units(std::size_t units) {
    CodedUnits coded;
    coded.coders = {"A", "B", "C", "D"};
    coded.codes = {"1", "2", "3", "4", "5"};
    coded.numbers = {1, 2, 3, 4, 5};
    Random random(1, "bench of agreement", 0);
    for (std::size_t unit = 0; unit < units; ++unit) {
        coded.units.push_back("u" + std::to_string(unit));
        const auto truth = static_cast<std::int32_t>(random.below(5));
        for (int coder = 0; coder < 4; ++coder)
            coded.code.push_back(random.uniform() < 0.8 ? truth : static_cast<std::int32_t>(random.below(5)));
    }
    return coded;
}

/// @param state  units; level of measurement
void agreement_bootstrap(benchmark::State& state) {
    const CodedUnits coded = drawn_units(static_cast<std::size_t>(state.range(0)));
    AgreementOptions options;
    options.level = static_cast<MeasurementLevel>(state.range(1));
    options.threads = 1;
    for (auto _ : state) {
        std::vector<std::string> warnings;
        benchmark::DoNotOptimize(agreement_table(coded, "bench", options, warnings));
    }
}
BENCHMARK(agreement_bootstrap)->ArgsProduct({{1000, 4000, 16000}, {0, 1, 3}})->Unit(benchmark::kMillisecond);

}  // namespace
