#include "text/coding/change_log.hpp"

#include "base/error.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <map>
#include <set>

namespace tarazy {
namespace {

std::set<std::int64_t> undone_changes(const std::vector<CodingChange>& log) {
    std::set<std::int64_t> undone;
    for (const CodingChange& change : log)
        if (change.undoes) undone.insert(*change.undoes);
    return undone;
}

CodingChange opposite_of(const std::vector<CodingChange>& log, const CodingChange& change,
                         const std::optional<std::string>& by, const std::string& when) {
    CodingChange opposite{static_cast<std::int64_t>(log.size()) + 1,
                          when,
                          by.value_or(change.by),
                          !change.adds,
                          change.segment,
                          change.number};
    if (!opposite.adds) {
        const std::vector<Segment> now = segments_after(log, "the log");
        if (std::ranges::find(now, change.segment) == now.end())
            throw UsageError("change " + std::to_string(change.number) +
                             " cannot be undone: its segment was removed since; undo that removal first");
    }
    return opposite;
}

}  // namespace

std::vector<Segment> segments_after(const std::vector<CodingChange>& log, const std::string& path) {
    // By number of the adding change, so that the order of adding is kept and removal costs O(log n).
    std::map<std::size_t, Segment> present;
    std::multimap<Segment, std::size_t> places;
    for (std::size_t at = 0; at < log.size(); ++at) {
        const CodingChange& change = log[at];
        if (change.undoes && (*change.undoes < 1 || *change.undoes >= change.number))
            throw InputError(
                {path, at + 2, 0,
                 "the change undoes number " + std::to_string(*change.undoes) + ", which does not stand before it",
                 "restore the log; it must not be edited by hand"});
        if (change.adds) {
            present.emplace(at, change.segment);
            places.emplace(change.segment, at);
            continue;
        }
        const auto [first, last] = places.equal_range(change.segment);
        if (first == last)
            throw InputError({path, at + 2, 0, "the change removes a segment that is not there",
                              "restore the log; it must not be edited by hand"});
        const auto newest = std::prev(last);
        present.erase(newest->second);
        places.erase(newest);
    }
    std::vector<Segment> segments;
    for (auto& [place, segment] : present) segments.push_back(std::move(segment));
    return segments;
}

CodingChange undoing_change(const std::vector<CodingChange>& log, const std::optional<std::string>& by,
                            std::optional<std::int64_t> number, const std::string& when) {
    const std::set<std::int64_t> undone = undone_changes(log);
    if (number) {
        if (*number < 1 || *number > static_cast<std::int64_t>(log.size()))
            throw UsageError("change " + std::to_string(*number) + " is not in the log, which has " +
                             std::to_string(log.size()));
        if (undone.contains(*number)) throw UsageError("change " + std::to_string(*number) + " is undone already");
        return opposite_of(log, log[static_cast<std::size_t>(*number - 1)], by, when);
    }
    for (std::size_t at = log.size(); at-- > 0;) {
        const CodingChange& change = log[at];
        if (change.undoes || undone.contains(change.number) || (by && change.by != *by)) continue;
        return opposite_of(log, change, by, when);
    }
    throw UsageError(by ? "there is no change of '" + *by + "' to undo" : "there is no change to undo");
}

Table change_table(const std::vector<CodingChange>& log) {
    TableRows rows(IntegerColumn{"number"}, TextColumn{"when"}, TextColumn{"by"}, TextColumn{"action"},
                   TextColumn{"doc"}, IntegerColumn{"start"}, IntegerColumn{"end"}, TextColumn{"coder"},
                   TextColumn{"code"}, TextColumn{"memo"}, IntegerColumn{"undoes"});
    for (const CodingChange& change : log) {
        const Segment& one = change.segment;
        rows.add(change.number, change.when, change.by, change.adds ? "add" : "remove", one.doc, one.start, one.end,
                 one.coder, one.code, one.memo, change.undoes);
    }
    return rows.table();
}

std::vector<CodingChange> read_changes(const Table& table) {
    std::vector<Segment> segments = read_segments(table);
    const auto numbers = require_integers(table, "number"), undoes = require_integers(table, "undoes");
    const auto actions = require_texts(table, "action"), whens = require_texts(table, "when"),
               bys = require_texts(table, "by");
    std::vector<CodingChange> log;
    Diagnostics problems;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (numbers[row] != static_cast<std::int64_t>(row) + 1)
            problems.add(table.problem(row, "number", "changes are not numbered 1, 2, 3, ...",
                                       "restore the log; it must not be edited by hand"));
        if (actions[row] != "add" && actions[row] != "remove")
            problems.add(table.problem(row, "action", "the action is '" + actions[row] + "'", "it is add or remove"));
        CodingChange change{numbers[row], whens[row], bys[row], actions[row] == "add", std::move(segments[row]), {}};
        if (undoes[row] != Column::missing_integer) change.undoes = undoes[row];
        log.push_back(std::move(change));
    }
    problems.throw_if_any();
    return log;
}

std::string coding_time_now() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    char text[32];
    const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return {text, length};
}

}  // namespace tarazy
