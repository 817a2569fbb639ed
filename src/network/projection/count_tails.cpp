#include "network/projection/count_tails.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

/// Terms below are left out: so far from anything that can be printed that only their slow arithmetic would be felt.
constexpr double negligible_term = 1e-290;

/// How many of up to four trials succeed: four at once halve the passes over the states twice.
struct TrialsAtOnce {
    static constexpr std::size_t most = 4;
    std::array<double, most + 1> term = {1, 0, 0, 0, 0};
    std::size_t trials = 0;

    void add(double success, double failure) {
        ++trials;
        for (std::size_t count = trials; count > 0; --count)
            term[count] = term[count] * failure + term[count - 1] * success;
        term[0] *= failure;
    }
    /// P(more than `count`)
    [[nodiscard]] std::array<double, most + 1> beyond() const {
        std::array<double, most + 1> tail{};
        for (std::size_t count = most; count-- > 0;) tail[count] = tail[count + 1] + term[count + 1];
        return tail;
    }
};

/// What the states `begin` to `end` hold after up to four trials.
void pass_on(const double* from, double* to, std::size_t begin, std::size_t end, const TrialsAtOnce& trials) {
    const auto [t0, t1, t2, t3, t4] = trials.term;
    // With a sign: the first states look at the padding before them.
    for (auto c = static_cast<std::ptrdiff_t>(begin); c < static_cast<std::ptrdiff_t>(end); ++c)
        to[c] = ((from[c] * t0 + from[c - 1] * t1) + (from[c - 2] * t2 + from[c - 3] * t3)) + from[c - 4] * t4;
}

/// P(X = c) of the trials so far for c up to `most`, and P(X > most).
class AbsorbingCounts {
public:
    explicit AbsorbingCounts(std::size_t most) : most_(most), now_(padding + most + 1 + padding), next_(now_.size()) {
        now_[padding] = 1;
    }

    void add(const TrialsAtOnce& trials) {
        const auto beyond = trials.beyond();
        const std::size_t first_absorbed = most_ + 1 > TrialsAtOnce::most ? most_ + 1 - TrialsAtOnce::most : 0;
        for (std::size_t count = std::max(first_absorbed, low_); count <= std::min(most_, high_); ++count)
            absorbed_ += now_[padding + count] * beyond[most_ - count];
        const std::size_t begin = low_, before = high_ + 1, end = std::min(most_, high_ + trials.trials) + 1;
        double* const to = next_.data() + padding;
        pass_on(now_.data() + padding, to, begin, end, trials);
        std::fill(now_.data() + padding + begin, now_.data() + padding + before, 0.0);
        now_.swap(next_);
        high_ = end - 1;
        while (low_ < high_ && now_[padding + low_] < negligible_term) now_[padding + low_++] = 0;
        while (high_ > low_ && now_[padding + high_] < negligible_term) now_[padding + high_--] = 0;
    }

    [[nodiscard]] std::span<const double> terms() const { return std::span(now_).subspan(padding, most_ + 1); }
    [[nodiscard]] double absorbed() const { return absorbed_; }

private:
    static constexpr std::size_t padding = TrialsAtOnce::most;
    std::size_t most_, low_ = 0, high_ = 0;
    std::vector<double> now_, next_;  ///< 0 outside of the window; all 0
    double absorbed_ = 0;
};

/// @param beyond  P(X > terms.size() - 1)
CountTails tails_of(std::span<const double> terms, double beyond) {
    CountTails tails{std::vector<double>(terms.size()), std::vector<double>(terms.size()),
                     std::vector<double>(terms.size())};
    double sum = 0;
    for (std::size_t count = 0; count < terms.size(); ++count) {
        sum += terms[count];
        tails.lower[count] = std::min(1.0, sum);
    }
    sum = beyond;
    for (std::size_t count = terms.size(); count-- > 0;) {
        tails.mid[count] = std::min(1.0, sum + terms[count] / 2);
        sum += terms[count];
        tails.upper[count] = std::min(1.0, sum);
    }
    return tails;
}

}  // namespace

CountTails poisson_binomial_tails(std::span<const EqualTrials> trials, std::size_t most) {
    AbsorbingCounts counts(most);
    TrialsAtOnce waiting;
    for (const EqualTrials& equal : trials) {
        if (equal.success == 0) continue;
        std::uint32_t left = equal.times;
        while (left > 0 && (waiting.trials > 0 || left < TrialsAtOnce::most)) {
            waiting.add(equal.success, equal.failure);
            --left;
            if (waiting.trials == TrialsAtOnce::most) {
                counts.add(waiting);
                waiting = {};
            }
        }
        if (left < TrialsAtOnce::most) continue;
        TrialsAtOnce four;
        for (std::size_t trial = 0; trial < TrialsAtOnce::most; ++trial) four.add(equal.success, equal.failure);
        for (; left >= four.trials; left -= static_cast<std::uint32_t>(four.trials)) counts.add(four);
        for (; left > 0; --left) waiting.add(equal.success, equal.failure);
    }
    if (waiting.trials > 0) counts.add(waiting);
    return tails_of(counts.terms(), counts.absorbed());
}

CountTails hypergeometric_tails(std::uint64_t items, std::uint64_t marked, std::uint64_t drawn, std::size_t most) {
    const std::uint64_t lowest = marked + drawn > items ? marked + drawn - items : 0;
    const std::uint64_t highest = std::min(marked, drawn);
    const auto real = [](std::uint64_t whole) { return static_cast<double>(whole); };
    const auto ratio = [&](std::uint64_t k) {  // P(k + 1)/P(k)
        return real(marked - k) / real(k + 1) * (real(drawn - k) / real(items + k + 1 - marked - drawn));
    };
    const double centre = (real(marked) + 1) * (real(drawn) + 1) / (real(items) + 2);
    const std::uint64_t mode = std::clamp(static_cast<std::uint64_t>(centre), lowest, highest);
    std::vector<double> terms(std::max<std::size_t>(most, highest) + 1);
    terms[mode] = 1;
    for (std::uint64_t k = mode; k > lowest; --k) terms[k - 1] = terms[k] / ratio(k - 1);
    for (std::uint64_t k = mode; k < highest; ++k) terms[k + 1] = terms[k] * ratio(k);
    double sum = 0;
    for (const double term : terms) sum += term;
    double beyond = 0;
    for (std::size_t k = terms.size(); k-- > most + 1;) beyond += terms[k];
    for (double& term : terms) term /= sum;
    return tails_of(std::span(terms).first(most + 1), beyond / sum);
}

}  // namespace tarazy
