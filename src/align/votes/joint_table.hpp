#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace tarazy {

/// Two portfolios cross-tabulated: `count[a][b]` items on which one state has category a and the other b.
/// All measures of similarity between ordinal portfolios follow from this table alone, in integers up to the
/// last division; so the order of the two states does not change a bit of any of them.
template <int Categories>
struct JointTable {
    static constexpr int categories = Categories;
    std::array<std::array<std::int64_t, Categories>, Categories> count{};

    [[nodiscard]] std::int64_t total() const;
};

using VoteTable = JointTable<3>;  ///< yes, abstain, no
using TieTable = JointTable<4>;   ///< none, non-aggression, neutrality or consultation, defence or offence
using BinaryTable = JointTable<2>;

/// How far apart two categories are.
enum class Distance {
    nominal,   ///< 0 if equal, else 1
    absolute,  ///< |a - b|
    squared,   ///< (a - b)^2
};

/// S = 1 - 2 sum_k d(x_k, y_k) / (d_max n) with d absolute or squared (Signorino & Ritter 1999, eq. 4, equal weights).
/// In [-1, 1]; no value for an empty table. O(K^2), as all below.
template <int K>
[[nodiscard]] std::optional<double> s_score(const JointTable<K>& table, Distance distance);

/// Weighted kappa, 1 - observed / expected disagreement with each state's own margins (Cohen 1968; for foreign policy
/// Haege 2011). No value when the expected disagreement is 0: both portfolios are constant and equal.
template <int K>
[[nodiscard]] std::optional<double> weighted_kappa(const JointTable<K>& table, Distance distance);

/// Scott's (1955) pi, weighted: as kappa, with both states' margins replaced by their mean.
template <int K>
[[nodiscard]] std::optional<double> weighted_pi(const JointTable<K>& table, Distance distance);

/// Kendall's tau-b of the two portfolios (Kendall 1945; Bueno de Mesquita 1975). No value when either is constant.
template <int K>
[[nodiscard]] std::optional<double> tau_b(const JointTable<K>& table);

/// Share of items on which the categories are equal.
template <int K>
[[nodiscard]] std::optional<double> agree_exact(const JointTable<K>& table);

/// (f + g/2) / t: full agreement f, partial agreement g (one abstains), t common votes (Lijphart 1963).
[[nodiscard]] std::optional<double> agree_lijphart(const VoteTable& table);
/// The same over roll calls that were not unanimous (Bailey, Strezhnev & Voeten 2017, replication code).
/// @param unanimous  how many of the table's items were unanimous among all voting members; both states agree on them
[[nodiscard]] std::optional<double> agree_voeten(const VoteTable& table, std::int64_t unanimous);
/// Share of equal votes among items on which neither abstained.
[[nodiscard]] std::optional<double> agree_noabst(const VoteTable& table);

/// Ties seen as present or absent.
[[nodiscard]] BinaryTable binary(const TieTable& table);

}  // namespace tarazy
