#include "align/ideal_points/ideal_point_draws.hpp"

#include "align/ideal_points/ideal_point_precision.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"
#include "io/atomic_file.hpp"
#include "stats/normal.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <map>

namespace tarazy {
namespace {

constexpr char magic[] = "TRZYDRAW";
constexpr std::uint32_t plain_layout = 1, named_layout = 2;
static_assert(std::endian::native == std::endian::little, "files of draws are little-endian");

void append(std::string& bytes, std::uint32_t number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void append(std::string& bytes, const std::string& text) {
    append(bytes, static_cast<std::uint32_t>(text.size()));
    bytes += text;
}

void append(std::string& bytes, int number) {
    append(bytes, static_cast<std::uint32_t>(number));
}

[[noreturn]] void refuse(const std::string& path, const std::string& what) {
    throw InputError(Problem{path, 0, 0, what, "give a file that 'tarazy align ideal-points --draws-file' wrote"});
}

/// Reads the parts of a file one after the other.
class DrawsReader {
public:
    DrawsReader(const std::string& path, const std::string& bytes, std::size_t at)
        : path_(path), bytes_(bytes), at_(at) {}

    template <class Number>
    Number number() {
        need(sizeof(Number));
        Number number;
        std::memcpy(&number, bytes_.data() + at_, sizeof number);
        at_ += sizeof number;
        return number;
    }
    std::string text() {
        const auto size = number<std::uint32_t>();
        need(size);
        at_ += size;
        return bytes_.substr(at_ - size, size);
    }
    int member() { return in_range(number<std::int32_t>(), "member", 1'000'000'000); }
    int session() { return in_range(number<std::int32_t>(), "session", 100'000); }
    void values(std::vector<float>& values) {
        if (values.empty()) return;
        need(values.size() * sizeof(float));
        std::memcpy(values.data(), bytes_.data() + at_, values.size() * sizeof(float));
        at_ += values.size() * sizeof(float);
    }
    [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }

private:
    void need(std::size_t size) const {
        if (size > bytes_.size() - at_) refuse(path_, "was cut short or damaged");
    }
    int in_range(std::int32_t number, const char* what, std::int32_t most) const {
        if (number < 0 || number > most)
            refuse(path_, std::string("has the ") + what + ' ' + std::to_string(number) + ", out of range");
        return number;
    }

    const std::string& path_;
    const std::string& bytes_;
    std::size_t at_;
};

/// What a file that says no more than numbers of members and sessions means.
std::map<int, int> years_of_numbers(const std::vector<StateSession>& nodes) {
    std::vector<int> members, sessions;
    for (const StateSession& node : nodes) {
        members.push_back(node.state);
        sessions.push_back(node.session);
    }
    for (std::vector<int>* list : {&members, &sessions}) {
        std::ranges::sort(*list);
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    return session_years(Body::automatic, {}, members, sessions, {}).years;
}

void append(std::string& bytes, const Assembly& assembly) {
    append(bytes, static_cast<std::uint32_t>(assembly.years.size()));
    for (const auto& [session, year] : assembly.years) {
        append(bytes, session);
        append(bytes, year);
    }
    append(bytes, static_cast<std::uint32_t>(assembly.names.size()));
    for (const auto& [member, name] : assembly.names) {
        append(bytes, member);
        append(bytes, name);
    }
    append(bytes, static_cast<std::uint32_t>(assembly.parties.size()));
    for (const auto& [key, party] : assembly.parties) {
        append(bytes, key.first);
        append(bytes, key.second);
        append(bytes, party);
    }
}

Assembly assembly_from(DrawsReader& reader) {
    Assembly assembly;
    for (auto left = reader.number<std::uint32_t>(); left > 0; --left) {
        const int session = reader.session();
        assembly.years[session] = reader.number<std::int32_t>();
    }
    for (auto left = reader.number<std::uint32_t>(); left > 0; --left) {
        const int member = reader.member();
        assembly.names[member] = reader.text();
    }
    for (auto left = reader.number<std::uint32_t>(); left > 0; --left) {
        const int session = reader.session(), member = reader.member();
        assembly.parties[{session, member}] = reader.text();
    }
    return assembly;
}

}  // namespace

IdealPointDraws laplace_draws(const VotePanel& panel, const IdealPointParameters& mode, const IdealPointPriors& priors,
                              const LaplaceOptions& options) {
    const IdealPointPrecision precision(panel, mode, priors, IdealPointPrecision::Curvature::observed, options.work);
    const std::size_t nodes = panel.nodes.size(), pairs = (options.draws + 1) / 2;
    IdealPointDraws result;
    result.nodes = panel.nodes;
    result.draws = options.draws;
    result.values.resize(nodes * options.draws);
    result.assembly = panel.assembly;
    const std::vector<double> reference =
        standardised(mode.theta, standardisation(panel, mode.theta, options.positive_anchor, options.negative_anchor));
    constexpr std::size_t together = 16;
    WorkStep step(options.work, "draws from the normal approximation", pairs);
    parallel_chunks(
        pairs, together, options.threads,
        [&](std::size_t begin, std::size_t end) {
            const std::size_t columns = end - begin;
            IdealPointVectors z{std::vector<double>(nodes * columns),
                                std::vector<double>(3 * panel.items.size() * columns), columns};
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
                    const Standardisation standard = standardisation_along(theta, reference);
                    for (std::size_t k = 0; k < nodes; ++k)
                        result.values[k * options.draws + draw] = static_cast<float>(standard(theta[k]));
                }
            }
        },
        step);
    return result;
}

void write_draws(const std::string& path, const IdealPointDraws& draws) {
    const Assembly plain{{}, {}, years_of_numbers(draws.nodes)};
    const bool more = draws.assembly != plain;
    std::string bytes(magic, 8);
    for (const std::size_t number :
         {std::size_t{more ? named_layout : plain_layout}, draws.nodes.size(), draws.chains, draws.draws})
        append(bytes, static_cast<std::uint32_t>(number));
    for (const StateSession& node : draws.nodes) {
        append(bytes, node.state);
        append(bytes, node.session);
    }
    bytes.append(reinterpret_cast<const char*>(draws.values.data()), draws.values.size() * sizeof(float));
    if (more) append(bytes, draws.assembly);
    write_file_atomically(path, bytes);
}

IdealPointDraws read_draws(const std::string& path) {
    const std::string bytes = read_file(path);
    constexpr std::size_t head = 8 + 4 * sizeof(std::uint32_t);
    if (bytes.size() < head || !bytes.starts_with(magic)) refuse(path, "is no file of draws");
    DrawsReader reader(path, bytes, 8);
    const auto version = reader.number<std::uint32_t>();
    if (version != plain_layout && version != named_layout)
        refuse(path, "is a file of draws of layout " + std::to_string(version));
    IdealPointDraws draws;
    const std::size_t nodes = reader.number<std::uint32_t>();
    draws.chains = reader.number<std::uint32_t>();
    draws.draws = reader.number<std::uint32_t>();
    const double expected = head + static_cast<double>(nodes) *
                                       (8 + 4 * static_cast<double>(draws.chains) * static_cast<double>(draws.draws));
    const auto size = static_cast<double>(bytes.size());
    if (version == plain_layout ? size != expected : size < expected) {
        refuse(path, "has " + std::to_string(bytes.size()) + " bytes where " + std::to_string(expected) +
                         " were announced; it was cut short or damaged");
    }
    for (std::size_t k = 0; k < nodes; ++k) {
        const int state = reader.member();
        draws.nodes.push_back({state, reader.session()});
    }
    draws.values.resize(nodes * draws.chains * draws.draws);
    reader.values(draws.values);
    if (!std::ranges::all_of(draws.values, [](float value) { return std::isfinite(value); }))
        refuse(path, "holds values that are not finite");
    if (version == named_layout) {
        draws.assembly = assembly_from(reader);
        if (!reader.at_end()) refuse(path, "has bytes behind its end");
    } else {
        draws.assembly.years = years_of_numbers(draws.nodes);
    }
    return draws;
}

}  // namespace tarazy
