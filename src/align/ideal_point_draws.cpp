#include "align/ideal_point_draws.hpp"

#include "align/ideal_point_precision.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"
#include "io/atomic_file.hpp"
#include "stats/normal.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace tarazy {
namespace {

constexpr char magic[] = "TRZYDRAW";
constexpr std::uint32_t layout = 1;
static_assert(std::endian::native == std::endian::little, "files of draws are little-endian");

void append(std::string& bytes, std::uint32_t number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

/// Reads numbers one after the other; @pre they are there
template <class Number>
Number taken(const std::string& bytes, std::size_t& at) {
    Number number;
    std::memcpy(&number, bytes.data() + at, sizeof number);
    at += sizeof number;
    return number;
}

[[noreturn]] void refuse(const std::string& path, const std::string& what) {
    throw InputError(Problem{path, 0, 0, what, "give a file that 'tarazy align ideal-points --draws-file' wrote"});
}

}  // namespace

IdealPointDraws laplace_draws(const VotePanel& panel, const IdealPointParameters& mode, const IdealPointPriors& priors,
                              const LaplaceOptions& options) {
    const IdealPointPrecision precision(panel, mode, priors, IdealPointPrecision::Curvature::observed);
    const std::size_t nodes = panel.nodes.size(), pairs = (options.draws + 1) / 2;
    IdealPointDraws result;
    result.nodes = panel.nodes;
    result.draws = options.draws;
    result.values.resize(nodes * options.draws);
    constexpr std::size_t together = 16;
    parallel_chunks(pairs, together, options.threads, [&](std::size_t begin, std::size_t end) {
        const std::size_t columns = end - begin;
        IdealPointVectors z{std::vector<double>(nodes * columns), std::vector<double>(3 * panel.items.size() * columns),
                            columns};
        for (std::size_t c = 0; c < columns; ++c) {
            Random random(options.seed, "Laplace draws", begin + c);
            for (std::size_t k = 0; k < nodes; ++k) z.theta[k * columns + c] = normal_quantile(random.uniform());
            for (std::size_t i = 0; i < 3 * panel.items.size(); ++i)
                z.items[i * columns + c] = normal_quantile(random.uniform());
        }
        precision.unwhiten(z);
        std::vector<double> theta(nodes);
        for (std::size_t c = 0; c < columns; ++c) {
            for (const std::size_t side : {0u, 1u}) {
                const std::size_t draw = 2 * (begin + c) + side;
                if (draw >= options.draws) continue;
                for (std::size_t k = 0; k < nodes; ++k)
                    theta[k] = mode.theta[k] + (side == 0 ? 1 : -1) * z.theta[k * columns + c];
                const Standardisation standard =
                    standardisation(panel, theta, options.positive_anchor, options.negative_anchor);
                for (std::size_t k = 0; k < nodes; ++k)
                    result.values[k * options.draws + draw] = static_cast<float>(standard(theta[k]));
            }
        }
    });
    return result;
}

void write_draws(const std::string& path, const IdealPointDraws& draws) {
    std::string bytes(magic, 8);
    for (const std::size_t number : {std::size_t{layout}, draws.nodes.size(), draws.chains, draws.draws})
        append(bytes, static_cast<std::uint32_t>(number));
    for (const StateSession& node : draws.nodes) {
        append(bytes, static_cast<std::uint32_t>(node.state));
        append(bytes, static_cast<std::uint32_t>(node.session));
    }
    bytes.append(reinterpret_cast<const char*>(draws.values.data()), draws.values.size() * sizeof(float));
    write_file_atomically(path, bytes);
}

IdealPointDraws read_draws(const std::string& path) {
    const std::string bytes = read_file(path);
    constexpr std::size_t head = 8 + 4 * sizeof(std::uint32_t);
    if (bytes.size() < head || !bytes.starts_with(magic)) refuse(path, "is no file of draws");
    std::size_t at = 8;
    const auto version = taken<std::uint32_t>(bytes, at);
    if (version != layout) refuse(path, "is a file of draws of layout " + std::to_string(version));
    IdealPointDraws draws;
    const std::size_t nodes = taken<std::uint32_t>(bytes, at);
    draws.chains = taken<std::uint32_t>(bytes, at);
    draws.draws = taken<std::uint32_t>(bytes, at);
    const double expected = head + static_cast<double>(nodes) *
                                       (8 + 4 * static_cast<double>(draws.chains) * static_cast<double>(draws.draws));
    if (static_cast<double>(bytes.size()) != expected) {
        refuse(path, "has " + std::to_string(bytes.size()) + " bytes where " + std::to_string(expected) +
                         " were announced; it was cut short or damaged");
    }
    for (std::size_t k = 0; k < nodes; ++k) {
        const auto state = taken<std::int32_t>(bytes, at);
        draws.nodes.push_back({state, taken<std::int32_t>(bytes, at)});
    }
    draws.values.resize(nodes * draws.chains * draws.draws);
    std::memcpy(draws.values.data(), bytes.data() + at, draws.values.size() * sizeof(float));
    if (!std::ranges::all_of(draws.values, [](float value) { return std::isfinite(value); }))
        refuse(path, "holds values that are not finite");
    return draws;
}

}  // namespace tarazy
