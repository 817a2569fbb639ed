// Any bytes as a file of joint draws of ideal points: read, or refused by an error of ours. What was read is written
// and read again the same, and closeness to two poles follows from it. Where the file begins as one of draws, its
// numbers of nodes, chains and draws are set so that they fit its length, or else no change of them would get beyond
// that check. Run: build/fuzz/ideal_point_draws -max_total_time=60 -max_len=16384 fuzz/corpus/ideal_point_draws

#include "align/balance/position_domain.hpp"
#include "base/error.hpp"

#include "bytes_file.hpp"
#include "fuzz_fault.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

namespace {

using namespace tarazy;

IdealPointDraws draws_of(std::string_view bytes) {
    const BytesFile file(bytes);
    return read_draws(file.path());
}

void read_again(const IdealPointDraws& draws) {
    const BytesFile file("");
    write_draws(file.path(), draws);
    const IdealPointDraws again = read_draws(file.path());
    require(again.nodes == draws.nodes && again.values == draws.values && again.assembly == draws.assembly &&
                again.chains == draws.chains && again.draws == draws.draws,
            "what is written reads back");
}

/// Between the first two members, of all.
void compare_members(const IdealPointDraws& draws) {
    std::vector<std::string> names;
    for (const StateSession& node : draws.nodes) {
        const auto name = draws.assembly.names.find(node.state);
        names.push_back(name == draws.assembly.names.end() ? std::to_string(node.state) : name->second);
    }
    if (names.size() < 2) return;
    PositionOptions options;
    options.states = names;
    options.poles = {{"one", {names[0]}}, {"other", {names[1]}}};
    options.threads = 1;
    const DomainSeries series = position_domain(draws, options);
    for (const DomainDraws& entry : series.state_years) {
        for (const double closeness : entry.closeness)
            require(std::isnan(closeness) || (closeness >= 0 && closeness <= 1), "closeness lies in [0,1]");
    }
    require_whole(pole_positions(draws, options.poles));
}

/// The third number of the head, draws a chain, as the length has it.
std::string fitted(std::string_view bytes) {
    constexpr std::size_t head = 24, at_nodes = 12;
    std::string text(bytes);
    if (!bytes.starts_with("TRZYDRAW") || bytes.size() <= head || bytes[8] != 1) return text;
    const auto number = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const std::size_t nodes = 1 + number(at_nodes) % 8, chains = 1 + number(at_nodes + 4) % 4;
    const std::size_t draws = (text.size() - head) / (nodes * 4 * chains + 1);
    const std::uint32_t numbers[] = {static_cast<std::uint32_t>(nodes), static_cast<std::uint32_t>(chains),
                                     static_cast<std::uint32_t>(draws)};
    text.replace(at_nodes, sizeof numbers, reinterpret_cast<const char*>(numbers), sizeof numbers);
    text.resize(head + nodes * (8 + 4 * chains * draws));
    return text;
}

void read_whole(std::string_view bytes) {
    try {
        const IdealPointDraws draws = draws_of(bytes);
        read_again(draws);
        compare_members(draws);
    } catch (const InputError&) {
    } catch (const LimitError&) {
    } catch (const UsageError&) {  // names that stand twice, or in two poles
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    read_whole(bytes);
    read_whole(fitted(bytes));
    return 0;
}
