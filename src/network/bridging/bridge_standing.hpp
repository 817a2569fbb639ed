#pragma once

#include "base/work.hpp"
#include "network/affiliations/two_mode_network.hpp"
#include "network/brokerage/blocs.hpp"
#include "network/brokerage/null_tally.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

// Is a state a bridge between blocs beyond what its number of memberships explains? On the raw projection of
// organisations everybody is tied to everybody, so that the question is put to the two-mode network, and each answer is
// held against states of equal degree and against networks with the same margins (design of this program; the
// projection's degeneracy and the null model: Neal, Domagalski & Sagan 2021, Scientific Reports 11:23929).

struct BridgeOptions {
    std::size_t peers = 20;  ///< at least so many states of equal degree
    std::size_t draws = 999;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// Of one state in one year.
struct BridgeStanding {
    std::uint32_t state = 0;           ///< its place among the actors
    std::size_t memberships = 0;       ///< its degree
    std::vector<std::uint32_t> peers;  ///< states of equal degree, in order
    std::size_t apart = 0;             ///< how far the memberships of the furthest of them are from its own
    std::vector<double> bridges;       ///< exclusive bridges: one a pair of blocs, then their sum
    std::size_t institutions = 0;      ///< through how many institutions it bridges any two blocs
    NullStanding bridges_null;         ///< the sum, among networks with the same margins
    std::size_t liaisons = 0;          ///< see `liaisons_between`
    NullStanding liaisons_null;
    /// Of each draw of institutions with replacement: the share of the peers whose bridges are fewer, equal ones half.
    std::vector<double> exceeds;
    std::vector<std::vector<double>> bridge_draws;  ///< of each number of `bridges`, its draws
};

/// How often each institution counts in each draw: as many as there are, drawn with replacement (Efron 1979), the names
/// in byte order, so that an institution counts as often in every year of a draw.
class InstitutionDraws {
public:
    /// @param names  of all years
    InstitutionDraws(std::vector<std::string> names, std::size_t draws, std::uint64_t seed);
    [[nodiscard]] std::size_t draws() const noexcept { return draws_; }
    /// For the institutions of one network. @pre they are among the names. O(institutions log names)
    [[nodiscard]] std::vector<double> times(std::size_t draw, std::span<const std::string> institutions) const;

private:
    std::vector<std::string> names_;
    std::size_t draws_;
    std::vector<std::uint16_t> times_;  ///< draws x names
};

/// The states whose numbers of memberships are nearest to this state's: at least `least`, all those equally near as the
/// last of them, without states of a bloc. Fewer where there are not so many. O(actors log actors)
[[nodiscard]] std::vector<std::uint32_t> states_of_equal_degree(std::span<const std::size_t> memberships,
                                                                const Blocs& blocs, std::uint32_t state,
                                                                std::size_t least);

/// Liaisons of Gould & Fernandez (1989) between blocs on a backbone: pairs of states of two different blocs that are
/// not tied with one another and are both tied with this state, which lies in neither of the two.
/// O(members of blocs squared)
[[nodiscard]] std::size_t liaisons_between(const BitMatrix& backbone, const Blocs& blocs, std::uint32_t state);

/// Where these states stand as bridges. Null: Curveball draws of networks with the same margins, in each of which
/// bridges are counted again, and liaisons on its exact backbone (`critical_counts`, positive ties at 0.05).
/// @param draws  of institutions; as many null networks as `options.draws`
/// The same bytes at any number of threads.
/// O(draws x (ties + pairs of states and members of blocs x institutions/64))
/// @throws UsageError for fewer than two blocs, Interrupted
[[nodiscard]] std::vector<BridgeStanding> bridge_standings(const TwoModeNetwork& network, const Blocs& blocs,
                                                           std::span<const std::uint32_t> states,
                                                           const InstitutionDraws& draws, const BridgeOptions& options);

}  // namespace tarazy
