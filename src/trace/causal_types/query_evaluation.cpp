#include "trace/causal_types/query_evaluation.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace tarazy {
namespace {

constexpr std::size_t most_query_states = std::size_t{1} << 22;
/// A step is written down beforehand when none of its lists is longer.
constexpr std::size_t longest_step_list = std::size_t{1} << 12;

std::size_t place_in(const std::vector<std::size_t>& list, std::size_t item) {
    return static_cast<std::size_t>(std::ranges::find(list, item) - list.begin());
}

/// Joint types of several sets as one number.
std::size_t types_of_sets(const CausalModel& model, const std::vector<std::size_t>& sets) {
    std::size_t all = 1;
    for (const std::size_t set : sets) all *= model.sets[set].types;
    return all;
}

}  // namespace

TypeShares flat_shares(const CausalModel& model) {
    TypeShares shares;
    for (const CausalTypeSet& set : model.sets) shares.emplace_back(set.types, 1 / static_cast<double>(set.types));
    return shares;
}

CompiledQuery::CompiledQuery(const CausalModel& model, CausalQuery query, const Problem& at)
    : query_(std::move(query)), terms_of_node_(model.nodes.size()) {
    for (const PotentialOutcome& outcome : query_.outcomes) {
        std::vector<std::optional<Input>> known(model.nodes.size());
        outcomes_.push_back(input_of(model, outcome.node, outcome, known, at));
    }
    order_steps(model);
    for (Step& step : steps_) list_step(model, step);
}

CompiledQuery::CompiledQuery(const CausalModel& model, CausalQuery query, Unlisted /*unlisted*/)
    : CompiledQuery(model, std::move(query)) {
    for (Step& step : steps_) step.listed = {};
}

CompiledQuery::Input CompiledQuery::input_of(const CausalModel& model, std::size_t node, const PotentialOutcome& world,
                                             std::vector<std::optional<Input>>& known, const Problem& at) {
    if (known[node]) return *known[node];
    const auto set = std::ranges::find(world.set, node, &PotentialOutcome::Intervention::node);
    Input input;
    if (set != world.set.end()) {
        input = set->value ? Input{true, static_cast<unsigned char>(*set->value), 0} : outcomes_[set->outcome];
    } else {
        Term term{node, {}};
        for (const std::size_t parent : model.nodes[node].parents) {
            term.parents.push_back(input_of(model, parent, world, known, at));
            const Input& last = term.parents.back();
            if (!last.constant && terms_[last.term].node >= node) {
                throw InputError(Problem{at.file, at.line, at.column,
                                         "in '" + query_.text + "', " + model.nodes[parent].name + " is set to what " +
                                             model.nodes[terms_[last.term].node].name +
                                             " would be, which does not come "
                                             "before " +
                                             model.nodes[node].name,
                                         "set a node to values of its causes"});
            }
        }
        const auto same = [&](std::size_t other) {
            return std::ranges::equal(terms_[other].parents, term.parents, [](const Input& a, const Input& b) {
                return a.constant == b.constant && a.value == b.value && a.term == b.term;
            });
        };
        std::vector<std::size_t>& own = terms_of_node_[node];
        const auto found = std::ranges::find_if(own, same);
        input = {false, 0, found == own.end() ? terms_.size() : *found};
        if (found == own.end()) {
            own.push_back(terms_.size());
            terms_.push_back(std::move(term));
        }
    }
    known[node] = input;
    return input;
}

void CompiledQuery::order_steps(const CausalModel& model) {
    needed_sets_.assign(model.sets.size(), false);
    for (std::size_t node = 0; node < model.nodes.size(); ++node) {
        Step step{node, terms_of_node_[node], {}, {}, {}, {}};
        if (step.terms.empty()) continue;
        needed_sets_[model.nodes[node].set] = true;
        steps_.push_back(std::move(step));
    }
    // What is still needed behind each step, from the last to the first.
    std::set<std::size_t> needed, sets;
    for (const Input& outcome : outcomes_)
        if (!outcome.constant) needed.insert(outcome.term);
    for (std::size_t s = steps_.size(); s-- > 0;) {
        Step& step = steps_[s];
        step.after.assign(needed.begin(), needed.end());
        for (const std::size_t term : step.terms) {
            needed.erase(term);
            for (const Input& parent : terms_[term].parents)
                if (!parent.constant) needed.insert(parent.term);
        }
        step.before.assign(needed.begin(), needed.end());
        const std::size_t set = model.nodes[step.node].set;
        step.sets_after.assign(sets.begin(), sets.end());
        if (model.sets[set].nodes.size() > 1) {
            const bool earlier = std::any_of(steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(s),
                                             [&](const Step& one) { return model.nodes[one.node].set == set; });
            if (earlier) {
                sets.insert(set);
            } else {
                sets.erase(set);
            }
        }
        step.sets_before.assign(sets.begin(), sets.end());
        std::size_t states = 1;
        for (const std::size_t one : step.sets_after) states *= std::min(model.sets[one].types, most_query_states);
        const bool fits = step.after.size() < 22 && step.terms.size() < 22 &&
                          step.terms.size() * model.nodes[step.node].parents.size() < 64 &&
                          states <= most_query_states >> step.after.size();
        if (!fits) {
            throw LimitError("the query '" + query_.text +
                             "' needs too many values at once (more than 2^22 states); ask it in parts, or take "
                             "confounding out");
        }
    }
}

void CompiledQuery::list_step(const CausalModel& model, Step& step) const {
    const CausalNode& node = model.nodes[step.node];
    const bool single = model.sets[node.set].nodes.size() == 1 && step.sets_before.empty() && step.sets_after.empty();
    if (!single || step.before.size() + step.terms.size() > 12) return;
    const std::size_t states = std::size_t{1} << step.before.size(), patterns = std::size_t{1} << step.terms.size();
    if (states * node.types.size() > longest_step_list) return;
    Step::Listed& listed = step.listed;
    std::map<std::vector<std::size_t>, std::uint32_t> tuples;
    for (std::size_t state = 0; state < states; ++state) {
        std::vector<std::size_t> combination;
        for (const std::size_t t : step.terms) {
            std::size_t parents = 0;
            for (std::size_t q = 0; q < terms_[t].parents.size(); ++q) {
                const Input& input = terms_[t].parents[q];
                parents |= (input.constant ? input.value : (state >> place_in(step.before, input.term)) & 1U) << q;
            }
            combination.push_back(parents);
        }
        const auto [at, fresh] = tuples.emplace(combination, static_cast<std::uint32_t>(tuples.size()));
        listed.tuple.push_back(at->second);
        for (const std::uint32_t type : node.types) {
            if (!fresh) break;
            std::uint32_t pattern = 0;
            for (std::size_t i = 0; i < combination.size(); ++i) pattern |= ((type >> combination[i]) & 1U) << i;
            listed.pattern.push_back(pattern);
        }
        for (std::size_t pattern = 0; pattern < patterns; ++pattern) {
            std::size_t to = 0;
            for (std::size_t k = 0; k < step.after.size(); ++k) {
                const std::size_t old = place_in(step.before, step.after[k]);
                const bool is_old = old < step.before.size();
                to |= ((is_old ? state >> old : pattern >> place_in(step.terms, step.after[k])) & 1U) << k;
            }
            listed.to.push_back(static_cast<std::uint32_t>(to));
        }
    }
    listed.tuples = tuples.size();
    listed.patterns = patterns;
}

void CompiledQuery::advance_listed(const Step::Listed& listed, const std::vector<double>& share,
                                   std::vector<double>& states, std::size_t after, Room& room) {
    room.next.assign(std::size_t{1} << after, 0.0);
    room.distribution.assign(listed.tuples * listed.patterns, 0.0);
    room.known.assign(listed.tuples, 0);
    for (std::size_t state = 0; state < states.size(); ++state) {
        const double p = states[state];
        if (!(p > 0)) continue;
        const std::size_t tuple = listed.tuple[state];
        double* const distribution = room.distribution.data() + tuple * listed.patterns;
        if (room.known[tuple] == 0) {
            room.known[tuple] = 1;
            const std::uint32_t* const pattern = listed.pattern.data() + tuple * share.size();
            for (std::size_t type = 0; type < share.size(); ++type) distribution[pattern[type]] += share[type];
        }
        const std::uint32_t* const to = listed.to.data() + state * listed.patterns;
        for (std::size_t pattern = 0; pattern < listed.patterns; ++pattern)
            if (distribution[pattern] > 0) room.next[to[pattern]] += p * distribution[pattern];
    }
    std::swap(states, room.next);
}

std::vector<double> CompiledQuery::advance(const CausalModel& model, const TypeShares& shares, const Step& step,
                                           const std::vector<double>& states) const {
    const CausalNode& node = model.nodes[step.node];
    const std::vector<double>& share = shares[node.set];
    const std::size_t bits = step.before.size(), terms = step.terms.size();
    const bool shared = model.sets[node.set].nodes.size() > 1;
    const bool known_type = std::ranges::find(step.sets_before, node.set) != step.sets_before.end();
    // Where each value that is kept comes from: a bit of the old state, or of the new values.
    std::vector<std::pair<bool, std::size_t>> kept;
    for (const std::size_t term : step.after) {
        const std::size_t old = place_in(step.before, term);
        const bool is_old = old < step.before.size();
        kept.emplace_back(is_old, is_old ? old : place_in(step.terms, term));
    }
    // For each new value, the bits of its parents in the old state, or their constants.
    struct ParentBit {
        bool constant;
        std::size_t at;  ///< bit of the state, or the value
    };
    std::vector<std::vector<ParentBit>> parents(terms);
    for (std::size_t i = 0; i < terms; ++i)
        for (const Input& input : terms_[step.terms[i]].parents)
            parents[i].push_back({input.constant, input.constant ? input.value : place_in(step.before, input.term)});

    std::vector<double> next((std::size_t{1} << step.after.size()) * types_of_sets(model, step.sets_after), 0.0);
    std::vector<std::size_t> combination(terms);
    std::unordered_map<std::uint64_t, std::vector<double>> patterns;  // of each tuple of parents' values
    const auto pattern_of = [&](std::uint32_t type) {
        std::size_t pattern = 0;
        for (std::size_t i = 0; i < terms; ++i) pattern |= static_cast<std::size_t>((type >> combination[i]) & 1U) << i;
        return pattern;
    };
    for (std::size_t state = 0; state < states.size(); ++state) {
        const double p = states[state];
        if (!(p > 0)) continue;
        const std::size_t values = state & ((std::size_t{1} << bits) - 1);
        std::size_t joint = state >> bits, own_type = 0, next_joint = 0;
        std::vector<std::size_t> set_types;
        for (const std::size_t set : step.sets_before) {
            set_types.push_back(joint % model.sets[set].types);
            joint /= model.sets[set].types;
            if (set == node.set) own_type = set_types.back();
        }
        for (std::size_t i = 0; i < terms; ++i) {
            combination[i] = 0;
            for (std::size_t q = 0; q < parents[i].size(); ++q) {
                const ParentBit& parent = parents[i][q];
                combination[i] |= (parent.constant ? parent.at : (values >> parent.at) & 1U) << q;
            }
        }
        const auto add = [&](std::size_t pattern, double probability, std::size_t type) {
            std::size_t to = 0;
            for (std::size_t k = 0; k < kept.size(); ++k)
                to |= (((kept[k].first ? values : pattern) >> kept[k].second) & 1U) << k;
            next_joint = 0;
            for (std::size_t s = step.sets_after.size(); s-- > 0;) {
                const std::size_t set = step.sets_after[s];
                const std::size_t of = set == node.set ? type : set_types[place_in(step.sets_before, set)];
                next_joint = next_joint * model.sets[set].types + of;
            }
            next[to + (next_joint << step.after.size())] += probability;
        };
        if (shared) {
            for (std::size_t type = known_type ? own_type : 0; type < model.sets[node.set].types; ++type) {
                const double weight = known_type ? 1 : share[type];
                if (weight > 0) add(pattern_of(node.types[model.type_of(step.node, type)]), p * weight, type);
                if (known_type) break;
            }
            continue;
        }
        std::uint64_t key = 0;
        for (const std::size_t one : combination) key = (key << node.parents.size()) | one;
        std::vector<double>& distribution = patterns[key];
        if (distribution.empty()) {
            distribution.assign(std::size_t{1} << terms, 0.0);
            for (std::size_t type = 0; type < node.types.size(); ++type)
                distribution[pattern_of(node.types[type])] += share[type];
        }
        for (std::size_t pattern = 0; pattern < distribution.size(); ++pattern)
            if (distribution[pattern] > 0) add(pattern, p * distribution[pattern], 0);
    }
    return next;
}

QueryValue CompiledQuery::evaluate(const CausalModel& model, const TypeShares& shares) const {
    std::vector<double> states = {1.0};
    Room room;
    for (const Step& step : steps_) {
        if (step.listed.patterns > 0) {
            advance_listed(step.listed, shares[model.nodes[step.node].set], states, step.after.size(), room);
        } else {
            states = advance(model, shares, step, states);
        }
    }
    const std::vector<std::size_t> last = steps_.empty() ? std::vector<std::size_t>{} : steps_.back().after;
    QueryValue result{0, 0};
    std::vector<unsigned char> values(outcomes_.size());
    for (std::size_t state = 0; state < states.size(); ++state) {
        const double p = states[state];
        if (!(p > 0)) continue;
        for (std::size_t o = 0; o < outcomes_.size(); ++o) {
            const Input& input = outcomes_[o];
            values[o] =
                input.constant ? input.value : static_cast<unsigned char>((state >> place_in(last, input.term)) & 1U);
        }
        if (query_.given && value_of_expression(*query_.given, values) == 0) continue;
        result.given += p;
        result.together += p * value_of_expression(query_.value, values);
    }
    if (!query_.given) result.given = 1;  // not what the roundings of its sum give
    return result;
}

}  // namespace tarazy
