#pragma once

#include "align/balance/shares.hpp"
#include "align/votes/undl_votes.hpp"
#include "cli/command.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// COW numbers of a list of states: COW numbers, ISO codes and names in any letter case, blanks after commas allowed
/// (see `state_meant` and `split_list_of_states`). A state that had several numbers in time (DEU: 255 and 260) gives
/// all of them. A number stands for itself, known or not. @throws UsageError
[[nodiscard]] std::vector<int> parse_states(const std::string& text);

/// ISO alpha-3 codes of a list of states, written in the same ways; each once. @throws UsageError
[[nodiscard]] std::vector<std::string> parse_state_codes(const std::string& text);

/// `RUS,CHN,WEST=USA+GBR+FRA+DEU`: the members are written as in lists of states and become ISO alpha-3 codes; a bare
/// state is a pole of one state, its code the id of the pole. @throws UsageError
[[nodiscard]] std::vector<PoleMembers> parse_poles(const std::string& text);

/// `1992-2001,2002-2012`. @throws UsageError
[[nodiscard]] std::vector<YearWindow> parse_windows(const std::string& text);

[[nodiscard]] std::vector<Table> read_inputs(Session& session, std::span<const std::string> paths);

void warn_all(Session& session, const std::vector<std::string>& messages);

/// Warns of windows of --windows that have no row in a summary.
void warn_of_empty_windows(Session& session, const Table& summary, const std::vector<YearWindow>& windows);

/// @throws InputError when the summary has no row: an empty file is no success.
void write_summary(const Session& session, const Table& summary, const std::string& path);

/// Help of --votes, the same in every command that has it.
inline constexpr const char* votes_help =
    "votes: rcid,ccode|member,vote[,session][,date][,party] (1 yes, 2 abstain, 3 no, or words), a matrix with a row a "
    "member and a column a roll call, or the bulk file of the UN Digital Library; several files are joined";

/// Bootstrap and session options that similarity and shares have in common.
struct VoteInputs {
    std::vector<std::string> votes, roll_calls;
    std::string sessions, block, coding = "numbers", body = "auto";
};
void add_vote_options(CLI::App& app, VoteInputs& inputs);
/// --coding and --body, which every command that reads votes has.
void add_coding_options(CLI::App& app, VoteInputs& inputs);

/// The state system of --system; the program's own list, with a note, where there is none.
[[nodiscard]] Table read_state_system(Session& session, const std::string& path);

/// The files of votes and roll calls; wide matrices, other codings and the bulk layout of the UN Digital Library are
/// turned into ours; notes and warnings are told.
[[nodiscard]] VoteTables read_vote_tables(Session& session, const VoteInputs& inputs);
/// Their votes; notes are told, warnings are left in the votes.
[[nodiscard]] VoteData votes_in(Session& session, const VoteInputs& inputs, const VoteTables& tables);
[[nodiscard]] VoteData read_votes(Session& session, const VoteInputs& inputs);

}  // namespace tarazy
