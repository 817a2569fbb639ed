#include "align/position_domain.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "table/state_codes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace tarazy {
namespace {

constexpr int year_of_session_0 = 1945;

/// The nodes of one session, and who is who among them.
struct SessionNodes {
    int year = 0;
    std::vector<std::size_t> nodes;                  ///< places in the draws
    std::map<int, std::size_t> place_of_state;       ///< places in `nodes`
    std::vector<std::vector<std::size_t>> members;   ///< a pole
    std::vector<std::optional<std::size_t>> states;  ///< of interest
};

std::optional<std::size_t> place_of(const SessionNodes& session, const std::string& iso3) {
    const auto cow = cow_of_iso3(iso3, session.year);
    const auto found = cow ? session.place_of_state.find(*cow) : session.place_of_state.end();
    return found == session.place_of_state.end() ? std::nullopt : std::optional(found->second);
}

std::vector<SessionNodes> sessions_of(const IdealPointDraws& draws, const PositionOptions& options) {
    std::map<int, SessionNodes> by_session;
    for (std::size_t k = 0; k < draws.nodes.size(); ++k) {
        SessionNodes& session = by_session[draws.nodes[k].session];
        session.year = year_of_session_0 + draws.nodes[k].session;
        session.place_of_state[draws.nodes[k].state] = session.nodes.size();
        session.nodes.push_back(k);
    }
    std::vector<SessionNodes> sessions;
    for (auto& [number, session] : by_session) {
        for (const PoleMembers& pole : options.poles) {
            session.members.emplace_back();
            for (const std::string& member : pole.members)
                if (const auto place = place_of(session, member)) session.members.back().push_back(*place);
        }
        for (const std::string& state : options.states) session.states.push_back(place_of(session, state));
        sessions.push_back(std::move(session));
    }
    return sessions;
}

double mean_of(const std::vector<double>& theta, const std::vector<std::size_t>& members,
               std::optional<std::size_t> without) {
    double sum = 0, count = 0;
    for (const std::size_t member : members) {
        if (member == without) continue;
        sum += theta[member];
        ++count;
    }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

double tension_of(const std::vector<double>& poles) {
    double sum = 0, pairs = 0;
    for (std::size_t a = 0; a < poles.size(); ++a) {
        for (std::size_t b = a + 1; b < poles.size(); ++b) {
            sum += std::abs(poles[a] - poles[b]);
            ++pairs;
        }
    }
    return sum / pairs;
}

/// Entries of the states of interest in one session.
std::vector<DomainDraws> entries_of(const SessionNodes& session, const IdealPointDraws& draws,
                                    const PositionOptions& options) {
    const std::size_t count = draws.draws_a_node();
    std::vector<DomainDraws> entries(options.states.size());
    for (DomainDraws& entry : entries) entry.draws = count;
    std::vector<double> theta(session.nodes.size());
    for (std::size_t d = 0; d < count; ++d) {
        for (std::size_t i = 0; i < theta.size(); ++i) theta[i] = draws.values[session.nodes[i] * count + d];
        const double h = options.width * median_pairwise_distance(theta);
        for (std::size_t s = 0; s < entries.size(); ++s) {
            if (!session.states[s]) continue;
            std::vector<double> poles;
            for (const auto& members : session.members) poles.push_back(mean_of(theta, members, session.states[s]));
            for (const double pole : poles)
                entries[s].closeness.push_back(std::exp(-std::abs(theta[*session.states[s]] - pole) / h));
            if (std::ranges::none_of(poles, [](double pole) { return std::isnan(pole); }))
                entries[s].tension.push_back(tension_of(poles) / h);
        }
    }
    std::vector<DomainDraws> present;
    for (std::size_t s = 0; s < entries.size(); ++s) {
        if (!session.states[s]) continue;
        entries[s].domain = options.domain;
        entries[s].state = options.states[s];
        entries[s].year = session.year;
        present.push_back(std::move(entries[s]));
    }
    return present;
}

}  // namespace

double median_pairwise_distance(std::span<const double> values) {
    std::vector<double> distances;
    distances.reserve(values.size() * (values.size() - std::min<std::size_t>(values.size(), 1)) / 2);
    for (std::size_t a = 0; a < values.size(); ++a)
        for (std::size_t b = a + 1; b < values.size(); ++b) distances.push_back(std::abs(values[a] - values[b]));
    if (distances.empty()) return 0;
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::ranges::nth_element(distances, middle);
    if (distances.size() % 2 == 1) return *middle;
    return (*middle + *std::max_element(distances.begin(), middle)) / 2;
}

DomainSeries position_domain(const IdealPointDraws& draws, const PositionOptions& options) {
    if (options.poles.size() < 2) throw UsageError("a balance needs at least two poles");
    const std::vector<SessionNodes> sessions = sessions_of(draws, options);
    std::vector<std::vector<DomainDraws>> entries(sessions.size());
    parallel_chunks(sessions.size(), 1, options.threads, [&](std::size_t begin, std::size_t end) {
        for (std::size_t t = begin; t < end; ++t) entries[t] = entries_of(sessions[t], draws, options);
    });
    DomainSeries series;
    for (std::vector<DomainDraws>& each : entries)
        for (DomainDraws& entry : each) series.state_years.push_back(std::move(entry));
    std::ranges::sort(series.state_years, [](const DomainDraws& a, const DomainDraws& b) {
        return std::pair(a.state, a.year) < std::pair(b.state, b.year);
    });
    if (series.state_years.empty()) {
        throw InputError(Problem{"", 0, 0, "none of the states has a position in these draws",
                                 "name states that voted, as ISO 3166 alpha-3 codes"});
    }
    return series;
}

}  // namespace tarazy
