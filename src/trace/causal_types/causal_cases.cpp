#include "trace/causal_types/causal_cases.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace tarazy {
namespace {

constexpr std::size_t most_unobserved = 16;

/// Nodes that were observed or have an observed effect.
std::vector<bool> telling_nodes(const CausalModel& model, const CausalPattern& pattern) {
    std::vector<bool> telling(model.nodes.size());
    for (std::size_t node = model.nodes.size(); node-- > 0;) {
        telling[node] = telling[node] || pattern.values[node] >= 0;
        if (telling[node])
            for (const std::size_t parent : model.nodes[node].parents) telling[parent] = true;
    }
    return telling;
}

/// Types of the set that give the values, where they are known.
FittingTypes fitting_types(const CausalModel& model, std::size_t set, const std::vector<signed char>& values) {
    FittingTypes fitting{set, {}};
    for (std::size_t joint = 0; joint < model.sets[set].types; ++joint) {
        const bool fits = std::ranges::all_of(model.sets[set].nodes, [&](std::size_t node) {
            if (values[node] < 0) return true;
            std::size_t combination = 0;
            const CausalNode& one = model.nodes[node];
            for (std::size_t q = 0; q < one.parents.size(); ++q)
                combination |= static_cast<std::size_t>(values[one.parents[q]] == 1) << q;
            const std::uint32_t type = one.types[model.type_of(node, joint)];
            return ((type >> combination) & 1U) == static_cast<unsigned>(values[node]);
        });
        if (fits) fitting.types.push_back(static_cast<std::uint32_t>(joint));
    }
    return fitting;
}

class SetUnion {
public:
    explicit SetUnion(std::size_t count) : of_(count) { std::iota(of_.begin(), of_.end(), std::size_t{0}); }
    std::size_t root(std::size_t set) const {
        while (of_[set] != set) set = of_[set];
        return set;
    }
    void tie(std::size_t a, std::size_t b) {
        a = root(a);
        b = root(b);
        of_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> of_;
};

std::string pattern_text(const CausalModel& model, const CausalPattern& pattern) {
    std::string text;
    for (std::size_t node = 0; node < model.nodes.size(); ++node) {
        if (pattern.values[node] < 0) continue;
        if (!text.empty()) text += ", ";
        text += model.nodes[node].name + (pattern.values[node] == 1 ? "=1" : "=0");
    }
    return text;
}

}  // namespace

std::size_t CausalData::cases() const noexcept {
    std::size_t all = 0;
    for (const CausalPattern& one : patterns) all += one.cases;
    return all;
}

CausalData merged_patterns(CausalData data) {
    std::map<std::vector<signed char>, std::size_t> counts;
    for (CausalPattern& one : data.patterns)
        if (one.cases > 0) counts[std::move(one.values)] += one.cases;
    CausalData merged;
    for (const auto& [values, cases] : counts) merged.patterns.push_back({values, cases});
    return merged;
}

std::vector<TypeComponent> type_components(const CausalModel& model, const CausalData& data, const Problem& at) {
    SetUnion tied(model.sets.size());
    std::vector<bool> told(model.sets.size());
    for (const CausalPattern& pattern : data.patterns) {
        const std::vector<bool> telling = telling_nodes(model, pattern);
        for (std::size_t node = 0; node < model.nodes.size(); ++node) {
            if (!telling[node]) continue;
            told[model.nodes[node].set] = true;
            for (const std::size_t parent : model.nodes[node].parents)
                if (pattern.values[parent] < 0) tied.tie(model.nodes[parent].set, model.nodes[node].set);
        }
    }
    std::vector<TypeComponent> components;
    for (std::size_t first = 0; first < model.sets.size(); ++first) {
        if (!told[first] || tied.root(first) != first) continue;
        TypeComponent component;
        for (std::size_t set = 0; set < model.sets.size(); ++set)
            if (told[set] && tied.root(set) == first) component.sets.push_back(set);
        const auto within = [&](std::size_t node) {
            return std::ranges::find(component.sets, model.nodes[node].set) != component.sets.end();
        };
        for (const CausalPattern& pattern : data.patterns) {
            const std::vector<bool> telling = telling_nodes(model, pattern);
            std::vector<std::size_t> open, sets;
            for (std::size_t node = 0; node < model.nodes.size(); ++node) {
                if (!telling[node] || !within(node)) continue;
                if (std::ranges::find(sets, model.nodes[node].set) == sets.end()) sets.push_back(model.nodes[node].set);
                if (pattern.values[node] < 0) open.push_back(node);
            }
            if (sets.empty()) continue;
            if (open.size() > most_unobserved) {
                throw LimitError("a case leaves " + std::to_string(open.size()) +
                                 " nodes between observed ones unknown; at most " + std::to_string(most_unobserved) +
                                 " can be summed over");
            }
            PatternOptions options{pattern.cases, {}};
            std::vector<signed char> values = pattern.values;
            for (std::size_t way = 0; way < (std::size_t{1} << open.size()); ++way) {
                for (std::size_t o = 0; o < open.size(); ++o)
                    values[open[o]] = static_cast<signed char>((way >> o) & 1U);
                std::vector<FittingTypes> fitting;
                for (const std::size_t set : sets) fitting.push_back(fitting_types(model, set, values));
                if (std::ranges::none_of(fitting, [](const FittingTypes& one) { return one.types.empty(); }))
                    options.ways.push_back(std::move(fitting));
            }
            if (options.ways.empty()) {
                throw InputError(Problem{at.file, at.line, at.column,
                                         "a case with " + pattern_text(model, pattern) +
                                             " is impossible: no type that the restrictions leave gives it",
                                         "restrict less, or correct the case"});
            }
            component.patterns.push_back(std::move(options));
        }
        components.push_back(std::move(component));
    }
    return components;
}

}  // namespace tarazy
