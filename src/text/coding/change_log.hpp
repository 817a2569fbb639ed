#pragma once

#include "text/coding/segments.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// One change of codings. The log only grows: what is undone stays in it, and so does who undid it.
struct CodingChange {
    std::int64_t number = 0;  ///< from 1, without gaps
    std::string when;         ///< UTC, 2026-01-31T12:00:00Z
    std::string by;           ///< who changed it
    bool adds = true;         ///< or removes
    Segment segment;
    std::optional<std::int64_t> undoes = {};  ///< the change that this one takes back
};

/// The state after all changes: segments in the order in which they were added. Equal segments may stand twice.
/// @throws InputError for a log that removes what is not there or undoes what it does not hold
[[nodiscard]] std::vector<Segment> segments_after(const std::vector<CodingChange>& log, const std::string& path);

/// The change that takes back the newest one (of `by`, if given) that is no undoing and is not undone yet; with
/// `number`, that very change, an undoing too (to redo). @throws UsageError when there is none, or the number is not in
/// the log, is undone already, or its segment has been changed since
[[nodiscard]] CodingChange undoing_change(const std::vector<CodingChange>& log, const std::optional<std::string>& by,
                                          std::optional<std::int64_t> number, const std::string& when);

/// `number,when,by,action,doc,start,end,coder,code,memo,undoes`; action is add or remove.
[[nodiscard]] Table change_table(const std::vector<CodingChange>& log);
/// @throws InputError, every fault with its line
[[nodiscard]] std::vector<CodingChange> read_changes(const Table& table);

/// The present time as `CodingChange::when`.
[[nodiscard]] std::string coding_time_now();

}  // namespace tarazy
