#pragma once

#include "table/table.hpp"
#include "trace/event_data/event_sums.hpp"
#include "trace/periods/period_shares.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

struct ChronologySumOptions {
    PeriodScale scale;
    SpanRule spans = SpanRule::start;
    ActorLevel level = ActorLevel::country;  ///< country: `KAZ.GOV` is KAZ
    std::optional<QuadRule> quad = {};  ///< of the column `cameo`; by default the column `quad`, then PLOVER's rule
    std::optional<std::int64_t> since = {}, until = {};  ///< first and last day that count
    bool distinct_only = false;
};

struct ChronologySums {
    EventSums sums;
    std::size_t events = 0;             ///< that count, whole or in part
    std::size_t outside = 0;            ///< before `since` or after `until`
    std::size_t without_target = 0;     ///< of those that count: one actor or none, so that they are no dyad
    std::size_t in_proportion = 0;      ///< of those that count: in more than one period
    std::vector<std::string> warnings;  ///< events that cannot be counted, as `file:line:column: what; what to do`
};

/// Sums of a chronology (`id,edtf,title,actors`, optional `cameo`, `goldstein`, `quad`; see `read_chronology`) by
/// directed dyad and period: the first actor of an event is the source, each other one a target. Events whose date is
/// uncertain count in proportion to days (see `period_shares`), so that counts need not be whole. The Goldstein value
/// is that of the column, else that of the CAMEO code; an event with neither adds nothing to the sum. Two events are
/// one when date, source, target and code agree.
///
/// The result does not depend on the order of the rows. O(events x actors x periods, sorted)
/// @throws InputError (as `read_chronology`; a Goldstein cell that is no number; a code that is none; no event left),
///         LimitError
[[nodiscard]] ChronologySums sum_chronology(std::span<const Table> tables, const ChronologySumOptions& options);

}  // namespace tarazy
