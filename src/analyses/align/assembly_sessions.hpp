#pragma once

#include "align/votes/undl_votes.hpp"
#include "align/votes/votes.hpp"
#include "study/method.hpp"

#include <vector>

namespace tarazy {

// What the alignment methods have in common: which sessions and years an analysis is about, and its votes.

/// Year in which a session of the General Assembly opens: 1945 + session.
[[nodiscard]] int year_of_session(int session) noexcept;

/// Parameter `sessions`, or the sessions that open in the years of the study.
[[nodiscard]] Span sessions_of(const AnalysisPlan& plan);
[[nodiscard]] Span years_of(const Span& sessions) noexcept;

/// Years of the alliance data: parameter `years`, or the years of the study that the data cover.
/// @throws InputError when the parameter goes beyond the data: years without a record are unknown, not without ties
[[nodiscard]] std::vector<int> tie_years_of(const AnalysisPlan& plan, const Table& ties);

/// The roles votes and roll_calls, taken apart where they are in the bulk layout of the UN Digital Library.
[[nodiscard]] VoteTables assembly_tables(const RoleTables& data);

[[nodiscard]] VoteData votes_of(const AnalysisPlan& plan, const RoleTables& data, const Span& sessions);
[[nodiscard]] VoteData votes_of(const AnalysisPlan& plan, const VoteTables& tables, const Span& sessions);

[[nodiscard]] ParameterRule session_rule();
[[nodiscard]] ParameterRule year_rule();
[[nodiscard]] ParameterRule bootstrap_rule();
[[nodiscard]] ParameterRule block_rule();

}  // namespace tarazy
