#include "simulate/bargain/smp_run.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

constexpr std::uint64_t transition_purpose = 2;
constexpr double same_place = 1e-6;

/// Equal for positions that are equal to the digits that count.
std::uint64_t position_mark(std::span<const double> position) {
    std::uint64_t mark = 0xcbf29ce484222325;  // FNV-1a
    for (const double one : position) {
        mark ^= static_cast<std::uint64_t>(std::llround(one / same_place));
        mark *= 0x100000001b3;
    }
    return mark;
}

double movement_of(std::span<const double> from, std::span<const double> to, std::size_t issues) {
    double movement = 0;
    for (std::size_t i = 0; i < from.size(); i += issues) {
        double sum = 0;
        for (std::size_t d = 0; d < issues; ++d) {
            const double step = to[i + d] - from[i + d];
            sum += step * step;
        }
        movement += std::sqrt(sum);
    }
    return movement;
}

}  // namespace

std::string_view to_string(BargainEnd end) noexcept {
    switch (end) {
        case BargainEnd::converged: return "converged";
        case BargainEnd::max_turns: return "max_turns";
        case BargainEnd::cycle: return "cycle";
        case BargainEnd::no_conflict: return "no_conflict";
    }
    return "";
}

SmpRunner::SmpRunner(std::size_t actors, std::size_t issues, const SmpOptions& options)
    : options_(options), actors_(actors), issues_(issues), turn_(actors, issues, options), next_(actors * issues) {}

std::optional<std::size_t> SmpRunner::seen_before(std::span<const double> position, std::size_t turn) {
    const std::uint64_t mark = position_mark(position);
    for (std::size_t earlier = turn; earlier-- > 0;) {
        if (marks_[earlier] != mark) continue;
        const std::span<const double> other = std::span(history_).subspan(earlier * position.size(), position.size());
        if (std::ranges::equal(position, other, [](double a, double b) { return std::abs(a - b) <= same_place; })) {
            // Who has not moved since the last turn is not in a cycle: the run has converged, and will be found so.
            if (earlier + 1 == turn) break;
            return earlier;
        }
    }
    marks_.push_back(mark);
    history_.insert(history_.end(), position.begin(), position.end());
    return std::nullopt;
}

SmpEnding SmpRunner::run(std::span<const double> capability, std::span<const double> salience,
                         std::span<double> position, const RunDraws& draws, const Work& work,
                         const Listener& listener) {
    turn_.set_actors(capability, salience);
    marks_.clear();
    history_.clear();
    const bool finds_cycles =
        !options_.ktab_compat && options_.transitions == Transitions::deterministic && !position.empty();
    SmpEnding ending;
    std::uint64_t now = 0;
    const std::function<double(std::size_t)> draw = [&](std::size_t actor) {
        return draws.uniform(transition_purpose, now, actor);
    };
    double first_movement = 0;
    while (ending.turns < options_.max_turns) {
        work.check();
        if (finds_cycles) {
            if (const auto earlier = seen_before(position, ending.turns)) {
                ending.end = BargainEnd::cycle;
                ending.cycle_length = ending.turns - *earlier;
                break;
            }
        }
        turn_.look(position);
        if (listener.looked) listener.looked(turn_, position);
        now = ending.turns;
        turn_.bargain(next_, draw);
        if (listener.bargained) listener.bargained(turn_);
        const double movement = movement_of(position, next_, issues_);
        std::ranges::copy(next_, position.begin());
        if (ending.turns++ == 0) first_movement = movement;
        if (ending.turns >= 2 && movement / (first_movement + 1e-4) < 0.02) {
            ending.end = BargainEnd::converged;
            break;
        }
    }
    if (listener.looked) {
        turn_.look(position);
        listener.looked(turn_, position);
    }
    return ending;
}

SmpRun run_smp(const BargainActors& actors, const SmpOptions& options, const RunDraws& draws, const Work& work) {
    const std::size_t count = actors.count(), issues = actors.issues.size();
    const double scale = actors.highest - actors.lowest;
    const auto shown = [&](std::span<const double> position) {
        std::vector<double> all;
        for (const double one : position) all.push_back(actors.lowest + one * scale);
        return all;
    };
    std::vector<double> position;
    for (const double one : actors.position) position.push_back((one - actors.lowest) / scale);
    SmpRun run;
    SmpOptions settled = options;
    if (actors.all_agree()) settled.max_turns = 0;
    SmpRunner runner(count, issues, settled);
    SmpRunner::Listener listener;
    listener.looked = [&](SmpTurn& turn, std::span<const double> now) {
        SmpTurnRecord record{shown(now), std::vector<double>(count), {}, {}, {}};
        turn.position_probabilities(record.probability);
        record.risk.assign(turn.risk().begin(), turn.risk().end());
        run.turns.push_back(std::move(record));
    };
    listener.bargained = [&](const SmpTurn& turn) {
        SmpTurnRecord& record = run.turns.back();
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t j = 0; j < count; ++j) record.challenges.push_back(turn.challenge(i, j));
        std::vector<std::size_t> place(count, 0);  // of the next bargain among the options of an actor
        for (std::size_t b = 0; b < turn.bargains().size(); ++b) {
            const SmpBargain& one = turn.bargains()[b];
            record.bargains.push_back({one, shown(turn.terms(b).first(issues)), shown(turn.terms(b).last(issues)),
                                       turn.chosen(one.initiator) == b, turn.chosen(one.receiver) == b,
                                       turn.option_probabilities(one.initiator)[++place[one.initiator]],
                                       turn.option_probabilities(one.receiver)[++place[one.receiver]]});
        }
    };
    const SmpEnding ending = runner.run(actors.capability, actors.salience, position, draws, work, listener);
    run.end = actors.all_agree() ? BargainEnd::no_conflict : ending.end;
    run.cycle_length = ending.cycle_length;
    run.unsettled_elections = runner.turn().unsettled();
    return run;
}

}  // namespace tarazy
