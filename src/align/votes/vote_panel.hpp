#pragma once

#include "align/votes/votes.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// One state in one session in which it voted.
struct StateSession {
    int state = 0;    ///< COW code
    int session = 0;  ///< of the assembly
    friend bool operator==(const StateSession&, const StateSession&) = default;
};

/// What was voted on: one roll call, or a chain of roll calls on the same text, whose parameters bridge sessions.
struct VoteItem {
    std::vector<std::int64_t> roll_calls;  ///< ids, sorted
    int first_session = 0, last_session = 0;
    std::array<std::int64_t, 4> votes{};  ///< how many voted 1 yes, 2 abstain, 3 no
    bool three_categories = false;        ///< where only two occur there is one cut point, between them
};

/// Votes laid out for scaling. Nodes are sorted by state, then session, so that a state's path is contiguous; items by
/// first session and first roll call. Where an item shows two categories only, the lower is written as yes and the
/// upper as no, since a second cut point beyond the votes cannot be estimated. Nothing depends on the order of the
/// input rows. Every vote stands twice, so that both ways of running through them read memory in order: votes of item j
/// are [item_begin[j], item_begin[j+1]) of `vote_node` and `vote`, sorted by vote, then node; votes of node k
/// [node_begin[k], node_begin[k+1]) of `node_item` and `node_vote`.
struct VotePanel {
    std::vector<StateSession> nodes;
    std::vector<VoteItem> items;
    std::vector<int> sessions;  ///< that have nodes, sorted
    /// Of each session, how many repeated texts tie it, and all later ones, to the sessions before: items voted on
    /// before it that were voted on again in it or after it. 0 for the first.
    std::vector<std::size_t> repeated_texts;

    std::vector<std::uint32_t> item_begin, vote_node;
    std::vector<std::uint8_t> vote;  ///< 1 yes, 2 abstain, 3 no (see above for items of two categories)
    std::vector<std::uint32_t> node_begin, node_item;
    std::vector<std::uint8_t> node_vote;

    std::size_t unanimous = 0;           ///< roll calls left out because all voted alike
    std::size_t bridged_roll_calls = 0;  ///< that share their item with another roll call
    std::size_t absent = 0;              ///< votes not cast by states present in the session
    std::vector<std::string> warnings;   ///< sessions that nothing but the random walk ties to the one before, ...
    Assembly assembly = {};              ///< names, parties, years of the sessions
    std::map<std::int64_t, std::string> roll_call_names = {};  ///< empty = they are numbers

    [[nodiscard]] std::size_t votes() const { return vote.size(); }
    /// Whether the node before `node` belongs to the same state.
    [[nodiscard]] bool continues(std::size_t node) const {
        return node > 0 && nodes[node - 1].state == nodes[node].state;
    }
};

/// Repeated texts that a session needs to be tied to those before; with fewer the scale there rests on the random walk
/// of the states, as if what was voted on had been another question every year.
inline constexpr std::size_t least_repeated_texts = 3;

/// session,year,previous_session,repeated_texts: a row for each session but the first; `year` is missing where it is
/// not known.
[[nodiscard]] Table session_joins(const VotePanel& panel);

/// Pairs of roll calls on the same text.
using RollCallPairs = std::vector<std::pair<std::int64_t, std::int64_t>>;

struct PanelOptions {
    RollCallPairs same_text;
    std::vector<std::int64_t> left_out;  ///< roll calls not to use, whatever the reason; sorted
    std::vector<int> states;             ///< only these; empty = all
    bool absent_abstains = false;        ///< an absence of a state present in the session counts as an abstention
    bool simulated = false;  ///< every item keeps two cut points and unanimous roll calls stay: the votes were drawn
                             ///< from the model, and leaving out what is rare would be a selection
};

/// @throws InputError when fewer than two states or items remain, when a pair of `same_text` names a roll call that is
/// not among the votes at all, or when the sessions fall into parts that share neither a state nor an item (the gap is
/// named)
/// O(votes log votes)
[[nodiscard]] VotePanel vote_panel(const VoteData& votes, const PanelOptions& options = {});

/// Reads pairs of roll calls from a table with columns `rcid1,rcid2`. @throws InputError
[[nodiscard]] RollCallPairs roll_call_pairs(const Table& table);

}  // namespace tarazy
