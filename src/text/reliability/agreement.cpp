#include "text/reliability/agreement.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace tarazy {
namespace {

/// What Fleiss' kappa and AC1 share: observed agreement and margins.
struct AgreementMargins {
    double pairable = 0, units = 0;
    double observed = 0;                 ///< mean share of agreeing pairs
    std::vector<double> share;           ///< of each code: mean over units of its share in a unit
    std::vector<double> pairable_count;  ///< n_c: values in pairable units
};

double agreeing_pairs(const CodedPatterns::Pattern& pattern) {
    double pairs = 0;
    for (const auto& [code, n] : pattern.counts) pairs += n * (n - 1);
    return pairs / (pattern.values * (pattern.values - 1));
}

AgreementMargins agreement_margins(const CodedUnits& coded, const CodedPatterns& patterns,
                                   std::span<const double> weights) {
    AgreementMargins margins;
    margins.share.assign(coded.codes.size(), 0);
    margins.pairable_count.assign(coded.codes.size(), 0);
    for (std::size_t p = 0; p < patterns.patterns.size(); ++p) {
        const auto& pattern = patterns.patterns[p];
        const double weight = weights[p];
        if (weight == 0) continue;
        margins.units += weight;
        for (const auto& [code, n] : pattern.counts) margins.share[code] += weight * n / pattern.values;
        if (pattern.values < 2) continue;
        margins.pairable += weight;
        margins.observed += weight * agreeing_pairs(pattern);
        for (const auto& [code, n] : pattern.counts) margins.pairable_count[code] += weight * n;
    }
    for (double& share : margins.share) share /= margins.units;
    margins.observed /= margins.pairable;
    return margins;
}

/// Where codes stand on a line whose squared distances are the differences of alpha: at ordinal level the middle of a
/// code's values among all in order, since then (P_k - P_c)^2 is Krippendorff's ordinal difference.
std::vector<double> code_positions(const CodedUnits& coded, std::span<const double> counts, MeasurementLevel level) {
    std::vector<double> position(counts.size());
    if (level == MeasurementLevel::ordinal) {
        double before = 0;
        for (std::size_t code = 0; code < counts.size(); ++code) {
            position[code] = before + counts[code] / 2;
            before += counts[code];
        }
        return position;
    }
    // About their middle, so that large numbers lose no digits in the squares.
    const double middle = (coded.numbers.front() + coded.numbers.back()) / 2;
    for (std::size_t code = 0; code < counts.size(); ++code) position[code] = coded.numbers[code] - middle;
    return position;
}

double ratio_difference(double one, double other) {
    const double sum = one + other;
    return sum == 0 ? 0 : (one - other) * (one - other) / (sum * sum);
}

/// sum over pairs of different codes of n_c n_k, for the counts of one unit or of all.
double squared_spread(double total, double sum, double squares) {
    return 2 * (total * squares - sum * sum);
}

struct Disagreements {
    double observed = 0, expected = 0;
};

Disagreements nominal_disagreements(const CodedPatterns& patterns, std::span<const double> weights,
                                    std::span<const double> counts, double total) {
    Disagreements sums;
    for (std::size_t p = 0; p < patterns.patterns.size(); ++p) {
        const auto& pattern = patterns.patterns[p];
        if (weights[p] == 0 || pattern.values < 2) continue;
        double same = 0;
        for (const auto& [code, n] : pattern.counts) same += n * n;
        sums.observed += weights[p] * (pattern.values * pattern.values - same) / (pattern.values - 1);
    }
    double same = 0;
    for (const double n : counts) same += n * n;
    sums.expected = (total * total - same) / (total - 1);
    return sums;
}

Disagreements line_disagreements(const CodedPatterns& patterns, std::span<const double> weights,
                                 std::span<const double> counts, double total, std::span<const double> position) {
    Disagreements sums;
    for (std::size_t p = 0; p < patterns.patterns.size(); ++p) {
        const auto& pattern = patterns.patterns[p];
        if (weights[p] == 0 || pattern.counts.size() < 2) continue;
        double sum = 0, squares = 0;
        // About the unit's own first code, for the digits.
        const double origin = position[pattern.counts.front().first];
        for (const auto& [code, n] : pattern.counts) {
            const double at = position[code] - origin;
            sum += n * at;
            squares += n * at * at;
        }
        sums.observed += weights[p] * squared_spread(pattern.values, sum, squares) / (pattern.values - 1);
    }
    double mean = 0;
    for (std::size_t code = 0; code < counts.size(); ++code) mean += counts[code] * position[code] / total;
    double squares = 0;
    for (std::size_t code = 0; code < counts.size(); ++code)
        squares += counts[code] * (position[code] - mean) * (position[code] - mean);
    sums.expected = 2 * total * squares / (total - 1);
    return sums;
}

Disagreements ratio_disagreements(const CodedUnits& coded, const CodedPatterns& patterns,
                                  std::span<const double> weights, std::span<const double> counts, double total) {
    Disagreements sums;
    for (std::size_t p = 0; p < patterns.patterns.size(); ++p) {
        const auto& pattern = patterns.patterns[p];
        if (weights[p] == 0 || pattern.counts.size() < 2) continue;
        double sum = 0;
        for (std::size_t a = 0; a < pattern.counts.size(); ++a)
            for (std::size_t b = 0; b < a; ++b)
                sum += 2 * pattern.counts[a].second * pattern.counts[b].second *
                       ratio_difference(coded.numbers[pattern.counts[a].first], coded.numbers[pattern.counts[b].first]);
        sums.observed += weights[p] * sum / (pattern.values - 1);
    }
    std::vector<std::size_t> present;
    for (std::size_t code = 0; code < counts.size(); ++code)
        if (counts[code] > 0) present.push_back(code);
    for (std::size_t a = 0; a < present.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
            sums.expected += 2 * counts[present[a]] * counts[present[b]] *
                             ratio_difference(coded.numbers[present[a]], coded.numbers[present[b]]);
    sums.expected /= total - 1;
    return sums;
}

std::optional<double> alpha_of(const CodedUnits& coded, const CodedPatterns& patterns, std::span<const double> weights,
                               const AgreementMargins& margins, MeasurementLevel level) {
    const auto& counts = margins.pairable_count;
    if (std::ranges::count_if(counts, [](double n) { return n > 0; }) < 2) return std::nullopt;
    const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
    Disagreements sums;
    if (level == MeasurementLevel::nominal) {
        sums = nominal_disagreements(patterns, weights, counts, total);
    } else if (level == MeasurementLevel::ratio) {
        sums = ratio_disagreements(coded, patterns, weights, counts, total);
    } else {
        sums = line_disagreements(patterns, weights, counts, total, code_positions(coded, counts, level));
    }
    if (sums.expected == 0) return std::nullopt;
    return 1 - sums.observed / sums.expected;
}

/// Alpha of one code against the rest, from the values of each unit.
std::vector<std::optional<double>> alphas_of_codes(const CodedPatterns& patterns, std::span<const double> weights,
                                                   const AgreementMargins& margins) {
    const auto& counts = margins.pairable_count;
    const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
    std::vector<double> observed(counts.size(), 0);
    for (std::size_t p = 0; p < patterns.patterns.size(); ++p) {
        const auto& pattern = patterns.patterns[p];
        if (weights[p] == 0 || pattern.values < 2) continue;
        for (const auto& [code, n] : pattern.counts)
            observed[code] += weights[p] * 2 * n * (pattern.values - n) / (pattern.values - 1);
    }
    std::vector<std::optional<double>> alphas(counts.size());
    for (std::size_t code = 0; code < counts.size(); ++code) {
        if (counts[code] > 0 && counts[code] < total)
            alphas[code] = 1 - observed[code] * (total - 1) / (2 * counts[code] * (total - counts[code]));
    }
    return alphas;
}

/// sum_ab p_a q_b |x_a - x_b| for ascending x, in one pass.
double mean_distance(std::span<const double> p, std::span<const double> q, std::span<const double> x) {
    double below_p = 0, below_q = 0, sum_p = 0, sum_q = 0, distance = 0;
    for (std::size_t a = 0; a < x.size(); ++a) {
        distance += p[a] * (below_q * x[a] - sum_q) + q[a] * (below_p * x[a] - sum_p);
        below_p += p[a];
        below_q += q[a];
        sum_p += p[a] * x[a];
        sum_q += q[a] * x[a];
    }
    return distance;
}

void add_cohen(const CodedUnits& coded, const CodedPatterns& patterns, std::span<const double> weights,
               MeasurementLevel level, Agreement& result) {
    const std::size_t codes = coded.codes.size();
    std::vector<double> x(codes), first(codes, 0), second(codes, 0);
    std::iota(x.begin(), x.end(), 0.0);
    if (level == MeasurementLevel::interval || level == MeasurementLevel::ratio) {
        for (std::size_t code = 0; code < codes; ++code) x[code] = coded.numbers[code] - coded.numbers.front();
    }
    double units = 0, same = 0, linear = 0, squared = 0;
    for (std::size_t p = 0; p < patterns.patterns.size(); ++p) {
        const auto& pattern = patterns.patterns[p];
        if (weights[p] == 0 || pattern.values < 2) continue;
        const auto a = static_cast<std::size_t>(pattern.code[0]), b = static_cast<std::size_t>(pattern.code[1]);
        units += weights[p];
        first[a] += weights[p];
        second[b] += weights[p];
        const double apart = std::abs(x[a] - x[b]);
        same += a == b ? weights[p] : 0;
        linear += weights[p] * apart;
        squared += weights[p] * apart * apart;
    }
    if (units == 0) return;
    double chance = 0, mean_first = 0, mean_second = 0, squares = 0;
    for (std::size_t code = 0; code < codes; ++code) {
        first[code] /= units;
        second[code] /= units;
        chance += first[code] * second[code];
        mean_first += first[code] * x[code];
        mean_second += second[code] * x[code];
        squares += (first[code] + second[code]) * x[code] * x[code];
    }
    // Both margins on one and the same code: nothing varies.
    const bool varies = std::ranges::none_of(first, [](double p) { return p == 1; }) || first != second;
    if (!varies) return;
    result.cohen = (same / units - chance) / (1 - chance);
    if (level == MeasurementLevel::nominal) return;
    const double linear_chance = mean_distance(first, second, x);
    const double squared_chance = squares - 2 * mean_first * mean_second;
    if (linear_chance > 0) result.cohen_linear = 1 - linear / units / linear_chance;
    if (squared_chance > 0) result.cohen_squared = 1 - squared / units / squared_chance;
}

/// Chance agreement of Conger (1980): the mean over pairs of coders of the products of their own margins.
std::optional<double> conger_of(const CodedUnits& coded, const CodedPatterns& patterns, std::span<const double> weights,
                                const AgreementMargins& margins) {
    const std::size_t coders = coded.coders.size();
    std::vector<double> own(coders * coded.codes.size(), 0);
    for (std::size_t p = 0; p < patterns.patterns.size(); ++p) {
        const auto& pattern = patterns.patterns[p];
        if (weights[p] == 0) continue;
        if (pattern.values < static_cast<double>(coders)) return std::nullopt;
        for (std::size_t coder = 0; coder < coders; ++coder)
            own[coder * coded.codes.size() + static_cast<std::size_t>(pattern.code[coder])] +=
                weights[p] / margins.units;
    }
    double chance = 0;
    for (std::size_t code = 0; code < coded.codes.size(); ++code) {
        double sum = 0, squares = 0;
        for (std::size_t coder = 0; coder < coders; ++coder) {
            const double share = own[coder * coded.codes.size() + code];
            sum += share;
            squares += share * share;
        }
        chance += sum * sum - squares;
    }
    chance /= static_cast<double>(coders * (coders - 1));
    if (std::ranges::any_of(margins.share, [](double share) { return share > 1 - 1e-12; })) return std::nullopt;
    return (margins.observed - chance) / (1 - chance);
}

double ac1_chance(const AgreementMargins& margins) {
    double chance = 0;
    for (const double share : margins.share) chance += share * (1 - share);
    return chance / static_cast<double>(margins.share.size() - 1);
}

}  // namespace

CodedPatterns coded_patterns(const CodedUnits& coded, const std::string& path) {
    CodedPatterns patterns;
    std::map<std::vector<std::int32_t>, std::uint32_t> number;
    for (std::size_t unit = 0; unit < coded.units.size(); ++unit) {
        const auto codes = coded.of_unit(unit);
        const auto values = codes.size() - static_cast<std::size_t>(std::ranges::count(codes, -1));
        ++(values < 2 ? patterns.dropped : patterns.pairable);
        if (values == 0) continue;
        const auto [found, fresh] = number.try_emplace(std::vector<std::int32_t>(codes.begin(), codes.end()),
                                                       static_cast<std::uint32_t>(patterns.patterns.size()));
        if (fresh) {
            CodedPatterns::Pattern pattern{found->first, {}, static_cast<double>(values), 0};
            std::map<std::uint32_t, double> counts;
            for (const std::int32_t code : codes)
                if (code >= 0) ++counts[static_cast<std::uint32_t>(code)];
            pattern.counts.assign(counts.begin(), counts.end());
            patterns.patterns.push_back(std::move(pattern));
        }
        ++patterns.patterns[found->second].units;
        patterns.of_unit.push_back(found->second);
    }
    if (patterns.pairable == 0)
        throw InputError({path, 0, 0, "no unit was coded by two coders", "let two coders code the same units"});
    return patterns;
}

Agreement agreement(const CodedUnits& coded, const CodedPatterns& patterns, std::span<const double> weights,
                    MeasurementLevel level, bool per_code) {
    Agreement result;
    const AgreementMargins margins = agreement_margins(coded, patterns, weights);
    if (margins.pairable == 0) return result;
    result.percent = 100 * margins.observed;
    if (coded.coders.size() == 2) {
        add_cohen(coded, patterns, weights, level, result);
    } else {
        result.conger = conger_of(coded, patterns, weights, margins);
    }
    const bool varies = std::ranges::none_of(margins.share, [](double share) { return share > 1 - 1e-12; });
    if (varies) {
        double chance = 0;
        for (const double share : margins.share) chance += share * share;
        result.fleiss = (margins.observed - chance) / (1 - chance);
    }
    result.alpha = alpha_of(coded, patterns, weights, margins, level);
    if (coded.codes.size() >= 2) {
        const double chance = ac1_chance(margins);
        result.ac1 = (margins.observed - chance) / (1 - chance);
    }
    if (per_code) result.code_alpha = alphas_of_codes(patterns, weights, margins);
    return result;
}

std::optional<double> ac1_standard_error(const CodedUnits& coded, const CodedPatterns& patterns) {
    std::vector<double> weights;
    for (const auto& pattern : patterns.patterns) weights.push_back(pattern.units);
    const AgreementMargins margins = agreement_margins(coded, patterns, weights);
    if (coded.codes.size() < 2 || margins.units < 2) return std::nullopt;
    const double chance = ac1_chance(margins), codes = static_cast<double>(coded.codes.size());
    const double ac1 = (margins.observed - chance) / (1 - chance);
    double squares = 0;
    for (const auto& pattern : patterns.patterns) {
        double own_chance = 0;
        for (const auto& [code, n] : pattern.counts)
            own_chance += n / pattern.values * (1 - margins.share[code]) / (codes - 1);
        const double own = pattern.values < 2 ? 0 : (agreeing_pairs(pattern) - chance) / (1 - chance);
        const double influence =
            margins.units / margins.pairable * own - 2 * (1 - ac1) * (own_chance - chance) / (1 - chance);
        squares += pattern.units * (influence - ac1) * (influence - ac1);
    }
    return std::sqrt(squares / (margins.units * (margins.units - 1)));
}

}  // namespace tarazy
