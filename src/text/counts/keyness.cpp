#include "text/counts/keyness.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"
#include "stats/benjamini_hochberg.hpp"
#include "stats/log_tails.hpp"
#include "text/counts/dispersion.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tarazy {
namespace {

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

void check_groups(const DocumentFeatureMatrix& matrix, std::span<const std::size_t> target,
                  std::span<const std::size_t> reference) {
    Diagnostics problems;
    if (target.empty()) problems.add({"", 0, 0, "no document is in the target", "widen its expression"});
    if (reference.empty()) problems.add({"", 0, 0, "no document is in the reference", "widen its expression"});
    problems.throw_if_any();
    std::vector<char> in_target(matrix.documents.size(), 0);
    for (const std::size_t document : target) in_target[document] = 1;
    std::size_t both = 0, first = 0;
    for (const std::size_t document : reference) {
        if (in_target[document] == 0) continue;
        if (both++ == 0) first = document;
    }
    if (both > 0)
        throw UsageError(std::to_string(both) + " documents are in target and reference ('" + matrix.documents[first] +
                         "'); give groups that share none");
}

std::uint64_t whole_count(double count) {
    return static_cast<std::uint64_t>(std::llround(count));
}

void check_whole(const DocumentFeatureMatrix& matrix) {
    for (const double count : matrix.count) {
        if (count != std::floor(count) || count > 1e9)
            throw UsageError("the exact test needs whole counts, and one is " + std::to_string(count) +
                             "; choose another measure");
    }
}

/// What all features share.
struct KeynessFrame {
    double target_total, reference_total, prior_size;
    std::vector<double> prior;  ///< a_w
};

/// ln of the odds of y + a among n + a_0.
double prior_log_odds(double y, double a, double n, double prior_size) {
    return std::log((y + a) / (n + prior_size - y - a));
}

void weigh_log_odds(const KeynessFrame& frame, KeyFeature& one) {
    const double a = frame.prior[one.feature];
    const double odds = prior_log_odds(one.n_target, a, frame.target_total, frame.prior_size) -
                        prior_log_odds(one.n_reference, a, frame.reference_total, frame.prior_size);
    if (!std::isfinite(odds)) {
        one.log_odds = one.z = not_known;  // the only feature there is
        return;
    }
    one.log_odds = odds;
    one.z = odds / std::sqrt(1 / (one.n_target + a) + 1 / (one.n_reference + a));
}

void weigh(const KeynessFrame& frame, const KeynessOptions& options, KeyFeature& one) {
    const TwoByTwo t{one.n_target, one.n_reference, frame.target_total - one.n_target,
                     frame.reference_total - one.n_reference};
    one.log_ratio = log_ratio(t);
    weigh_log_odds(frame, one);
    double test = 0;
    switch (options.measure) {
        case KeynessMeasure::log_odds:
            one.value = one.z;
            test = one.z * one.z;
            break;
        case KeynessMeasure::chi_square:
            one.value = signed_chi_square(t, options.yates);
            test = std::abs(one.value);
            break;
        case KeynessMeasure::g2: {
            const bool corrected = options.williams && t.a > 0 && t.b > 0 && t.c > 0 && t.d > 0;
            one.value = signed_g2(t) / (corrected ? williams_q(t) : 1.0);
            test = std::abs(one.value);
            break;
        }
        case KeynessMeasure::information:
            one.value = pointwise_information(t);
            test = std::abs(signed_g2(t));
            break;
        case KeynessMeasure::ratio:
            one.value = one.log_ratio;
            test = std::abs(signed_g2(t));
            break;
        case KeynessMeasure::exact:
            one.value = odds_ratio(t);
            one.log10_p = log10_fisher(whole_count(t.a), whole_count(t.b), whole_count(t.c), whole_count(t.d));
            return;
    }
    one.log10_p = log10_chi_square1_upper(test);
}

/// What features are ranked by: exact ones by their evidence, with the side they stand on.
double keyness_rank(const KeyFeature& one, KeynessMeasure measure) {
    const double value = measure == KeynessMeasure::exact ? (one.value < 1 ? one.log10_p : -one.log10_p) : one.value;
    return std::isnan(value) ? -std::numeric_limits<double>::infinity() : value;
}

KeynessFrame keyness_frame(const DocumentFeatureMatrix& matrix, const FeatureDispersion& target,
                           const FeatureDispersion& reference, std::size_t documents, const KeynessOptions& options) {
    KeynessFrame frame{std::accumulate(target.total.begin(), target.total.end(), 0.0),
                       std::accumulate(reference.total.begin(), reference.total.end(), 0.0), 0,
                       matrix.feature_totals()};
    Diagnostics problems;
    if (frame.target_total <= 0)
        problems.add({"", 0, 0, "the documents of the target have no counts", "give documents with text"});
    if (frame.reference_total <= 0)
        problems.add({"", 0, 0, "the documents of the reference have no counts", "give documents with text"});
    problems.throw_if_any();
    frame.prior_size =
        options.prior_size.value_or((frame.target_total + frame.reference_total) / static_cast<double>(documents));
    const double all = std::accumulate(frame.prior.begin(), frame.prior.end(), 0.0);
    for (double& a : frame.prior) a *= frame.prior_size / all;
    return frame;
}

void adjust_for_many(std::vector<KeyFeature>& features) {
    std::vector<double> p;
    for (const KeyFeature& one : features) p.push_back(one.p());
    const std::vector<double> adjusted = benjamini_hochberg(p);
    for (std::size_t k = 0; k < features.size(); ++k) features[k].q = adjusted[k];
}

}  // namespace

double KeyFeature::p() const {
    return std::pow(10.0, log10_p);
}

Keyness keyness(const DocumentFeatureMatrix& matrix, std::span<const std::size_t> target,
                std::span<const std::size_t> reference, const KeynessOptions& options) {
    check_groups(matrix, target, reference);
    if (options.prior_size) check_positive(*options.prior_size, "--prior-size");
    if (options.measure == KeynessMeasure::exact) check_whole(matrix);
    const FeatureDispersion in_target = feature_dispersion(matrix, target);
    const FeatureDispersion in_reference = feature_dispersion(matrix, reference);
    const KeynessFrame frame =
        keyness_frame(matrix, in_target, in_reference, target.size() + reference.size(), options);
    Keyness found{{}, frame.target_total, frame.reference_total, frame.prior_size};
    for (std::uint32_t f = 0; f < matrix.features.size(); ++f) {
        const double together = in_target.total[f] + in_reference.total[f];
        if (together <= 0 || together < options.least_count) continue;
        KeyFeature& one = found.features.emplace_back();
        one.feature = f;
        one.n_target = in_target.total[f];
        one.n_reference = in_reference.total[f];
        one.documents_target = in_target.documents[f];
        one.documents_reference = in_reference.documents[f];
        one.dp_target = in_target.dp[f];
        one.dp_reference = in_reference.dp[f];
    }
    WorkStep step(options.work, "keyness of features", found.features.size());
    parallel_chunks(
        found.features.size(), 256, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t k = begin; k < end; ++k) weigh(frame, options, found.features[k]);
        },
        step);
    adjust_for_many(found.features);
    std::ranges::sort(found.features, [&](const KeyFeature& x, const KeyFeature& y) {
        const double of_x = keyness_rank(x, options.measure), of_y = keyness_rank(y, options.measure);
        if (of_x != of_y) return of_x > of_y;
        return matrix.features[x.feature] < matrix.features[y.feature];
    });
    return found;
}

const char* keyness_column(KeynessMeasure measure) {
    switch (measure) {
        case KeynessMeasure::chi_square: return "chi2";
        case KeynessMeasure::g2: return "G2";
        case KeynessMeasure::information: return "pmi";
        case KeynessMeasure::ratio: return "log_ratio";
        case KeynessMeasure::exact: return "exact";
        default: return "z";
    }
}

Table keyness_table(const DocumentFeatureMatrix& matrix, const Keyness& found, KeynessMeasure measure) {
    std::vector<std::string> names;
    for (const KeyFeature& one : found.features) names.push_back(matrix.features[one.feature]);
    const auto reals = [&](const auto& of) {
        std::vector<double> cells;
        for (const KeyFeature& one : found.features) cells.push_back(of(one));
        return Column(std::move(cells));
    };
    const auto counts = [&](const auto& of) {
        std::vector<std::int64_t> cells;
        for (const KeyFeature& one : found.features) cells.push_back(static_cast<std::int64_t>(of(one)));
        return Column(std::move(cells));
    };
    const bool whole = std::ranges::all_of(matrix.count, [](double n) { return n == std::floor(n) && n < 9e15; });
    Table table;
    table.add("feature", Column(names));
    table.add(keyness_column(measure), reals([](const KeyFeature& one) { return one.value; }));
    table.add("p", reals([](const KeyFeature& one) { return one.p(); }));
    const auto in_target = [](const KeyFeature& one) { return one.n_target; };
    const auto in_reference = [](const KeyFeature& one) { return one.n_reference; };
    table.add("n_target", whole ? counts(in_target) : reals(in_target));
    table.add("n_reference", whole ? counts(in_reference) : reals(in_reference));
    table.add("log10_p", reals([](const KeyFeature& one) { return one.log10_p; }));
    table.add("q", reals([](const KeyFeature& one) { return one.q; }));
    if (measure != KeynessMeasure::ratio)
        table.add("log_ratio", reals([](const KeyFeature& one) { return one.log_ratio; }));
    table.add("log_odds", reals([](const KeyFeature& one) { return one.log_odds; }));
    if (measure != KeynessMeasure::log_odds) table.add("z", reals([](const KeyFeature& one) { return one.z; }));
    table.add("documents_target", counts([](const KeyFeature& one) { return one.documents_target; }));
    table.add("documents_reference", counts([](const KeyFeature& one) { return one.documents_reference; }));
    table.add("dp_target", reals([](const KeyFeature& one) { return one.dp_target; }));
    table.add("dp_reference", reals([](const KeyFeature& one) { return one.dp_reference; }));
    return table;
}

}  // namespace tarazy
