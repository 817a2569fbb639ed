#include "analyses/align/entered_votes.hpp"

#include "align/votes/sitting.hpp"
#include "analyses/align/assembly_sessions.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>

namespace tarazy {
namespace {

/// Bulk files are taken apart, and rows of absent states dropped; the lines of what remains tell the rows they were.
VoteTables tables_with_rows(const RoleTables& data) {
    Table votes = *data.at("votes");
    votes.origin.lines.resize(votes.rows());
    std::iota(votes.origin.lines.begin(), votes.origin.lines.end(), 0u);
    RoleTables numbered = data;
    numbered["votes"] = &votes;
    return assembly_tables(numbered);
}

}  // namespace

VotesRead::VotesRead(const AnalysisPlan& plan, const RoleTables& data, const Span& sessions)
    : data_(data), tables_(tables_with_rows(data)), votes_(votes_of(plan, tables_, sessions)) {}

std::function<bool(int)> VotesRead::sat_in(int session) const {
    return [this, range = votes_.session_range(session)](int member) {
        const auto state = votes_.state_index(member);
        for (std::size_t call = range.first; state && call < range.second; ++call)
            if (votes_.cell(call, *state) != VoteData::absent) return true;
        return false;
    };
}

std::optional<std::size_t> VotesRead::state_in(const std::string& code, int session) const {
    const Sitting sitting(votes_.assembly, session, sat_in(session));
    const auto member = sitting.member(code);
    return member ? votes_.state_index(*member) : std::nullopt;
}

std::vector<std::size_t> VotesRead::members_in(std::span<const PoleMembers> poles, int session) const {
    const Sitting sitting(votes_.assembly, session, sat_in(session));
    std::vector<std::size_t> members;
    for (const std::vector<int>& pole : poles_of(sitting, poles, "session " + std::to_string(session)).members)
        for (const int member : pole)
            if (const auto state = votes_.state_index(member)) members.push_back(*state);
    return members;
}

RowsByRole VotesRead::rows_of(const ComparedVotes& compared) const {
    RowsByRole rows;
    for (const Table& table : tables_.votes) {
        const auto cells = cells_of_rows(table, tables_.roll_calls, votes_);
        for (std::size_t row = 0; row < cells.size(); ++row)
            if (cells[row] && compared.holds(*cells[row])) rows["votes"].push_back(table.origin.lines[row]);
    }
    std::ranges::sort(rows["votes"]);
    const auto list = data_.find("roll_calls");
    if (list == data_.end() || !list->second->find("rcid")) return rows;
    std::unordered_set<std::string> calls;
    for (std::size_t call = 0; call < votes_.roll_calls.size(); ++call) {
        const RollCall& of = votes_.roll_calls[call];
        if (compared.holds_roll_call(call)) calls.insert(of.name.empty() ? std::to_string(of.id) : of.name);
    }
    const Column& ids = (*list->second)["rcid"];
    for (std::size_t row = 0; row < ids.size(); ++row)
        if (calls.contains(ids.display(row))) rows["roll_calls"].push_back(row);
    return rows;
}

}  // namespace tarazy
