#include "align/votes.hpp"

#include "base/number_text.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <unordered_map>

namespace tarazy {
namespace {

constexpr std::string_view only_three = "votes are 1 yes, 2 abstain, 3 no; leave absent states out";

struct Listed {
    int session = 0;
    std::string block;
    const Table* table = nullptr;
    std::size_t row = 0;
};

using RollCallList = std::unordered_map<std::int64_t, Listed>;

std::string place(const Table& table, std::size_t row) {
    const Problem problem = table.problem(row, "", "", "");
    return problem.file + ':' + std::to_string(problem.line);
}

int checked_session(const Table& table, std::size_t row, std::int64_t session, Diagnostics& diagnostics) {
    if (session >= 0 && session <= 100000) return static_cast<int>(session);
    diagnostics.add(table.problem(row, "session", "session is missing or out of range",
                                  "give each roll call the number of its session"));
    return 0;
}

RollCallList list_roll_calls(std::span<const Table> tables, const std::string& block_column) {
    RollCallList list;
    Diagnostics diagnostics;
    for (const Table& table : tables) {
        std::vector<std::string> needed = {"rcid", "session"};
        if (!block_column.empty()) needed.push_back(block_column);
        require_columns(table, needed);
        const auto ids = require_integers(table, "rcid");
        const auto sessions = require_integers(table, "session");
        const auto blocks = block_column.empty() ? std::vector<std::string>() : require_texts(table, block_column);
        for (std::size_t row = 0; row < ids.size(); ++row) {
            Listed listed{checked_session(table, row, sessions[row], diagnostics),
                          block_column.empty() ? std::string() : blocks[row], &table, row};
            const auto [entry, added] = list.try_emplace(ids[row], std::move(listed));
            if (added) continue;
            const Listed& first = entry->second;
            diagnostics.add(table.problem(
                row, "rcid",
                "roll call " + std::to_string(ids[row]) + " is listed before, at " + place(*first.table, first.row),
                "keep one row for each roll call"));
        }
    }
    diagnostics.throw_if_any();
    return list;
}

/// Columns of one votes table, checked for their types.
struct VoteRows {
    const Table* table = nullptr;
    std::vector<std::int64_t> ids, states, votes, sessions;
};

VoteRows vote_rows(const Table& table, bool own_sessions) {
    const std::vector<std::string> needed = {"rcid", "ccode", "vote"};
    require_columns(table, needed);
    VoteRows rows{
        &table, require_integers(table, "rcid"), require_integers(table, "ccode"), require_integers(table, "vote"), {}};
    if (own_sessions && table.find("session")) rows.sessions = require_integers(table, "session");
    Diagnostics diagnostics;
    if (table.rows() == 0) {
        diagnostics.add({table.origin.path, 1, 0, "the file has a header but no rows", "give at least one vote"});
    }
    for (std::size_t row = 0; row < rows.ids.size(); ++row) {
        if (rows.votes[row] < 1 || rows.votes[row] > 3) {
            const std::string shown = table["vote"].display(row);
            diagnostics.add(table.problem(row, "vote", shown.empty() ? "vote is missing" : "vote is " + shown,
                                          std::string(only_three)));
        }
        const std::int64_t state = rows.states[row];
        if (state < 0 || state > 1'000'000) {
            diagnostics.add(table.problem(row, "ccode", "ccode is missing or out of range", "give the state's code"));
        }
        if (rows.ids[row] == Column::missing_integer) {
            diagnostics.add(table.problem(row, "rcid", "rcid is missing", "give the number of the roll call"));
        }
    }
    diagnostics.throw_if_any();
    return rows;
}

/// The roll calls that have votes in the chosen sessions.
std::vector<RollCall> voted_roll_calls(const std::vector<VoteRows>& tables, const RollCallList& list, bool listed,
                                       std::span<const int> chosen) {
    std::unordered_map<std::int64_t, RollCall> found;
    Diagnostics diagnostics;
    for (const VoteRows& rows : tables) {
        for (std::size_t row = 0; row < rows.ids.size(); ++row) {
            const std::int64_t id = rows.ids[row];
            if (row > 0 && id == rows.ids[row - 1] && found.contains(id)) continue;
            RollCall call{id, 0, {}};
            if (listed) {
                const auto entry = list.find(id);
                if (entry == list.end()) {
                    diagnostics.add(rows.table->problem(
                        row, "rcid", "roll call " + std::to_string(id) + " is not in the list of roll calls",
                        "add it to the list, or take its votes out"));
                    continue;
                }
                call.session = entry->second.session;
                call.block = entry->second.block;
            } else if (!rows.sessions.empty()) {
                call.session = checked_session(*rows.table, row, rows.sessions[row], diagnostics);
            }
            if (chosen.empty() || std::ranges::find(chosen, call.session) != chosen.end()) found.try_emplace(id, call);
        }
    }
    diagnostics.throw_if_any();
    std::vector<RollCall> calls;
    for (auto& [id, call] : found) calls.push_back(std::move(call));
    std::ranges::sort(calls, [](const RollCall& a, const RollCall& b) {
        return std::pair(a.session, a.id) < std::pair(b.session, b.id);
    });
    return calls;
}

/// Where the vote of this roll call and state stands first; only asked for when a second one was found.
std::string first_vote(const std::vector<VoteRows>& tables, std::int64_t id, std::int64_t state) {
    for (const VoteRows& rows : tables) {
        for (std::size_t row = 0; row < rows.ids.size(); ++row) {
            if (rows.ids[row] == id && rows.states[row] == state) {
                const Problem problem = rows.table->problem(row, "", "", "");
                return tables.size() > 1 ? "at " + place(*rows.table, row) : "on line " + std::to_string(problem.line);
            }
        }
    }
    return {};
}

void fill_cells(VoteData& data, const std::vector<VoteRows>& tables) {
    std::unordered_map<std::int64_t, std::size_t> index_of;
    for (std::size_t i = 0; i < data.roll_calls.size(); ++i) index_of.emplace(data.roll_calls[i].id, i);
    std::unordered_map<std::int64_t, std::size_t> column_of;
    for (std::size_t i = 0; i < data.states.size(); ++i) column_of.emplace(data.states[i], i);
    data.cells.assign(data.roll_calls.size() * data.states.size(), VoteData::absent);
    Diagnostics diagnostics;
    for (const VoteRows& rows : tables) {
        for (std::size_t row = 0; row < rows.ids.size(); ++row) {
            const auto call = index_of.find(rows.ids[row]);
            if (call == index_of.end()) continue;  // of a session that was not asked for
            std::uint8_t& cell = data.cells[call->second * data.states.size() + column_of.at(rows.states[row])];
            if (cell != VoteData::absent) {
                std::string what = "state " + std::to_string(rows.states[row]) + " votes a second time on roll call " +
                                   std::to_string(rows.ids[row]);
                // The search costs a pass over the file: not for the problems that are only counted.
                if (diagnostics.count() < Diagnostics::kept) {
                    what += "; its first vote stands " + first_vote(tables, rows.ids[row], rows.states[row]);
                }
                diagnostics.add(rows.table->problem(row, "rcid", std::move(what), "keep one of the two rows"));
            }
            cell = static_cast<std::uint8_t>(rows.votes[row]);
        }
    }
    diagnostics.throw_if_any();
}

std::vector<int> states_in(const std::vector<VoteRows>& tables, const std::vector<RollCall>& calls) {
    std::unordered_map<std::int64_t, bool> wanted;
    for (const RollCall& call : calls) wanted.emplace(call.id, true);
    std::map<std::int64_t, bool> states;
    for (const VoteRows& rows : tables) {
        for (std::size_t row = 0; row < rows.ids.size(); ++row) {
            if (wanted.contains(rows.ids[row])) states.emplace(rows.states[row], true);
        }
    }
    std::vector<int> sorted;
    for (const auto& [state, present] : states) sorted.push_back(static_cast<int>(state));
    return sorted;
}

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

VoteData load_votes(std::span<const Table> votes, std::span<const Table> roll_calls, std::span<const int> sessions,
                    const std::string& block_column) {
    assert(!votes.empty());
    const RollCallList list = list_roll_calls(roll_calls, block_column);
    std::vector<VoteRows> tables;
    for (const Table& table : votes) tables.push_back(vote_rows(table, roll_calls.empty()));
    VoteData data;
    data.roll_calls = voted_roll_calls(tables, list, !roll_calls.empty(), sessions);
    if (data.roll_calls.empty()) {
        throw InputError({votes.front().origin.path, 0, 0, "no votes in the sessions asked for",
                          "look at the sessions of the data with `tarazy data inspect`"});
    }
    data.states = states_in(tables, data.roll_calls);
    fill_cells(data, tables);
    return data;
}

std::vector<int> parse_sessions(const std::string& text) {
    std::vector<int> sessions;
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        const std::string part = text.substr(at, comma - at);
        const std::size_t dash = part.find('-');
        const auto first = parse_integer(part.substr(0, dash));
        const auto last = dash == std::string::npos ? first : parse_integer(part.substr(dash + 1));
        if (!first || !last || *first < 0 || *last < *first || *last > 100000) {
            throw UsageError("'" + part + "' is no session or range of sessions; write 69, 46-74 or 60,69-71");
        }
        for (std::int64_t session = *first; session <= *last; ++session) sessions.push_back(static_cast<int>(session));
        at = comma + 1;
    }
    std::ranges::sort(sessions);
    sessions.erase(std::unique(sessions.begin(), sessions.end()), sessions.end());
    return sessions;
}

}  // namespace tarazy
