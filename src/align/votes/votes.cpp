#include "align/votes/votes.hpp"

#include "align/votes/sitting.hpp"
#include "align/votes/vote_rows.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "table/state_reference.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <span>
#include <unordered_map>

namespace tarazy {
namespace {

/// A roll call as the votes tell it, and where they told it first.
struct VotedRollCall {
    RollCall call;
    std::optional<int> year;
    const VoteRows* rows = nullptr;
    std::size_t row = 0;
};

std::string shown(const VoteRows& rows, const char* column, std::size_t row) {
    return (*rows.table)[column].display(row);
}

/// The roll calls on which someone voted, of all sessions.
class VotedRollCalls {
public:
    /// @param faults  roll calls that the list does not have, or of two sessions
    VotedRollCalls(std::span<const VoteRows> tables, const RollCallList& list, bool listed, Diagnostics& faults)
        : list_(list), listed_(listed), diagnostics_(faults) {
        for (const VoteRows& rows : tables) add(rows);
    }

    /// Sorted by session and id.
    [[nodiscard]] std::vector<VotedRollCall> in(std::span<const int> chosen) const {
        std::vector<VotedRollCall> calls;
        for (const auto& [id, voted] : found_) {
            if (chosen.empty() || std::ranges::find(chosen, voted.call.session) != chosen.end()) calls.push_back(voted);
        }
        std::ranges::sort(calls, [](const VotedRollCall& a, const VotedRollCall& b) {
            return std::pair(a.call.session, a.call.id) < std::pair(b.call.session, b.call.id);
        });
        return calls;
    }

private:
    void add(const VoteRows& rows) {
        const VotedRollCall* last = nullptr;
        for (std::size_t row = 0; row < rows.ids.size(); ++row) {
            if (rows.votes[row] == VoteData::absent) continue;
            const std::int64_t id = rows.ids[row];
            if (last == nullptr || last->call.id != id) last = entry(rows, row, id);
            if (last == nullptr || rows.sessions.empty() || rows.sessions[row] == last->call.session) continue;
            // A session that is missing or out of range is a fault of its own, told once.
            if (last->rows == &rows && last->row == row) continue;
            if (!is_session(rows.sessions[row])) {
                checked_session(*rows.table, row, rows.sessions[row], diagnostics_);
                continue;
            }
            const auto& first_sessions = last->rows->sessions;
            if (!first_sessions.empty() && !is_session(first_sessions[last->row])) continue;
            diagnostics_.add(rows.table->problem(row, "session",
                                                 "roll call " + shown(rows, "rcid", row) + " is of session " +
                                                     shown(rows, "session", row) + " here and of session " +
                                                     std::to_string(last->call.session) + " at " +
                                                     place_of_row(*last->rows->table, last->row),
                                                 "all rows of a roll call have one session"));
        }
    }

    const VotedRollCall* entry(const VoteRows& rows, std::size_t row, std::int64_t id) {
        if (const auto known = found_.find(id); known != found_.end()) return &known->second;
        VotedRollCall voted{{id, 0, {}}, {}, &rows, row};
        if (listed_) {
            const auto listed = list_.find(id);
            if (listed == list_.end()) {
                diagnostics_.add(rows.table->problem(
                    row, "rcid", "roll call " + shown(rows, "rcid", row) + " is not in the list of roll calls",
                    "add it to the list, or take its votes out"));
                return nullptr;
            }
            voted.call.session = listed->second.session;
            voted.call.block = listed->second.block;
            voted.year = listed->second.year;
        } else {
            if (!rows.sessions.empty())
                voted.call.session = checked_session(*rows.table, row, rows.sessions[row], diagnostics_);
            if (!rows.years.empty()) voted.year = rows.years[row];
        }
        return &found_.emplace(id, std::move(voted)).first->second;
    }

    const RollCallList& list_;
    bool listed_;
    std::unordered_map<std::int64_t, VotedRollCall> found_;
    Diagnostics& diagnostics_;
};

/// Every vote of a state on a roll call on which it has voted before. O(rows log rows): only asked for where there are
/// faults.
/// @param wanted  which roll calls count
template <typename Wanted>
void add_second_votes(const std::vector<VoteRows>& tables, const char* member_word, const Wanted& wanted,
                      Diagnostics& faults) {
    std::map<std::pair<std::int64_t, std::int64_t>, std::pair<const VoteRows*, std::size_t>> first;
    for (const VoteRows& rows : tables) {
        for (std::size_t row = 0; row < rows.ids.size(); ++row) {
            if (rows.votes[row] == VoteData::absent || !wanted(rows.ids[row])) continue;
            const auto [entry, added] =
                first.try_emplace(std::pair(rows.ids[row], rows.members[row]), std::pair(&rows, row));
            if (added) continue;
            const auto& [of, at] = entry->second;
            faults.add(rows.table->problem(
                row, "rcid",
                member_word + (' ' + shown(rows, rows.member_column.c_str(), row)) +
                    " votes a second time on roll call " + shown(rows, "rcid", row) + "; its first vote stands " +
                    (tables.size() > 1 ? "at " + place_of_row(*of->table, at)
                                       : "on line " + std::to_string(of->table->problem(at, "", "", "").line)),
                "keep one of the two rows"));
        }
    }
}

void fill_cells(VoteData& data, const std::vector<VoteRows>& tables) {
    std::unordered_map<std::int64_t, std::size_t> index_of;
    for (std::size_t i = 0; i < data.roll_calls.size(); ++i) index_of.emplace(data.roll_calls[i].id, i);
    std::unordered_map<std::int64_t, std::size_t> column_of;
    for (std::size_t i = 0; i < data.states.size(); ++i) column_of.emplace(data.states[i], i);
    data.cells.assign(data.roll_calls.size() * data.states.size(), VoteData::absent);
    bool twice = false;
    for (const VoteRows& rows : tables) {
        for (std::size_t row = 0; row < rows.ids.size(); ++row) {
            if (rows.votes[row] == VoteData::absent) continue;
            const auto call = index_of.find(rows.ids[row]);
            if (call == index_of.end()) continue;  // of a session that was not asked for
            std::uint8_t& cell = data.cells[call->second * data.states.size() + column_of.at(rows.members[row])];
            twice = twice || cell != VoteData::absent;
            cell = rows.votes[row];
        }
    }
    if (!twice) return;
    Diagnostics faults;
    add_second_votes(
        tables, data.assembly.member_word(), [&](std::int64_t id) { return index_of.contains(id); }, faults);
    faults.throw_if_any();
}

std::vector<int> states_in(const std::vector<VoteRows>& tables, const std::vector<RollCall>& calls) {
    std::unordered_map<std::int64_t, bool> wanted;
    for (const RollCall& call : calls) wanted.emplace(call.id, true);
    std::map<std::int64_t, bool> states;
    for (const VoteRows& rows : tables) {
        for (std::size_t row = 0; row < rows.ids.size(); ++row) {
            if (rows.votes[row] != VoteData::absent && wanted.contains(rows.ids[row]))
                states.emplace(rows.members[row], true);
        }
    }
    std::vector<int> sorted;
    for (const auto& [state, present] : states) sorted.push_back(static_cast<int>(state));
    return sorted;
}

/// Parties by session; a member with several in one session gets that of most of its rows.
void add_parties(VoteData& data, const std::vector<VoteRows>& tables) {
    std::unordered_map<std::int64_t, int> session_of;
    for (const RollCall& call : data.roll_calls) session_of.emplace(call.id, call.session);
    std::map<std::pair<int, int>, std::map<std::string, std::size_t>> counts;
    for (const VoteRows& rows : tables) {
        for (std::size_t row = 0; row < rows.parties.size(); ++row) {
            const auto session = session_of.find(rows.ids[row]);
            if (session == session_of.end() || rows.parties[row].empty()) continue;
            ++counts[{session->second, static_cast<int>(rows.members[row])}][rows.parties[row]];
        }
    }
    for (const auto& [key, parties] : counts) {
        const auto most = std::ranges::max_element(
            parties, [](const auto& a, const auto& b) { return a.second < b.second; });  // in doubt the first by name
        data.assembly.parties[key] = most->first;
        if (parties.size() == 1) continue;
        const std::string list = joined(
            parties, ", ", [](const auto& party) { return party.first + " (" + std::to_string(party.second) + ")"; });
        data.warnings.push_back(data.assembly.name(key.second) + " is of several parties in session " +
                                std::to_string(key.first) + ": " + list + "; counted with " + most->first);
    }
}

/// A single misspelt state makes the votes those of members that are no states, which changes how all of it is read.
void warn_of_misspelt_states(VoteData& data, const std::vector<VoteRows>& tables) {
    if (!data.assembly.parties.empty()) return;
    const auto is_state = [&](int member) {
        return data.assembly.names.empty() ? is_number_of_a_state(member)
                                           : state_meant(data.assembly.name(member)) != nullptr;
    };
    std::set<std::int64_t> others;
    for (const int member : data.states)
        if (!is_state(member)) others.insert(member);
    constexpr std::size_t one_in = 20, least_states = 3;
    const std::size_t states = data.states.size() - others.size();
    if (others.empty() || states < least_states) return;
    if (others.size() > 1 && others.size() * one_in > data.states.size()) return;
    for (const VoteRows& rows : tables) {
        for (std::size_t row = 0; row < rows.members.size() && !others.empty(); ++row) {
            if (others.erase(rows.members[row]) == 0) continue;
            const std::string name = shown(rows, rows.member_column.c_str(), row);
            data.warnings.push_back(to_string(
                rows.table->problem(row, rows.member_column,
                                    not_meant_text(name) + ", as the other members (" + std::to_string(states) +
                                        ") have; with it the votes are not read as those of states",
                                    not_meant_hint(name))));
        }
    }
}

void warn_of_sessions(VoteData& data, std::span<const int> chosen) {
    const std::vector<int> known = data.sessions();
    std::vector<std::string> lacking;
    for (const int session : chosen)
        if (!std::ranges::binary_search(known, session)) lacking.push_back(std::to_string(session));
    if (lacking.empty()) return;
    data.warnings.push_back("no votes in " + std::to_string(lacking.size()) +
                            " of the sessions asked for: " + first_few(lacking, 8));
}

std::string list_of_sessions(const std::vector<VotedRollCall>& calls) {
    std::set<int> sessions;
    for (const VotedRollCall& voted : calls) sessions.insert(voted.call.session);
    if (sessions.empty()) return "no vote at all";
    std::vector<std::string> names;
    for (const int session : sessions) names.push_back(std::to_string(session));
    return "the data have the sessions " + first_few(names, 8);
}

void add_years(VoteData& data, const std::vector<VotedRollCall>& calls, Body body) {
    std::vector<std::pair<int, int>> dated;
    for (const VotedRollCall& voted : calls)
        if (voted.year) dated.emplace_back(voted.call.session, *voted.year);
    SessionYears found = session_years(body, data.assembly, data.states, data.sessions(), dated);
    data.assembly.years = std::move(found.years);
    if (!found.assumed.empty()) data.notes.push_back(std::move(found.assumed));
}

/// Members and roll calls of all tables as numbers.
struct Numberings {
    Numbering members, calls;

    Numberings(std::span<const Table> votes, std::span<const Table> roll_calls) {
        for (const Table& table : votes) {
            require_vote_columns(table);
            members.see(table, member_column(table));
            calls.see(table, "rcid");
        }
        for (const Table& table : roll_calls) {
            require_list_columns(table);
            calls.see(table, "rcid");
        }
        members.close();
        calls.close();
    }
};

}  // namespace

std::optional<std::size_t> VoteData::state_index(int code) const {
    const auto found = std::ranges::lower_bound(states, code);
    if (found == states.end() || *found != code) return std::nullopt;
    return static_cast<std::size_t>(found - states.begin());
}

std::pair<std::size_t, std::size_t> VoteData::session_range(int session) const {
    const auto first = std::ranges::lower_bound(roll_calls, session, {}, &RollCall::session);
    const auto last = std::ranges::upper_bound(roll_calls, session, {}, &RollCall::session);
    return {static_cast<std::size_t>(first - roll_calls.begin()), static_cast<std::size_t>(last - roll_calls.begin())};
}

std::vector<int> VoteData::sessions() const {
    std::vector<int> list;
    for (const RollCall& call : roll_calls) {
        if (list.empty() || list.back() != call.session) list.push_back(call.session);
    }
    return list;
}

VoteData load_votes(std::span<const Table> votes, std::span<const Table> roll_calls, const VoteReading& reading) {
    assert(!votes.empty());
    const Numberings numbers(votes, roll_calls);
    Diagnostics faults;
    const RollCallList list = list_roll_calls(roll_calls, numbers.calls, reading.block_column, faults);
    const bool listed_well = faults.empty();
    VoteData data;
    std::vector<VoteRows> tables;
    for (const Table& table : votes) {
        tables.push_back(vote_rows(table, numbers.members, numbers.calls, roll_calls.empty(), data.notes, faults));
        if (roll_calls.empty() && !tells_session(table))
            data.warnings.push_back(table.origin.path + ": there is no column 'session'; all votes are one session, 0");
    }
    // What a list with faults does not have may be there once they are mended.
    const VotedRollCalls voted(listed_well ? std::span<const VoteRows>(tables) : std::span<const VoteRows>(), list,
                               !roll_calls.empty(), faults);
    if (!faults.empty())
        add_second_votes(
            tables, numbers.members.named() ? "member" : "state", [](std::int64_t) { return true; }, faults);
    faults.throw_if_any();
    const std::vector<VotedRollCall> calls = voted.in(reading.sessions);
    if (calls.empty()) {
        throw InputError({votes.front().origin.path, 0, 0, "no votes in the sessions asked for",
                          list_of_sessions(voted.in({})) + "; look at them with `tarazy data inspect`"});
    }
    for (const VotedRollCall& call : calls) {
        data.roll_calls.push_back(call.call);
        if (numbers.calls.named())
            data.roll_calls.back().name = numbers.calls.names()[static_cast<std::size_t>(call.call.id - 1)];
    }
    data.states = states_in(tables, data.roll_calls);
    if (numbers.members.named()) {
        for (const int member : data.states)
            data.assembly.names[member] = numbers.members.names()[static_cast<std::size_t>(member - 1)];
    }
    fill_cells(data, tables);
    add_parties(data, tables);
    add_years(data, calls, reading.body);
    if (reading.body == Body::automatic) warn_of_misspelt_states(data, tables);
    warn_of_sessions(data, reading.sessions);
    return data;
}

std::vector<std::optional<std::size_t>> cells_of_rows(const Table& votes, std::span<const Table> roll_calls,
                                                      const VoteData& data) {
    const Numberings numbers(std::span(&votes, 1), roll_calls);
    std::vector<std::string> notes;
    Diagnostics faults;
    const VoteRows rows = vote_rows(votes, numbers.members, numbers.calls, false, notes, faults);
    faults.throw_if_any();
    std::unordered_map<std::int64_t, std::size_t> call_of, state_of;
    for (std::size_t i = 0; i < data.roll_calls.size(); ++i) call_of.emplace(data.roll_calls[i].id, i);
    for (std::size_t i = 0; i < data.states.size(); ++i) state_of.emplace(data.states[i], i);
    std::vector<std::optional<std::size_t>> cells(rows.ids.size());
    for (std::size_t row = 0; row < rows.ids.size(); ++row) {
        if (rows.votes[row] == VoteData::absent) continue;
        const auto call = call_of.find(rows.ids[row]), state = state_of.find(rows.members[row]);
        if (call != call_of.end() && state != state_of.end())
            cells[row] = call->second * data.states.size() + state->second;
    }
    return cells;
}

Table with_roll_call_numbers(Table table, const std::string& column, const VoteData& votes) {
    const auto named = [](const RollCall& call) { return !call.name.empty(); };
    if (!std::ranges::any_of(votes.roll_calls, named)) return table;
    std::map<std::string, std::int64_t> number_of;
    for (const RollCall& call : votes.roll_calls) number_of.emplace(call.name, call.id);
    std::vector<std::int64_t> numbers;
    std::int64_t unknown = 0;
    for (const std::string& name : require_texts(table, column)) {
        const auto [entry, fresh] = number_of.try_emplace(name, unknown - 1);
        if (fresh) --unknown;
        numbers.push_back(name.empty() ? Column::missing_integer : entry->second);
    }
    table.columns[*table.find(column)] = Column(std::move(numbers));
    return table;
}

std::vector<int> parse_sessions(const std::string& text) {
    std::vector<int> sessions;
    for (const std::string& part : split(text, ',')) {
        const std::size_t dash = part.find('-');
        const auto first = parse_integer(part.substr(0, dash));
        const auto last = dash == std::string::npos ? first : parse_integer(part.substr(dash + 1));
        if (!first || !last || *first < 0 || *last < *first || *last > 100000) {
            throw UsageError("'" + part + "' is no session or range of sessions; write 69, 46-74 or 60,69-71");
        }
        for (std::int64_t session = *first; session <= *last; ++session) sessions.push_back(static_cast<int>(session));
    }
    std::ranges::sort(sessions);
    sessions.erase(std::unique(sessions.begin(), sessions.end()), sessions.end());
    return sessions;
}

}  // namespace tarazy
