#pragma once

#include "trace/causal_types/query_evaluation.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tarazy {

/// Cases with the same values of the same nodes.
struct CausalPattern {
    std::vector<signed char> values;  ///< of each node: 0, 1, or -1 where it was not observed
    std::size_t cases = 1;
};

struct CausalData {
    std::vector<CausalPattern> patterns;

    [[nodiscard]] std::size_t cases() const noexcept;
};

/// Patterns of the same values together, in the order of their values, so that the order of the rows is no matter.
[[nodiscard]] CausalData merged_patterns(CausalData data);

/// Types of one set that fit what is known of a case.
struct FittingTypes {
    std::size_t set = 0;
    std::vector<std::uint32_t> types;
};

/// What one pattern leaves possible in one component: for each way in which the nodes that were not observed may have
/// come out, the types of each set that fit. Each way fits other types, so that no combination of types is met twice.
struct PatternOptions {
    std::size_t cases = 1;
    std::vector<std::vector<FittingTypes>> ways;
};

/// Sets whose shares the cases tie to one another, because nodes between them were not observed; given the data the
/// components are independent. Sets of which nothing was observed belong to none.
struct TypeComponent {
    std::vector<std::size_t> sets;
    std::vector<PatternOptions> patterns;
};

/// O(patterns x 2^unobserved x types). Nodes that were not observed and have no observed effects tell nothing and are
/// left out.
/// @throws InputError when a pattern fits no type at all (after restrictions); LimitError when more than 16 nodes of
/// one
///         case between observed ones were not observed
[[nodiscard]] std::vector<TypeComponent> type_components(const CausalModel& model, const CausalData& data,
                                                         const Problem& at = {});

}  // namespace tarazy
