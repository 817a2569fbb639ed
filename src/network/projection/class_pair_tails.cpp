#include "network/projection/class_pair_tails.hpp"

namespace tarazy {

CountTails class_pair_tails(const Bicm& model, std::size_t a, std::size_t b, std::size_t most) {
    const std::size_t width = model.classes.institution_classes();
    std::vector<EqualTrials> trials;
    trials.reserve(width);
    for (std::size_t e = 0; e < width; ++e) {
        const double p = model.probability[a * width + e], q = model.probability[b * width + e];
        // 1 - pq without the difference: that it fails at a, or succeeds at a and fails at b.
        const double failure = model.complement[a * width + e] + p * model.complement[b * width + e];
        trials.push_back({p * q, failure, model.classes.institution_count[e]});
    }
    return poisson_binomial_tails(trials, most);
}

}  // namespace tarazy
