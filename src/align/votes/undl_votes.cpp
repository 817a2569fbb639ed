#include "align/votes/undl_votes.hpp"

#include "base/number_text.hpp"
#include "table/named_cells.hpp"
#include "table/state_codes.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace tarazy {
namespace {

struct BulkRollCall {
    std::string day;
    std::string session_text;
    int session = 0;
    const Table* table = nullptr;
    std::size_t row = 0;  ///< where it appears first
};

using BulkRollCalls = std::unordered_map<std::int64_t, BulkRollCall>;

/// Votes of one file in our layout.
struct CastVotes {
    std::vector<std::int64_t> ids, states, votes;
    std::vector<std::uint32_t> lines;
};

struct LeftOut {
    std::string name;
    std::size_t votes = 0;
};

std::string line_of(const Table& table, std::size_t row) {
    const Problem place = table.problem(row, "", "", "");
    return place.file + ':' + std::to_string(place.line);
}

std::optional<std::chrono::year_month_day> calendar_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = parse_integer(text.substr(0, 4)), month = parse_integer(text.substr(5, 2)),
               day = parse_integer(text.substr(8, 2));
    if (!year || !month || !day || *month < 1 || *day < 1) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return date;
}

/// "79"; or "ES-10", "S-18", "10emsp", "6sp": the regular session open on the day.
std::optional<int> session_number(const std::string& text, const std::chrono::year_month_day& date) {
    if (const auto number = parse_integer(text)) {
        if (*number >= 1 && *number <= 1000) return static_cast<int>(*number);
        return std::nullopt;
    }
    const bool special = text.starts_with("ES") || text.starts_with("S") || text.ends_with("sp");
    if (!special || std::ranges::none_of(text, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    using namespace std::chrono;
    const bool opened = month_day{date.month(), date.day()} >= month_day{September, std::chrono::day(15)};
    const int session = static_cast<int>(date.year()) - (opened ? 1945 : 1946);
    return session >= 1 ? std::optional(session) : std::nullopt;
}

/// COW number of an ISO code on a day: the state whose spell in the COW system covers the day, else the nearest by year
/// (Ukraine voted from 1945, COW has it from 1991).
std::optional<int> cow_on(const std::string& code, const std::string& day) {
    if (code.empty()) return std::nullopt;
    if (code == "CHN" && day < "1971-10-25") return 713;
    for (const State& state : all_states()) {
        if (state.iso3 != code || !state.cow) continue;
        for (const SystemSpell& spell : state.cow_spells)
            if (spell.first <= day && (spell.last.empty() || day <= spell.last)) return state.cow;
    }
    return cow_of_iso3(code, static_cast<int>(*parse_integer(std::string_view(day).substr(0, 4))));
}

std::optional<int> cow_by_name(const std::string& name, const std::string& day) {
    if (name.empty()) return std::nullopt;
    const int year = static_cast<int>(*parse_integer(std::string_view(day).substr(0, 4)));
    const State* state = find_state(name, StateScheme::name, year);
    return state == nullptr ? std::nullopt : state->cow;
}

/// Reads the bulk files one after the other.
class BulkReader {
public:
    Table read(const Table& table) {
        const std::vector<std::string> needed = {"undl_id", "ms_code", "ms_name", "ms_vote", "date", "session"};
        require_columns(table, needed);
        if (table.rows() == 0) {
            throw InputError({table.origin.path, 1, 0, "the file has a header but no rows", "give at least one vote"});
        }
        table_ = &table;
        diagnostics_ = {};
        codes_ = require_texts(table, "ms_code");
        names_ = require_texts(table, "ms_name");
        cast_ = {};
        const auto ids = require_integers(table, "undl_id");
        const auto votes = require_texts(table, "ms_vote"), days = require_texts(table, "date"),
                   sessions = require_texts(table, "session");
        for (std::size_t row = 0; row < ids.size(); ++row) {
            const auto vote = vote_of(row, votes[row]);
            if (ids[row] == Column::missing_integer) {
                add(row, "undl_id", "undl_id is missing", "give the number of the record in the Digital Library");
                continue;
            }
            const BulkRollCall* call = roll_call_of(row, ids[row], days[row], sessions[row]);
            if (call != nullptr && vote) add_vote(row, ids[row], *call, *vote);
        }
        diagnostics_.throw_if_any();
        return votes_table();
    }

    /// The roll calls of all files read, without those in `known`.
    [[nodiscard]] Table roll_calls(const std::unordered_set<std::int64_t>& known) const {
        std::vector<std::pair<std::int64_t, const BulkRollCall*>> sorted;
        for (const auto& [id, call] : calls_)
            if (!known.contains(id)) sorted.emplace_back(id, &call);
        std::ranges::sort(sorted);
        TableRows rows(IntegerColumn{"rcid"}, IntegerColumn{"session"}, TextColumn{"date"}, TextColumn{"unres"},
                       TextColumn{"draft"}, TextColumn{"short"}, TextColumn{"descr"});
        for (const auto& [id, call] : sorted) {
            const auto cell = [call = call](const char* column) { return text_in(*call->table, column, call->row); };
            rows.add(id, call->session, call->day, cell("resolution"), cell("draft"), cell("title"),
                     cell("agenda_title"));
        }
        Table list = rows.table();
        for (const char* flag : {"amend", "para"})
            list.add(flag, Column(std::vector<std::int64_t>(list.rows(), Column::missing_integer)));
        return list;
    }

    /// One sentence on the states that have no COW number; empty when all have.
    [[nodiscard]] std::string left_out() const {
        constexpr std::size_t shown = 10;
        std::string names;
        std::size_t count = 0, votes = 0;
        for (const auto& [code, state] : unknown_) {
            votes += state.votes;
            if (++count > shown) continue;
            names += (names.empty() ? "" : ", ") + code + (state.name.empty() ? "" : " (" + state.name + ")");
        }
        if (count == 0) return {};
        return "without a COW number, left out with " + std::to_string(votes) + " vote(s): " + names +
               (count > shown ? " and " + std::to_string(count - shown) + " more" : "");
    }

private:
    void add(std::size_t row, std::string_view column, std::string what, std::string remedy) {
        diagnostics_.add(table_->problem(row, column, std::move(what), std::move(remedy)));
    }

    /// 0 for an absence; nothing when the cell is none of the four letters.
    std::optional<int> vote_of(std::size_t row, const std::string& text) {
        if (text == "Y") return 1;
        if (text == "A") return 2;
        if (text == "N") return 3;
        if (text == "X") return 0;
        add(row, "ms_vote", text.empty() ? "ms_vote is missing" : "ms_vote is '" + text + "'",
            "votes are Y yes, A abstain, N no, X not voting");
        return std::nullopt;
    }

    const BulkRollCall* roll_call_of(std::size_t row, std::int64_t id, const std::string& day,
                                     const std::string& session) {
        const auto found = calls_.find(id);
        if (found == calls_.end()) {
            const auto date = calendar_day(day);
            if (!date) {
                add(row, "date", day.empty() ? "date is missing" : "date is '" + day + "'",
                    "give the day of the vote as YYYY-MM-DD");
                return nullptr;
            }
            const auto number = session_number(session, *date);
            if (!number) {
                add(row, "session", session.empty() ? "session is missing" : "session is '" + session + "'",
                    "give the number of a regular session, or ES-10, S-18 for a special one");
                return nullptr;
            }
            return &calls_.emplace(id, BulkRollCall{day, session, *number, table_, row}).first->second;
        }
        const BulkRollCall& call = found->second;
        const bool same_day = call.day == day, same_session = call.session_text == session;
        if (same_day && same_session) return &call;
        const std::string column = same_day ? "session" : "date";
        add(row, column,
            "roll call " + std::to_string(id) + " has " + column + " '" + (same_day ? session : day) + "' here and '" +
                (same_day ? call.session_text : call.day) + "' at " + line_of(*call.table, call.row),
            "all rows of a roll call have one day and one session");
        return nullptr;
    }

    void add_vote(std::size_t row, std::int64_t id, const BulkRollCall& call, int vote) {
        const auto state = state_of(row, call.day);
        if (!state) {
            LeftOut& left = unknown_[codes_[row].empty() ? names_[row] : codes_[row]];
            left.name = codes_[row].empty() ? "" : names_[row];
            if (vote != 0) ++left.votes;
            return;
        }
        const auto [first, added] = rows_.try_emplace(std::pair(id, *state), std::pair(table_, row));
        if (!added) {
            add(row, "ms_code",
                "state " + (codes_[row].empty() ? names_[row] : codes_[row]) + " votes a second time on roll call " +
                    std::to_string(id) + "; its first vote stands at " +
                    line_of(*first->second.first, first->second.second),
                "keep one of the two rows");
            return;
        }
        if (vote == 0) return;
        cast_.ids.push_back(id);
        cast_.states.push_back(*state);
        cast_.votes.push_back(vote);
        cast_.lines.push_back(static_cast<std::uint32_t>(table_->problem(row, "", "", "").line));
    }

    std::optional<int> state_of(std::size_t row, const std::string& day) {
        auto [entry, added] = states_.try_emplace(codes_[row] + '\n' + names_[row] + '\n' + day);
        if (added) {
            entry->second = cow_on(codes_[row], day);
            if (!entry->second) entry->second = cow_by_name(names_[row], day);
        }
        return entry->second;
    }

    Table votes_table() {
        Table votes;
        votes.add("rcid", Column(std::move(cast_.ids)));
        votes.add("ccode", Column(std::move(cast_.states)));
        votes.add("vote", Column(std::move(cast_.votes)));
        votes.origin = {table_->origin.path, table_->origin.sha256, std::move(cast_.lines)};
        return votes;
    }

    struct PairHash {
        std::size_t operator()(const std::pair<std::int64_t, int>& key) const {
            return std::hash<std::int64_t>()(key.first * 1024 + key.second);
        }
    };

    const Table* table_ = nullptr;
    Diagnostics diagnostics_;
    std::vector<std::string> codes_, names_;
    CastVotes cast_;
    BulkRollCalls calls_;
    std::unordered_map<std::pair<std::int64_t, int>, std::pair<const Table*, std::size_t>, PairHash> rows_;
    std::unordered_map<std::string, std::optional<int>> states_;
    std::map<std::string, LeftOut> unknown_;
};

std::unordered_set<std::int64_t> listed_roll_calls(std::span<const Table> roll_calls) {
    std::unordered_set<std::int64_t> ids;
    for (const Table& table : roll_calls) {
        require_column(table, "rcid");
        const auto column = require_integers(table, "rcid");
        ids.insert(column.begin(), column.end());
    }
    return ids;
}

}  // namespace

bool is_undl_layout(const Table& table) {
    return table.find("undl_id").has_value() && !table.find("rcid");
}

VoteTables from_undl_layout(std::vector<Table> votes, std::vector<Table> roll_calls) {
    VoteTables result;
    result.roll_calls = std::move(roll_calls);
    BulkReader reader;
    bool bulk = false;
    for (const Table& table : votes) {
        if (!is_undl_layout(table)) continue;
        result.votes.push_back(reader.read(table));
        bulk = true;
    }
    for (Table& table : votes)
        if (!is_undl_layout(table)) result.votes.push_back(std::move(table));
    if (!bulk) return result;
    Table list = reader.roll_calls(listed_roll_calls(result.roll_calls));
    if (list.rows() > 0) result.roll_calls.push_back(std::move(list));
    if (std::string sentence = reader.left_out(); !sentence.empty()) result.warnings.push_back(std::move(sentence));
    return result;
}

}  // namespace tarazy
