#include "trace/event_data/dyad_table.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <utility>

namespace tarazy {
namespace {

using PeriodBases = std::map<std::pair<std::uint32_t, std::int32_t>, double>;

/// The events that the sums are of.
double counted_events(const EventSums& sums, const DyadPeriod& cell) {
    return sums.distinct_only ? cell.n_dedup : cell.n;
}

/// Events of each period (of source 0 when all sources are together).
PeriodBases bases_of(const EventSums& sums, EventBase base) {
    PeriodBases bases;
    if (base == EventBase::none) return bases;
    for (const DyadPeriod& cell : sums.cells)
        bases[{base == EventBase::actor ? cell.source : 0, cell.period}] += counted_events(sums, cell);
    return bases;
}

std::vector<bool> kept_actors(const EventSums& sums, const std::vector<std::string>& wanted) {
    std::vector<bool> kept(sums.actors.size(), wanted.empty());
    for (const std::string& name : wanted) {
        const auto found = std::ranges::lower_bound(sums.actors, name);
        if (name.empty() || found == sums.actors.end() || *found != name)
            throw UsageError("--actors: no event names '" + name + "'; " + name_hint(name, sums.actors));
        kept[static_cast<std::size_t>(found - sums.actors.begin())] = true;
    }
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (sums.actors[i].empty()) kept[i] = false;
    }
    return kept;
}

/// The cells of kept actors, with those between that have no event when asked for.
std::vector<DyadPeriod> shown_cells(const EventSums& sums, const DyadTableOptions& options) {
    const std::vector<bool> kept = kept_actors(sums, options.actors);
    std::vector<DyadPeriod> cells;
    for (const DyadPeriod& cell : sums.cells) {
        if (kept[cell.source] && kept[cell.target]) cells.push_back(cell);
    }
    if (!options.complete || cells.empty()) return cells;
    const auto [first, last] = std::ranges::minmax(cells, {}, &DyadPeriod::period);
    const std::int64_t from = options.first_period.value_or(first.period),
                       to = options.last_period.value_or(last.period);
    std::vector<DyadPeriod> whole;
    for (std::size_t i = 0; i < cells.size();) {
        const std::uint32_t source = cells[i].source, target = cells[i].target;
        if (whole.size() + static_cast<std::size_t>(to - from + 1) > most_table_cells)
            throw LimitError("--complete makes more than " + std::to_string(most_table_cells) +
                             " rows; name actors with --actors or take longer periods");
        for (std::int64_t period = from; period <= to; ++period) {
            const bool has_events =
                i < cells.size() && cells[i].source == source && cells[i].target == target && cells[i].period == period;
            if (has_events) {
                whole.push_back(cells[i++]);
            } else {
                DyadPeriod none;
                none.source = source;
                none.target = target;
                none.period = static_cast<std::int32_t>(period);
                whole.push_back(none);
            }
        }
        while (i < cells.size() && cells[i].source == source && cells[i].target == target) ++i;
    }
    return whole;
}

class DyadColumns {
public:
    DyadColumns(const EventSums& sums, std::vector<DyadPeriod> cells, EventBase base)
        : sums_(sums), cells_(std::move(cells)), base_(base), bases_(bases_of(sums, base)) {}

    Table table() const {
        Table table;
        table.add("source", actors(&DyadPeriod::source));
        table.add("target", actors(&DyadPeriod::target));
        table.add("period", periods());
        table.add("n", counts([](const DyadPeriod& cell) { return cell.n; }));
        table.add("n_dedup", counts([](const DyadPeriod& cell) { return cell.n_dedup; }));
        table.add("goldstein_sum", reals([](const DyadPeriod& cell) {
                      return cell.with_goldstein == 0 && cell.n > 0 ? Column::missing_real : cell.goldstein_sum;
                  }));
        for (std::size_t q = 0; q < 4; ++q)
            table.add(names_[q], counts([q](const DyadPeriod& cell) { return cell.quads[q]; }));
        table.add("goldstein_mean", reals([](const DyadPeriod& cell) {
                      return cell.with_goldstein == 0 ? Column::missing_real : cell.goldstein_sum / cell.with_goldstein;
                  }));
        if (base_ != EventBase::none) add_shares(table);
        return table;
    }

private:
    Column actors(std::uint32_t DyadPeriod::*actor) const {
        TextCells texts;
        texts.codes.reserve(cells_.size());
        std::vector<std::int32_t> code_of(sums_.actors.size(), -1);
        for (const DyadPeriod& cell : cells_) {
            std::int32_t& code = code_of[cell.*actor];
            if (code < 0) {
                code = static_cast<std::int32_t>(texts.levels.size());
                texts.levels.push_back(sums_.actors[cell.*actor]);
            }
            texts.codes.push_back(code);
        }
        return Column(std::move(texts));
    }

    Column periods() const {
        TextCells texts;
        texts.codes.reserve(cells_.size());
        std::map<std::int32_t, std::int32_t> code_of;
        for (const DyadPeriod& cell : cells_) {
            const auto [known, fresh] = code_of.emplace(cell.period, static_cast<std::int32_t>(texts.levels.size()));
            if (fresh) texts.levels.push_back(period_text(cell.period, sums_.scale));
            texts.codes.push_back(known->second);
        }
        return Column(std::move(texts));
    }

    template <typename Value>
    Column reals(Value value) const {
        std::vector<double> numbers;
        numbers.reserve(cells_.size());
        for (const DyadPeriod& cell : cells_) numbers.push_back(value(cell));
        return Column(std::move(numbers));
    }

    /// Whole numbers where all are whole.
    template <typename Value>
    Column counts(Value value) const {
        std::vector<std::int64_t> numbers;
        numbers.reserve(cells_.size());
        for (const DyadPeriod& cell : cells_) {
            const double count = value(cell);
            if (count != std::floor(count)) return reals(value);
            numbers.push_back(static_cast<std::int64_t>(count));
        }
        return Column(std::move(numbers));
    }

    [[nodiscard]] double base_of(const DyadPeriod& cell) const {
        const auto found = bases_.find({base_ == EventBase::actor ? cell.source : 0, cell.period});
        return found == bases_.end() ? 0 : found->second;
    }

    void add_shares(Table& table) const {
        table.add("base", counts([this](const DyadPeriod& cell) { return base_of(cell); }));
        const auto share = [this](double count, const DyadPeriod& cell) {
            const double base = base_of(cell);
            return base == 0 ? Column::missing_real : count / base;
        };
        table.add("n_share", reals([&](const DyadPeriod& cell) { return share(counted_events(sums_, cell), cell); }));
        for (std::size_t q = 0; q < 4; ++q)
            table.add(std::string(names_[q]) + "_share",
                      reals([&](const DyadPeriod& cell) { return share(cell.quads[q], cell); }));
    }

    static constexpr const char* names_[] = {"vcoop", "mcoop", "vconf", "mconf"};
    const EventSums& sums_;
    std::vector<DyadPeriod> cells_;
    EventBase base_;
    PeriodBases bases_;
};

}  // namespace

Table dyad_table(const EventSums& sums, const DyadTableOptions& options) {
    return DyadColumns(sums, shown_cells(sums, options), options.base).table();
}

}  // namespace tarazy
