#include "stats/student.hpp"

#include "stats/beta.hpp"

#include <cmath>

namespace tarazy {

double student_quantile(double probability, double degrees) {
    if (probability == 0.5) return 0;
    if (probability < 0.5) return -student_quantile(1 - probability, degrees);
    const double x = beta_quantile(2 * (1 - probability), degrees / 2, 0.5);
    return std::sqrt(degrees * (1 / x - 1));
}

}  // namespace tarazy
