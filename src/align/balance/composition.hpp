#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tarazy {

/// Compositions: how a whole is divided among P poles. A composition here is a vector of P parts above 0 that add up
/// to 1; only the ratios of its parts carry information (Aitchison 1986), so that any unit may be closed to it.
/// Several compositions side by side are one row-major array, composition * poles + pole. Logarithms are natural.

/// Parts divided by their sum. Nothing when a part is negative, infinite or NaN, or when all are 0: an unknown part
/// leaves the whole composition unknown. O(P).
[[nodiscard]] std::optional<std::vector<double>> closure(std::span<const double> parts);

/// The part of a detection limit that stands for a zero (Martin-Fernandez, Barcelo-Vidal & Pawlowsky-Glahn 2003).
inline constexpr double zero_fraction = 0.65;

/// Multiplicative replacement of zeros (Martin-Fernandez, Barcelo-Vidal & Pawlowsky-Glahn 2003): a zero becomes
/// delta_p = fraction x limit_p, every other part is multiplied by 1 - (sum of the deltas), so that ratios among the
/// parts that were not zero stay as they are.
/// @param composition  closed, zeros allowed
/// @param limits       the smallest share of each part that would have been recorded; looked at for zeros only
/// @return nothing when a zero has no limit above 0 or the deltas add up to 1 or more. O(P).
[[nodiscard]] std::optional<std::vector<double>> replace_zeros(std::span<const double> composition,
                                                               std::span<const double> limits,
                                                               double fraction = zero_fraction);

/// Shannon entropy -sum w log w in nats; 0 log 0 = 0. O(P).
[[nodiscard]] double entropy(std::span<const double> composition);

/// Evenness -sum w log w / log P (Pielou 1966): 0 = one pole has everything, 1 = all have the same.
/// It depends on the list of poles: a pole that nobody is near to lowers it towards log P / log(P + 1) of what it was,
/// whereas ratios of the other poles stay the same. Compare values over one list of poles only. @pre two parts or more
[[nodiscard]] double evenness(std::span<const double> composition);

/// Isometric log-ratio coordinates (Egozcue, Pawlowsky-Glahn, Mateu-Figueras & Barcelo-Vidal 2003) of the sequential
/// partition that joins the poles one after the other in their order: z_k = sqrt(k / (k+1)) ln(g(w_1..w_k) / w_{k+1}),
/// k = 1..P-1, g the geometric mean. For three poles z_1 = ln(w_1/w_2) / sqrt 2 and
/// z_2 = sqrt(2/3) ln(sqrt(w_1 w_2) / w_3): positive towards the poles named first. @pre every part above 0. O(P).
[[nodiscard]] std::vector<double> ilr(std::span<const double> composition);

/// The composition with these coordinates; P - 1 coordinates give P parts. O(P).
[[nodiscard]] std::vector<double> ilr_inverse(std::span<const double> coordinates);

/// Centre of compositions: their weighted geometric mean, closed (Aitchison 1986). A composition of weight 0 takes no
/// part. @param weights  one a composition, 0 or more, of any positive sum; @pre every weighted part above 0.
/// O(compositions x P).
[[nodiscard]] std::vector<double> aitchison_centre(std::span<const double> compositions, std::size_t poles,
                                                   std::span<const double> weights);

/// Where the unevenness of several compositions lies, all three divided by log P, so in [0, 1]:
/// total = entropy of the weighted arithmetic mean, within = weighted mean of the entropies, between = total - within,
/// the generalised Jensen-Shannon divergence (Lin 1991, eq. 5.1). `between` is 0 when all compositions are equal and
/// for a single one; it is what knowing the domain tells about the pole.
struct HedgeDecomposition {
    double total = 0;
    double within = 0;
    double between = 0;
};

/// Parameters as of `aitchison_centre`; parts may be 0. @pre two poles or more. O(compositions x P).
[[nodiscard]] HedgeDecomposition hedge_decomposition(std::span<const double> compositions, std::size_t poles,
                                                     std::span<const double> weights);

}  // namespace tarazy
