#include "align/votes/vote_panel.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include "base/error.hpp"
#include "base/text_lists.hpp"
#include "base/too_little_data.hpp"
#include "table/table_rows.hpp"

namespace tarazy {
namespace {

/// Disjoint sets (Tarjan 1975) over positions.
class Groups {
public:
    explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t of(std::size_t i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) {
        a = of(a);
        b = of(b);
        parent_[std::max(a, b)] = std::min(a, b);  // the earliest roll call stands for its group
    }

private:
    std::vector<std::size_t> parent_;
};

constexpr std::uint32_t no_node = ~std::uint32_t{0};

class PanelBuilder {
public:
    PanelBuilder(const VoteData& votes, const PanelOptions& options) : votes_(votes), options_(options) {
        panel_.assembly = votes.assembly;
        for (const RollCall& call : votes.roll_calls)
            if (!call.name.empty()) panel_.roll_call_names.emplace(call.id, call.name);
        for (std::size_t s = 0; s < votes.states.size(); ++s) {
            if (options.states.empty() || std::ranges::count(options.states, votes.states[s]) > 0) states_.push_back(s);
        }
    }

    VotePanel build() {
        choose_roll_calls();
        group_items();
        number_nodes();
        fill_votes();
        index_by_node();
        check_size();
        check_ties_between_sessions();
        return std::move(panel_);
    }

private:
    void choose_roll_calls() {
        for (std::size_t r = 0; r < votes_.roll_calls.size(); ++r) {
            if (std::ranges::binary_search(options_.left_out, votes_.roll_calls[r].id)) continue;
            std::array<std::size_t, 4> count{};
            for (const std::size_t s : states_) ++count[votes_.cell(r, s)];
            const std::size_t cast = count[1] + count[2] + count[3];
            if (cast == 0) continue;
            const bool alike = std::max({count[1], count[2], count[3]}) == cast;
            if (alike && !options_.simulated) {
                ++panel_.unanimous;
            } else {
                roll_calls_.push_back(r);
            }
        }
    }

    void group_items() {
        std::map<std::int64_t, std::size_t> place;
        for (std::size_t i = 0; i < roll_calls_.size(); ++i) place.emplace(votes_.roll_calls[roll_calls_[i]].id, i);
        Groups groups(roll_calls_.size());
        for (const auto& [earlier, later] : options_.same_text) {
            const auto a = place.find(earlier), b = place.find(later);
            if (a != place.end() && b != place.end()) groups.join(a->second, b->second);
        }
        check_pairs();
        std::map<std::size_t, std::size_t> item_of_group;
        for (std::size_t i = 0; i < roll_calls_.size(); ++i) {
            const auto [entry, fresh] = item_of_group.try_emplace(groups.of(i), panel_.items.size());
            const RollCall& call = votes_.roll_calls[roll_calls_[i]];
            if (fresh) panel_.items.push_back({{}, call.session, call.session, {}, false});
            VoteItem& item = panel_.items[entry->second];
            item.roll_calls.push_back(call.id);
            item.last_session = std::max(item.last_session, call.session);
            item_of_.push_back(entry->second);
        }
        for (const VoteItem& item : panel_.items)
            if (item.roll_calls.size() > 1) panel_.bridged_roll_calls += item.roll_calls.size();
    }

    void check_pairs() {
        std::set<std::int64_t> voted;
        for (const RollCall& call : votes_.roll_calls) voted.insert(call.id);
        std::size_t unknown = 0;
        std::int64_t example = 0;
        for (const auto& [earlier, later] : options_.same_text) {
            if (voted.contains(earlier) && voted.contains(later)) continue;
            if (unknown++ == 0) example = voted.contains(earlier) ? later : earlier;
        }
        if (unknown == 0) return;
        const std::string what = std::to_string(unknown) + " of " + std::to_string(options_.same_text.size()) +
                                 " pairs of repeated texts name a roll call without votes here, the first " +
                                 std::to_string(example);
        if (unknown == options_.same_text.size())
            throw InputError(Problem{"", 0, 0, what, "give the pairs of these votes, or leave out --bridges"});
        panel_.warnings.push_back(what);
    }

    void number_nodes() {
        std::set<int> sessions;
        for (const std::size_t r : roll_calls_) sessions.insert(votes_.roll_calls[r].session);
        panel_.sessions.assign(sessions.begin(), sessions.end());
        node_at_.assign(votes_.states.size() * panel_.sessions.size(), no_node);
        for (const std::size_t r : roll_calls_) {
            const std::size_t t = session_place(votes_.roll_calls[r].session);
            for (const std::size_t s : states_)
                if (votes_.cell(r, s) != VoteData::absent) node_at_[s * panel_.sessions.size() + t] = 0;
        }
        for (const std::size_t s : states_) {
            for (std::size_t t = 0; t < panel_.sessions.size(); ++t) {
                std::uint32_t& node = node_at_[s * panel_.sessions.size() + t];
                if (node == no_node) continue;
                node = static_cast<std::uint32_t>(panel_.nodes.size());
                panel_.nodes.push_back({votes_.states[s], panel_.sessions[t]});
            }
        }
    }

    std::size_t session_place(int session) const {
        return static_cast<std::size_t>(std::ranges::lower_bound(panel_.sessions, session) - panel_.sessions.begin());
    }

    void fill_votes() {
        std::vector<std::vector<std::size_t>> calls_of(panel_.items.size());
        for (std::size_t i = 0; i < roll_calls_.size(); ++i) calls_of[item_of_[i]].push_back(roll_calls_[i]);
        panel_.item_begin.push_back(0);
        for (std::size_t j = 0; j < panel_.items.size(); ++j) {
            const std::size_t begin = panel_.vote.size();
            for (const std::size_t r : calls_of[j]) add_roll_call(r);
            join_categories(panel_.items[j], begin);
            panel_.item_begin.push_back(static_cast<std::uint32_t>(panel_.vote.size()));
        }
    }

    void join_categories(VoteItem& item, std::size_t begin) {
        for (std::size_t v = begin; v < panel_.vote.size(); ++v) ++item.votes[panel_.vote[v]];
        const auto& [none, yes, abstain, no] = item.votes;
        item.three_categories = options_.simulated || (yes > 0 && abstain > 0 && no > 0);
        if (item.three_categories) return;
        for (std::size_t v = begin; v < panel_.vote.size(); ++v)
            if (panel_.vote[v] == VoteData::abstain) panel_.vote[v] = yes > 0 ? VoteData::no : VoteData::yes;
    }

    void add_roll_call(std::size_t r) {
        const std::size_t t = session_place(votes_.roll_calls[r].session);
        for (const std::size_t s : states_) {
            const std::uint32_t node = node_at_[s * panel_.sessions.size() + t];
            if (node == no_node) continue;
            std::uint8_t cell = votes_.cell(r, s);
            if (cell == VoteData::absent) {
                ++panel_.absent;
                if (!options_.absent_abstains) continue;
                cell = VoteData::abstain;
            }
            panel_.vote_node.push_back(node);
            panel_.vote.push_back(cell);
        }
    }

    void index_by_node() {
        panel_.node_begin.assign(panel_.nodes.size() + 1, 0);
        for (const std::uint32_t node : panel_.vote_node) ++panel_.node_begin[node + 1];
        for (std::size_t k = 0; k < panel_.nodes.size(); ++k) panel_.node_begin[k + 1] += panel_.node_begin[k];
        sort_by_vote();
        std::vector<std::uint32_t> at(panel_.node_begin.begin(), panel_.node_begin.end() - 1);
        panel_.node_vote.resize(panel_.vote.size());
        panel_.node_item.resize(panel_.vote.size());
        for (std::size_t j = 0; j < panel_.items.size(); ++j) {
            for (std::uint32_t v = panel_.item_begin[j]; v < panel_.item_begin[j + 1]; ++v) {
                const std::uint32_t place = at[panel_.vote_node[v]]++;
                panel_.node_item[place] = static_cast<std::uint32_t>(j);
                panel_.node_vote[place] = panel_.vote[v];
            }
        }
    }

    /// Votes of one kind together, nodes in order among them: loops over an item then take the same branch for long.
    void sort_by_vote() {
        std::vector<std::pair<std::uint8_t, std::uint32_t>> votes;
        for (std::size_t j = 0; j < panel_.items.size(); ++j) {
            const std::uint32_t begin = panel_.item_begin[j], end = panel_.item_begin[j + 1];
            votes.clear();
            for (std::uint32_t v = begin; v < end; ++v) votes.emplace_back(panel_.vote[v], panel_.vote_node[v]);
            std::ranges::sort(votes);
            for (std::uint32_t v = begin; v < end; ++v)
                std::tie(panel_.vote[v], panel_.vote_node[v]) = votes[v - begin];
        }
    }

    void check_size() const {
        std::set<int> states;
        for (const StateSession& node : panel_.nodes) states.insert(node.state);
        if (states.size() >= 2 && panel_.items.size() >= 2) return;
        const std::string word = votes_.assembly.member_word();
        throw TooLittleData(Problem{"", 0, 0,
                                    "only " + std::to_string(states.size()) + ' ' + word + "(s) and " +
                                        std::to_string(panel_.items.size()) +
                                        " roll call(s) on which votes differ are left",
                                    "give votes of at least two " + word + "s on at least two contested roll calls"});
    }

    /// A scale carries from one session to the next by states that are in both, or by a repeated text.
    void check_ties_between_sessions() {
        std::map<int, std::size_t> place;
        for (std::size_t t = 0; t < panel_.sessions.size(); ++t) place[panel_.sessions[t]] = t;
        Groups groups(panel_.sessions.size());
        for (std::size_t k = 1; k < panel_.nodes.size(); ++k)
            if (panel_.continues(k)) groups.join(place[panel_.nodes[k - 1].session], place[panel_.nodes[k].session]);
        std::vector<std::size_t>& crossing = panel_.repeated_texts;
        crossing.assign(panel_.sessions.size(), 0);
        for (const VoteItem& item : panel_.items) {
            groups.join(place[item.first_session], place[item.last_session]);
            for (std::size_t t = place[item.first_session] + 1; t <= place[item.last_session]; ++t) ++crossing[t];
        }
        for (std::size_t t = 1; t < panel_.sessions.size(); ++t) {
            if (groups.of(t) == groups.of(0)) continue;
            throw InputError(Problem{"", 0, 0,
                                     "sessions " + std::to_string(panel_.sessions[t - 1]) + " and " +
                                         std::to_string(panel_.sessions[t]) + " share neither a " +
                                         votes_.assembly.member_word() + " nor a repeated text",
                                     "scale them apart with --sessions, or name repeated texts with --bridges"});
        }
        note_weak_ties();
    }

    void note_weak_ties() {
        const std::vector<std::size_t>& crossing = panel_.repeated_texts;
        std::vector<std::string> weak;
        for (std::size_t t = 1; t < crossing.size(); ++t)
            if (crossing[t] < least_repeated_texts) weak.push_back(std::to_string(panel_.sessions[t]));
        if (weak.empty()) return;
        panel_.warnings.push_back(std::to_string(weak.size()) + " of " + std::to_string(crossing.size() - 1) +
                                  " sessions are tied to the one before by fewer than " +
                                  std::to_string(least_repeated_texts) + " repeated texts (" + first_few(weak, 8) +
                                  "); there the scale rests on the random walk of the " +
                                  votes_.assembly.member_word() + "s alone");
    }

    const VoteData& votes_;
    const PanelOptions& options_;
    std::vector<std::size_t> states_, roll_calls_, item_of_;
    std::vector<std::uint32_t> node_at_;  // state x session
    VotePanel panel_;
};

}  // namespace

VotePanel vote_panel(const VoteData& votes, const PanelOptions& options) {
    return PanelBuilder(votes, options).build();
}

Table session_joins(const VotePanel& panel) {
    TableRows<IntegerColumn, IntegerColumn, IntegerColumn, IntegerColumn> rows{
        {"session"}, {"year"}, {"previous_session"}, {"repeated_texts"}};
    for (std::size_t t = 1; t < panel.sessions.size(); ++t) {
        const auto year = panel.assembly.years.find(panel.sessions[t]);
        rows.add(panel.sessions[t],
                 year == panel.assembly.years.end() ? std::nullopt : std::optional<std::int64_t>(year->second),
                 panel.sessions[t - 1], panel.repeated_texts[t]);
    }
    return rows.table();
}

RollCallPairs roll_call_pairs(const Table& table) {
    const std::vector<std::string> needed = {"rcid1", "rcid2"};
    require_columns(table, needed);
    const auto first = require_integers(table, "rcid1"), second = require_integers(table, "rcid2");
    RollCallPairs pairs;
    for (std::size_t row = 0; row < first.size(); ++row) {
        if (first[row] == Column::missing_integer || second[row] == Column::missing_integer) continue;
        pairs.emplace_back(first[row], second[row]);
    }
    return pairs;
}

}  // namespace tarazy
