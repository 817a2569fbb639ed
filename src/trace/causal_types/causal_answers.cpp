#include "trace/causal_types/causal_answers.hpp"

#include "base/parallel.hpp"
#include "stats/convergence.hpp"
#include "stats/gamma_draws.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace tarazy {
namespace {

/// What each draw says of each query.
struct QueryDraws {
    std::vector<double> share;            ///< P(query | given; drawn shares); NaN where the given is impossible
    std::vector<double> given, together;  ///< for the next case, given the counts of the draw
};

class DrawRecord {
public:
    DrawRecord(const CausalModel& model, const std::vector<CompiledQuery>& queries, std::size_t draws)
        : model_(model), queries_(queries), of_query(queries.size()) {
        for (QueryDraws& one : of_query) {
            one.share.resize(draws);
            one.given.resize(draws);
            one.together.resize(draws);
        }
    }

    /// What one chain keeps from draw to draw.
    struct Chain {
        TypeWeights weights;           ///< of the draw before
        std::vector<QueryValue> next;  ///< under their means
        TypeShares drawn;
    };

    /// @param weights  of the Dirichlet given the counts of the draw
    void take(std::size_t draw, const TypeWeights& weights, Random& random, Chain& chain) {
        if (chain.weights != weights || chain.next.empty()) {  // without cases they are the prior's in every draw
            const TypeShares mean = mean_shares(weights);
            chain.next.clear();
            for (const CompiledQuery& query : queries_) chain.next.push_back(query.evaluate(model_, mean));
            chain.weights = weights;
        }
        chain.drawn.resize(weights.size());
        for (std::size_t set = 0; set < weights.size(); ++set) {
            chain.drawn[set].resize(weights[set].size());
            dirichlet_draw(random, weights[set], chain.drawn[set]);
        }
        for (std::size_t q = 0; q < queries_.size(); ++q) {
            of_query[q].given[draw] = chain.next[q].given;
            of_query[q].together[draw] = chain.next[q].together;
            of_query[q].share[draw] =
                queries_[q].evaluate(model_, chain.drawn).value().value_or(std::numeric_limits<double>::quiet_NaN());
        }
    }

private:
    const CausalModel& model_;
    const std::vector<CompiledQuery>& queries_;

public:
    std::vector<QueryDraws> of_query;
};

/// The types of every case of one chain, drawn again and again.
class TypeChain {
public:
    TypeChain(const std::vector<TypeComponent>& components, const TypeWeights& prior, Random& random)
        : components_(components), weights_(prior), random_(random) {
        for (const TypeComponent& component : components)
            for (const PatternOptions& pattern : component.patterns)
                for (std::size_t k = 0; k < pattern.cases; ++k) cases_.push_back({&pattern, {}});
        for (Held& one : cases_) draw(one);
    }

    void sweep() {
        for (Held& one : cases_) {
            for (const auto& [set, type] : one.types) weights_[set][type] -= 1;
            draw(one);
        }
    }
    [[nodiscard]] const TypeWeights& weights() const { return weights_; }

private:
    struct Held {
        const PatternOptions* options;
        std::vector<std::pair<std::size_t, std::uint32_t>> types;  ///< set and type
    };

    double weight_of(const FittingTypes& fitting) const {
        double sum = 0;
        for (const std::uint32_t type : fitting.types) sum += weights_[fitting.set][type];
        return sum;
    }

    void draw(Held& one) {
        const auto& ways = one.options->ways;
        std::size_t way = 0;
        if (ways.size() > 1) {
            chances_.clear();
            double sum = 0;
            for (const std::vector<FittingTypes>& fitting : ways) {
                double chance = 1;
                for (const FittingTypes& set : fitting) chance *= weight_of(set);
                sum += chance;
                chances_.push_back(sum);
            }
            const double at = random_.uniform() * sum;
            while (way + 1 < ways.size() && chances_[way] <= at) ++way;
        }
        one.types.clear();
        for (const FittingTypes& fitting : ways[way]) {
            double left = random_.uniform() * weight_of(fitting);
            std::size_t t = 0;
            while (t + 1 < fitting.types.size() && left >= weights_[fitting.set][fitting.types[t]])
                left -= weights_[fitting.set][fitting.types[t++]];
            one.types.emplace_back(fitting.set, fitting.types[t]);
        }
        for (const auto& [set, type] : one.types) weights_[set][type] += 1;
    }

    const std::vector<TypeComponent>& components_;
    TypeWeights weights_;  ///< the prior's and the counts
    Random& random_;
    std::vector<Held> cases_;
    std::vector<double> chances_;
};

double mean_of_draws(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

CausalAnswer answer_of_draws(const QueryDraws& draws, std::size_t chains) {
    CausalAnswer answer;
    std::vector<double> shares = draws.share;
    const auto impossible =
        static_cast<std::size_t>(std::ranges::count_if(shares, [](double s) { return std::isnan(s); }));
    answer.draws = shares.size() - impossible;
    if (impossible == 0) {
        const Convergence all = convergence(shares, chains);
        answer.value = all.mean;
        answer.sd = all.sd;
        answer.q05 = all.q05;
        answer.q95 = all.q95;
        answer.mcse = all.sd > 0 ? all.mcse_mean : std::optional(0.0);
        answer.rhat = all.rhat;
        answer.ess = all.ess_bulk;
    }
    const double given = mean_of_draws(draws.given), together = mean_of_draws(draws.together);
    answer.given = given;
    if (!(given > 0)) return answer;
    answer.next_case = together / given;
    // Error of a ratio of means: that of the mean of together - ratio * given, over the mean of given.
    std::vector<double> rest;
    for (std::size_t d = 0; d < draws.given.size(); ++d)
        rest.push_back(draws.together[d] - *answer.next_case * draws.given[d]);
    const Convergence error = convergence(rest, chains);
    answer.next_case_mcse = error.mcse_mean ? std::optional(*error.mcse_mean / given) : std::nullopt;
    if (!answer.next_case_mcse && !(error.sd > 0)) answer.next_case_mcse = 0;
    return answer;
}

}  // namespace

CausalAnswers posterior_answers(const CausalModel& model, const TypeWeights& prior, const CausalData& data,
                                const std::vector<CompiledQuery>& queries, const CausalPosteriorOptions& options,
                                const Problem& at) {
    const CausalData merged = merged_patterns(data);
    const std::vector<TypeComponent> components = type_components(model, merged, at);
    std::optional<std::vector<CountMixture>> mixture;
    if (merged.cases() <= std::min<std::size_t>(options.exact_cases, 255))
        mixture = dirichlet_mixture(components, prior, options.work);
    const std::size_t each = std::max<std::size_t>(1, options.draws / options.chains);
    DrawRecord record(model, queries, each * options.chains);
    const std::size_t warm_up = mixture ? 0 : options.warm_up;
    WorkStep step(options.work, mixture ? "draws of shares" : "draws of types", (warm_up + each) * options.chains);
    parallel_chunks(
        options.chains, 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t chain = begin; chain < end; ++chain) {
                Random random(options.seed, "causal types", chain);
                DrawRecord::Chain kept;
                if (mixture) {
                    for (std::size_t d = 0; d < each; ++d) {
                        record.take(chain * each + d, drawn_weights(prior, *mixture, random), random, kept);
                        step.advance();
                    }
                    continue;
                }
                TypeChain types(components, prior, random);
                for (std::size_t d = 0; d < warm_up + each; ++d) {
                    types.sweep();
                    if (d >= warm_up) record.take(chain * each + d - warm_up, types.weights(), random, kept);
                    step.advance();
                }
            }
        },
        options.work.unheard());
    CausalAnswers result;
    result.exact = mixture.has_value();
    for (std::size_t q = 0; q < queries.size(); ++q) {
        CausalAnswer answer = answer_of_draws(record.of_query[q], options.chains);
        const auto exact = mixture ? next_case(model, queries[q], prior, *mixture) : std::nullopt;
        if (exact) {
            answer.given = exact->given;
            answer.next_case = exact->value();
            answer.next_case_mcse = 0;
            if (!queries[q].query().given && answer.value) {
                answer.value = exact->value();  // the mean over shares is that of the next case
                answer.mcse = 0;
            }
        }
        result.answers.push_back(answer);
    }
    return result;
}

}  // namespace tarazy
