#include "align/votes/roll_call_choice.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cctype>
#include <map>

namespace tarazy {
namespace {

/// The 0/1 column `name` of a table, missing as 0; nothing when the table has no such column.
std::optional<std::vector<bool>> flags(const Table& table, const std::string& name) {
    if (!table.find(name)) return std::nullopt;
    if (table[name].type() == ColumnType::text || table[name].count_missing() == table.rows()) {
        if (table[name].count_missing() == table.rows()) return std::vector<bool>(table.rows(), false);
    }
    const std::vector<std::int64_t> cells = require_integers(table, name);
    Diagnostics diagnostics;
    std::vector<bool> result;
    for (std::size_t row = 0; row < cells.size(); ++row) {
        if (cells[row] != 0 && cells[row] != 1 && cells[row] != Column::missing_integer) {
            diagnostics.add(table.problem(row, name, name + " is " + std::to_string(cells[row]),
                                          "write 1 for yes, 0 for no, or leave it empty"));
        }
        result.push_back(cells[row] == 1);
    }
    diagnostics.throw_if_any();
    return result;
}

std::string title_key(std::string_view title) {
    title = title.substr(0, title.find(" : resolution"));
    std::string key;
    for (const char character : title) {
        const auto byte = static_cast<unsigned char>(character);
        if (std::isalpha(byte) || byte >= 0x80) key += static_cast<char>(std::tolower(byte));
    }
    return key;
}

/// Title, session and id of the roll calls that are whole texts.
struct TitledRollCall {
    std::int64_t id = 0;
    int session = 0;
    std::string key;
};

std::vector<TitledRollCall> titled_roll_calls(const Table& table) {
    const std::string column = table.find("short") ? "short" : table.find("descr") ? "descr" : "";
    if (column.empty() || !table.find("session") || table[column].type() != ColumnType::text) return {};
    const auto ids = require_integers(table, "rcid"), sessions = require_integers(table, "session");
    const auto amendment = flags(table, "amend"), paragraph = flags(table, "para");
    constexpr std::size_t shortest = 12;  // "Programme planning" is a title, "Question" is none
    std::vector<TitledRollCall> found;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if ((amendment && (*amendment)[row]) || (paragraph && (*paragraph)[row])) continue;
        const auto title = table[column].text(row);
        if (!title || sessions[row] == Column::missing_integer) continue;
        std::string key = title_key(*title);
        if (key.size() >= shortest) found.push_back({ids[row], static_cast<int>(sessions[row]), std::move(key)});
    }
    return found;
}

}  // namespace

std::vector<std::int64_t> roll_calls_left_out(std::span<const Table> roll_calls, const RollCallChoice& choice) {
    std::vector<std::string> wanted;
    if (!choice.issue.empty()) wanted.push_back(choice.issue);
    if (choice.final_passage) wanted.insert(wanted.end(), {"amend", "para"});
    for (const std::string& column : wanted) {
        const bool somewhere =
            std::ranges::any_of(roll_calls, [&](const Table& table) { return table.find(column).has_value(); });
        if (!somewhere && !roll_calls.empty()) require_columns(roll_calls.front(), std::vector<std::string>{column});
        if (!somewhere)
            throw InputError(Problem{"", 0, 0, "no roll calls with a column '" + column + "' are given",
                                     "name them with --roll-calls"});
    }
    std::vector<std::int64_t> left_out;
    for (const Table& table : roll_calls) {
        const auto ids = require_integers(table, "rcid");
        const auto sessions =
            table.find("session") ? require_integers(table, "session") : std::vector<std::int64_t>(ids.size(), 0);
        const auto issue = choice.issue.empty() ? std::nullopt : flags(table, choice.issue);
        const auto amendment = flags(table, "amend"), paragraph = flags(table, "para");
        for (std::size_t row = 0; row < ids.size(); ++row) {
            const bool off_issue = !choice.issue.empty() && !(issue && (*issue)[row]);
            const bool counts = choice.final_passage && sessions[row] >= choice.final_passage_from.value_or(0);
            const bool part = (amendment && (*amendment)[row]) || (paragraph && (*paragraph)[row]);
            if (off_issue || (counts && part)) left_out.push_back(ids[row]);
        }
    }
    std::ranges::sort(left_out);
    return left_out;
}

RollCallPairs repeated_titles(std::span<const Table> roll_calls, int first_session) {
    // session, then title, to the roll calls that bear it
    std::map<int, std::map<std::string, std::vector<std::int64_t>>> by_session;
    for (const Table& table : roll_calls) {
        for (TitledRollCall& call : titled_roll_calls(table))
            by_session[call.session][std::move(call.key)].push_back(call.id);
    }
    if (by_session.empty()) {
        throw InputError(Problem{"", 0, 0, "no roll calls with a title and a session are given",
                                 "give columns session and short (or descr) in --roll-calls"});
    }
    RollCallPairs pairs;
    for (const auto& [session, titles] : by_session) {
        const auto before = by_session.find(session - 1);
        if (session < first_session || before == by_session.end()) continue;
        for (const auto& [key, ids] : titles) {
            const auto same = before->second.find(key);
            if (same != before->second.end() && ids.size() == 1 && same->second.size() == 1)
                pairs.emplace_back(same->second.front(), ids.front());
        }
    }
    return pairs;
}

}  // namespace tarazy
