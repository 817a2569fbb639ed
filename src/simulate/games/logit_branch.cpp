#include "simulate/games/logit_branch.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace tarazy {
namespace {

/// Solves a x = b in place by elimination with row scaling and partial pivoting; b becomes x. @return the sign of the
/// determinant, 0 where the matrix is singular. @param a  size x size, row by row
int solve_square(std::vector<double>& a, std::vector<double>& b) {
    const std::size_t size = b.size();
    std::vector<std::size_t> row(size);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t r = 0; r < size; ++r) {
        double most = 0;
        for (std::size_t c = 0; c < size; ++c) most = std::max(most, std::abs(a[r * size + c]));
        if (!(most > 0) || !std::isfinite(most)) return 0;
        for (std::size_t c = 0; c < size; ++c) a[r * size + c] /= most;
        b[r] /= most;
    }
    int sign = 1;
    for (std::size_t k = 0; k < size; ++k) {
        std::size_t best = k;
        for (std::size_t r = k + 1; r < size; ++r)
            if (std::abs(a[row[r] * size + k]) > std::abs(a[row[best] * size + k])) best = r;
        if (best != k) {
            std::swap(row[k], row[best]);
            sign = -sign;
        }
        const double* pivot = &a[row[k] * size];
        if (!(std::abs(pivot[k]) > 1e-300)) return 0;
        if (pivot[k] < 0) sign = -sign;
        for (std::size_t r = k + 1; r < size; ++r) {
            double* below = &a[row[r] * size];
            const double factor = below[k] / pivot[k];
            if (factor == 0) continue;
            for (std::size_t c = k + 1; c < size; ++c) below[c] -= factor * pivot[c];
            b[row[r]] -= factor * b[row[k]];
        }
    }
    std::vector<double> x(size);
    for (std::size_t k = size; k-- > 0;) {
        double value = b[row[k]];
        for (std::size_t c = k + 1; c < size; ++c) value -= a[row[k] * size + c] * x[c];
        x[k] = value / a[row[k] * size + k];
    }
    b = std::move(x);
    return std::ranges::all_of(b, [](double value) { return std::isfinite(value); }) ? sign : 0;
}

double dot(const std::vector<double>& a, const std::vector<double>& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

double largest(const std::vector<double>& values) {
    double most = 0;
    for (const double value : values) most = std::max(most, std::abs(value));
    return most;
}

/// Follows the branch. A place on it is (log-probabilities, mu), where mu = lambda x payoff range, so that payoffs in
/// tenge and in millions of tenge make the same steps.
class BranchWalk {
public:
    explicit BranchWalk(const GameValues& game) : game_(game), size_(game.columns()) {}

    using Place = std::vector<double>;

    [[nodiscard]] Place start() const {
        Place place(size_ + 1);
        for (std::size_t c = 0; c < size_; ++c)
            place[c] = -std::log(static_cast<double>(game_.moves(game_.set_of_column(c))));
        return place;
    }

    /// The direction in which lambda alone grows.
    [[nodiscard]] std::vector<double> lambda_axis() const {
        std::vector<double> axis(size_ + 1);
        axis[size_] = 1;
        return axis;
    }

    /// Newton's method on the equations and `last . x = last . place`. @return the largest first step where it
    /// converges, nothing where it does not
    std::optional<double> correct(Place& place, const std::vector<double>& last, std::size_t& rounds) const {
        std::vector<double> matrix, step;
        double first = 0, before = 0;
        for (rounds = 1; rounds <= 8; ++rounds) {
            equations(place, matrix, step);
            put_last(matrix, last);
            step.push_back(0);
            for (double& value : step) value = -value;
            if (solve_square(matrix, step) == 0) return std::nullopt;
            const double length = largest(step);
            if (rounds == 1) first = length;
            if (rounds > 2 && length > 0.9 * before && length > tolerance(place)) return std::nullopt;
            for (std::size_t c = 0; c <= size_; ++c) place[c] += step[c];
            if (length <= tolerance(place)) return first;
            before = length;
        }
        return std::nullopt;
    }

    struct Direction {
        std::vector<double> along = {};  ///< of length 1
        int side = 0;                    ///< sign of the determinant of the equations and the direction
    };

    /// Direction of the branch that goes on in the given one. Its side is the same all along a branch; two branches
    /// that come near one another and go on side by side have opposite ones (Allgower & Georg 1990).
    [[nodiscard]] std::optional<Direction> tangent(const Place& place, const std::vector<double>& onward) const {
        std::vector<double> matrix, direction;
        equations(place, matrix, direction);
        put_last(matrix, onward);
        direction.assign(size_ + 1, 0);
        direction.back() = 1;
        const int side = solve_square(matrix, direction);
        if (side == 0) return std::nullopt;
        const double length = std::sqrt(dot(direction, direction));
        for (double& value : direction) value /= length;
        return Direction{std::move(direction), side};
    }

    [[nodiscard]] LogitPoint point(const Place& place) const {
        LogitPoint point;
        point.lambda = place.back() / game_.payoff_range();
        point.log_probabilities.assign(place.begin(), place.end() - 1);
        const GameValues::Result result = game_.evaluate(point.log_probabilities);
        point.regret = game_.regret(point.log_probabilities, result);
        point.relative_regret = game_.relative_regret(point.log_probabilities, result);
        return point;
    }

private:
    [[nodiscard]] static double tolerance(const Place& place) { return 1e-11 * (1 + largest(place)); }

    void put_last(std::vector<double>& matrix, const std::vector<double>& last) const {
        std::ranges::copy(last, matrix.begin() + static_cast<std::ptrdiff_t>(size_ * (size_ + 1)));
    }

    /// Of every set: its probabilities sum to 1, and x_a - x_1 = lambda (V_a - V_1) for every other move a. The matrix
    /// has a last row that is still to be filled.
    void equations(const Place& place, std::vector<double>& matrix, std::vector<double>& values) const {
        const std::span<const double> x(place.data(), size_);
        const double lambda = place.back() / game_.payoff_range();
        const GameValues::Result result = game_.evaluate(x);
        std::vector<double> slopes;
        game_.derivatives(x, result, slopes);
        const std::size_t width = size_ + 1;
        matrix.assign(width * width, 0);
        values.assign(size_, 0);
        for (std::size_t s = 0; s < game_.sets(); ++s) {
            const std::size_t first = game_.first_column(s);
            values[first] = -1;
            for (std::size_t c = first; c < first + game_.moves(s); ++c) {
                const double probability = std::exp(x[c]);
                values[first] += probability;
                matrix[first * width + c] = probability;
                if (c == first) continue;
                const double gain = result.move_value[c] - result.move_value[first];
                values[c] = x[c] - x[first] - lambda * gain;
                double* row = &matrix[c * width];
                for (std::size_t k = 0; k < size_; ++k)
                    row[k] = -lambda * (slopes[c * size_ + k] - slopes[first * size_ + k]);
                row[c] += 1;
                row[first] -= 1;
                row[size_] = -gain / game_.payoff_range();
            }
        }
    }

    const GameValues& game_;
    const std::size_t size_;
};

/// Branches that come nearer than this to one another are taken to meet.
constexpr double bifurcation_length = 1e-3;

/// A step from one place of the branch to the next.
struct BranchStep {
    BranchWalk::Place place;
    BranchWalk::Direction direction;
    double growth = 1;  ///< what the next step may be longer by
};

std::optional<BranchStep> step_along(const BranchWalk& walk, const BranchStep& from, double length) {
    BranchStep next = from;
    for (std::size_t c = 0; c < next.place.size(); ++c) next.place[c] += length * from.direction.along[c];
    std::size_t rounds = 0;
    const std::optional<double> distance = walk.correct(next.place, from.direction.along, rounds);
    // A corrector that moves far, and a direction that turns sharply, may have come to another branch.
    if (!distance || *distance > 0.1 * length) return std::nullopt;
    const auto direction = walk.tangent(next.place, from.direction.along);
    if (!direction || dot(direction->along, from.direction.along) < 0.95) return std::nullopt;
    next.direction = *direction;
    const double reach = *distance / length;
    next.growth = rounds <= 3 && reach < 0.02 ? 2.5 : rounds <= 4 && reach < 0.05 ? 1.5 : 1;
    return next;
}

/// Straight on over a place where the equations have no one direction.
std::optional<BranchStep> step_across(const BranchWalk& walk, const BranchStep& from) {
    for (const double length : {0.01, 0.03, 0.1}) {
        std::optional<BranchStep> next = step_along(walk, from, length);
        if (next && next->place.back() > 0) return next;
    }
    return std::nullopt;
}

/// The place with this mu between two places of the branch.
std::optional<BranchWalk::Place> place_between(const BranchWalk& walk, const BranchWalk::Place& from,
                                               const BranchWalk::Place& to, double mu) {
    const double share = (mu - from.back()) / (to.back() - from.back());
    BranchWalk::Place place(from.size());
    for (std::size_t c = 0; c < place.size(); ++c) place[c] = from[c] + share * (to[c] - from[c]);
    place.back() = mu;
    const std::vector<double> held = walk.lambda_axis();
    std::size_t rounds = 0;
    const BranchWalk::Place guess = place;
    if (!walk.correct(place, held, rounds)) return std::nullopt;
    double step = 0, moved = 0;
    for (std::size_t c = 0; c < place.size(); ++c) {
        step = std::max(step, std::abs(to[c] - from[c]));
        moved = std::max(moved, std::abs(place[c] - guess[c]));
    }
    if (moved > step) return std::nullopt;
    place.back() = mu;
    return place;
}

double largest_change(const LogitPoint& a, const LogitPoint& b) {
    double most = 0;
    for (std::size_t c = 0; c < a.log_probabilities.size(); ++c)
        most = std::max(most, std::abs(a.probability(c) - b.probability(c)));
    return most;
}

/// Follows the branch from lambda 0 and keeps what was asked for.
class BranchTrace {
public:
    BranchTrace(const GameValues& game, const LogitBranchOptions& options)
        : options_(options),
          range_(game.payoff_range()),
          walk_(game),
          now_{walk_.start(), {walk_.lambda_axis(), 1}, 1} {
        branch_.asked.resize(options.lambdas.size());
        for (std::size_t i = 0; i < options.lambdas.size(); ++i) {
            if (options.lambdas[i] == 0)
                branch_.asked[i] = walk_.point(now_.place);
            else
                ++missing_;
        }
        passed_.push_back(walk_.point(now_.place));
        if (const auto first = walk_.tangent(now_.place, now_.direction.along)) now_.direction = *first;
    }

    LogitBranch followed() {
        WorkStep told(options_.work, "equilibria along the branch", 0);
        std::optional<BranchEnd> end;
        while (!end && (missing_ > 0 || options_.to_limit)) {
            end = limit_reached();
            if (end) break;
            std::optional<BranchStep> next = next_step();
            if (!next || !takes_asked(*next)) {
                length_ /= 3;
                if (length_ < 1e-10 * (1 + std::abs(now_.place.back()))) end = BranchEnd::stuck;
                continue;
            }
            told.advance();
            go_to(std::move(*next));
            if (missing_ == 0 && options_.to_limit && passed_.back().relative_regret <= options_.regret)
                end = BranchEnd::regret;
        }
        branch_.end = end.value_or(BranchEnd::all_asked);
        branch_.last = passed_.back();
        for (const LogitPoint& point : passed_)
            if (point.lambda <= branch_.last.lambda / 10) branch_.still_moving = largest_change(point, branch_.last);
        return std::move(branch_);
    }

private:
    [[nodiscard]] std::optional<BranchEnd> limit_reached() const {
        if (branch_.steps >= options_.most_steps) return BranchEnd::step_limit;
        if (missing_ == 0 && now_.place.back() >= options_.largest_lambda) return BranchEnd::lambda_limit;
        return std::nullopt;
    }

    std::optional<BranchStep> next_step() {
        const double up = now_.direction.along.back();
        if (missing_ == 0 && up > 0)
            length_ = std::min(length_, (options_.largest_lambda - now_.place.back()) / up * (1 + 1e-9));
        std::optional<BranchStep> next = step_along(walk_, now_, length_);
        if (next && next->place.back() < 0) next.reset();
        // Another side is another branch, unless both meet here: then no step is short enough.
        if (next && next->direction.side != now_.direction.side) next.reset();
        if (!next && length_ < bifurcation_length) next = step_across(walk_, now_);
        return next;
    }

    /// Keeps the asked places that a step passes; false where one of them is not found on the branch.
    bool takes_asked(const BranchStep& next) {
        for (std::size_t i = 0; i < options_.lambdas.size(); ++i) {
            const double mu = options_.lambdas[i] * range_;
            if (branch_.asked[i] || std::min(now_.place.back(), next.place.back()) > mu ||
                std::max(now_.place.back(), next.place.back()) < mu)
                continue;
            const auto place = place_between(walk_, now_.place, next.place, mu);
            if (!place) return false;
            branch_.asked[i] = walk_.point(*place);
            branch_.asked[i]->lambda = options_.lambdas[i];
            --missing_;
        }
        return true;
    }

    void go_to(BranchStep next) {
        ++branch_.steps;
        if (next.direction.side != now_.direction.side) ++branch_.bifurcations;
        if (now_.direction.along.back() * next.direction.along.back() < 0) ++branch_.turns;
        length_ *= next.growth;
        now_ = std::move(next);
        passed_.push_back(walk_.point(now_.place));
    }

    const LogitBranchOptions& options_;
    double range_;
    BranchWalk walk_;
    BranchStep now_;
    double length_ = 0.1;
    std::size_t missing_ = 0;
    std::vector<LogitPoint> passed_;
    LogitBranch branch_;
};

}  // namespace

double LogitPoint::probability(std::size_t column) const {
    return std::exp(log_probabilities[column]);
}

std::string_view to_string(BranchEnd end) noexcept {
    switch (end) {
        case BranchEnd::all_asked: return "all_asked";
        case BranchEnd::regret: return "regret";
        case BranchEnd::lambda_limit: return "lambda_limit";
        case BranchEnd::step_limit: return "step_limit";
        case BranchEnd::stuck: break;
    }
    return "stuck";
}

LogitBranch trace_logit_branch(const GameValues& game, const LogitBranchOptions& options) {
    for (const double lambda : options.lambdas) check_at_least(lambda, 0, "lambda");
    if (game.columns() > most_branch_columns)
        throw LimitError("the game has " + std::to_string(game.columns()) +
                         " moves in all; the branch is followed for " + std::to_string(most_branch_columns) +
                         " at most");
    return BranchTrace(game, options).followed();
}

}  // namespace tarazy
