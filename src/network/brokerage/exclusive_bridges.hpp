#pragma once

#include "network/affiliations/two_mode_network.hpp"
#include "network/brokerage/blocs.hpp"

#include <span>
#include <vector>

namespace tarazy {

// Bridges of a two-mode network (design of this program, after the liaison of Gould & Fernandez 1989, Sociological
// Methodology 19:89-126, read on affiliations): state i bridges the blocs G and H through institution e when e has a
// member in G and one in H, and i is a member of e and of neither. Its weight there is 1 / the number of such states,
// so that each institution that joins G and H hands out one bridge in all, shared by those who hold it; a state that
// is alone has a whole one.

/// Counts bridges of many two-mode networks with the same blocs: what it needs is set aside once.
/// Not to be shared by threads: one a thread.
class BridgeCounter {
public:
    /// @param institutions  their number
    BridgeCounter(Blocs blocs, std::size_t institutions);

    [[nodiscard]] const Blocs& blocs() const noexcept { return blocs_; }
    [[nodiscard]] std::size_t pairs() const noexcept { return pairs_.size(); }
    /// Numbers a state has: one a pair of blocs, in the order of `Blocs::pairs`, then their sum.
    [[nodiscard]] std::size_t columns() const noexcept { return pairs_.size() + 1; }

    /// Exclusive bridges of every state: weights, row by row, `columns()` a state. A state of bloc G has none between G
    /// and another (0), but may have between two others.
    /// @param ties  actors x institutions; @param weights  actors x columns()
    /// O(pairs x ties); 195 x 309 with three blocs: about 50 microseconds
    void count(const BitMatrix& ties, std::span<double> weights);
    /// The same for some states only, their rows one after the other. O(actors x words + pairs x ties of the states)
    void count(const BitMatrix& ties, std::span<const std::uint32_t> states, std::span<double> weights);

private:
    void share_out(const BitMatrix& ties);
    void weigh(const BitMatrix& ties, std::uint32_t state, std::span<double> row) const;

    Blocs blocs_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
    BitMatrix holding_;                   ///< blocs x institutions: has it a member there?
    BitMatrix joining_;                   ///< pairs x institutions: has it members of both?
    std::vector<std::uint32_t> members_;  ///< of each institution
    std::vector<std::uint32_t> inside_;   ///< blocs x institutions: how many members of it
    std::vector<double> share_;           ///< pairs x institutions: 1 / those who may bridge
};

struct ExclusiveBridges {
    std::vector<std::uint32_t> institutions;  ///< actors x columns: through how many; the last is how many for any pair
    std::vector<double> weights;              ///< actors x columns: the exclusive bridges, the last their sum
    std::size_t columns = 0;                  ///< pairs of blocs + 1
};

/// The bridges of one network. @pre blocs.bloc.size() == actors. O(pairs x ties)
[[nodiscard]] ExclusiveBridges exclusive_bridges(const TwoModeNetwork& network, const Blocs& blocs);

/// A bridge by name, so that a number leads back to memberships.
struct BridgeInstitution {
    std::uint32_t institution = 0;
    std::uint32_t one = 0, other = 0;             ///< blocs
    std::uint32_t holders = 0;                    ///< states that bridge the two through it, this one among them
    std::vector<std::uint32_t> in_one, in_other;  ///< its members in the blocs
};

/// Through which institutions a state bridges which blocs, by pair, then institution. O(pairs x institutions x actors)
[[nodiscard]] std::vector<BridgeInstitution> bridge_institutions(const TwoModeNetwork& network, const Blocs& blocs,
                                                                 std::uint32_t state);

}  // namespace tarazy
