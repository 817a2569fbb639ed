#include "align/balance/balance_tables.hpp"
#include "align/balance/institution_domain.hpp"
#include "align/balance/membership_record.hpp"
#include "align/similarity/ties.hpp"
#include "align/votes/sitting.hpp"
#include "analyses/align/align_rows_used.hpp"
#include "analyses/align/assembly_sessions.hpp"
#include "analyses/align/entered_votes.hpp"
#include "analyses/align/number_scope.hpp"
#include "analyses/align/vote_positions.hpp"
#include "base/number_text.hpp"
#include "table/state_reference.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tarazy {
namespace {

using RowSets = std::map<std::string, std::set<std::size_t>>;

RowsByRole sorted_rows(const RowSets& sets) {
    RowsByRole rows;
    for (const auto& [role, set] : sets) rows[role].assign(set.begin(), set.end());
    return rows;
}

void put_all(RowsByRole& rows, RowsByRole more) {
    for (auto& [role, of_role] : more) rows[role] = std::move(of_role);
}

/// A session opens in one year, so sessions and years are as many.
int session_of_year(int year) {
    return year - year_of_session(0);
}

Span sessions_in(const std::set<int>& years) {
    return {session_of_year(*years.begin()), session_of_year(*years.rbegin())};
}

/// Votes of the states with the members of the poles.
RowsByRole closeness_votes(const RowsQuestion& question, const NumberScope& scope) {
    const std::set<int> years = years_in(scope);
    if (years.empty()) return {{"votes", {}}, {"roll_calls", {}}};
    const VotesRead read(question.plan, question.data, sessions_in(years));
    ComparedVotes compared(read.votes());
    for (const StateYears& of : scope.states) {
        for (const int year : of.years) {
            const int session = session_of_year(year);
            const auto state = read.state_in(of.state, session);
            if (!state) continue;
            for (const std::size_t member : read.members_in(scope.poles, session))
                if (member != *state) compared.add_pair(session, *state, member, false);
        }
    }
    return read.rows_of(compared);
}

/// The system of a year and who of it is meant.
struct TieYear {
    std::vector<int> states;  ///< of the system, sorted
    Assembly assembly;
    [[nodiscard]] Sitting sitting(int year) const {
        return {assembly, year, [this](int cow) { return std::ranges::binary_search(states, cow); }};
    }
};

TieYear tie_year(const RoleTables& data, int year) {
    TieYear found;
    found.states = atop_ties(*data.at("ties"), *data.at("system"), year).states;
    found.assembly.years = {{year, year}};
    return found;
}

void add_system_rows(RowSets& rows, const RoleTables& data, int year, const std::set<int>& states) {
    const std::vector<std::int64_t> codes = require_integers(*data.at("system"), "ccode");
    for (const std::size_t row : system_rows(*data.at("system"), year))
        if (states.contains(static_cast<int>(codes[row]))) rows["system"].insert(row);
}

/// Ties of the states with the members of the poles.
RowsByRole closeness_ties(const RowsQuestion& question, const NumberScope& scope) {
    RowSets rows = {{"ties", {}}, {"system", {}}};
    if (!question.data.contains("ties") || !question.data.contains("system")) return {};
    for (const int year : years_in(scope)) {
        const TieYear system = tie_year(question.data, year);
        const Sitting sitting = system.sitting(year);
        std::set<int> members, seen;
        for (const std::vector<int>& pole : poles_of(sitting, scope.poles, std::to_string(year)).members)
            members.insert(pole.begin(), pole.end());
        std::set<std::pair<int, int>> pairs;
        for (const StateYears& of : scope.states) {
            const auto state = of.years.contains(year) ? sitting.member(of.state) : std::nullopt;
            if (!state) continue;
            seen.insert(*state);
            for (const int member : members)
                if (member != *state) pairs.insert(std::minmax(*state, member));
        }
        for (const TieRow& tie : tie_rows(*question.data.at("ties"), system.states, year))
            if (pairs.contains(std::minmax(system.states[tie.first], system.states[tie.second])))
                rows["ties"].insert(tie.row);
        if (!seen.empty()) seen.insert(members.begin(), members.end());
        add_system_rows(rows, question.data, year, seen);
    }
    return sorted_rows(rows);
}

/// Portfolios of two states: of a measure that weighs states also the weights.
RowsByRole portfolio_ties(const RowsQuestion& question, int year) {
    if (!question.data.contains("ties") || !question.data.contains("system")) return {};
    const TieYear system = tie_year(question.data, year);
    const Sitting sitting = system.sitting(year);
    std::set<int> two;
    for (const std::string& state : question.claim.parts.about)
        if (const auto number = sitting.member(state)) two.insert(*number);
    RowSets rows = {{"ties", {}}, {"system", {}}};
    for (const TieRow& tie : tie_rows(*question.data.at("ties"), system.states, year))
        if (two.contains(system.states[tie.first]) || two.contains(system.states[tie.second]))
            rows["ties"].insert(tie.row);
    add_system_rows(rows, question.data, year, {system.states.begin(), system.states.end()});
    if (question.data.contains("weights")) {
        const Table& weights = *question.data.at("weights");
        const std::vector<std::int64_t> codes = require_integers(weights, "ccode");
        const bool plain = weights.find("weight").has_value();
        const Column& values = weights[plain ? "weight" : "cinc"];
        for (std::size_t row = 0; row < codes.size(); ++row) {
            const bool of_year = plain || weights["year"].display(row) == std::to_string(year);
            if (of_year && !values.missing(row) && std::ranges::binary_search(system.states, codes[row]))
                rows["weights"].insert(row);
        }
    }
    return sorted_rows(rows);
}

/// Places of the roll calls that are scaled.
std::vector<std::size_t> scaled_roll_calls(const RowsQuestion& question, const VoteData& votes) {
    std::set<std::int64_t> ids;
    for (const VoteItem& item : position_panel(question.plan, question.data, votes).items)
        ids.insert(item.roll_calls.begin(), item.roll_calls.end());
    std::vector<std::size_t> places;
    for (std::size_t call = 0; call < votes.roll_calls.size(); ++call)
        if (ids.contains(votes.roll_calls[call].id)) places.push_back(call);
    return places;
}

/// Pairs of roll calls on the same text, one of which the marked votes are on, and both of which were scaled.
std::vector<std::size_t> bridges_used(const Table& bridges, const VoteData& votes,
                                      const std::vector<std::size_t>& scaled, const ComparedVotes& compared) {
    std::map<std::int64_t, bool> marked;
    for (const std::size_t call : scaled) marked.emplace(votes.roll_calls[call].id, compared.holds_roll_call(call));
    const RollCallPairs pairs = roll_call_pairs(bridges);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < pairs.size(); ++row) {
        const auto first = marked.find(pairs[row].first), second = marked.find(pairs[row].second);
        if (first != marked.end() && second != marked.end() && (first->second || second->second)) rows.push_back(row);
    }
    return rows;
}

RowsByRole position_votes(const RowsQuestion& question, const NumberScope& scope, bool all) {
    const VotesRead read(question.plan, question.data, sessions_of(question.plan));
    const VoteData& votes = read.votes();
    const std::vector<std::size_t> scaled = scaled_roll_calls(question, votes);
    std::map<int, std::vector<std::size_t>> by_session;
    for (const std::size_t call : scaled) by_session[votes.roll_calls[call].session].push_back(call);
    ComparedVotes compared(votes);
    for (std::size_t state = 0; all && state < votes.states.size(); ++state) compared.add_member(state, scaled);
    for (const StateYears& of : scope.states) {
        for (const int year : of.years) {
            const int session = session_of_year(year);
            const auto state = read.state_in(of.state, session);
            if (!state) continue;
            compared.add_member(*state, by_session[session]);
            for (const std::size_t member : read.members_in(scope.poles, session))
                compared.add_member(member, by_session[session]);
        }
    }
    RowsByRole rows = read.rows_of(compared);
    if (const auto bridges = question.data.find("bridges"); bridges != question.data.end())
        rows["bridges"] = bridges_used(*bridges->second, votes, scaled, compared);
    return rows;
}

RowsByRole shared_institutions(const RowsQuestion& question, const NumberScope& scope) {
    if (!question.data.contains("memberships") || !question.data.contains("institutions")) return {};
    const Table &spells = *question.data.at("memberships"), &list = *question.data.at("institutions");
    const MembershipRecord record(spells, list, {"member"});
    RowSets rows = {{"memberships", {}}, {"institutions", {}}};
    std::set<std::string> institutions;
    for (const StateYears& of : scope.states) {
        if (!of.domains.contains("institutions")) continue;
        for (const int year : of.years) {
            const auto members = members_compared(record, scope.poles, of.state, year);
            for (const std::string& institution : institutions_compared(record, of.state, members, year)) {
                institutions.insert(institution);
                const auto add = [&](const std::string& state) {
                    for (const std::size_t row : record.rows(institution, state, year)) rows["memberships"].insert(row);
                };
                add(of.state);
                for (const auto& pole : members) std::ranges::for_each(pole, add);
            }
        }
    }
    for (std::size_t row = 0; row < list.rows(); ++row)
        if (institutions.contains(list["institution"].display(row))) rows["institutions"].insert(row);
    return sorted_rows(rows);
}

/// Does a text name one of the poles, or a member of one?
bool names_a_pole(const std::string& text, const std::vector<PoleMembers>& poles) {
    const auto state = iso3_meant(text);
    return std::ranges::any_of(poles, [&](const PoleMembers& pole) {
        return pole.id == text || (state && std::ranges::find(pole.members, *state) != pole.members.end());
    });
}

/// Figures of the states towards the poles. @param domain_and_pole  of a row; nothing when it is no figure
template <typename DomainAndPole>
std::vector<std::size_t> figures_towards(const Table& table, const NumberScope& scope, DomainAndPole domain_and_pole) {
    std::map<std::string, const StateYears*> states;
    for (const StateYears& of : scope.states) states.emplace(of.state, &of);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto state = iso3_meant(table["state"].display(row));
        const auto of = state ? states.find(*state) : states.end();
        const auto year = parse_integer(table["year"].display(row));
        if (of == states.end() || !year || !of->second->years.contains(static_cast<int>(*year))) continue;
        const auto said = domain_and_pole(row);
        if (said && of->second->domains.contains(said->first) && names_a_pole(said->second, scope.poles))
            rows.push_back(row);
    }
    return rows;
}

RowsByRole figures_of_domains(const RowsQuestion& question, const NumberScope& scope) {
    using Said = std::optional<std::pair<std::string, std::string>>;
    RowsByRole rows;
    if (const auto table = question.data.find("indicators"); table != question.data.end()) {
        const auto& prefixes = question.plan.parameters.get<NamedTexts>("indicators");
        rows["indicators"] = figures_towards(*table->second, scope, [&](std::size_t row) -> Said {
            const std::string name = (*table->second)["indicator"].display(row);
            for (const auto& [domain, prefix] : prefixes)
                if (name.starts_with(prefix) && name.size() > prefix.size())
                    return std::pair(domain, name.substr(prefix.size()));
            return std::nullopt;
        });
    }
    if (const auto table = question.data.find("flows"); table != question.data.end()) {
        const bool named = table->second->find("domain").has_value();
        rows["flows"] = figures_towards(*table->second, scope, [&](std::size_t row) -> Said {
            return std::pair(named ? (*table->second)["domain"].display(row) : std::string("flows"),
                             (*table->second)["pole"].display(row));
        });
    }
    return rows;
}

}  // namespace

RowsByRole similarity_rows_entered(const RowsQuestion& question) {
    const auto time = parse_integer(question.claim.parts.time);
    if (question.claim.parts.about.size() != 2 || !time) return {};
    const int when = static_cast<int>(*time);
    if (!question.data.contains("votes")) return portfolio_ties(question, when);
    const VotesRead read(question.plan, question.data, {when, when});
    ComparedVotes compared(read.votes());
    const auto first = read.state_in(question.claim.parts.about[0], when),
               second = read.state_in(question.claim.parts.about[1], when);
    if (first && second) compared.add_pair(when, *first, *second, question.claim.parts.quantity != "agree_voeten");
    return read.rows_of(compared);
}

RowsByRole shares_rows_entered(const RowsQuestion& question) {
    const NumberScope scope = number_scope(question.result, question.analysis, question.claim);
    return question.data.contains("votes") ? closeness_votes(question, scope) : closeness_ties(question, scope);
}

RowsByRole positions_rows_entered(const RowsQuestion& question) {
    if (!question.data.contains("votes")) return {};
    if (question.claim.parts.time.empty()) return position_votes(question, {}, true);
    return position_votes(question, number_scope(question.result, question.analysis, question.claim), false);
}

RowsByRole balance_rows_entered(const RowsQuestion& question) {
    const NumberScope scope = number_scope(question.result, question.analysis, question.claim);
    const auto with = [&](const std::string& domain) {
        NumberScope of = scope;
        std::erase_if(of.states, [&](const StateYears& state) { return !state.domains.contains(domain); });
        return of;
    };
    RowsByRole rows;
    if (question.data.contains("votes") && !with("positions").states.empty())
        put_all(rows, position_votes(question, with("positions"), false));
    if (!with("ties").states.empty()) put_all(rows, closeness_ties(question, with("ties")));
    put_all(rows, shared_institutions(question, scope));
    put_all(rows, figures_of_domains(question, scope));
    return rows;
}

}  // namespace tarazy
