#include "network/functions/knockout.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "network/brokerage/exclusive_bridges.hpp"
#include "network/functions/two_mode_components.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

constexpr std::size_t most_state_rows = 5'000'000;
constexpr std::size_t removals_a_chunk = 64;

/// A function of a state that so few provide that a set can take it away.
struct CriticalCell {
    std::uint32_t state = 0, function = 0;
    std::uint32_t known = 0, possible = 0;  ///< providers: known, and known or not known
};

/// What single institutions carry, from which the effect of any set follows.
class RemovalParts {
public:
    RemovalParts(const CarriedFunctions& carried, const KnockoutQuestion& question, std::size_t largest)
        : carried_(carried), question_(question), by_institution_(carried.institutions.size()) {
        place_of_.assign(carried.states.size(), no_place);
        for (std::size_t at = 0; at < question.states.size(); ++at) place_of_[question.states[at]] = at;
        find_critical_cells(largest);
        members_ = transposed(carried.members);
        unknown_ = transposed(carried.unknown);
        carried_weight_.assign(carried.institutions.size(), 0);
        for (std::size_t e = 0; e < carried.institutions.size(); ++e)
            for (std::size_t f = 0; f < carried.functions.size(); ++f) carried_weight_[e] += carried.weight(e, f);
        if (question.blocs == nullptr) return;
        shared_.emplace(carried.members, *question.blocs);
        find_bridges(*question.blocs);
    }

    [[nodiscard]] RemovalEffect effect(std::vector<std::uint32_t> removed) const {
        RemovalEffect result;
        result.removed = std::move(removed);
        result.states.resize(question_.states.size());
        count_lost(result);
        for (const std::uint32_t e : result.removed) {
            const auto known = static_cast<double>(count_bits(members_.row(e)));
            const auto possible = static_cast<double>(count_bits(unknown_.row(e)));
            result.coverage_lost.lower += known * carried_weight_[e];
            result.coverage_lost.upper += (known + possible) * carried_weight_[e];
        }
        result.components = count_two_mode_components(members_, result.removed);
        for (std::size_t at = 0; at < question_.states.size(); ++at)
            describe_state(question_.states[at], result.removed, result.states[at]);
        if (!bridges_.empty())
            for (const std::uint32_t e : result.removed) result.bridges_lost += bridges_through_[e];
        return result;
    }

private:
    static constexpr std::size_t no_place = static_cast<std::size_t>(-1);

    void find_critical_cells(std::size_t largest) {
        for (std::uint32_t state = 0; state < carried_.states.size(); ++state) {
            for (std::uint32_t function = 0; function < carried_.functions.size(); ++function) {
                const auto carriers = carried_.carriers.row(function);
                const auto known = shared_places(carried_.members.row(state), carriers);
                if (known.size() > largest) continue;
                const auto unknown = shared_places(carried_.unknown.row(state), carriers);
                const auto at = static_cast<std::uint32_t>(cells_.size());
                cells_.push_back({state, function, static_cast<std::uint32_t>(known.size()),
                                  static_cast<std::uint32_t>(known.size() + unknown.size())});
                for (const std::uint32_t e : known) by_institution_[e].push_back(at);
                for (const std::uint32_t e : unknown) by_institution_[e].push_back(at);
            }
        }
    }

    void find_bridges(const Blocs& blocs) {
        const std::size_t states = carried_.states.size(), institutions = carried_.institutions.size();
        BridgeCounter counter(blocs, institutions);
        std::vector<double> weights(states * counter.columns());
        bridges_.assign(states * institutions, 0);
        bridges_through_.assign(institutions, 0);
        bridges_of_.assign(states, 0);
        for (std::uint32_t e = 0; e < institutions; ++e) {
            BitMatrix alone(states, institutions);
            for (std::size_t state = 0; state < states; ++state) alone.set(state, e, carried_.members(state, e));
            counter.count(alone, weights);
            for (std::size_t state = 0; state < states; ++state) {
                const double weight = weights[(state + 1) * counter.columns() - 1];
                bridges_[state * institutions + e] = weight;
                bridges_through_[e] += weight;
                bridges_of_[state] += weight;
            }
        }
    }

    [[nodiscard]] bool may_provide(const CriticalCell& cell, std::uint32_t e) const {
        return carried_.carriers(cell.function, e) &&
               (carried_.members(cell.state, e) || carried_.unknown(cell.state, e));
    }

    void count_lost(RemovalEffect& result) const {
        const std::vector<std::uint32_t>& removed = result.removed;
        for (std::size_t at = 0; at < removed.size(); ++at) {
            for (const std::uint32_t number : by_institution_[removed[at]]) {
                const CriticalCell& cell = cells_[number];
                std::uint32_t known = 0, possible = 0;
                bool met_before = false;
                for (std::size_t other = 0; other < removed.size(); ++other) {
                    if (!may_provide(cell, removed[other])) continue;
                    met_before = met_before || other < at;
                    ++possible;
                    known += carried_.members(cell.state, removed[other]) ? 1 : 0;
                }
                if (!met_before && known == cell.known) add_lost(result, cell, possible);
            }
        }
        std::ranges::sort(result.functions, {},
                          [](const LostFunction& lost) { return std::pair(lost.state, lost.function); });
    }

    /// All known providers of the cell are removed. @param possible  removed institutions that provide it, known or not
    void add_lost(RemovalEffect& result, const CriticalCell& cell, std::uint32_t possible) const {
        const bool certain = cell.known > 0 && possible == cell.possible;
        const bool together = certain && cell.known > 1;
        result.lost.lower += certain ? 1 : 0;
        result.lost.upper += 1;
        result.together.lower += together ? 1 : 0;
        result.together.upper += possible > 1 ? 1 : 0;
        const std::size_t place = place_of_[cell.state];
        if (place == no_place) return;
        result.states[place].lost.lower += certain ? 1 : 0;
        result.states[place].lost.upper += 1;
        result.functions.push_back({cell.state, cell.function, certain, together});
    }

    void describe_state(std::uint32_t state, std::span<const std::uint32_t> removed, StateLoss& loss) const {
        for (const std::uint32_t e : removed) {
            loss.coverage_lost.lower += carried_.members(state, e) ? carried_weight_[e] : 0;
            loss.coverage_lost.upper +=
                carried_.members(state, e) || carried_.unknown(state, e) ? carried_weight_[e] : 0;
        }
        if (!shared_) return;
        loss.balance = shared_->balance(state, removed);
        for (const std::uint32_t e : removed) loss.bridges_lost += bridges_[state * carried_.institutions.size() + e];
        loss.bridges = bridges_of_[state] - loss.bridges_lost;
        constexpr double rounding = 1e-12;
        if (std::abs(loss.bridges) < rounding) loss.bridges = 0;
    }

    const CarriedFunctions& carried_;
    const KnockoutQuestion& question_;
    std::vector<CriticalCell> cells_;
    std::vector<std::vector<std::uint32_t>> by_institution_;  ///< cells that it provides, or may
    std::vector<std::size_t> place_of_;                       ///< of each state among the chosen
    BitMatrix members_, unknown_;                             ///< institutions x states
    std::vector<double> carried_weight_;                      ///< of each institution: sum over functions
    std::optional<SharedWithPoles> shared_;
    std::vector<double> bridges_;          ///< states x institutions: exclusive bridges of the state through it
    std::vector<double> bridges_through_;  ///< of each institution
    std::vector<double> bridges_of_;       ///< of each state
};

std::vector<std::vector<std::uint32_t>> removals_of(std::uint32_t institutions, const KnockoutQuestion& question) {
    std::vector<std::vector<std::uint32_t>> removals = {{}};
    if (question.each)
        for (std::uint32_t e = 0; e < institutions; ++e) removals.push_back({e});
    if (question.pairs)
        for (std::uint32_t a = 0; a < institutions; ++a)
            for (std::uint32_t b = a + 1; b < institutions; ++b) removals.push_back({a, b});
    for (std::vector<std::uint32_t> set : question.sets) {
        std::ranges::sort(set);
        set.erase(std::unique(set.begin(), set.end()), set.end());
        removals.push_back(std::move(set));
    }
    return removals;
}

}  // namespace

std::vector<RemovalEffect> knock_out(const CarriedFunctions& carried, const KnockoutQuestion& question) {
    std::vector<std::vector<std::uint32_t>> removals =
        removals_of(static_cast<std::uint32_t>(carried.institutions.size()), question);
    if (removals.size() * std::max<std::size_t>(1, question.states.size()) > most_state_rows)
        throw LimitError("knocking out " + std::to_string(removals.size()) + " sets of institutions for " +
                         std::to_string(question.states.size()) + " states gives more than " +
                         std::to_string(most_state_rows) + " rows; choose fewer states");
    std::size_t largest = 0;
    for (const auto& set : removals) largest = std::max(largest, set.size());
    question.work.check();
    const RemovalParts parts(carried, question, largest);
    std::vector<RemovalEffect> effects(removals.size());
    WorkStep step(question.work, "knock-outs", removals.size());
    parallel_chunks(
        removals.size(), removals_a_chunk, question.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t at = begin; at < end; ++at) effects[at] = parts.effect(std::move(removals[at]));
        },
        step);
    return effects;
}

}  // namespace tarazy
