#include "trace/event_data/chronology_sums.hpp"

#include "base/text_cut.hpp"
#include "base/text_lists.hpp"
#include "trace/chronology/chronology.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace tarazy {
namespace {

/// One event towards one target in one period.
struct Contribution {
    std::string source, target;
    std::int64_t period = 0;
    std::string identity;  ///< what makes it the same event as another: date and code, or else its id
    double share = 0;
    std::optional<std::int64_t> goldstein;
    std::optional<Quad> quad;

    [[nodiscard]] auto cell() const { return std::tie(source, target, period); }
    [[nodiscard]] auto order() const { return std::tie(source, target, period, identity, share, goldstein, quad); }
};

std::vector<std::string> cells_or_empty(const Table& table, const char* name) {
    return table.find(name) ? require_texts(table, name) : std::vector<std::string>(table.rows());
}

class ChronologyCounter {
public:
    explicit ChronologyCounter(const ChronologySumOptions& options) : options_(options) {}

    void add(const Table& table) {
        const Chronology chronology = read_chronology(table);
        const std::vector<std::string> codes = cells_or_empty(table, "cameo"),
                                       values = cells_or_empty(table, "goldstein");
        for (std::size_t row = 0; row < chronology.events.size(); ++row) {
            const ChronologyEvent& event = chronology.events[row];
            Contribution part;
            part.identity = codes[row].empty() ? "id " + event.id : event.edtf + ' ' + codes[row];
            if (read_what(table, row, codes[row], values[row], event.quad, part)) add_event(table, row, event, part);
        }
    }

    ChronologySums result() {
        diagnostics_.throw_if_any();
        if (result_.events == 0)
            throw InputError(Problem{"", 0, 0,
                                     "no event of the chronology can be counted: " + std::to_string(result_.outside) +
                                         " lie before --since or after --until, " +
                                         std::to_string(result_.warnings.size()) + " have no bounded date",
                                     "check the file and the two dates"});
        sum();
        return std::move(result_);
    }

private:
    bool read_what(const Table& table, std::size_t row, const std::string& code, const std::string& value,
                   const std::string& quad, Contribution& part) {
        const bool has_code = !code.empty();
        if (has_code && !is_cameo_code(code)) {
            diagnostics_.add(table.problem(row, "cameo", "'" + shortened(code) + "' is no CAMEO code",
                                           "codes have two to four digits, 01 to 20 and what belongs to them"));
            return false;
        }
        part.quad = quad_named(quad);
        if (has_code && (options_.quad || !part.quad))
            part.quad = quad_of(code, options_.quad.value_or(QuadRule::plover));
        if (!value.empty()) {
            part.goldstein = millionths(value);
            if (part.goldstein) return true;
            diagnostics_.add(table.problem(row, "goldstein", "'" + shortened(value) + "' is no number",
                                           "give a number from -10 to 10, or leave the cell empty"));
            return false;
        }
        if (const CameoCode* const known = has_code ? find_cameo(code) : nullptr) part.goldstein = known->goldstein;
        return true;
    }

    [[nodiscard]] std::string actor_name(const std::string& actor) const {
        return options_.level == ActorLevel::country ? actor.substr(0, actor.find('.')) : actor;
    }

    void add_event(const Table& table, std::size_t row, const ChronologyEvent& event, Contribution& part) {
        const auto date = std::get<EdtfDate>(parse_edtf(event.edtf));
        const auto shares = period_shares(date, options_.spans, options_.scale, options_.since, options_.until);
        if (!shares) {
            result_.warnings.push_back(to_string(table.problem(
                row, "edtf", "the event " + event.id + " (" + event.edtf + ") is not counted: its days have no bound",
                options_.spans == SpanRule::spread ? "give --until, or count spans at their start"
                                                   : "give an earliest and a latest day")));
            return;
        }
        constexpr std::int64_t furthest = std::numeric_limits<std::int32_t>::max();
        if (!shares->empty() && (shares->front().period < -furthest || shares->back().period > furthest)) {
            diagnostics_.add(table.problem(row, "edtf", "the year of " + event.edtf + " is too far away",
                                           "leave the event out, or take --since and --until"));
            return;
        }
        if (shares->empty()) {
            ++result_.outside;
            return;
        }
        ++result_.events;
        result_.without_target += event.actors.size() < 2 ? 1 : 0;
        result_.in_proportion += shares->size() > 1 ? 1 : 0;
        part.source = event.actors.empty() ? "" : actor_name(event.actors.front());
        std::vector<std::string> targets;
        for (std::size_t a = 1; a < event.actors.size(); ++a) {
            const std::string name = actor_name(event.actors[a]);
            if (std::ranges::find(targets, name) == targets.end()) targets.push_back(name);
        }
        if (targets.empty()) targets.emplace_back();
        for (const auto& [period, share] : *shares) {
            part.period = period;
            part.share = share;
            for (const std::string& target : targets) {
                part.target = target;
                parts_.push_back(part);
            }
        }
    }

    void sum() {
        std::ranges::sort(parts_, {}, [](const Contribution& part) { return part.order(); });
        EventSums& sums = result_.sums;
        sums.scale = options_.scale;
        sums.distinct_only = options_.distinct_only;
        std::map<std::string, std::uint32_t> places;
        for (const Contribution& part : parts_) {
            places.emplace(part.source, 0);
            places.emplace(part.target, 0);
        }
        for (auto& [name, place] : places) {
            place = static_cast<std::uint32_t>(sums.actors.size());
            sums.actors.push_back(name);
        }
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const Contribution& part = parts_[i];
            const bool same_cell = i > 0 && parts_[i - 1].cell() == part.cell();
            if (!same_cell) {
                sums.cells.emplace_back();
                sums.cells.back().source = places.at(part.source);
                sums.cells.back().target = places.at(part.target);
                sums.cells.back().period = static_cast<std::int32_t>(part.period);
            }
            const bool repeated = same_cell && parts_[i - 1].identity == part.identity;
            count(sums.cells.back(), part, repeated);
        }
    }

    void count(DyadPeriod& cell, const Contribution& part, bool repeated) const {
        cell.n += part.share;
        if (repeated && options_.distinct_only) return;
        if (!repeated) cell.n_dedup += part.share;
        if (part.quad) cell.quads[static_cast<std::size_t>(*part.quad)] += part.share;
        if (!part.goldstein) return;
        cell.with_goldstein += part.share;
        cell.goldstein_sum += part.share * static_cast<double>(*part.goldstein) / goldstein_unit;
    }

    const ChronologySumOptions& options_;
    Diagnostics diagnostics_;
    ChronologySums result_;
    std::vector<Contribution> parts_;
};

}  // namespace

ChronologySums sum_chronology(std::span<const Table> tables, const ChronologySumOptions& options) {
    ChronologyCounter counter(options);
    for (const Table& table : tables) counter.add(table);
    return counter.result();
}

}  // namespace tarazy
