#pragma once

#include "trace/causal_types/causal_model.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tarazy {

/// Shares of the types of each set, in the order of the sets and of their types; those of a set sum to one.
using TypeShares = std::vector<std::vector<double>>;

/// All types of a set alike.
[[nodiscard]] TypeShares flat_shares(const CausalModel& model);

struct QueryValue {
    double given = 1;     ///< probability of what is given
    double together = 0;  ///< expectation of the query where it holds, 0 elsewhere

    /// Expectation of the query given what is given; nothing when that is impossible.
    [[nodiscard]] std::optional<double> value() const {
        return given > 0 ? std::optional(together / given) : std::nullopt;
    }
};

/// A query made ready for many parameters.
///
/// Every potential outcome that the query needs is a node under given values of its parents, which are outcomes
/// themselves; equal ones are one. They are worked off from causes to effects with the joint distribution of those that
/// are still needed, over which each node's types are summed: variable elimination, in which the causal types are never
/// listed (Koller & Friedman 2009, ch. 9; the counterfactual worlds share the types as in the twin network of Balke &
/// Pearl 1994).
class CompiledQuery {
public:
    /// @throws LimitError when more outcomes are needed at once than can be held (2^22 states); InputError when a node
    /// is
    ///         set to an outcome of a node that comes after it
    CompiledQuery(const CausalModel& model, CausalQuery query, const Problem& at = {});
    /// The same without steps written down beforehand, which only takes longer: for tests.
    struct Unlisted {};
    CompiledQuery(const CausalModel& model, CausalQuery query, Unlisted unlisted);

    /// O(states x types); model the same as of the constructor.
    [[nodiscard]] QueryValue evaluate(const CausalModel& model, const TypeShares& shares) const;

    [[nodiscard]] const CausalQuery& query() const { return query_; }
    /// Does the value depend on the types of the set?
    [[nodiscard]] bool needs_set(std::size_t set) const { return needed_sets_[set]; }

private:
    /// A value: 0 or 1, or that of a term.
    struct Input {
        bool constant = true;
        unsigned char value = 0;
        std::size_t term = 0;
    };
    /// A node under given values of its parents.
    struct Term {
        std::size_t node = 0;
        std::vector<Input> parents;
    };
    /// The terms of one node, worked off together.
    struct Step {
        std::size_t node = 0;
        std::vector<std::size_t> terms;
        std::vector<std::size_t> before, after;            ///< terms whose values the states hold
        std::vector<std::size_t> sets_before, sets_after;  ///< sets of several nodes whose joint type they hold
        /// Where a step is small, what it does to every state, written down once.
        struct Listed {
            std::size_t patterns = 0;            ///< values that the terms can take; 0: the step is not small
            std::size_t tuples = 0;              ///< of the parents' values of all terms
            std::vector<std::uint32_t> tuple;    ///< of each state
            std::vector<std::uint32_t> pattern;  ///< of each tuple and type
            std::vector<std::uint32_t> to;       ///< the state after it, of each state and pattern
        };
        Listed listed = {};
    };
    /// Room that is used again in each step.
    struct Room {
        std::vector<double> next, distribution;
        std::vector<char> known;
    };

    Input input_of(const CausalModel& model, std::size_t node, const PotentialOutcome& world,
                   std::vector<std::optional<Input>>& known, const Problem& at);
    void order_steps(const CausalModel& model);
    void list_step(const CausalModel& model, Step& step) const;
    /// As `advance`, for a step that is listed: the same sums in the same order.
    static void advance_listed(const Step::Listed& listed, const std::vector<double>& share,
                               std::vector<double>& states, std::size_t after, Room& room);
    [[nodiscard]] std::vector<double> advance(const CausalModel& model, const TypeShares& shares, const Step& step,
                                              const std::vector<double>& states) const;

    CausalQuery query_;
    std::vector<std::vector<std::size_t>> terms_of_node_;
    std::vector<Term> terms_;
    std::vector<Input> outcomes_;  ///< of each outcome of the query
    std::vector<Step> steps_;
    std::vector<bool> needed_sets_;
};

}  // namespace tarazy
