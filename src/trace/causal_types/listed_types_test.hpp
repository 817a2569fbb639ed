#pragma once

// For tests only: the same by listing every causal type, which the program never does.

#include "trace/causal_types/causal_cases.hpp"
#include "trace/causal_types/query_evaluation.hpp"

#include <vector>

namespace tarazy::testing_types {

/// A joint type of each set.
using ListedType = std::vector<std::size_t>;

/// Calls `each` with every causal type.
template <typename Each>
void for_each_type(const CausalModel& model, Each each) {
    ListedType type(model.sets.size(), 0);
    for (;;) {
        each(type);
        std::size_t set = 0;
        while (set < type.size() && ++type[set] == model.sets[set].types) type[set++] = 0;
        if (set == type.size()) return;
    }
}

inline int listed_value(const CausalModel& model, const ListedType& type, const std::vector<PotentialOutcome>& outcomes,
                        std::size_t node, const PotentialOutcome& world) {
    for (const PotentialOutcome::Intervention& set : world.set) {
        if (set.node != node) continue;
        if (set.value) return *set.value;
        return listed_value(model, type, outcomes, outcomes[set.outcome].node, outcomes[set.outcome]);
    }
    std::size_t combination = 0;
    const CausalNode& one = model.nodes[node];
    for (std::size_t q = 0; q < one.parents.size(); ++q)
        combination |= static_cast<std::size_t>(listed_value(model, type, outcomes, one.parents[q], world)) << q;
    return static_cast<int>((one.types[model.type_of(node, type[one.set])] >> combination) & 1U);
}

inline QueryValue listed_query(const CausalModel& model, const TypeShares& shares, const CausalQuery& query) {
    QueryValue all{0, 0};
    for_each_type(model, [&](const ListedType& type) {
        double p = 1;
        for (std::size_t set = 0; set < type.size(); ++set) p *= shares[set][type[set]];
        std::vector<unsigned char> values;
        for (const PotentialOutcome& outcome : query.outcomes)
            values.push_back(
                static_cast<unsigned char>(listed_value(model, type, query.outcomes, outcome.node, outcome)));
        if (query.given && value_of_expression(*query.given, values) == 0) return;
        all.given += p;
        all.together += p * value_of_expression(query.value, values);
    });
    return all;
}

/// Does the causal type give what was observed?
inline bool listed_fit(const CausalModel& model, const ListedType& type, const CausalPattern& pattern) {
    for (std::size_t node = 0; node < model.nodes.size(); ++node)
        if (pattern.values[node] >= 0 && listed_value(model, type, {}, node, {node}) != pattern.values[node])
            return false;
    return true;
}

}  // namespace tarazy::testing_types
