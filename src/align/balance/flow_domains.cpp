#include "align/balance/flow_domains.hpp"

#include "align/balance/composition.hpp"
#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "base/random.hpp"
#include "base/text_cut.hpp"
#include "base/text_lists.hpp"
#include "stats/normal.hpp"
#include "table/keys.hpp"
#include "table/optional_columns.hpp"
#include "table/state_codes.hpp"
#include "table/state_reference.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace tarazy {
namespace {

struct Figure {
    std::size_t row = 0;
    std::string name;  ///< as `pole` has it
    double value = 0;  ///< NaN = not known
    double lower = Column::missing_real;
    double upper = Column::missing_real;
    bool censored = false;

    [[nodiscard]] bool has_error() const { return censored || (value > 0 && !std::isnan(lower)); }
};

using FiguresOfYear = std::map<std::string, Figure>;  ///< by name

void check_flow_options(const FlowOptions& options) {
    if (options.poles.size() < 2) throw UsageError("a domain needs two poles at least");
    if (options.domain.empty()) throw UsageError("the domain of the figures needs a name");
    check_at_least(static_cast<double>(options.draws), 1, "the number of draws");
    if (options.detection_limit) check_positive(*options.detection_limit, "the detection limit");
}

/// Faults of one row by itself.
void check_figure(const Table& table, const Figure& f, Diagnostics& diagnostics) {
    const auto fault = [&](const char* column, const std::string& what, const std::string& remedy) {
        diagnostics.add(table.problem(f.row, column, what, remedy));
    };
    if (f.value < 0) fault("value", "the figure is " + number_text(f.value), "flows and shares are 0 or more");
    if (f.censored && !(f.value > 0)) {
        fault("value", "the figure is censored, but there is no limit", "put the figure that it is below, above 0");
    }
    if (std::isnan(f.lower) && std::isnan(f.upper)) return;
    const std::string bounds = number_text(f.lower) + ".." + number_text(f.upper);
    if (std::isnan(f.lower) || std::isnan(f.upper)) {
        fault("lower", "one bound of the error is empty", "give lower and upper, or neither");
    } else if (f.censored) {
        fault("lower", "the figure is censored and has the bounds " + bounds, "a censored figure has a limit only");
    } else if (!(f.lower > 0 && f.lower <= f.value && f.value <= f.upper)) {
        fault("lower", "the bounds " + bounds + " do not enclose the figure '" + number_text(f.value) + "' above 0",
              "0 < lower <= value <= upper; a zero or an unknown figure has no bounds");
    }
}

constexpr const char* empty_cell = "an empty cell";

class FlowTable {
public:
    FlowTable(const Table& table, const FlowOptions& options) : table_(table), options_(options) {
        const std::vector<std::string> needed = {"state", "year", "pole", "value"};
        require_columns(table, needed);
        const std::vector<OptionalColumn> optional = {{"lower", {"low", "lo", "lwr", "lower bound", "min"}},
                                                      {"upper", {"high", "hi", "upr", "upper bound", "max"}},
                                                      {"censored", {"is censored", "below limit"}}};
        check_optional_columns(table, optional, needed);
        for (const PoleMembers& pole : options.poles) {
            wanted_.insert(pole.id);
            wanted_.insert(pole.members.begin(), pole.members.end());
        }
        read();
        diagnostics_.throw_if_any();
    }

    DomainSeries series() {
        WorkStep step(options_.work, "figures by state and year", years_.size());
        for (const auto& [key, figures] : years_) {
            add_year(key.first, key.second, figures);
            step.advance();
        }
        diagnostics_.throw_if_any();
        warn_of_no_whole_year();
        return std::move(result_);
    }

private:
    void read() {
        std::vector<std::string> ids;
        for (const PoleMembers& pole : options_.poles) ids.push_back(pole.id);
        const auto states = states_in_column(table_, "state"), names = states_in_column(table_, "pole", ids);
        const auto years = require_integers(table_, "year");
        const auto values = require_reals(table_, "value");
        const auto lower = optional_reals("lower"), upper = optional_reals("upper"),
                   censored = optional_reals("censored");
        std::set<std::string> known_states, other, other_states;
        std::size_t others = 0;
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            if (!options_.states.empty() && std::ranges::find(options_.states, states[row]) == options_.states.end()) {
                other_states.insert(states[row].empty() ? empty_cell : states[row]);
                continue;
            }
            if (!wanted_.contains(names[row])) {
                ++others;
                other.insert(names[row].empty() ? empty_cell : names[row]);
                continue;
            }
            if (!known_states.contains(states[row]) && find_state(states[row], StateScheme::iso3) == nullptr) {
                diagnostics_.add(
                    table_.problem(row, "state", not_meant_text(states[row]), not_meant_hint(states[row])));
                continue;
            }
            known_states.insert(states[row]);
            if (years[row] < 1 || years[row] > 9999) {
                diagnostics_.add(table_.problem(row, "year", "the year is empty or out of range", "give four digits"));
                continue;
            }
            if (!std::isnan(censored[row]) && censored[row] != 0 && censored[row] != 1) {
                diagnostics_.add(table_.problem(row, "censored", "censored is " + number_text(censored[row]),
                                                "1 = the figure is below value, 0 or empty = it is value"));
            }
            const Figure figure{row, names[row], values[row], lower[row], upper[row], censored[row] == 1};
            check_figure(table_, figure, diagnostics_);
            auto& of_year = years_[{states[row], static_cast<int>(years[row])}];
            if (const auto [first, added] = of_year.emplace(figure.name, figure); !added)
                diagnostics_.add(table_.problem(
                    row, "pole",
                    figure.name + " has a figure of " + states[row] + " in " + std::to_string(years[row]) +
                        " already, on line " + std::to_string(line_of_row(table_, first->second.row)),
                    "keep one row for each state, year and pole; parts of one figure are added up by `tarazy data "
                    "reshape --sum`"));
        }
        warn_of_no_states(other_states);
        if (others > 0) warn_of_others(other, others);
        warn_of_never(other_states);
    }

    /// States and poles that no row is about.
    void warn_of_never(const std::set<std::string>& other_states) {
        std::set<std::string> found, figures;
        for (const auto& [key, of_year] : years_) {
            found.insert(key.first);
            for (const auto& [name, figure] : of_year) figures.insert(name);
        }
        for (const std::string& state : options_.states) {
            if (found.contains(state)) continue;
            result_.warnings.push_back("no row of " + options_.domain + " is about " + state + " and a pole" +
                                       (other_states.empty() ? "" : "; column 'state' has " + listed(other_states)));
        }
        for (const PoleMembers& pole : options_.poles) {
            const auto there = [&](const std::string& member) { return figures.contains(member); };
            if (figures.contains(pole.id) || std::ranges::any_of(pole.members, there) || found.empty()) continue;
            result_.warnings.push_back("no row of " + options_.domain + " is about pole " + pole.id +
                                       ": its part is not known");
        }
    }

    /// States of which this domain has figures and yet no number, since some pole always lacks.
    void warn_of_no_whole_year() {
        std::vector<std::string> without;
        for (const DomainDraws& one : result_.state_years) {
            if (whole_.contains(one.state) || std::ranges::find(without, one.state) != without.end()) continue;
            without.push_back(one.state);
        }
        if (without.empty()) return;
        result_.warnings.push_back("of " + joined(without, ", ") + " there is no year with a figure of every pole in " +
                                   options_.domain + ": no share is known");
    }

    static std::string listed(const std::set<std::string>& names) {
        return first_few(std::vector<std::string>(names.begin(), names.end()), 5);
    }

    std::vector<double> optional_reals(const char* name) const {
        return table_.find(name) ? require_reals(table_, name)
                                 : std::vector<double>(table_.rows(), Column::missing_real);
    }

    /// A misspelt state is left out as any other that was not asked for, but told.
    void warn_of_no_states(const std::set<std::string>& other_states) {
        std::set<std::string> unknown;
        for (const std::string& text : other_states) {
            // A state without ISO code (South Vietnam, 817) is no misspelling.
            if (text == empty_cell || state_meant(text) != nullptr) continue;
            unknown.insert('\'' + shortened(text) + '\'');
        }
        if (unknown.empty()) return;
        result_.warnings.push_back("column 'state' of " + options_.domain +
                                   " has texts that are no state: " + listed(unknown) + "; their rows are left out");
    }

    void warn_of_others(const std::set<std::string>& names, std::size_t rows) {
        result_.warnings.push_back(std::to_string(rows) + (rows == 1 ? " row names" : " rows name") +
                                   " neither a pole nor a member of one (" + listed(names) + ") and " +
                                   (rows == 1 ? "is" : "are") + " left out");
    }

    /// The figures that make up a pole; nothing when one is not known.
    std::optional<std::vector<const Figure*>> figures_of(const PoleMembers& pole, const std::string& state,
                                                         const FiguresOfYear& figures) {
        std::vector<const Figure*> parts;
        std::optional<std::size_t> member_row;
        bool known = true;
        for (const std::string& member : pole.members) {
            const auto found = figures.find(member);
            if (found != figures.end()) member_row = found->second.row;
            if (member == state) continue;
            if (found == figures.end() || std::isnan(found->second.value)) {
                known = false;
            } else {
                parts.push_back(&found->second);
            }
        }
        const auto whole = figures.find(pole.id);
        const bool is_member = std::ranges::find(pole.members, pole.id) != pole.members.end();
        if (whole != figures.end() && !is_member) {
            if (member_row) {
                diagnostics_.add(table_.problem(whole->second.row, "pole",
                                                "the pole " + pole.id + " has a figure of its own and one of a member",
                                                "keep the figure of the whole or those of the members"));
            }
            if (std::isnan(whole->second.value)) return std::nullopt;
            return std::vector{&whole->second};
        }
        if (!known || parts.empty()) return std::nullopt;
        return parts;
    }

    /// Draws of one figure, or the one value that it has.
    std::vector<double> draws_of(const Figure& f, const std::string& state, int year, std::size_t draws) const {
        if (!f.has_error() || draws == 1) return {f.censored ? zero_fraction * f.value : f.value};
        Random random(options_.seed,
                      "flow " + options_.domain + '|' + state + '|' + std::to_string(year) + '|' + f.name, 0);
        std::vector<double> result(draws);
        for (double& draw : result) {
            const double u = random.uniform();
            if (f.censored) {
                draw = u * f.value;
            } else {
                const double z = normal_quantile(u) / normal_quantile(0.95);
                draw = f.value * std::exp(z * std::log(z < 0 ? f.value / f.lower : f.upper / f.value));
            }
        }
        return result;
    }

    void add_year(const std::string& state, int year, const FiguresOfYear& figures) {
        const std::size_t poles = options_.poles.size();
        std::vector<std::optional<std::vector<const Figure*>>> parts;
        bool error = false, known = true;
        for (const PoleMembers& pole : options_.poles) {
            parts.push_back(figures_of(pole, state, figures));
            known = known && parts.back();
            if (!parts.back()) continue;
            error = error || std::ranges::any_of(*parts.back(), [](const Figure* f) { return f->has_error(); });
        }
        if (known) whole_.insert(state);
        DomainDraws one{options_.domain, state, year, {}, error ? options_.draws : 1, {}, ""};
        one.closeness.assign(one.draws * poles, 0);
        for (std::size_t p = 0; p < poles; ++p) {
            for (std::size_t d = 0; !parts[p] && d < one.draws; ++d)
                one.closeness[d * poles + p] = Column::missing_real;
            if (!parts[p]) continue;
            for (const Figure* figure : *parts[p]) {
                const auto values = draws_of(*figure, state, year, one.draws);
                for (std::size_t d = 0; d < one.draws; ++d) {
                    one.closeness[d * poles + p] += values.size() == 1 ? values.front() : values[d];
                }
            }
        }
        std::vector<double> limits;
        std::optional<std::size_t> zero_row;
        for (std::size_t p = 0; p < poles; ++p) {
            limits.push_back(parts[p] ? options_.detection_limit.value_or(0) * static_cast<double>(parts[p]->size())
                                      : 0);
            if (one.closeness[p] == 0) zero_row = parts[p]->front()->row;
        }
        if (zero_row) replace(one, limits, known, *zero_row);
        result_.state_years.push_back(std::move(one));
    }

    /// Zeros have no error, so they are the same in every draw.
    void replace(DomainDraws& one, const std::vector<double>& limits, bool known, std::size_t zero_row) {
        const std::size_t poles = limits.size();
        if (known && std::ranges::all_of(one.closeness, [](double value) { return value == 0; })) {
            result_.warnings.push_back(one.state + " has 0 with every pole in " + std::to_string(one.year) + " (" +
                                       one.domain + "): its composition is not known");
            std::ranges::fill(one.closeness, Column::missing_real);
            return;
        }
        if (!options_.detection_limit) {
            diagnostics_.add(table_.problem(zero_row, "value", "the figure is 0, whose logarithm does not exist",
                                            "give the smallest figure that the source records as detection limit, or "
                                            "leave the cell empty if nothing was recorded"));
            return;
        }
        for (std::size_t d = 0; d < one.draws; ++d) {
            const auto row = std::span(one.closeness).subspan(d * poles, poles);
            if (!known) {  // the domain is left out anyway: only keep zeros from being taken for figures
                for (std::size_t p = 0; p < poles; ++p) row[p] = row[p] == 0 ? zero_fraction * limits[p] : row[p];
                continue;
            }
            double total = 0;
            for (const double value : row) total += value;
            std::vector<double> shares(row.begin(), row.end()), share_limits = limits;
            for (double& share : shares) share /= total;
            for (double& limit : share_limits) limit /= total;
            const auto replaced = replace_zeros(shares, share_limits);
            if (!replaced) {
                diagnostics_.add(table_.problem(zero_row, "value",
                                                "the figure is 0 and the others of the year add up to " +
                                                    number_text(total) + ", less than their detection limits",
                                                "give a detection limit in the unit of the values"));
                return;
            }
            for (std::size_t p = 0; p < poles; ++p) row[p] = (*replaced)[p] * total;
        }
    }

    const Table& table_;
    const FlowOptions& options_;
    std::set<std::string> wanted_;
    std::map<std::pair<std::string, int>, FiguresOfYear> years_;
    std::set<std::string> whole_;  ///< states with a year in which every pole is known
    Diagnostics diagnostics_;
    DomainSeries result_;
};

}  // namespace

DomainSeries flow_domain(const Table& table, const FlowOptions& options) {
    check_flow_options(options);
    return FlowTable(table, options).series();
}

}  // namespace tarazy
