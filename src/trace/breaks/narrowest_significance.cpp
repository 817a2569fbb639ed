#include "trace/breaks/narrowest_significance.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"
#include "base/too_little_data.hpp"
#include "stats/normal.hpp"
#include "trace/breaks/lagged_deviation.hpp"
#include "trace/breaks/robust_scale.hpp"
#include "trace/breaks/segment_chain.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>

namespace tarazy {
namespace {

std::vector<double> sums_up_to(std::span<const double> y) {
    double mean = 0;
    for (const double value : y) mean += value / static_cast<double>(y.size());
    std::vector<double> sums{0};
    for (const double value : y) sums.push_back(sums.back() + (value - mean));
    return sums;
}

/// Lengths of stretches inside an interval of a width.
std::vector<std::size_t> stretch_lengths(std::size_t width, StretchLengths norm) {
    std::vector<std::size_t> lengths{1};
    if (norm == StretchLengths::all) {
        for (std::size_t length = 2; length <= width; ++length) lengths.push_back(length);
    } else {
        for (std::size_t length = 2; 2 * length <= width; length *= 2) lengths.push_back(length);
    }
    return lengths;
}

/// The lower or upper bound on the constant that a stretch length sets: it grows with `slope`.
struct EnvelopeLine {
    double at_zero, slope;
};

/// min over c of max(max over falling lines, max over rising lines): both are convex, so the minimum is where the
/// largest falling line meets the largest rising one, found by moving to the crossing of the lines that are active.
double lowest_of_envelope(const std::vector<EnvelopeLine>& falling, const std::vector<EnvelopeLine>& rising) {
    const auto highest = [](const std::vector<EnvelopeLine>& lines, double c) {
        return *std::ranges::max_element(lines, {},
                                         [&](const EnvelopeLine& line) { return line.at_zero + line.slope * c; });
    };
    double c = 0, value = 0;
    // Each round makes one more pair of lines active; they are finitely many, and rounding ends it sooner.
    for (std::size_t round = 0; round < 2 * falling.size() + 50; ++round) {
        const EnvelopeLine down = highest(falling, c), up = highest(rising, c);
        const double next = (down.at_zero - up.at_zero) / (up.slope - down.slope);
        value = std::max(down.at_zero + down.slope * c, up.at_zero + up.slope * c);
        if (std::abs(next - c) <= 1e-15 * std::abs(c)) break;
        c = next;
    }
    return value;
}

/// The narrowest of the intervals of `n` responses, counted from 0, by a search that knows which intervals of a width
/// exceed its threshold, and by how much. The deviation grows with the interval, so that widths can be bisected.
template <class Search>
std::optional<SignificantInterval> narrowest_interval(std::size_t n, const Search& search) {
    if (n < 2 || search.exceeding(n).empty()) return std::nullopt;
    std::size_t low = 1, high = 2;  // none exceeds at low, some at high
    std::vector<std::size_t> found = search.exceeding(high);
    while (found.empty()) {
        low = high;
        high = std::min(n, 2 * high);
        found = search.exceeding(high);
    }
    while (high - low > 1) {
        const std::size_t middle = (low + high) / 2;
        std::vector<std::size_t> narrower = search.exceeding(middle);
        if (narrower.empty()) {
            low = middle;
        } else {
            high = middle;
            found = std::move(narrower);
        }
    }
    std::optional<SignificantInterval> best;
    for (const std::size_t start : found) {
        const double value = search.deviation(start, high);
        if (!best || value > best->deviation) best = {start, start + high - 1, value};
        if (search.takes_first()) break;
    }
    return best;
}

/// Intervals of the data between two observations, by sums from the first.
class IntervalSearch {
public:
    /// @param sums  one more than observations
    IntervalSearch(std::span<const double> sums, StretchLengths norm, double threshold, const Work& work)
        : sums_(sums), norm_(norm), threshold_(threshold), work_(work) {}

    [[nodiscard]] bool takes_first() const { return norm_ == StretchLengths::dyadic; }

    [[nodiscard]] double deviation(std::size_t start, std::size_t width) const {
        work_.check();
        std::vector<EnvelopeLine> falling, rising;
        for (const std::size_t length : stretch_lengths(width, norm_)) {
            const double root = std::sqrt(static_cast<double>(length));
            double largest = -std::numeric_limits<double>::infinity(), least = -largest;
            for (std::size_t a = start; a + length <= start + width; ++a) {
                const double sum = (sums_[a + length] - sums_[a]) / root;
                largest = std::max(largest, sum);
                least = std::min(least, sum);
            }
            falling.push_back({largest, -root});
            rising.push_back({-least, root});
        }
        return lowest_of_envelope(falling, rising);
    }

    /// Beginnings of the intervals of this width that no constant keeps below the threshold: each stretch inside says
    /// how large and how small the constant may be, and the extremes over stretches slide along with the interval.
    [[nodiscard]] std::vector<std::size_t> exceeding(std::size_t width) const {
        const std::size_t starts = sums_.size() - width;
        std::vector<double> lower(starts, -std::numeric_limits<double>::infinity());
        std::vector<double> upper(starts, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> largest, least;  // beginnings that may yet be the extreme, from `first` on
        for (const std::size_t length : stretch_lengths(width, norm_)) {
            work_.check();
            const auto m = static_cast<double>(length);
            const double margin = threshold_ / std::sqrt(m);
            const std::size_t window = width - length + 1;
            const auto sum = [&](std::size_t a) { return sums_[a + length] - sums_[a]; };
            std::size_t first_largest = 0, first_least = 0;
            largest.clear();
            least.clear();
            for (std::size_t a = 0; a + length < sums_.size(); ++a) {
                while (largest.size() > first_largest && sum(largest.back()) <= sum(a)) largest.pop_back();
                largest.push_back(a);
                while (least.size() > first_least && sum(least.back()) >= sum(a)) least.pop_back();
                least.push_back(a);
                if (a + 1 < window) continue;
                const std::size_t start = a + 1 - window;
                while (largest[first_largest] < start) ++first_largest;
                while (least[first_least] < start) ++first_least;
                lower[start] = std::max(lower[start], sum(largest[first_largest]) / m - margin);
                upper[start] = std::min(upper[start], sum(least[first_least]) / m + margin);
            }
        }
        std::vector<std::size_t> found;
        for (std::size_t start = 0; start < starts; ++start) {
            if (lower[start] > upper[start]) found.push_back(start);
        }
        return found;
    }

private:
    std::span<const double> sums_;
    StretchLengths norm_;
    double threshold_;
    Work work_;
};

/// The same where what came before is fitted as well.
class LaggedSearch {
public:
    LaggedSearch(const LaggedDeviation& data, std::size_t first, double threshold, const NarrowestOptions& options)
        : data_(data),
          first_(first),
          threshold_(threshold),
          takes_first_(options.norm == StretchLengths::dyadic),
          work_(options.work) {}

    /// Of the responses from the first to the last.
    [[nodiscard]] std::optional<SignificantInterval> narrowest(std::size_t last) {
        end_ = last + 1;
        return narrowest_interval(end_ - first_, *this);
    }
    [[nodiscard]] bool takes_first() const { return takes_first_; }
    [[nodiscard]] double deviation(std::size_t start, std::size_t width) const {
        return data_.deviation(first_ + start, width, work_);
    }
    [[nodiscard]] std::vector<std::size_t> exceeding(std::size_t width) const {
        std::vector<std::size_t> found;
        for (std::size_t start = 0; first_ + start + width <= end_; ++start) {
            if (data_.exceeds(first_ + start, width, threshold_, work_)) found.push_back(start);
        }
        return found;
    }

private:
    const LaggedDeviation& data_;
    std::size_t first_, end_ = 0;
    double threshold_;
    bool takes_first_;
    Work work_;
};

/// Largest |sum|/sqrt(length) over all stretches.
double multiresolution_norm(std::span<const double> sums, StretchLengths norm) {
    double largest = 0;
    for (const std::size_t length : stretch_lengths(sums.size() - 1, norm)) {
        double most = 0;
        for (std::size_t a = 0; a + length < sums.size(); ++a)
            most = std::max(most, std::abs(sums[a + length] - sums[a]));
        largest = std::max(largest, most / std::sqrt(static_cast<double>(length)));
    }
    return largest;
}

double estimated_sigma(std::span<const double> y, std::size_t lags) {
    return lags > 0 ? scale_of_innovations(y, lags) : scale_of_differences(y).value_or(0);
}

/// Quantile of norm/sigma over series of nothing but noise, sigma as known or as estimated in each (with the lags).
double simulated_threshold(std::size_t n, const NarrowestOptions& options) {
    std::vector<double> norms(options.samples);
    WorkStep step(options.work, "threshold from series of noise", norms.size());
    parallel_chunks(
        norms.size(), 16, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t sample = begin; sample < end; ++sample) {
                Random random(options.seed, "series of noise", sample);
                std::vector<double> noise(n), sums{0};
                for (double& value : noise) value = normal_quantile(random.uniform());
                for (const double value : std::span(noise).subspan(options.lags)) sums.push_back(sums.back() + value);
                const double sigma = options.sigma ? 1 : estimated_sigma(noise, options.lags);
                norms[sample] = multiresolution_norm(sums, options.norm) / sigma;
            }
        },
        step);
    std::ranges::sort(norms);
    const auto rank = std::ceil((1 - options.alpha) * static_cast<double>(norms.size() + 1));
    return norms[std::min(norms.size(), static_cast<std::size_t>(rank)) - 1];
}

bool simulates(const NarrowestOptions& options, std::size_t n) {
    return options.threshold == NoiseThreshold::simulated ||
           (options.threshold == NoiseThreshold::by_length && n <= longest_simulated);
}

void check_narrowest(std::span<const double> y, const NarrowestOptions& options) {
    check_can_change(y);
    if (y.size() < 3)
        throw TooLittleData(
            {"", 0, 0, "a series of two observations shows no noise to measure a change by", "give at least three"});
    if (options.lags > most_lags) refuse_argument("lags", std::to_string(options.lags), "give a number from 0 to 3");
    const std::size_t least_length = 5 * (options.lags + 1);
    if (options.lags > 0 && y.size() < least_length)
        throw TooLittleData({"", 0, 0,
                             "a series of " + std::to_string(y.size()) + " observations is too short for " +
                                 std::to_string(options.lags) + (options.lags == 1 ? " lag" : " lags"),
                             "give at least " + std::to_string(least_length) + ", or fewer lags"});
    if (!(options.alpha > 0 && options.alpha < 1))
        refuse_argument("--alpha", std::isnan(options.alpha) ? "not a number" : number_text(options.alpha),
                        "give a number between 0 and 1, both left out");
    if (options.sigma) check_positive(*options.sigma, "the noise");
    const double least = 1 / options.alpha - 1;
    if (simulates(options, y.size()) && static_cast<double>(options.samples) < least - 1e-9)
        refuse_argument("samples", std::to_string(options.samples),
                        "give at least " + number_text(std::ceil(least)) + ", else the quantile lies beyond them");
}

/// The intervals between two responses (from 0, both included), in order, as `narrowest_between` finds them. An
/// interval reaches `lags` observations farther back than its responses.
template <class Narrowest>
void pursue(const Narrowest& narrowest_between, std::size_t from, std::size_t to, std::size_t lags,
            std::vector<SignificantInterval>& intervals) {
    const std::optional<SignificantInterval> found = narrowest_between(from, to);
    if (!found) return;
    pursue(narrowest_between, from, from + found->start, lags, intervals);
    intervals.push_back({from + found->start + 1, from + found->end + 1 + lags, found->deviation});
    pursue(narrowest_between, from + found->end, to, lags, intervals);
}

}  // namespace

NoiseThreshold noise_threshold(std::string_view word) {
    if (word == "auto") return NoiseThreshold::by_length;
    if (word == "simulated") return NoiseThreshold::simulated;
    if (word != "asymptotic") refuse_argument("threshold", std::string(word), "give auto, simulated or asymptotic");
    return NoiseThreshold::asymptotic;
}

double kabluchko_threshold(std::size_t n, double alpha) {
    const double s = std::sqrt(2 * std::log(static_cast<double>(n)));
    const double a = s + (0.5 * std::log(std::log(static_cast<double>(n))) +
                          std::log(0.8197466 / (2 * std::sqrt(std::numbers::pi)))) /
                             s;
    return a + std::log(1 / std::log(1 / std::sqrt(1 - alpha))) / s;
}

double deviation_from_constant(std::span<const double> y, StretchLengths norm) {
    const std::vector<double> sums = sums_up_to(y);
    return IntervalSearch(sums, norm, 0, {}).deviation(0, y.size());
}

NarrowestSignificance narrowest_significance(std::span<const double> y, const NarrowestOptions& options) {
    check_narrowest(y, options);
    options.work.check();
    NarrowestSignificance result;
    result.sigma = options.sigma ? *options.sigma : estimated_sigma(y, options.lags);
    if (!(result.sigma > 0))
        throw TooLittleData({"", 0, 0,
                             options.lags > 0
                                 ? "the noise of the series is estimated as zero: the lags explain most of it"
                                 : "the noise of the series is estimated as zero: at least half of its "
                                   "steps are equal",
                             "use another method for it"});
    const std::size_t responses = y.size() - options.lags;
    result.threshold = result.sigma * (simulates(options, y.size()) ? simulated_threshold(y.size(), options)
                                                                    : kabluchko_threshold(responses, options.alpha));
    if (options.lags > 0) {
        const LaggedDeviation lagged(y, options.lags, options.norm == StretchLengths::dyadic);
        WorkStep step(options.work, "intervals with lags", responses - 1);
        const auto between = [&](std::size_t from, std::size_t to) {
            const auto found = LaggedSearch(lagged, from, result.threshold, options).narrowest(to);
            const std::size_t settled = found ? found->end - found->start : to - from;
            if (settled > 0) step.advance(settled);
            return found;
        };
        pursue(between, 0, responses - 1, options.lags, result.intervals);
    } else {
        const std::vector<double> sums = sums_up_to(y);
        const auto between = [&](std::size_t from, std::size_t to) {
            return narrowest_interval(to - from + 1, IntervalSearch(std::span(sums).subspan(from, to - from + 2),
                                                                    options.norm, result.threshold, options.work));
        };
        pursue(between, 0, y.size() - 1, 0, result.intervals);
    }
    return result;
}

}  // namespace tarazy
