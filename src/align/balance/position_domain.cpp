#include "align/balance/position_domain.hpp"

#include "align/ideal_points/ideal_point_closeness.hpp"
#include "align/votes/sitting.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"
#include "stats/quantile.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace tarazy {
namespace {

/// The nodes of one session, and who is who among them.
struct SessionNodes {
    int session = 0;
    std::optional<int> year;
    std::vector<std::size_t> nodes;                  ///< places in the draws
    std::map<int, std::size_t> place_of_state;       ///< places in `nodes`
    std::vector<std::vector<std::size_t>> members;   ///< a pole
    std::vector<std::optional<std::size_t>> states;  ///< of interest
};

std::vector<SessionNodes> sessions_of(const IdealPointDraws& draws, const PositionOptions& options) {
    std::map<int, SessionNodes> by_session;
    for (std::size_t k = 0; k < draws.nodes.size(); ++k) {
        SessionNodes& session = by_session[draws.nodes[k].session];
        session.session = draws.nodes[k].session;
        session.year = draws.assembly.year(session.session);
        session.place_of_state[draws.nodes[k].state] = session.nodes.size();
        session.nodes.push_back(k);
    }
    std::vector<SessionNodes> sessions;
    for (auto& [number, session] : by_session) {
        const Sitting sitting(draws.assembly, number,
                              [&, &session = session](int member) { return session.place_of_state.contains(member); });
        const SittingPoles poles = poles_of(sitting, options.poles, "session " + std::to_string(number));
        for (const std::vector<int>& pole : poles.members) {
            session.members.emplace_back();
            for (const int member : pole) session.members.back().push_back(session.place_of_state.at(member));
        }
        for (const std::string& state : options.states) {
            const auto member = sitting.member(state);
            session.states.push_back(member ? std::optional(session.place_of_state.at(*member)) : std::nullopt);
        }
        sessions.push_back(std::move(session));
    }
    return sessions;
}

/// Balance goes by year.
void check_years(const std::vector<SessionNodes>& sessions) {
    std::map<int, int> session_of;
    for (const SessionNodes& session : sessions) {
        if (!session.year) {
            throw InputError(Problem{
                "", 0, 0,
                "session " + std::to_string(session.session) + " of the draws has no year, and balance goes by year",
                "give the roll calls a column date when you draw them, or use `tarazy align shares`"});
        }
        const auto [entry, fresh] = session_of.emplace(*session.year, session.session);
        if (fresh) continue;
        throw InputError(Problem{"", 0, 0,
                                 "sessions " + std::to_string(entry->second) + " and " +
                                     std::to_string(session.session) + " of the draws are both of " +
                                     std::to_string(*session.year) + ", and balance goes by year",
                                 "use `tarazy align shares`, which goes by session"});
    }
}

/// Entries of the states of interest in one session.
std::vector<DomainDraws> entries_of(const SessionNodes& session, const IdealPointDraws& draws,
                                    const PositionOptions& options) {
    const std::size_t count = draws.draws_a_node(), states = session.nodes.size();
    SessionPositions positions{std::vector<double>(count * states), states};
    for (std::size_t i = 0; i < states; ++i)
        for (std::size_t d = 0; d < count; ++d)
            positions.theta[d * states + i] = draws.values[session.nodes[i] * count + d];
    std::vector<std::size_t> wanted;
    std::vector<DomainDraws> entries;
    for (std::size_t s = 0; s < options.states.size(); ++s) {
        if (!session.states[s]) continue;
        wanted.push_back(*session.states[s]);
        entries.push_back({options.domain, options.states[s], *session.year, {}, count, {}, ""});
    }
    SessionCloseness found = session_closeness(positions, wanted, session.members, options.width, options.work);
    const bool known = std::ranges::none_of(found.tension, [](double each) { return std::isnan(each); });
    for (std::size_t s = 0; s < entries.size(); ++s) {
        entries[s].closeness = std::move(found.closeness[s]);
        if (known) entries[s].tension = found.tension;
    }
    return entries;
}

}  // namespace

DomainSeries position_domain(const IdealPointDraws& draws, const PositionOptions& options) {
    if (options.poles.size() < 2) throw UsageError("a balance needs at least two poles");
    const std::vector<SessionNodes> sessions = sessions_of(draws, options);
    check_years(sessions);
    std::vector<std::vector<DomainDraws>> entries(sessions.size());
    WorkStep step(options.work, "closeness in the draws, by session", sessions.size());
    parallel_chunks(
        sessions.size(), 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t t = begin; t < end; ++t) entries[t] = entries_of(sessions[t], draws, options);
        },
        step);
    DomainSeries series;
    for (std::vector<DomainDraws>& each : entries)
        for (DomainDraws& entry : each) series.state_years.push_back(std::move(entry));
    std::ranges::sort(series.state_years, [](const DomainDraws& a, const DomainDraws& b) {
        return std::pair(a.state, a.year) < std::pair(b.state, b.year);
    });
    if (series.state_years.empty()) {
        const std::string word = draws.assembly.member_word();
        throw InputError(Problem{
            "", 0, 0, "none of the " + word + "s has a position in these draws",
            "name " + word + "s that voted" + (draws.assembly.names.empty() ? ", as ISO 3166 alpha-3 codes" : "")});
    }
    for (const std::string& state : options.states) {
        if (!std::ranges::any_of(series.state_years, [&](const DomainDraws& one) { return one.state == state; }))
            series.warnings.push_back(state + " has no position in the draws (" + options.domain + ")");
    }
    for (std::size_t p = 0; p < options.poles.size(); ++p) {
        if (std::ranges::all_of(sessions, [&](const SessionNodes& session) { return session.members[p].empty(); }))
            series.warnings.push_back("no member of pole " + options.poles[p].id + " has a position in the draws (" +
                                      options.domain + ")");
    }
    return series;
}

Table pole_positions(const IdealPointDraws& draws, const std::vector<PoleMembers>& poles) {
    constexpr std::array<double, 3> levels = {0.05, 0.5, 0.95};
    const std::size_t count = draws.draws_a_node();
    TableRows rows(TextColumn{"pole"}, IntegerColumn{"session"}, IntegerColumn{"year"}, RealColumn{"mean"},
                   RealColumn{"sd"}, RealColumn{"q05"}, RealColumn{"q50"}, RealColumn{"q95"});
    for (const SessionNodes& session : sessions_of(draws, {"", {}, poles, 1, 1})) {
        for (std::size_t p = 0; p < poles.size(); ++p) {
            if (session.members[p].empty()) continue;
            std::vector<double> position(count, 0);
            for (const std::size_t member : session.members[p]) {
                const std::size_t node = session.nodes[member];
                for (std::size_t d = 0; d < count; ++d) position[d] += draws.values[node * count + d];
            }
            const auto members = static_cast<double>(session.members[p].size()), all = static_cast<double>(count);
            for (double& each : position) each /= members;
            const double centre = std::accumulate(position.begin(), position.end(), 0.0) / all;
            double squares = 0;
            for (const double each : position) squares += (each - centre) * (each - centre);
            // One draw tells nothing of the spread.
            std::vector<double> found(levels.size(), Column::missing_real);
            if (count > 1) found = quantiles(position, levels).value();
            rows.add(poles[p].id, session.session, session.year, centre,
                     count > 1 ? std::sqrt(squares / (all - 1)) : Column::missing_real, found[0], found[1], found[2]);
        }
    }
    return rows.table();
}

}  // namespace tarazy
