// A table of votes and, behind a line `===`, the pairs of roll calls on the same text that bridge its sessions: votes
// laid out for scaling, or an error of ours. Every vote stands once by item and once by member. Run:
// build/fuzz/roll_call_bridges -max_total_time=60 -max_len=4096 fuzz/corpus/roll_call_bridges

#include "align/votes/vote_panel.hpp"
#include "base/error.hpp"
#include "io/read_table.hpp"

#include "fuzz_fault.hpp"
#include "two_tables.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace {

using namespace tarazy;

void check_panel(const VotePanel& panel) {
    require(panel.item_begin.size() == panel.items.size() + 1 && panel.item_begin.back() == panel.vote.size(),
            "every vote belongs to an item");
    require(panel.node_begin.size() == panel.nodes.size() + 1 && panel.node_begin.back() == panel.node_vote.size(),
            "every vote belongs to a member");
    require(panel.vote.size() == panel.node_vote.size(), "every vote stands twice");
    require(std::ranges::all_of(panel.vote_node, [&](std::uint32_t node) { return node < panel.nodes.size(); }) &&
                std::ranges::all_of(panel.node_item, [&](std::uint32_t item) { return item < panel.items.size(); }),
            "members and items are there");
    for (const VoteItem& item : panel.items)
        require(item.first_session <= item.last_session && !item.roll_calls.empty(), "an item has roll calls");
    require_whole(session_joins(panel));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const TwoTexts texts = two_texts({reinterpret_cast<const char*>(data), size});
    try {
        const std::vector<Table> tables = {read_csv(texts.first, "votes.csv")};
        const VoteData votes = load_votes(tables, {});
        PanelOptions options;
        if (!texts.second.empty()) {
            const Table pairs = with_roll_call_numbers(read_csv(texts.second, "bridges.csv"), "rcid1", votes);
            options.same_text = roll_call_pairs(with_roll_call_numbers(pairs, "rcid2", votes));
        }
        check_panel(vote_panel(votes, options));
    } catch (const InputError&) {
    } catch (const LimitError&) {
    }
    return 0;
}
