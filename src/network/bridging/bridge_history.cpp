#include "network/bridging/bridge_history.hpp"

#include "base/error.hpp"
#include "network/bridging/bridge_standing.hpp"
#include "stats/quantile.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace tarazy {
namespace {

/// Fewer others than these make no standing.
constexpr std::size_t least_compared = 3;

constexpr double bridge_probabilities[] = {0.05, 0.1, 0.5, 0.9, 0.95};
using DrawQuantiles = std::vector<std::optional<double>>;

DrawQuantiles draw_quantiles(const std::vector<double>& draws) {
    if (draws.empty()) return DrawQuantiles(std::size(bridge_probabilities));
    const auto found = *quantiles(draws, bridge_probabilities);
    return {found.begin(), found.end()};
}

std::optional<double> mean_of_draws(const std::vector<double>& draws) {
    if (draws.empty()) return std::nullopt;
    return std::accumulate(draws.begin(), draws.end(), 0.0) / static_cast<double>(draws.size());
}

/// A year in which there is something to bridge.
struct BridgeYear {
    YearNetwork year;
    TwoModeNetwork network;  ///< without institutions of which somebody's membership is not known
    Blocs blocs;
    std::size_t left_out = 0;
};

/// The institutions of which the membership of every state is known.
TwoModeNetwork known_network(const YearNetwork& year) {
    TwoModeNetwork known;
    known.actors = year.network.actors;
    std::vector<std::size_t> columns;
    for (std::size_t e = 0; e < year.network.institutions.size(); ++e) {
        bool all = true;
        for (std::size_t a = 0; all && a < known.actors.size(); ++a) all = !year.unknown(a, e);
        if (all) columns.push_back(e);
    }
    known.ties = BitMatrix(known.actors.size(), columns.size());
    for (std::size_t c = 0; c < columns.size(); ++c) {
        known.institutions.push_back(year.network.institutions[columns[c]]);
        for (std::size_t a = 0; a < known.actors.size(); ++a)
            if (year.network.ties(a, columns[c])) known.ties.set(a, c);
    }
    return known;
}

/// Blocs of the members that are in the network; nothing when one has none.
std::optional<Blocs> blocs_present(const BridgeHistoryOptions& options, const std::vector<std::string>& actors) {
    std::vector<std::pair<std::string, std::vector<std::string>>> present;
    for (const auto& [name, members] : options.blocs) {
        std::vector<std::string> here;
        std::ranges::copy_if(members, std::back_inserter(here),
                             [&](const std::string& member) { return std::ranges::binary_search(actors, member); });
        if (here.empty()) return std::nullopt;
        present.emplace_back(name, std::move(here));
    }
    return blocs_of(present, actors);
}

std::vector<BridgeYear> years_with_bridges(const AffiliationRecord& record, const BridgeHistoryOptions& options,
                                           std::vector<std::string>& notes) {
    std::vector<BridgeYear> found;
    if (record.pairs.empty()) return found;
    std::vector<std::string> empty_years;
    for (int year = options.first; year <= options.last; ++year) {
        options.work.check();
        std::optional<YearNetwork> network;
        try {
            network = network_of_year(record, year, options.rule);
        } catch (const InputError&) {  // nobody is known to be in anything
            empty_years.push_back(std::to_string(year));
            continue;
        }
        BridgeYear one{std::move(*network), {}, {}, 0};
        one.network = known_network(one.year);
        one.left_out = one.year.network.institutions.size() - one.network.institutions.size();
        auto blocs = blocs_present(options, one.network.actors);
        if (!blocs || one.network.institutions.empty()) {
            empty_years.push_back(std::to_string(year));
            continue;
        }
        one.blocs = std::move(*blocs);
        found.push_back(std::move(one));
    }
    if (!empty_years.empty())
        notes.push_back(
            "left out, since no institution is known in full or a bloc has no member: " + empty_years.front() +
            (empty_years.size() > 1
                 ? " to " + empty_years.back() + " (" + std::to_string(empty_years.size()) + " years)"
                 : ""));
    return found;
}

std::vector<std::string> institutions_of(const std::vector<BridgeYear>& years) {
    std::vector<std::string> names;
    for (const BridgeYear& one : years)
        names.insert(names.end(), one.network.institutions.begin(), one.network.institutions.end());
    return names;
}

using YearRows = TableRows<TextColumn, IntegerColumn, IntegerColumn, IntegerColumn, IntegerColumn, IntegerColumn,
                           RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn,
                           RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn,
                           RealColumn, RealColumn, IntegerColumn, RealColumn, RealColumn, RealColumn>;
using PairRows = TableRows<TextColumn, IntegerColumn, TextColumn, TextColumn, RealColumn, RealColumn, RealColumn,
                           RealColumn, RealColumn, RealColumn>;
using WindowRows =
    TableRows<TextColumn, TextColumn, IntegerColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn,
              RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn>;
using StandingRows = TableRows<TextColumn, TextColumn, TextColumn, IntegerColumn, RealColumn, RealColumn, RealColumn,
                               RealColumn, RealColumn, RealColumn>;
using InstitutionRows = TableRows<IntegerColumn, TextColumn, IntegerColumn, ListColumn, IntegerColumn, ListColumn>;
using CardRows = TableRows<IntegerColumn, IntegerColumn, IntegerColumn, IntegerColumn, IntegerColumn, RealColumn>;

struct HistoryRows {
    YearRows years{{"state"},       {"year"},         {"memberships"},      {"peers"},
                   {"peers_apart"}, {"institutions"}, {"bridges"},          {"bridges_q05"},
                   {"bridges_q10"}, {"bridges_q50"},  {"bridges_q90"},      {"bridges_q95"},
                   {"exceeds"},     {"exceeds_q05"},  {"exceeds_q10"},      {"exceeds_q50"},
                   {"exceeds_q90"}, {"exceeds_q95"},  {"bridges_expected"}, {"bridges_sd"},
                   {"bridges_z"},   {"bridges_p"},    {"liaisons"},         {"liaisons_expected"},
                   {"liaisons_z"},  {"liaisons_p"}};
    PairRows pairs{{"state"},       {"year"},        {"one"},         {"other"},       {"bridges"},
                   {"bridges_q05"}, {"bridges_q10"}, {"bridges_q50"}, {"bridges_q90"}, {"bridges_q95"}};
    WindowRows windows{{"state"},       {"window"},      {"years"},       {"bridges"},
                       {"bridges_q05"}, {"bridges_q10"}, {"bridges_q50"}, {"bridges_q90"},
                       {"bridges_q95"}, {"exceeds"},     {"exceeds_q05"}, {"exceeds_q10"},
                       {"exceeds_q50"}, {"exceeds_q90"}, {"exceeds_q95"}, {"bridges_p"}};
    StandingRows standings{{"state"}, {"window"}, {"of"},  {"others"}, {"standing"},
                           {"q05"},   {"q10"},    {"q50"}, {"q90"},    {"q95"}};
    InstitutionRows institutions{{"year"}, {"institution"}, {"inside"}, {"blocs"}, {"members"}, {"rows"}};
    CardRows cards{{"year"}, {"states"}, {"institutions"}, {"left_out"}, {"ties"}, {"density"}};
};

/// Sums over the years of a window, draw by draw, since the same institutions are drawn in every year.
struct WindowSums {
    int years = 0;
    double bridges = 0, p = 0;
    int years_with_p = 0, years_with_peers = 0;
    std::vector<double> bridge_draws, exceeds;

    void add(const BridgeStanding& standing) {
        ++years;
        bridges += standing.bridges.back();
        if (standing.bridges_null.p) {
            p += *standing.bridges_null.p;
            ++years_with_p;
        }
        add_draws(bridge_draws, standing.bridge_draws.back());
        if (standing.exceeds.empty()) return;
        ++years_with_peers;
        add_draws(exceeds, standing.exceeds);
    }
    static void add_draws(std::vector<double>& sums, const std::vector<double>& draws) {
        sums.resize(draws.size());
        for (std::size_t d = 0; d < draws.size(); ++d) sums[d] += draws[d];
    }
    [[nodiscard]] static std::vector<double> mean(std::vector<double> sums, int over) {
        for (double& sum : sums) sum /= over;
        return sums;
    }
};

void add_year_row(const BridgeYear& year, const BridgeStanding& found, HistoryRows& rows) {
    const DrawQuantiles b = draw_quantiles(found.bridge_draws.back()), e = draw_quantiles(found.exceeds);
    const NullStanding &bridges = found.bridges_null, &liaisons = found.liaisons_null;
    rows.years.add(year.network.actors[found.state], year.year.year, found.memberships, found.peers.size(), found.apart,
                   found.institutions, found.bridges.back(), b[0], b[1], b[2], b[3], b[4], mean_of_draws(found.exceeds),
                   e[0], e[1], e[2], e[3], e[4], bridges.expected, bridges.sd, bridges.z, bridges.p, found.liaisons,
                   liaisons.expected, liaisons.z, liaisons.p);
    const auto pairs = year.blocs.pairs();
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
        const DrawQuantiles q = draw_quantiles(found.bridge_draws[pair]);
        rows.pairs.add(year.network.actors[found.state], year.year.year, year.blocs.names[pairs[pair].first],
                       year.blocs.names[pairs[pair].second], found.bridges[pair], q[0], q[1], q[2], q[3], q[4]);
    }
}

/// Institutions with a member of some bloc or with the pictured state, and the lines of the file that say it is in.
void add_institution_rows(const AffiliationRecord& record, const BridgeYear& year, const std::string& pictured,
                          InstitutionRows& rows) {
    const auto at = std::ranges::lower_bound(year.network.actors, pictured);
    if (at == year.network.actors.end() || *at != pictured) return;
    const auto state = static_cast<std::uint32_t>(at - year.network.actors.begin());
    std::map<std::string, std::vector<std::string>> lines;
    for (const YearTie& tie : year.year.ties) {
        if (tie.actor != state) continue;
        std::vector<std::string>& named = lines[year.year.network.institutions[tie.institution]];
        for (const std::uint32_t row : rows_behind(record, tie, year.year.year))
            named.push_back(std::to_string(record.table.line(row)));
    }
    for (std::size_t e = 0; e < year.network.institutions.size(); ++e) {
        std::set<std::uint32_t> present;
        std::size_t members = 0;
        for (std::size_t a = 0; a < year.network.actors.size(); ++a) {
            if (!year.network.ties(a, e)) continue;
            ++members;
            if (year.blocs.bloc[a] != Blocs::none) present.insert(year.blocs.bloc[a]);
        }
        const bool inside = year.network.ties(state, e);
        if (!inside && present.size() < 2) continue;
        std::vector<std::string> blocs;
        for (const std::uint32_t bloc : present) blocs.push_back(year.blocs.names[bloc]);
        rows.add(year.year.year, year.network.institutions[e], inside, blocs, members,
                 lines[year.network.institutions[e]]);
    }
}

void add_card(const BridgeYear& year, CardRows& rows) {
    std::size_t ties = 0;
    for (std::size_t a = 0; a < year.network.actors.size(); ++a) ties += count_bits(year.network.ties.row(a));
    const double cells = static_cast<double>(year.network.actors.size() * year.network.institutions.size());
    rows.add(year.year.year, year.network.actors.size(), year.network.institutions.size(), year.left_out, ties,
             static_cast<double>(ties) / cells);
}

using SumsOfWindows = std::map<std::pair<std::string, std::pair<int, int>>, WindowSums>;

std::string window_text(std::pair<int, int> window) {
    return std::to_string(window.first) + "-" + std::to_string(window.second);
}

void add_window_rows(const SumsOfWindows& sums, const BridgeHistoryOptions& options, std::pair<int, int> window,
                     WindowRows& rows) {
    for (const std::string& name : options.states) {
        const auto found = sums.find({name, window});
        if (found == sums.end()) continue;
        const WindowSums& sum = found->second;
        const std::vector<double> exceeds = WindowSums::mean(sum.exceeds, sum.years_with_peers);
        const DrawQuantiles b = draw_quantiles(WindowSums::mean(sum.bridge_draws, sum.years)),
                            e = draw_quantiles(exceeds);
        rows.add(name, window_text(window), sum.years, sum.bridges / sum.years, b[0], b[1], b[2], b[3], b[4],
                 mean_of_draws(exceeds), e[0], e[1], e[2], e[3], e[4],
                 sum.years_with_p == 0 ? std::nullopt : std::optional(sum.p / sum.years_with_p));
    }
}

/// Draw by draw, the share of the others that lie below, equal ones half: the same institutions are drawn for all.
std::vector<double> standing_draws(const std::vector<double>& own, const std::vector<std::vector<double>>& others) {
    std::vector<double> standing(own.size());
    for (std::size_t d = 0; d < own.size(); ++d) {
        double below = 0;
        for (const std::vector<double>& other : others) {
            const double difference = own[d] - other[d];
            below += difference > 1e-9 ? 1 : difference < -1e-9 ? 0 : 0.5;
        }
        standing[d] = below / static_cast<double>(others.size());
    }
    return standing;
}

void add_standings(const SumsOfWindows& sums, const BridgeHistoryOptions& options, std::pair<int, int> window,
                   StandingRows& rows) {
    const std::string& focus = options.states.front();
    const auto own = sums.find({focus, window});
    if (own == sums.end()) return;
    for (const char* of : {"exceeds", "bridges"}) {
        const bool exceeds = std::string_view(of) == "exceeds";
        const auto means = [&](const WindowSums& sum) {
            return exceeds ? WindowSums::mean(sum.exceeds, sum.years_with_peers)
                           : WindowSums::mean(sum.bridge_draws, sum.years);
        };
        const std::vector<double> mine = means(own->second);
        std::vector<std::vector<double>> others;
        for (const std::string& name : options.states) {
            const auto found = name == focus ? sums.end() : sums.find({name, window});
            if (found == sums.end()) continue;
            std::vector<double> theirs = means(found->second);
            if (!theirs.empty()) others.push_back(std::move(theirs));
        }
        if (mine.empty() || others.size() < least_compared) continue;
        const std::vector<double> standing = standing_draws(mine, others);
        const DrawQuantiles q = draw_quantiles(standing);
        rows.add(focus, window_text(window), of, others.size(), mean_of_draws(standing), q[0], q[1], q[2], q[3], q[4]);
    }
}

/// Years in which the states of equal degree are far from equal, since the data hold few states near.
class UnequalYears {
public:
    void see(int year, const BridgeStanding& standing) {
        constexpr std::size_t tenth = 10;
        if (standing.apart * tenth <= standing.memberships) return;
        if (years_ == 0) first_ = year;
        last_ = year;
        ++years_;
        apart_ = std::max(apart_, standing.apart);
    }
    void tell(const std::string& state, std::vector<std::string>& notes) const {
        if (years_ == 0) return;
        notes.push_back(state + ": in " + std::to_string(years_) + " years from " + std::to_string(first_) + " to " +
                        std::to_string(last_) + " the states of equal degree differ by more than a tenth of its " +
                        "memberships (by up to " + std::to_string(apart_) + "): the data hold few states near it");
    }

private:
    int first_ = 0, last_ = 0, years_ = 0;
    std::size_t apart_ = 0;
};

void check_bridge_options(const BridgeHistoryOptions& options) {
    if (options.blocs.size() < 2) throw UsageError("a bridge needs two blocs or more");
    if (options.states.empty()) throw UsageError("no state is named whose bridges are wanted");
    for (const std::string& state : options.states)
        for (const auto& [name, members] : options.blocs)
            if (std::ranges::find(members, state) != members.end())
                throw UsageError(state + " lies in a pole (" + name + "); name states that lie in none");
    if (options.last < options.first) throw UsageError("the last year is before the first");
    if (options.peers == 0) throw UsageError("one state of equal degree is needed at least");
}

}  // namespace

BridgeHistory bridge_history(const AffiliationRecord& record, const BridgeHistoryOptions& options) {
    check_bridge_options(options);
    BridgeHistory history;
    const std::vector<BridgeYear> years = years_with_bridges(record, options, history.notes);
    const InstitutionDraws draws(institutions_of(years), options.draws, options.seed);
    HistoryRows rows;
    SumsOfWindows sums;
    WorkStep step(options.work, "years of bridges", years.size());
    std::set<std::string> seen;
    UnequalYears unequal;
    for (const BridgeYear& year : years) {
        step.advance();
        std::vector<std::uint32_t> states;
        for (const std::string& name : options.states) {
            const auto at = std::ranges::lower_bound(year.network.actors, name);
            if (at != year.network.actors.end() && *at == name)
                states.push_back(static_cast<std::uint32_t>(at - year.network.actors.begin()));
        }
        const auto found = bridge_standings(year.network, year.blocs, states, draws,
                                            {options.peers, options.draws, options.seed, options.threads,
                                             options.work.part(std::to_string(year.year.year)).unheard()});
        for (const BridgeStanding& standing : found) {
            const std::string& name = year.network.actors[standing.state];
            seen.insert(name);
            if (name == options.states.front()) unequal.see(year.year.year, standing);
            add_year_row(year, standing, rows);
            for (const auto& window : options.windows)
                if (window.first <= year.year.year && year.year.year <= window.second)
                    sums[{name, window}].add(standing);
        }
        if (!options.pictured.empty()) add_institution_rows(record, year, options.pictured, rows.institutions);
        add_card(year, rows.cards);
    }
    for (const auto& window : options.windows) {
        add_window_rows(sums, options, window, rows.windows);
        add_standings(sums, options, window, rows.standings);
    }
    for (const std::string& name : options.states)
        if (!years.empty() && !seen.contains(name)) history.notes.push_back("left out: " + name + " is in no network");
    unequal.tell(options.states.front(), history.notes);
    history.years = rows.years.table();
    history.pairs = rows.pairs.table();
    history.windows = rows.windows.table();
    history.standings = rows.standings.table();
    history.institutions = rows.institutions.table();
    history.cards = rows.cards.table();
    return history;
}

}  // namespace tarazy
