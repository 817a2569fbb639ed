#pragma once

#include "align/balance/shares.hpp"
#include "align/votes/compared_votes.hpp"
#include "align/votes/undl_votes.hpp"
#include "align/votes/votes.hpp"
#include "report/chapter.hpp"
#include "study/method.hpp"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// The votes of an analysis, read as the computation reads them, and the rows they came from.
class VotesRead {
public:
    /// @throws InputError as `votes_of`  @param plan, data  outlive this
    VotesRead(const AnalysisPlan& plan, const RoleTables& data, const Span& sessions);

    [[nodiscard]] const VoteData& votes() const { return votes_; }
    /// Number of the member that a code of a state means in a session, as its place in `votes().states`; nothing when
    /// it did not sit.
    [[nodiscard]] std::optional<std::size_t> state_in(const std::string& code, int session) const;
    /// Members of poles likewise; those that did not sit are left out.
    [[nodiscard]] std::vector<std::size_t> members_in(std::span<const PoleMembers> poles, int session) const;
    /// The rows of `votes` that are marked, and of `roll_calls` those on which there is a marked vote.
    [[nodiscard]] RowsByRole rows_of(const ComparedVotes& compared) const;

private:
    [[nodiscard]] std::function<bool(int)> sat_in(int session) const;
    const RoleTables& data_;
    VoteTables tables_;
    VoteData votes_;
};

}  // namespace tarazy
