#include "analyses/align/assembly_sessions.hpp"

#include "base/error.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// The General Assembly first met in January 1946, its first session; each later one opens in September of 1945 +
/// session.
constexpr int first_session_year = 1945;

}  // namespace

int year_of_session(int session) noexcept {
    return first_session_year + session;
}

Span years_of(const Span& sessions) noexcept {
    return {year_of_session(sessions.first), year_of_session(sessions.last)};
}

Span sessions_of(const AnalysisPlan& plan) {
    if (plan.parameters.has("sessions")) return plan.parameters.get<Span>("sessions");
    return {std::max(1, plan.frame.years.first - first_session_year),
            std::max(1, plan.frame.years.last - first_session_year)};
}

std::vector<int> tie_years_of(const AnalysisPlan& plan, const Table& ties) {
    std::vector<std::int64_t> known = require_integers(ties, "year");
    std::erase(known, Column::missing_integer);
    if (known.empty())
        throw InputError(
            ties.problem(0, "year", "no year is known", "give ccode1,ccode2,year and the kinds of obligation"));
    const auto [first, last] = std::ranges::minmax(known);
    Span span = plan.frame.years;
    if (plan.parameters.has("years")) {
        span = plan.parameters.get<Span>("years");
        if (span.first < first || span.last > last) {
            throw InputError(
                Problem{ties.origin.path, 0, 0,
                        "holds the years " + std::to_string(first) + "-" + std::to_string(last) + ", the analysis '" +
                            plan.id + "' asks for " + to_string(span),
                        "set its parameter 'years' to years of the data: outside them ties are unknown, not absent"});
        }
    }
    std::vector<int> years;
    for (int year = span.first; year <= span.last; ++year) {
        if (first <= year && year <= last) years.push_back(year);
    }
    if (years.empty()) {
        throw InputError(Problem{ties.origin.path, 0, 0, "holds no year of " + to_string(span),
                                 "give data on the years of the study"});
    }
    return years;
}

VoteTables assembly_tables(const RoleTables& data) {
    const auto tables = [&](const char* role) {
        const auto found = data.find(role);
        return found == data.end() ? std::vector<Table>() : std::vector<Table>{*found->second};
    };
    return from_undl_layout(tables("votes"), tables("roll_calls"));
}

VoteData votes_of(const AnalysisPlan& plan, const RoleTables& data, const Span& sessions) {
    return votes_of(plan, assembly_tables(data), sessions);
}

VoteData votes_of(const AnalysisPlan& plan, const VoteTables& tables, const Span& sessions) {
    std::vector<int> list;
    for (int session = sessions.first; session <= sessions.last; ++session) list.push_back(session);
    const bool blocks = plan.parameters.has("block");
    VoteReading reading;
    reading.sessions = std::move(list);
    if (blocks) reading.block_column = plan.parameters.get<std::string>("block");
    reading.body = Body::united_nations;  // whose sessions the years of a study are
    return load_votes(tables.votes, tables.roll_calls, reading);
}

ParameterRule session_rule() {
    return {"sessions",
            ParameterKind::span,
            std::nullopt,
            1,
            999,
            {},
            "sessions of the assembly; by default those of the study's years"};
}

ParameterRule year_rule() {
    return {"years",
            ParameterKind::span,
            std::nullopt,
            1816,
            2100,
            {},
            "years of the alliance data; by default the study's, as far as the data reach"};
}

ParameterRule bootstrap_rule() {
    return {"bootstrap",
            ParameterKind::integer,
            "1000",
            0,
            100000,
            {},
            "replicates over roll calls for intervals; 0 gives none"};
}

ParameterRule block_rule() {
    return {"block",
            ParameterKind::text,
            "",
            0,
            0,
            {},
            "column of the roll calls whose equal values are resampled together, such as \"date\""};
}

}  // namespace tarazy
