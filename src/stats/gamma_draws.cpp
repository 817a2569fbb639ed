#include "stats/gamma_draws.hpp"

#include "stats/normal.hpp"

#include <cmath>
#include <cstddef>

namespace tarazy {

double normal_draw(Random& random) {
    return normal_quantile(random.uniform());
}

double gamma_draw(Random& random, double shape) {
    if (shape < 1) return gamma_draw(random, shape + 1) * std::pow(random.uniform(), 1 / shape);
    const double d = shape - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double x = normal_draw(random);
        const double root = 1 + c * x;
        if (root <= 0) continue;
        const double v = root * root * root;
        if (std::log(random.uniform()) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v;
    }
}

double beta_draw(Random& random, double a, double b) {
    for (;;) {
        const double x = gamma_draw(random, a), y = gamma_draw(random, b);
        if (x + y > 0) return x / (x + y);
    }
}

void dirichlet_draw(Random& random, std::span<const double> weights, std::span<double> shares) {
    for (;;) {
        double sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            shares[i] = weights[i] > 0 ? gamma_draw(random, weights[i]) : 0;
            sum += shares[i];
        }
        if (sum <= 0) continue;  // all weights are tiny and every draw underflowed
        for (double& share : shares) share /= sum;
        return;
    }
}

}  // namespace tarazy
