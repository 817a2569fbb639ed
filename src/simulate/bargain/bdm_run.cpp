#include "simulate/bargain/bdm_run.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

/// One round, in memory that is taken once.
class BdmRoundMaker {
public:
    BdmRoundMaker(const BargainActors& actors, const BdmOptions& options, double range)
        : options_(options), count_(actors.count()), range_(range), exponent_(count_), support_(count_ * count_) {
        for (std::size_t i = 0; i < count_; ++i) {
            salience_.push_back(actors.salience[i]);
            weight_.push_back(actors.capability[i] * actors.salience[i]);
        }
    }

    BdmRound round(const std::vector<double>& position, double median) {
        position_ = &position;
        median_ = median;
        BdmRound round;
        round.risk_exponent = exponents();
        exponent_ = round.risk_exponent;
        set_probabilities();
        round.probability = probability_;
        const double none = std::numeric_limits<double>::quiet_NaN();
        for (std::size_t i = 0; i < count_; ++i) {
            for (std::size_t j = 0; j < count_; ++j) {
                round.eu_own.push_back(i == j ? none : expected(i, i, j));
                round.eu_perceived.push_back(i == j ? none : expected(i, j, i));
            }
        }
        round.position = position;
        for (std::size_t i = 0; i < count_; ++i) {
            round.offers.push_back(offer_taken(round, i));
            if (round.offers.back()) round.position[i] = round.offers.back()->position;
        }
        return round;
    }

private:
    [[nodiscard]] double at(std::size_t i) const { return (*position_)[i]; }

    void set_probabilities() {
        // |x_k - x_i|^r_k / D^r_k, then the votes on each pair.
        for (std::size_t k = 0; k < count_; ++k)
            for (std::size_t i = 0; i < count_; ++i)
                support_[k * count_ + i] = std::pow(std::abs(at(k) - at(i)), exponent_[k]);
        std::vector<double> scale(count_);
        for (std::size_t k = 0; k < count_; ++k) scale[k] = std::pow(range_, exponent_[k]);
        std::vector<double> all(count_ * count_, 0.0);
        probability_.assign(count_ * count_, 0.0);
        double whole = 0;
        for (std::size_t i = 0; i < count_; ++i) {
            for (std::size_t j = 0; j < count_; ++j) {
                double won = 0, cast = 0;
                for (std::size_t k = 0; k < count_; ++k) {
                    const double vote = weight_[k] * (support_[k * count_ + j] - support_[k * count_ + i]) / scale[k];
                    won += std::max(0.0, vote);
                    cast += std::abs(vote);
                }
                probability_[i * count_ + j] = won;
                all[i * count_ + j] = cast;
                whole += cast;
            }
        }
        for (std::size_t i = 0; i < count_; ++i) {
            for (std::size_t j = 0; j < count_; ++j) {
                double& one = probability_[i * count_ + j];
                if (at(i) == at(j))
                    one = 0;
                else if (options_.variant == BdmVariant::scholz_code)
                    one /= whole;
                else
                    one = all[i * count_ + j] > 0 ? one / all[i * count_ + j] : 0.5;
            }
        }
    }

    /// Of i challenging j, as h sees it.
    [[nodiscard]] double expected(std::size_t h, std::size_t i, std::size_t j) const {
        const double r = exponent_[h], apart = std::abs(at(i) - at(j));
        const auto utility = [r](double base) { return 2 - 4 * std::pow(base, r); };
        const double success = utility(0.5 - 0.5 * apart / range_), failure = utility(0.5 + 0.5 * apart / range_);
        const double p = probability_[i * count_ + j], s = salience_[j], q = options_.status_quo;
        const double challenge = s * (p * success + (1 - p) * failure) + (1 - s) * success;
        if (q == 1) return challenge - utility(0.5);
        const double away = std::abs(at(i) - median_), moved = 0.25 * (away + apart) / range_;
        const double otherwise = away < apart ? utility(0.5 - moved) : utility(0.5 + moved);
        return challenge - q * utility(0.5) - (1 - q) * otherwise;
    }

    std::vector<double> exponents() {
        std::ranges::fill(exponent_, 1.0);
        set_probabilities();
        std::vector<double> security(count_, 0.0);
        for (std::size_t i = 0; i < count_; ++i)
            for (std::size_t j = 0; j < count_; ++j)
                if (j != i) security[i] += expected(i, j, i);
        const auto [least, most] = std::ranges::minmax(security);
        for (double& one : security) {
            // Where nobody is more secure than others, nobody is bolder.
            const double risk =
                most - least > 1e-12 * std::max(1.0, std::abs(most)) ? (2 * one - most - least) / (most - least) : 0;
            one = (1 - risk / 3) / (1 + risk / 3);
        }
        return security;
    }

    [[nodiscard]] std::optional<BdmOffer> offer_of(const BdmRound& round, std::size_t i, std::size_t j) const {
        const double own = round.eu_own[i * count_ + j], other = round.eu_perceived[i * count_ + j];
        if (other > own && own > 0) return BdmOffer{j, BdmOfferKind::confrontation, own, other, at(j)};
        if (!(other > 0 && own < 0)) return std::nullopt;
        if (other > std::abs(own))
            return BdmOffer{j, BdmOfferKind::compromise, own, other, at(i) + (at(j) - at(i)) * std::abs(own / other)};
        if (options_.variant == BdmVariant::paper && other < std::abs(own))
            return BdmOffer{j, BdmOfferKind::capitulation, own, other, at(j)};
        return std::nullopt;
    }

    /// The lower the rather is an offer taken.
    [[nodiscard]] double reluctance(std::size_t i, const BdmOffer& offer) const {
        if (options_.variant == BdmVariant::paper || offer.kind == BdmOfferKind::confrontation)
            return std::abs(offer.position - at(i));
        const double own = std::abs(offer.eu), other = std::abs(offer.other_eu);
        return (own * at(i) + other * at(offer.to)) / (own + other);
    }

    [[nodiscard]] std::optional<BdmOffer> offer_taken(const BdmRound& round, std::size_t i) const {
        std::optional<BdmOffer> taken;
        for (std::size_t j = 0; j < count_; ++j) {
            if (j == i || at(i) == at(j)) continue;
            const std::optional<BdmOffer> offer = offer_of(round, i, j);
            if (!offer) continue;
            const bool other_kind = options_.variant == BdmVariant::scholz_code && taken && offer->kind != taken->kind;
            const bool rather = other_kind ? offer->kind == BdmOfferKind::confrontation
                                           : !taken || reluctance(i, *offer) < reluctance(i, *taken);
            if (rather) taken = offer;
        }
        return taken;
    }

    const BdmOptions& options_;
    std::size_t count_;
    double range_, median_ = 0;
    const std::vector<double>* position_ = nullptr;
    std::vector<double> exponent_, salience_, weight_, support_, probability_;
};

void set_middle(BdmRound& round, const BargainActors& actors) {
    if (const auto middle = weighted_middle(actors, round.position, 0)) {
        round.mean = middle->mean;
        round.median = middle->median;
    }
}

bool same_positions(const std::vector<double>& a, const std::vector<double>& b, double range) {
    return std::ranges::equal(a, b, [&](double x, double y) { return std::abs(x - y) <= 1e-9 * range; });
}

/// Does the last round end where an earlier one has ended?
bool repeats_itself(BdmRun& run) {
    const std::vector<double>& now = run.rounds.back().position;
    for (std::size_t back = 1; back < run.rounds.size(); ++back) {
        if (!same_positions(run.rounds[run.rounds.size() - 1 - back].position, now, run.range)) continue;
        run.end = back == 1 ? BargainEnd::converged : BargainEnd::cycle;
        run.cycle_length = back == 1 ? 0 : back;
        return true;
    }
    return false;
}

}  // namespace

std::string_view to_string(BdmVariant variant) noexcept {
    return variant == BdmVariant::paper ? "paper" : "scholz-code";
}

std::string_view to_string(BdmOfferKind kind) noexcept {
    switch (kind) {
        case BdmOfferKind::confrontation: return "confrontation";
        case BdmOfferKind::compromise: return "compromise";
        case BdmOfferKind::capitulation: return "capitulation";
    }
    return "";
}

BdmRun run_bdm(const BargainActors& actors, const BdmOptions& options, const Work& work) {
    assert(actors.issues.size() == 1);
    BdmRun run;
    const auto [least, most] = std::ranges::minmax(actors.position);
    run.range = most - least;
    run.rounds.push_back({.position = actors.position});
    set_middle(run.rounds.back(), actors);
    if (run.range == 0) {
        run.end = BargainEnd::no_conflict;
        return run;
    }
    BdmRoundMaker maker(actors, options, run.range);
    for (std::size_t number = 1; number <= options.rounds; ++number) {
        work.check();
        const BdmRound& before = run.rounds.back();
        BdmRound round = maker.round(before.position, before.median);
        set_middle(round, actors);
        run.rounds.push_back(std::move(round));
        if (options.stop_early && repeats_itself(run)) break;
    }
    return run;
}

}  // namespace tarazy
