#include "trace/breaks/sup_f.hpp"

#include "stats/gamma.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

/// Theta0, theta1 and eta of Hansen (1997) for the supremum statistic.
struct HansenFit {
    double theta0, theta1, degrees;
};

/// By k - 1 and by trim: 0.01, 0.03, ..., 0.49. Coefficients as Hansen published them with the article, read off the
/// table in strucchange 1.5.3 (R/pvalue.Fstats.R).
constexpr std::array<std::array<HansenFit, 25>, 2> hansen_fits = {{
    {{
        {-1.78738608, 1.17220925, 4.4726701},  {-1.48296473, 1.1283969, 4.07202473},
        {-1.38522113, 1.06808543, 3.61667211}, {-1.24010871, 1.06929468, 3.54993605},
        {-1.14992644, 1.06643436, 3.44739573}, {-1.11527783, 1.03526033, 3.19770394},
        {-1.04892713, 1.02570939, 3.08442682}, {-0.98828874, 1.01604712, 2.96752918},
        {-0.9499265, 1.00384268, 2.84325795},  {-0.88430133, 1.00162529, 2.77835798},
        {-0.82894221, 1.00023473, 2.70286643}, {-0.78078198, 0.99475319, 2.6209551},
        {-0.73136161, 0.9820687, 2.50833918},  {-0.68833676, 0.97829106, 2.42776524},
        {-0.64308746, 0.97354902, 2.33722161}, {-0.60241623, 0.96518399, 2.23509053},
        {-0.55009159, 0.96684273, 2.17244338}, {-0.50458517, 0.96149538, 2.07086519},
        {-0.45248386, 0.95810999, 1.98370422}, {-0.40514715, 0.96055795, 1.89761322},
        {-0.35706588, 0.95237505, 1.77889686}, {-0.29247661, 0.95715782, 1.68851898},
        {-0.23071675, 0.95825013, 1.56531261}, {-0.15305667, 0.96757645, 1.43651315},
        {-0.0648467, 0.99671156, 1.2573241},
    }},
    {{
        {-3.05559851, 1.17629253, 6.11067794}, {-2.51267262, 1.15305027, 5.88573096},
        {-2.3765858, 1.11342895, 5.40268693},  {-2.18499383, 1.08674781, 5.14231666},
        {-2.02659329, 1.07200268, 4.97772701}, {-1.9117747, 1.0588459, 4.8073354},
        {-1.79350728, 1.04936541, 4.68380985}, {-1.65273586, 1.05932633, 4.69340428},
        {-1.53311747, 1.05280599, 4.61175851}, {-1.43012785, 1.05139461, 4.53836755},
        {-1.36743697, 1.03004743, 4.3223804},  {-1.2975797, 1.015268, 4.17103882},
        {-1.16041007, 1.01629918, 4.14932643}, {-1.12531079, 0.99897105, 3.95114475},
        {-1.07358977, 0.97407744, 3.71945379}, {-0.96782445, 0.97636983, 3.6779502},
        {-0.87260977, 0.97626434, 3.61709836}, {-0.77825803, 0.96678414, 3.48652761},
        {-0.66900489, 0.97444133, 3.44170617}, {-0.58780544, 0.97339124, 3.32763253},
        {-0.49538961, 0.96923268, 3.19484388}, {-0.35528752, 0.9942739, 3.18187129},
        {-0.28765583, 0.98139359, 2.93724618}, {-0.14650989, 0.9938654, 2.78837829},
        {-0.03933112, 0.99525784, 2.44239332},
    }},
}};

double fitted_tail(const HansenFit& fit, double x) {
    return chi_square_upper(std::max(0.0, fit.theta0 + fit.theta1 * x), fit.degrees);
}

}  // namespace

double sup_f_p_value(double x, std::size_t k, double trim) {
    if (std::isinf(x)) return 0;
    const auto& fits = hansen_fits[k - 1];
    if (trim <= 0.01) return fitted_tail(fits.front(), x);
    // At one half a single date is left, and the statistic is chi-square.
    if (trim >= 0.49) {
        const double share = (0.5 - trim) / 0.01;
        return share * fitted_tail(fits.back(), x) + (1 - share) * chi_square_upper(x, static_cast<double>(k));
    }
    const double place = (trim - 0.01) / 0.02;
    const auto left = std::min(static_cast<std::size_t>(place), fits.size() - 2);
    const double share = place - static_cast<double>(left);
    return (1 - share) * fitted_tail(fits[left], x) + share * fitted_tail(fits[left + 1], x);
}

std::optional<SupFTest> sup_f_test(const SegmentCost& cost, double trim) {
    const std::size_t n = cost.length(), k = parameters_of(cost.statistic());
    const std::size_t first =
        std::max(static_cast<std::size_t>(std::floor(trim * static_cast<double>(n) + 1e-9)), k + 1);
    if (2 * first > n || n <= 2 * k) return std::nullopt;
    const double rounding = 1e-13 * cost.magnitude();
    const double without = cost(0, n) + cost.shared();
    if (!(without > rounding)) return std::nullopt;
    SupFTest test;
    test.statistic = -1;
    for (std::size_t at = first; at <= n - first; ++at) {
        const double with = cost(0, at) + cost(at, n) + cost.shared();
        const double statistic = with > rounding ? std::max(0.0, without - with) / with * static_cast<double>(n - 2 * k)
                                                 : std::numeric_limits<double>::infinity();
        if (statistic <= test.statistic) continue;
        test.statistic = statistic;
        test.at = at;
    }
    // Hansen's lambda of the dates first, ..., n - first, turned back into a symmetric trim.
    const double odds = static_cast<double>(n - first) / static_cast<double>(first);
    test.p_value = sup_f_p_value(test.statistic, k, 1 / (1 + odds));
    return test;
}

}  // namespace tarazy
