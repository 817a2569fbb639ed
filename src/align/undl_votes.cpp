#include "align/undl_votes.hpp"

#include "align/votes.hpp"
#include "base/number_text.hpp"
#include "table/state_codes.hpp"
#include "table/state_codes_resolve.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

namespace tarazy {
namespace {

/// What all rows of one roll call have in common.
struct UndlRollCall {
    std::string date, written_session;
    int session = 0, year = 0;
    std::size_t row = 0;  ///< the first
};

struct Day {
    int year = 0, month = 0;
};

/// "2025-11-23" or "11/23/2025": year and month are all that is needed.
std::optional<Day> day_of(const std::string& date) {
    const auto number = [&](std::size_t begin, std::size_t length) -> std::optional<int> {
        if (date.size() < begin + length) return std::nullopt;
        const auto value = parse_integer(std::string_view(date).substr(begin, length));
        return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
    };
    const std::size_t slash = date.find('/');
    std::optional<int> year = number(0, 4), month = number(5, 2);
    if (slash != std::string::npos) {
        const std::size_t last = date.rfind('/');
        year = number(last + 1, 4);
        month = number(0, slash);
    }
    if (!year || !month || *year < 1945 || *year > 2200 || *month < 1 || *month > 12) return std::nullopt;
    return Day{*year, *month};
}

/// The regular session of a day: each opens in September of 1945 + session. The first met from January 1946 on.
int session_of(const Day& day) {
    constexpr int september = 9;
    return std::max(1, day.year - 1945 - (day.month < september ? 1 : 0));
}

class UndlReader {
public:
    explicit UndlReader(const Table& table)
        : table_(table), ids_(require_integers(table, "undl_id")), codes_(require_texts(table, "ms_code")) {
        require_columns(table, std::vector<std::string>{"ms_vote", "date", "session"});
        ballots_ = require_texts(table, "ms_vote");
        dates_ = require_texts(table, "date");
        sessions_ = require_texts(table, "session");
        if (table.find("ms_name")) names_ = require_texts(table, "ms_name");
    }

    void read(VoteTables& into) {
        for (std::size_t row = 0; row < ids_.size(); ++row) add_row(row);
        diagnostics_.throw_if_any();
        into.votes.push_back(votes());
        into.roll_calls.push_back(roll_calls());
        warn(into.warnings);
    }

private:
    void fault(std::size_t row, const char* column, std::string what, std::string remedy) {
        diagnostics_.add(table_.problem(row, column, std::move(what), std::move(remedy)));
    }

    void add_row(std::size_t row) {
        if (ids_[row] == Column::missing_integer) {
            fault(row, "undl_id", "undl_id is missing", "give the number of the record");
            return;
        }
        const UndlRollCall* call = call_of(row);
        const std::string& ballot = ballots_[row];
        if (ballot != "Y" && ballot != "A" && ballot != "N" && ballot != "X") {
            fault(row, "ms_vote", ballot.empty() ? "ms_vote is missing" : "ms_vote is '" + ballot + "'",
                  "write Y yes, A abstains, N no, X does not vote");
            return;
        }
        if (call == nullptr || ballot == "X") return;
        const auto state = state_of(row, call->year);
        if (!state) return;
        rows_.push_back(row);
        states_.push_back(*state);
        votes_.push_back(ballot == "Y" ? VoteData::yes : ballot == "A" ? VoteData::abstain : VoteData::no);
    }

    /// nullptr where the date or the session cannot be used.
    const UndlRollCall* call_of(std::size_t row) {
        const auto [found, added] = calls_.try_emplace(ids_[row]);
        UndlRollCall& call = found->second;
        if (!added) {
            if (call.date == dates_[row] && call.written_session == sessions_[row])
                return call.year == 0 ? nullptr : &call;
            const bool dates = call.date != dates_[row];
            fault(row, dates ? "date" : "session",
                  "roll call " + std::to_string(ids_[row]) + " has another " + (dates ? "date" : "session") +
                      " on line " + std::to_string(table_.problem(call.row, "", "", "").line),
                  "a roll call has one date and one session");
            return nullptr;
        }
        call = {dates_[row], sessions_[row], 0, 0, row};
        order_.push_back(ids_[row]);
        const auto day = day_of(dates_[row]);
        if (!day) {
            fault(row, "date", "'" + dates_[row] + "' is no date of a session", "write 2025-11-23");
            return nullptr;
        }
        call.year = day->year;
        const auto session = parse_integer(sessions_[row]);
        if (session && *session > 0 && *session < 1000) {
            call.session = static_cast<int>(*session);
        } else if (sessions_[row].empty()) {
            fault(row, "session", "session is missing", "give the session, such as 79 or ES-11");
            return nullptr;
        } else {
            call.session = session_of(*day);
            ++special_;
        }
        return &call;
    }

    /// COW number in the year of the vote; by the code, else by the name.
    std::optional<int> state_of(std::size_t row, int year) {
        const std::string name = names_.empty() ? "" : names_[row];
        const auto [entry, added] = known_.try_emplace({codes_[row], name, year});
        if (added) {
            entry->second = cow_of_iso3(codes_[row], year);
            if (!entry->second && !name.empty()) {
                const StateResolution found = resolve_state(name, year);
                if (found.matches.size() == 1) entry->second = found.matches.front().state->cow;
            }
        }
        if (!entry->second) {
            ++unknown_rows_;
            ++unknown_[!codes_[row].empty() ? codes_[row] : !name.empty() ? name : "without a code"];
        }
        return entry->second;
    }

    [[nodiscard]] Table votes() const {
        std::vector<std::int64_t> ids;
        for (const std::size_t row : rows_) ids.push_back(ids_[row]);
        Table table = take_rows(table_, rows_);
        table.names.clear();
        table.columns.clear();
        table.add("rcid", Column(std::move(ids)));
        table.add("ccode", Column(states_));
        table.add("vote", Column(votes_));
        return table;
    }

    [[nodiscard]] Table roll_calls() const {
        std::vector<std::int64_t> ids, sessions;
        std::vector<std::size_t> rows;
        for (const std::int64_t id : order_) {
            const UndlRollCall& call = calls_.at(id);
            ids.push_back(id);
            sessions.push_back(call.session);
            rows.push_back(call.row);
        }
        const Table first = take_rows(table_, rows);
        Table table;
        table.origin = first.origin;
        table.add("rcid", Column(std::move(ids)));
        table.add("session", Column(std::move(sessions)));
        table.add("date", first["date"]);
        for (const auto& [theirs, ours] :
             {std::pair{"resolution", "unres"}, std::pair{"title", "short"}, std::pair{"agenda_title", "descr"}})
            if (first.find(theirs)) table.add(ours, first[theirs]);
        return table;
    }

    void warn(std::vector<std::string>& warnings) const {
        if (special_ > 0)
            warnings.push_back(std::to_string(special_) +
                               " roll calls of special sessions count with the regular session of their date");
        if (unknown_.empty()) return;
        std::string list;
        std::size_t shown = 0;
        for (const auto& [code, count] : unknown_)
            if (shown++ < 5) list += (list.empty() ? "" : ", ") + code;
        warnings.push_back(std::to_string(unknown_rows_) + " votes of " + std::to_string(unknown_.size()) +
                           " states that are not known (" + list + (unknown_.size() > 5 ? ", ..." : "") +
                           ") are left out");
    }

    struct StateKey {
        std::string code, name;
        int year = 0;
        auto operator<=>(const StateKey&) const = default;
    };

    const Table& table_;
    std::vector<std::int64_t> ids_;
    std::vector<std::string> codes_, ballots_, dates_, sessions_, names_;
    std::unordered_map<std::int64_t, UndlRollCall> calls_;
    std::vector<std::int64_t> order_;
    std::map<StateKey, std::optional<int>> known_;
    std::map<std::string, std::size_t> unknown_;
    std::size_t unknown_rows_ = 0, special_ = 0;
    std::vector<std::size_t> rows_;
    std::vector<std::int64_t> states_, votes_;
    Diagnostics diagnostics_;
};

}  // namespace

bool is_undl_layout(const Table& table) {
    return table.find("undl_id") && table.find("ms_code") && table.find("ms_vote");
}

VoteTables vote_tables(std::vector<Table> votes, std::vector<Table> roll_calls) {
    VoteTables result;
    result.roll_calls = std::move(roll_calls);
    for (Table& table : votes) {
        if (is_undl_layout(table)) {
            UndlReader(table).read(result);
        } else {
            result.votes.push_back(std::move(table));
        }
    }
    return result;
}

}  // namespace tarazy
