#include "align/votes/compared_votes.hpp"

#include "align/votes/roll_call_bits.hpp"

#include <algorithm>

namespace tarazy {

void ComparedVotes::see(int session) {
    if (std::ranges::find(seen_, session) != seen_.end()) return;
    seen_.push_back(session);
    unanimous_.resize(votes_.roll_calls.size());
    const auto [begin, end] = votes_.session_range(session);
    const RollCallBits bits(votes_, begin, end);
    for (std::size_t call = begin; call < end; ++call) unanimous_[call] = bits.unanimous(call - begin);
}

void ComparedVotes::add_pair(int session, std::size_t state_a, std::size_t state_b, bool unanimous) {
    see(session);
    const auto [begin, end] = votes_.session_range(session);
    for (std::size_t call = begin; call < end; ++call) {
        if (votes_.cell(call, state_a) == VoteData::absent || votes_.cell(call, state_b) == VoteData::absent) continue;
        if (unanimous_[call] && !unanimous) continue;
        for (const std::size_t state : {state_a, state_b}) marked_[call * votes_.states.size() + state] = true;
    }
}

void ComparedVotes::add_member(std::size_t state, const std::vector<std::size_t>& roll_calls) {
    for (const std::size_t call : roll_calls)
        if (votes_.cell(call, state) != VoteData::absent) marked_[call * votes_.states.size() + state] = true;
}

bool ComparedVotes::holds_roll_call(std::size_t roll_call) const {
    for (std::size_t state = 0; state < votes_.states.size(); ++state)
        if (marked_[roll_call * votes_.states.size() + state]) return true;
    return false;
}

}  // namespace tarazy
