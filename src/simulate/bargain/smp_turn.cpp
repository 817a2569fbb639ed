#include "simulate/bargain/smp_turn.hpp"

#include "simulate/bargain/third_parties.hpp"
#include "simulate/bargain/vote_lanes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tarazy {
namespace {

constexpr double least_coalition = 1e-10, least_gain = 1e-5, least_weight = 1e-6;

double risk_share(RiskEstimate estimate) {
    constexpr std::array<double, 5> shares = {0.0, 1.0 / 3, 0.5, 2.0 / 3, 1.0};
    return shares[static_cast<std::size_t>(estimate)];
}

ElectionRules rules_of(const SmpOptions& options) {
    return {options.victory, options.election, options.voting};
}

/// To four decimals, as KTAB cuts.
double cut_position(double value) {
    return static_cast<double>(static_cast<int>(0.5 + 1e4 * value)) / 1e4;
}

/// Mean over all positions of what they are worth to each of four actors, with two positions changed.
[[gnu::always_inline]] inline void mean_of_four(const double* own, const double* before, const double* moved,
                                                std::size_t actors, std::size_t stride, std::size_t low,
                                                std::size_t high, std::size_t first, double* value) {
    VoteLanes sum, one;
    load_votes(sum, before + low * stride + first);
    load_votes(one, moved + first);
    sum += one;
    for (std::size_t a = low + 1; a < high; ++a) {
        load_votes(one, own + a * stride + first);
        sum += one;
    }
    load_votes(one, moved + stride + first);
    sum += one;
    for (std::size_t a = high + 1; a < actors; ++a) {
        load_votes(one, own + a * stride + first);
        sum += one;
    }
    sum /= static_cast<double>(actors);
    store_votes(value + first, sum);
}

TARAZY_VOTE_VERSIONS
void mean_after_moves(const double* own, const double* before, const double* moved, std::size_t actors,
                      std::size_t stride, std::size_t low, std::size_t high, double* value) {
    for (std::size_t first = 0; first < actors; first += vote_lanes)
        mean_of_four(own, before, moved, actors, stride, low, high, first, value);
}

}  // namespace

SmpTurn::SmpTurn(std::size_t actors, std::size_t issues, const SmpOptions& options)
    : options_of_model_(options),
      actors_(actors),
      issues_(issues),
      stride_(padded_to_lanes(actors)),
      known_share_(risk_share(options.risk_estimate)),
      capability_(actors),
      weight_(actors),
      whole_(actors),
      salience_(actors * issues),
      square_(actors * issues),
      square_sum_(actors),
      position_(actors * issues),
      gap_(actors * stride_),
      reach_(actors * stride_),
      risk_(actors),
      own_(actors * stride_),
      before_((actors + 1) * stride_),
      gain_(actors * stride_),
      chance_(actors * stride_),
      scratch_(8 * stride_),
      terms_(4 * actors * issues),
      other_terms_(2 * issues),
      value_((2 * actors + 1) * stride_),
      moved_(2 * stride_),
      options_(actors),
      option_begin_(actors),
      option_probability_(5 * actors),
      ballot_(actors * padded_to_lanes(2 * actors + 1)),
      probability_(2 * actors + 1),
      chosen_(actors),
      distinct_(actors),
      kind_(actors),
      election_(rules_of(options), 2 * actors + 1) {
    bargains_.reserve(2 * actors);
}

void SmpTurn::set_actors(std::span<const double> capability, std::span<const double> salience) {
    std::ranges::copy(capability, capability_.begin());
    std::ranges::copy(salience, salience_.begin());
    for (std::size_t i = 0; i < actors_; ++i) {
        double sum = 0, squares = 0;
        for (std::size_t d = 0; d < issues_; ++d) {
            const double share = salience_[i * issues_ + d];
            sum += share;
            squares += square_[i * issues_ + d] = share * share;
        }
        whole_[i] = sum;
        square_sum_[i] = squares;
        weight_[i] = sum * capability_[i];
    }
}

void SmpTurn::look(std::span<const double> position) {
    std::ranges::copy(position, position_.begin());
    for (std::size_t i = 0; i < actors_; ++i) {
        for (std::size_t j = 0; j < actors_; ++j) {
            double sum = 0;
            for (std::size_t d = 0; d < issues_; ++d) {
                const double apart = position_[i * issues_ + d] - position_[j * issues_ + d];
                sum += square_[i * issues_ + d] * apart * apart;
            }
            // Who cares for nothing finds nothing far away.
            const double distance = square_sum_[i] > 0 ? std::sqrt(sum / square_sum_[i]) : 0;
            gap_[i * stride_ + j] = 1 - distance;
            reach_[i * stride_ + j] = std::min(distance, 1.0);
        }
    }
    // With no attitude to risk the utility of a position is its gap.
    election_.run(capability_, gap_, actors_, risk_);
    scale_risk();
    for (std::size_t a = 0; a < actors_; ++a)
        for (std::size_t h = 0; h < actors_; ++h)
            own_[a * stride_ + h] = gap_[h * stride_ + a] * (1 + reach_[h * stride_ + a] * risk_[h]);
    for (std::size_t a = 0; a < actors_; ++a)
        for (std::size_t h = 0; h < stride_; ++h)
            before_[(a + 1) * stride_ + h] = before_[a * stride_ + h] + own_[a * stride_ + h];
}

void SmpTurn::scale_risk() {
    const auto [least, most] = std::ranges::minmax(risk_);
    const double range = most - least;
    for (double& one : risk_) {
        if (!options_of_model_.ktab_compat && range < 1e-9) {
            one = 0;
            continue;
        }
        switch (options_of_model_.risk_range) {
            case RiskRange::least: one = (one - least) / range; break;
            case RiskRange::middle: one = (3 * one - most - 2 * least) / (2 * range); break;
            case RiskRange::most: one = (2 * one - most - least) / range; break;
        }
    }
}

void SmpTurn::position_probabilities(std::span<double> probability) {
    constexpr double near = 1e-3;
    std::size_t kinds = 0;
    for (std::size_t i = 0; i < actors_; ++i) {
        std::size_t kind = 0;
        for (; kind < kinds; ++kind) {
            double sum = 0;
            for (std::size_t d = 0; d < issues_; ++d) {
                const double apart = position_[i * issues_ + d] - position_[distinct_[kind] * issues_ + d];
                sum += apart * apart;
            }
            if (std::sqrt(sum) <= near) break;
        }
        if (kind == kinds) distinct_[kinds++] = i;
        kind_[i] = kind;
    }
    const std::size_t stride = ProbabilisticCondorcet::stride(kinds);
    for (std::size_t h = 0; h < actors_; ++h)
        for (std::size_t kind = 0; kind < kinds; ++kind)
            ballot_[h * stride + kind] = own_[distinct_[kind] * stride_ + h];
    election_.run(capability_, ballot_, kinds, std::span(probability_).first(kinds));
    for (std::size_t i = 0; i < actors_; ++i) probability[i] = probability_[kind_[i]];
}

ChallengeView SmpTurn::weighed(double strength, double other, double utility, std::size_t receiver) const {
    const double chance = strength / (strength + other), stake = whole_[receiver];
    return {(1 - stake) * 2 + stake * (chance * 2 + (1 - chance) * 2 * utility) - (1 + utility), chance};
}

void SmpTurn::find_challenges() {
    const auto row = [&](std::size_t number) { return std::span(scratch_).subspan(number * stride_, stride_); };
    const std::span<double> risk = row(0), worth = row(1), weight = row(2), principal = row(3), opponent = row(4),
                            strength = row(5), other = row(6);
    const VotingRule rule = options_of_model_.voting;
    for (std::size_t i = 0; i < actors_; ++i) {
        std::ranges::fill(principal, least_coalition);
        std::ranges::fill(opponent, least_coalition);
        for (std::size_t j = 0; j < actors_; ++j) {
            risk[j] = estimated_risk(j, i);
            worth[j] = utility_seen(i, j, i);
            weight[j] = weight_[j];
            double vote = vote_of(rule, weight_[i], 1, utility_seen(i, i, j));
            if (vote > 0) principal[j] += vote;
            vote = vote_of(rule, weight_[j], worth[j], 1);
            if (vote < 0) opponent[j] -= vote;
        }
        weight[i] = 0;
        std::ranges::copy(principal, strength.begin());
        std::ranges::copy(opponent, other.begin());
        if (options_of_model_.third_parties == ThirdParties::semi)
            join_third_parties(rule,
                               {actors_, stride_, gap_.data(), reach_.data(), risk.data(), weight.data(), worth.data(),
                                principal.data(), opponent.data()},
                               strength.data(), other.data());
        for (std::size_t j = 0; j < actors_; ++j) {
            const ChallengeView view = weighed(strength[j], other[j], utility_seen(i, i, j), j);
            gain_[i * stride_ + j] = view.gain;
            chance_[i * stride_ + j] = view.chance;
        }
    }
}

ChallengeView SmpTurn::seen_by(std::size_t h, std::size_t i, std::size_t j) const {
    const VotingRule rule = options_of_model_.voting;
    double principal = least_coalition, opponent = least_coalition;
    double vote = vote_of(rule, weight_[i], 1, utility_seen(h, i, j));
    if (vote > 0) principal += vote;
    vote = vote_of(rule, weight_[j], utility_seen(h, j, i), 1);
    if (vote < 0) opponent -= vote;
    double strength = principal, other = opponent;
    for (std::size_t k = 0; k < actors_ && options_of_model_.third_parties == ThirdParties::semi; ++k) {
        if (k == i || k == j) continue;
        const double here = utility_seen(h, k, i), there = utility_seen(h, k, j);
        double with = principal, against = opponent;
        vote = vote_of(rule, weight_[k], here, there);
        (vote > 0 ? with : against) += std::abs(vote);
        const double chance = with / (with + against);
        vote = vote_of(rule, weight_[k], chance * (2 * here + 1) + (1 - chance) * (3 * there),
                       chance * (3 * here) + (1 - chance) * (2 * there + 1));
        (vote > 0 ? strength : other) += std::abs(vote);
    }
    return weighed(strength, other, utility_seen(h, i, j), j);
}

void SmpTurn::interpolate(const SmpBargain& bargain, double chance, std::span<double> terms) const {
    const Interpolation rule = options_of_model_.interpolation;
    for (std::size_t d = 0; d < issues_; ++d) {
        const std::size_t i = bargain.initiator * issues_ + d, j = bargain.receiver * issues_ + d;
        const double from_i = position_[i], from_j = position_[j], cares_i = salience_[i], cares_j = salience_[j];
        if (rule == Interpolation::s2pmax) {
            const double i_moves = std::max(0.0, 1 - 2 * chance), j_moves = std::max(0.0, 2 * chance - 1);
            const double i_square = cares_i * cares_i, j_square = cares_j * cares_j;
            const double i_step = i_moves * j_square / (i_moves * j_square + least_weight + (1 - i_moves) * i_square);
            const double j_step = j_moves * i_square / (j_moves * i_square + least_weight + (1 - j_moves) * j_square);
            terms[d] = from_i + i_step * (from_j - from_i);
            terms[issues_ + d] = from_j + j_step * (from_i - from_j);
            continue;
        }
        double pull_i = cares_i * chance, pull_j = cares_j * (1 - chance);
        if (rule == Interpolation::s2p2) {
            pull_i *= pull_i;
            pull_j *= pull_j;
        }
        const double pulls = pull_i + pull_j + least_weight;
        terms[d] = cut_position(((pull_i + least_weight) * from_i + pull_j * from_j) / pulls);
        terms[issues_ + d] = cut_position((pull_i * from_i + (pull_j + least_weight) * from_j) / pulls);
    }
}

void SmpTurn::add_bargain(const SmpBargain& bargain) {
    options_[bargain.initiator].push_back(bargains_.size());
    options_[bargain.receiver].push_back(bargains_.size());
    bargains_.push_back(bargain);
}

void SmpTurn::offer_bargains() {
    bargains_.clear();
    for (std::vector<std::size_t>& one : options_) one.clear();
    const auto next_terms = [&] { return std::span(terms_).subspan(bargains_.size() * 2 * issues_, 2 * issues_); };
    for (std::size_t i = 0; i < actors_; ++i) {
        SmpBargain best{i, i, least_gain, 0};
        for (std::size_t j = 0; j < actors_; ++j)
            if (j != i && gain_[i * stride_ + j] > best.gain)
                best = {i, j, gain_[i * stride_ + j], chance_[i * stride_ + j]};
        if (best.receiver == i) continue;
        interpolate(best, best.chance, next_terms());
        if (options_of_model_.bargain == BargainModel::initiator) {
            add_bargain(best);
            continue;
        }
        const ChallengeView seen = seen_by(best.receiver, i, best.receiver);
        const double chance = options_of_model_.ktab_compat ? seen.gain : seen.chance;
        if (options_of_model_.bargain == BargainModel::both) {
            add_bargain(best);
            interpolate(best, chance, next_terms());
        } else {
            interpolate(best, chance, other_terms_);
            const double of_i = weight_[i], of_j = options_of_model_.ktab_compat
                                                       ? whole_[best.receiver] * capability_[i]
                                                       : weight_[best.receiver];
            const std::span<double> terms = next_terms();
            for (std::size_t d = 0; d < terms.size() && of_i + of_j > 0; ++d)
                terms[d] = (of_i * terms[d] + of_j * other_terms_[d]) / (of_i + of_j);
        }
        add_bargain(best);
    }
}

void SmpTurn::value_position(std::span<const double> position, std::span<double> utility) const {
    for (std::size_t h = 0; h < actors_; ++h) {
        double sum = 0;
        for (std::size_t d = 0; d < issues_; ++d) {
            const double apart = position_[h * issues_ + d] - position[d];
            sum += square_[h * issues_ + d] * apart * apart;
        }
        const double distance = square_sum_[h] > 0 ? std::sqrt(sum / square_sum_[h]) : 0;
        utility[h] = (1 - distance) * (1 + std::min(distance, 1.0) * risk_[h]);
    }
}

void SmpTurn::value_bargains() {
    for (std::size_t h = 0; h < actors_; ++h) value_[h] = before_[actors_ * stride_ + h] / static_cast<double>(actors_);
    const std::span<double> low_row = std::span(moved_).first(stride_), high_row = std::span(moved_).last(stride_);
    for (std::size_t b = 0; b < bargains_.size(); ++b) {
        const std::size_t i = bargains_[b].initiator, j = bargains_[b].receiver;
        value_position(terms(b).first(issues_), i < j ? low_row : high_row);
        value_position(terms(b).last(issues_), i < j ? high_row : low_row);
        mean_after_moves(own_.data(), before_.data(), moved_.data(), actors_, stride_, std::min(i, j), std::max(i, j),
                         &value_[(b + 1) * stride_]);
    }
}

void SmpTurn::choose(std::size_t actor, std::span<double> next, const std::function<double(std::size_t)>& draw) {
    const std::size_t count = options_[actor].size() + 1, stride = ProbabilisticCondorcet::stride(count);
    const std::span<double> probability = std::span(option_probability_).subspan(option_begin_[actor], count);
    if (count > 1) {
        for (std::size_t h = 0; h < actors_; ++h) {
            double* row = &ballot_[h * stride];
            row[0] = value_[h];
            for (std::size_t place = 1; place < count; ++place)
                row[place] = value_[(options_[actor][place - 1] + 1) * stride_ + h];
        }
    }
    election_.run(capability_, ballot_, count, probability);
    std::size_t taken = 0;
    if (count > 1 && options_of_model_.transitions == Transitions::stochastic) {
        double left = draw(actor);
        while (taken + 1 < count && left >= probability[taken]) left -= probability[taken++];
    } else {
        for (std::size_t place = 1; place < count; ++place)
            if (probability[place] > probability[taken]) taken = place;
    }
    std::span<const double> place = std::span(position_).subspan(actor * issues_, issues_);
    chosen_[actor].reset();
    if (taken > 0) {
        chosen_[actor] = options_[actor][taken - 1];
        const std::span<const double> both = terms(*chosen_[actor]);
        place = bargains_[*chosen_[actor]].initiator == actor ? both.first(issues_) : both.last(issues_);
    }
    std::ranges::copy(place, next.subspan(actor * issues_, issues_).begin());
}

void SmpTurn::bargain(std::span<double> next, const std::function<double(std::size_t actor)>& draw) {
    find_challenges();
    offer_bargains();
    value_bargains();
    std::size_t begin = 0;
    for (std::size_t actor = 0; actor < actors_; ++actor) {
        option_begin_[actor] = begin;
        begin += options_[actor].size() + 1;
        choose(actor, next, draw);
    }
}

}  // namespace tarazy
