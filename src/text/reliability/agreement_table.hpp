#pragma once

#include "base/work.hpp"
#include "text/reliability/agreement.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

struct AgreementOptions {
    MeasurementLevel level = MeasurementLevel::nominal;
    std::size_t replicates = 2000;  ///< resamples of units; 0 = no intervals
    double confidence = 0.95;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// At most this many codes are judged one by one; more are numbers rather than codes.
inline constexpr std::size_t most_codes_apart = 100;

/// Coefficients of agreement with percentile intervals from resampled units (Efron 1979), a row a statistic:
/// `statistic,value,lower,upper,n_units,n_coders,code,se,p_below_667,p_below_800,replicates,note`.
/// percent_agreement; with two coders cohen_kappa, above nominal level also cohen_kappa_linear and cohen_kappa_squared;
/// with more of them and complete data conger_kappa; fleiss_kappa, gwet_ac1, krippendorff_alpha, and
/// krippendorff_alpha_code with the code in `code`. `n_units` are those with two values or more. `p_below_667` and
/// `p_below_800` are shares of the resamples in which alpha lies below Krippendorff's two thresholds; resamples in
/// which a coefficient is not defined are left out and `replicates` says how many are left. What is not defined is
/// empty and `note` says why.
/// @param warnings  units dropped, what is not defined
/// @throws InputError when no unit has two values
/// O(replicates x (units + patterns x coders + codes))
[[nodiscard]] Table agreement_table(const CodedUnits& coded, const std::string& path, const AgreementOptions& options,
                                    std::vector<std::string>& warnings);

/// Each pair of coders on the units that both coded:
/// `coder_1,coder_2,n_units,percent_agreement,cohen_kappa,cohen_kappa_linear,cohen_kappa_squared,krippendorff_alpha`.
[[nodiscard]] Table pairwise_agreement_table(const CodedUnits& coded, MeasurementLevel level);

}  // namespace tarazy
