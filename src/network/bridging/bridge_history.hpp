#pragma once

#include "base/work.hpp"
#include "network/affiliations/yearly_network.hpp"
#include "table/table.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

struct BridgeHistoryOptions {
    int first = 0, last = 0;
    std::vector<std::string> states;                                      ///< whose standing is wanted, by code
    std::vector<std::pair<std::string, std::vector<std::string>>> blocs;  ///< name, members
    std::vector<std::pair<int, int>> windows = {};
    std::string pictured = {};  ///< the state whose bridging institutions are listed; empty: none
    YearRule rule = {};
    std::size_t peers = 20, draws = 999;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// Standing of states as bridges between blocs, year by year (`bridge_standing.hpp`). Each year has the institutions in
/// which the membership of every state is known; one without a member of some bloc is left out with a note.
struct BridgeHistory {
    /// A row a state and year: `state,year,memberships,peers,peers_apart,institutions`; `bridges` with `bridges_q05`,
    /// `_q10`, `_q50`, `_q90`, `_q95` over draws of institutions; `exceeds`, the probability that its bridges are more
    /// than those of a state of equal degree (mean over draws and peers, equal ones half), likewise;
    /// `bridges_expected`,
    /// `_sd`, `_z`, `_p` and `liaisons`, `liaisons_expected`, `_z`, `_p` among networks with the same margins.
    Table years;
    Table pairs;    ///< `state,year,one,other,bridges`, with quantiles
    Table windows;  ///< `state,window,years,bridges`, `exceeds` with quantiles (means over the years), `bridges_p`
    /// `state,window,of,others,standing` with quantiles: of the first state asked for, the share of the others with a
    /// smaller `exceeds` or `bridges`, draw by draw; none beside fewer than three.
    Table standings;
    Table institutions;  ///< of the pictured state, or in which two blocs meet:
                         ///< `year,institution,inside,blocs,members,rows`
    Table cards;         ///< a card a year: `year,states,institutions,left_out,ties,density`
    std::vector<std::string> notes;
};

/// @throws InputError  no year has a network with members of all blocs, or a state that is asked for
/// @throws UsageError  fewer than two blocs, no states, years in the wrong order
/// O(years x draws x (ties + actors^2 x institutions/64))
[[nodiscard]] BridgeHistory bridge_history(const AffiliationRecord& record, const BridgeHistoryOptions& options);

}  // namespace tarazy
