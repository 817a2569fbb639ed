#pragma once

#include "base/error.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

// Queries of causal models in the notation of Humphreys & Jacobs (2023, ch. 4): `Y[X=1] > Y[X=0]`, `Y[M=M[X=0], X=1]`,
// `Y[X=1] - Y[X=0]`, `X == 1 & Y == 1`.

/// The value of a node, where other nodes were set by hand: `Y[X=1]`; without interventions what is observed: `Y`.
struct PotentialOutcome {
    struct Intervention {
        std::size_t node = 0;
        std::optional<int> value;  ///< 0 or 1
        std::size_t outcome = 0;   ///< without a value: the place of the potential outcome that the node is set to

        friend bool operator==(const Intervention&, const Intervention&) = default;
    };
    std::size_t node = 0;
    std::vector<Intervention> set = {};  ///< by node, each once

    friend bool operator==(const PotentialOutcome&, const PotentialOutcome&) = default;
};

struct CausalExpression {
    enum class Kind {
        number,
        outcome,
        negation,
        minus,
        both,
        either,
        equal,
        unequal,
        less,
        more,
        at_most,
        at_least,
        sum,
        product
    };
    Kind kind = Kind::number;
    double number = 0;
    std::size_t outcome = 0;  ///< place in `CausalQuery::outcomes`
    std::vector<CausalExpression> parts = {};
};

/// A query and what is known of the case it is asked of.
struct CausalQuery {
    std::string text, given_text;
    std::vector<PotentialOutcome> outcomes;  ///< a nested one stands before the one that uses it
    CausalExpression value;
    std::optional<CausalExpression> given;
};

/// Limits of one query.
inline constexpr std::size_t longest_causal_query = 10000;
inline constexpr std::size_t deepest_causal_query = 60;

/// Reads a query. `given` may be empty, "-" or "ALL"; or stand in the query behind `:|:`. `=` between values is `==`.
/// Operators from loose to tight: | & ! (== != < > <= >=) (+ -) * and the sign. O(length x outcomes)
/// @param nodes  names that may stand in it
/// @param at     file, line and column of the query, for messages
/// @throws InputError that says the character of the query
[[nodiscard]] CausalQuery parse_causal_query(std::string_view text, std::string_view given,
                                             std::span<const std::string> nodes, const Problem& at = {});

/// The value for given values (0 or 1) of the outcomes; comparisons and logical signs give 0 or 1. O(size)
[[nodiscard]] double value_of_expression(const CausalExpression& expression, std::span<const unsigned char> outcomes);

}  // namespace tarazy
