#include "trace/breaks/bai_perron.hpp"

#include "base/argument_checks.hpp"
#include "base/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace tarazy {
namespace {

/// For each number of breaks and each end: the least sum of squares, and where the last segment begins.
class TriangularProgramme {
public:
    TriangularProgramme(const SegmentCost& cost, std::size_t least_segment, std::size_t most_breaks)
        : cost_(cost), h_(least_segment), n_(cost.length()), tolerance_(1e-12 * cost.magnitude()) {
        best_.assign(most_breaks + 1, std::vector<double>(n_ + 1, std::numeric_limits<double>::infinity()));
        last_.assign(most_breaks + 1, std::vector<std::uint32_t>(n_ + 1, 0));
    }

    void run(const Work& work) {
        WorkStep step(work, "least squares", n_);
        for (std::size_t end = h_; end <= n_; ++end) {
            best_[0][end] = cost_(0, end);
            extend(end);
            step.advance();
        }
        step.advance(h_ - 1);
    }

    [[nodiscard]] BreakModel model(std::size_t breaks) const {
        BreakModel model;
        std::size_t end = n_;
        for (std::size_t m = breaks; m > 0; --m) {
            end = last_[m][end];
            model.breaks.push_back(end);
        }
        std::ranges::reverse(model.breaks);
        model.rss = best_[breaks][n_] + cost_.shared();
        // Rounding of a perfect fit.
        if (model.rss < 1e-13 * cost_.magnitude()) model.rss = 0;
        const auto n = static_cast<double>(n_), k = static_cast<double>(parameters_of(cost_.statistic()));
        if (model.rss > 0) {
            model.bic = n * (std::log(model.rss) + 1 - std::log(n) + std::log(2 * std::numbers::pi)) +
                        (k + 1) * static_cast<double>(breaks + 1) * std::log(n);
        }
        return model;
    }

private:
    /// All numbers of breaks together, so that each sum of squares is computed once.
    void extend(std::size_t end) {
        const std::size_t most = std::min(best_.size() - 1, end / h_ - 1);
        for (std::size_t start = h_; start + h_ <= end; ++start) {
            const double part = cost_(start, end);
            const std::size_t reach = std::min(most, start / h_);
            for (std::size_t m = 1; m <= reach; ++m) {
                const double sum = best_[m - 1][start] + part;
                if (sum >= best_[m][end] - tolerance_) continue;
                best_[m][end] = sum;
                last_[m][end] = static_cast<std::uint32_t>(start);
            }
        }
    }

    const SegmentCost& cost_;
    const std::size_t h_, n_;
    const double tolerance_;
    std::vector<std::vector<double>> best_;
    std::vector<std::vector<std::uint32_t>> last_;
};

std::size_t chosen_model(const std::vector<BreakModel>& models) {
    std::size_t chosen = 0;
    for (std::size_t m = 0; m < models.size(); ++m) {
        if (!models[m].bic) return m;
        if (*models[m].bic < *models[chosen].bic) chosen = m;
    }
    return chosen;
}

}  // namespace

std::size_t least_segment_of(double h, std::size_t n, bool trend) {
    check_positive(h, "--h");
    const double share = h < 1 ? h * static_cast<double>(n) + 1e-9 : h;
    const auto least = static_cast<std::size_t>(std::floor(share));
    const std::size_t coefficients = trend ? 2 : 1;
    if (least <= coefficients || 2 * least > n) {
        refuse_argument("--h", std::isnan(h) ? "not a number" : number_text(h),
                        "of " + std::to_string(n) + " observations a segment needs from " +
                            std::to_string(coefficients + 1) + " to " + std::to_string(n / 2) +
                            "; give such a number, or a share of the observations below 1/2");
    }
    return least;
}

BaiPerron bai_perron(std::span<const double> y, std::span<const double> time, const BaiPerronOptions& options) {
    const std::size_t n = y.size(), h = options.least_segment;
    const SegmentCost cost(y, options.trend ? ChangeStatistic::trend : ChangeStatistic::mean, time);
    const std::size_t usual = std::max<std::size_t>((n + h - 1) / h, 3) - 2;
    const std::size_t most = std::min(options.most_breaks.value_or(usual), n / h - 1);
    TriangularProgramme programme(cost, h, most);
    programme.run(options.work);
    BaiPerron result;
    for (std::size_t m = 0; m <= most; ++m) result.models.push_back(programme.model(m));
    result.chosen = chosen_model(result.models);
    result.test = sup_f_test(cost);

    std::vector<std::size_t> ends = result.models[result.chosen].breaks;
    ends.push_back(n);
    std::vector<SegmentLine> lines;
    std::size_t start = 0;
    for (const std::size_t end : ends) {
        lines.push_back(segment_line(y.subspan(start, end - start),
                                     options.trend ? time.subspan(start, end - start) : time, options.trend));
        start = end;
    }
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
        result.intervals.push_back(break_interval(lines[i], lines[i + 1], ends[i], options.level));
    return result;
}

}  // namespace tarazy
