#pragma once

#include "simulate/bargain/actors.hpp"
#include "simulate/bargain/smp_options.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace tarazy {

/// The spatial model step by step as it is described, with nothing shared between the steps and one vote after the
/// other: slow, and what the quick version must agree with. Deterministic, no defects of KTAB.
class TextbookSmp {
public:
    TextbookSmp(const BargainActors& actors, const SmpOptions& options) : actors_(actors), options_(options) {
        for (const double one : actors.position) x_.push_back(one / 100);
    }

    [[nodiscard]] const std::vector<double>& positions() const { return x_; }

    void turn() {
        risk_ = risks();
        std::vector<Offer> offers;
        for (std::size_t i = 0; i < n(); ++i) {
            std::size_t best = i;
            View most{1e-5, 0};
            for (std::size_t j = 0; j < n(); ++j) {
                if (j == i) continue;
                const View view = challenge(i, i, j);
                if (view.gain > most.gain) {
                    most = view;
                    best = j;
                }
            }
            if (best == i) continue;
            Offer own = met(i, best, most.chance);
            if (options_.bargain == BargainModel::initiator) {
                offers.push_back(own);
                continue;
            }
            const Offer other = met(i, best, challenge(best, i, best).chance);
            if (options_.bargain == BargainModel::both) {
                offers.push_back(own);
                offers.push_back(other);
                continue;
            }
            const double wi = weight(i), wj = weight(best);
            for (std::size_t d = 0; d < issues(); ++d) {
                own.at_i[d] = (wi * own.at_i[d] + wj * other.at_i[d]) / (wi + wj);
                own.at_j[d] = (wi * own.at_j[d] + wj * other.at_j[d]) / (wi + wj);
            }
            offers.push_back(own);
        }
        std::vector<double> next = x_;
        for (std::size_t k = 0; k < n(); ++k) choose(k, offers, next);
        x_ = next;
    }

    /// Of options of which `utility[voter][option]` says what they are worth.
    [[nodiscard]] std::vector<double> election(const std::vector<std::vector<double>>& utility) const {
        const std::size_t m = utility.front().size();
        std::vector<std::vector<double>> c(m, std::vector<double>(m, 1e-8)), p(m, std::vector<double>(m, 0.5));
        for (std::size_t i = 0; i < m; ++i)
            for (std::size_t j = 0; j < m; ++j)
                for (std::size_t k = 0; k < utility.size(); ++k)
                    c[i][j] += std::max(0.0, vote(actors_.capability[k], utility[k][i], utility[k][j]));
        for (std::size_t i = 0; i < m; ++i)
            for (std::size_t j = 0; j < m; ++j)
                if (i != j) p[i][j] = prevails(c[i][j], c[j][i]);
        if (options_.election == ElectionModel::conditional) {
            std::vector<double> all(m, 1);
            double sum = 0;
            for (std::size_t i = 0; i < m; ++i) {
                for (std::size_t j = 0; j < m; ++j)
                    if (j != i) all[i] *= p[i][j];
                sum += all[i];
            }
            for (double& one : all) one /= sum;
            return all;
        }
        return markov(c, p);
    }

private:
    struct View {
        double gain, chance;
    };
    struct Offer {
        std::size_t i, j;
        std::vector<double> at_i, at_j;
    };

    [[nodiscard]] std::size_t n() const { return actors_.count(); }
    [[nodiscard]] std::size_t issues() const { return actors_.issues.size(); }
    [[nodiscard]] double salience(std::size_t i, std::size_t d) const { return actors_.salience[actors_.place(i, d)]; }
    [[nodiscard]] double weight(std::size_t i) const { return actors_.whole_salience(i) * actors_.capability[i]; }

    [[nodiscard]] double distance(std::size_t i, const double* a, const double* b) const {
        double sum = 0, all = 0;
        for (std::size_t d = 0; d < issues(); ++d) {
            sum += std::pow(salience(i, d) * (a[d] - b[d]), 2);
            all += std::pow(salience(i, d), 2);
        }
        return std::sqrt(sum / all);
    }
    static double utility(double d, double r) { return d <= 1 ? (1 - d) * (1 + d * r) : (1 - d) * (1 + r); }

    [[nodiscard]] double vote(double w, double a, double b) const {
        const double d = a - b, step = std::clamp(d / 1e-8, -1.0, 1.0);
        switch (options_.voting) {
            case VotingRule::binary: return w * step;
            case VotingRule::proportional_binary: return w * (0.8 * d + 0.2 * step);
            case VotingRule::proportional: return w * d;
            case VotingRule::proportional_cubic: return w * (0.5 * d + 0.5 * std::pow(d, 3));
            case VotingRule::cubic: return w * std::pow(d, 3);
        }
        return 0;
    }
    [[nodiscard]] double prevails(double a, double b) const {
        switch (options_.victory) {
            case VictoryModel::linear: return a / (a + b);
            case VictoryModel::square: return std::pow(a, 2) / (std::pow(a, 2) + std::pow(b, 2));
            case VictoryModel::quartic: return std::pow(a, 4) / (std::pow(a, 4) + std::pow(b, 4));
            case VictoryModel::octic: return std::pow(a, 8) / (std::pow(a, 8) + std::pow(b, 8));
            case VictoryModel::binary: break;
        }
        if (a >= 1.1 * b) return 1 / (1 + 1e-6);
        if (b >= 1.1 * a) return 1e-6 / (1 + 1e-6);
        return (2.1 * a / (a + b) - 1) / 0.1;
    }

    [[nodiscard]] std::vector<double> markov(const std::vector<std::vector<double>>& c,
                                             const std::vector<std::vector<double>>& p) const {
        const std::size_t m = p.size();
        const bool uniform = options_.election == ElectionModel::markov_uniform;
        std::vector<std::vector<double>> k(m, std::vector<double>(m, 1.0 / static_cast<double>(m)));
        for (std::size_t j = 0; !uniform && j < m; ++j) {
            double sum = 0;
            for (std::size_t i = 0; i < m; ++i) sum += k[i][j] = i == j ? 1e-10 : c[i][j] * p[i][j];
            for (std::size_t i = 0; i < m; ++i) k[i][j] /= sum;
        }
        std::vector<double> now(m, 1.0 / static_cast<double>(m));
        for (int step = 0; step < 10'000; ++step) {
            double change = 0;
            std::vector<double> next(m);
            for (std::size_t i = 0; i < m; ++i) {
                for (std::size_t j = 0; j < m; ++j) next[i] += p[i][j] * (now[i] * k[j][i] + now[j] * k[i][j]);
                change = std::max(change, std::abs(next[i] - now[i]));
            }
            for (std::size_t i = 0; i < m; ++i) now[i] = (now[i] + next[i]) / 2;
            if (change <= (uniform ? 1e-6 : 1e-8)) break;
        }
        return now;
    }

    [[nodiscard]] std::vector<double> risks() const {
        std::vector<std::vector<double>> all(n(), std::vector<double>(n()));
        for (std::size_t k = 0; k < n(); ++k)
            for (std::size_t i = 0; i < n(); ++i)
                all[k][i] = utility(distance(k, &x_[k * issues()], &x_[i * issues()]), 0);
        std::vector<double> p = election(all);
        const auto [low, high] = std::ranges::minmax(p);
        const double low_end[] = {0, -0.5, -1};
        const double bottom = low_end[static_cast<std::size_t>(options_.risk_range)];
        for (double& one : p) one = high - low < 1e-9 ? 0 : bottom + (1 - bottom) * (one - low) / (high - low);
        return p;
    }

    /// Utility to k of j's position, as h sees k.
    [[nodiscard]] double seen(std::size_t h, std::size_t k, std::size_t j) const {
        const double shares[] = {0, 1.0 / 3, 0.5, 2.0 / 3, 1};
        const double f = shares[static_cast<std::size_t>(options_.risk_estimate)];
        return utility(distance(k, &x_[k * issues()], &x_[j * issues()]), (1 - f) * risk_[h] + f * risk_[k]);
    }

    [[nodiscard]] View challenge(std::size_t h, std::size_t i, std::size_t j) const {
        const double a0 = 1e-10 + std::max(0.0, vote(weight(i), seen(h, i, i), seen(h, i, j)));
        const double b0 = 1e-10 + std::max(0.0, vote(weight(j), seen(h, j, j), seen(h, j, i)));
        double a = a0, b = b0;
        for (std::size_t k = 0; k < n(); ++k) {
            if (k == i || k == j) continue;
            const double ui = seen(h, k, i), uj = seen(h, k, j), uk = seen(h, k, k);
            const double leaning = vote(weight(k), ui, uj);
            const double with = a0 + std::max(0.0, leaning), against = b0 + std::max(0.0, -leaning);
            const double p = with / (with + against);
            std::array<double, 4> of = {2 * ui + uk, 3 * uj, 3 * ui, 2 * uj + uk};  // join i: win, lose; join j
            if (options_.third_parties == ThirdParties::none) of = {2 * ui + uk, 2 * uj + uk, 2 * ui + uk, 2 * uj + uk};
            if (options_.third_parties == ThirdParties::full) of = {3 * ui, 3 * uj, 3 * ui, 3 * uj};
            const double joins = vote(weight(k), p * of[0] + (1 - p) * of[1], p * of[2] + (1 - p) * of[3]);
            a += std::max(0.0, joins);
            b += std::max(0.0, -joins);
        }
        const double phi = a / (a + b), s = actors_.whole_salience(j), ii = seen(h, i, i), ij = seen(h, i, j);
        return {(1 - s) * 2 * ii + s * (phi * 2 * ii + (1 - phi) * 2 * ij) - (ii + ij), phi};
    }

    [[nodiscard]] Offer met(std::size_t i, std::size_t j, double p) const {
        Offer offer{i, j, {}, {}};
        for (std::size_t d = 0; d < issues(); ++d) {
            const double xi = x_[i * issues() + d], xj = x_[j * issues() + d], si = salience(i, d), sj = salience(j, d);
            if (options_.interpolation == Interpolation::s2pmax) {
                const double di = std::max(0.0, 1 - 2 * p), dj = std::max(0.0, 2 * p - 1);
                offer.at_i.push_back(xi + (xj - xi) * di * sj * sj / (di * sj * sj + 1e-6 + (1 - di) * si * si));
                offer.at_j.push_back(xj + (xi - xj) * dj * si * si / (dj * si * si + 1e-6 + (1 - dj) * sj * sj));
                continue;
            }
            const double e = options_.interpolation == Interpolation::s1p1 ? 1 : 2;
            const double wi = std::pow(si * p, e), wj = std::pow(sj * (1 - p), e), all = wi + wj + 1e-6;
            const auto cut = [](double z) { return std::floor(0.5 + 1e4 * z) / 1e4; };
            offer.at_i.push_back(cut(((wi + 1e-6) * xi + wj * xj) / all));
            offer.at_j.push_back(cut((wi * xi + (wj + 1e-6) * xj) / all));
        }
        return offer;
    }

    void choose(std::size_t k, const std::vector<Offer>& offers, std::vector<double>& next) const {
        std::vector<std::vector<double>> states = {x_};
        for (const Offer& offer : offers) {
            if (offer.i != k && offer.j != k) continue;
            states.push_back(x_);
            std::ranges::copy(offer.at_i, &states.back()[offer.i * issues()]);
            std::ranges::copy(offer.at_j, &states.back()[offer.j * issues()]);
        }
        std::vector<std::vector<double>> worth(n(), std::vector<double>(states.size()));
        for (std::size_t h = 0; h < n(); ++h)
            for (std::size_t s = 0; s < states.size(); ++s)
                for (std::size_t a = 0; a < n(); ++a)
                    worth[h][s] += utility(distance(h, &x_[h * issues()], &states[s][a * issues()]), risk_[h]) /
                                   static_cast<double>(n());
        const std::vector<double> p = election(worth);
        const auto best = static_cast<std::size_t>(std::ranges::max_element(p) - p.begin());
        std::copy_n(&states[best][k * issues()], issues(), &next[k * issues()]);
    }

    const BargainActors& actors_;
    const SmpOptions& options_;
    std::vector<double> x_, risk_;
};

}  // namespace tarazy
