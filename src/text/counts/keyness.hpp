#pragma once

#include "base/work.hpp"
#include "text/counts/association.hpp"
#include "text/counts/document_feature_matrix.hpp"

#include <optional>
#include <span>
#include <vector>

namespace tarazy {

/// By what features are ranked.
enum class KeynessMeasure {
    log_odds,  ///< z of the log-odds with an informative prior
    chi_square,
    g2,           ///< likelihood ratio
    information,  ///< pointwise mutual information, natural logarithm
    ratio,        ///< log2 of the ratio of relative frequencies
    exact         ///< odds ratio, with Fisher's exact p
};

struct KeynessOptions {
    KeynessMeasure measure = KeynessMeasure::log_odds;
    YatesCorrection yates = YatesCorrection::conditional;
    bool williams = false;  ///< divide G2 by Williams' q; where a cell of the table is zero it stays as it is
    std::optional<double> prior_size = {};  ///< a_0, in counts; nothing: the mean length of a document of both groups
    double least_count = 1;                 ///< features with fewer counts in both groups together are left out
    unsigned threads = 0;
    Work work = {};
};

struct KeyFeature {
    std::uint32_t feature = 0;
    double value = 0;  ///< of the measure; NaN where it is not defined
    double n_target = 0, n_reference = 0;
    double log10_p = 0;  ///< two-sided; NaN where unknown
    double q = 0;        ///< Benjamini & Hochberg (1995) over the features kept
    double log_ratio = 0;
    double log_odds = 0, z = 0;  ///< of the prior
    std::size_t documents_target = 0, documents_reference = 0;
    double dp_target = 0, dp_reference = 0;  ///< Gries' dispersion (dispersion.hpp); NaN where it does not occur

    /// p, 0 where it is below the smallest number.
    [[nodiscard]] double p() const;
};

struct Keyness {
    std::vector<KeyFeature> features;  ///< most typical of the target first; ties by the feature's text
    double target_total = 0, reference_total = 0, prior_size = 0;
};

/// Which features are typical of the target documents and which of the reference.
///
/// Log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008, Political Analysis
/// 16:372-403): d_w = ln (y_iw + a_w)/(n_i + a_0 - y_iw - a_w) - ln (y_jw + a_w)/(n_j + a_0 - y_jw - a_w), variance
/// 1/(y_iw + a_w) + 1/(y_jw + a_w), z = d_w over its root. The prior a_w is a_0 times the share of w in all documents
/// of the matrix, those of neither group included. p of log-odds by the normal; of chi-square and G2 by their own law;
/// of `information` and `ratio`, which are sizes and no tests, that of G2.
/// @param target, reference  documents, each once; no document in both
/// @throws UsageError  a document in both groups; `exact` on counts that are not whole
/// @throws InputError  a group without documents or without counts
/// O(features log features + cells); `exact` O(counts)
[[nodiscard]] Keyness keyness(const DocumentFeatureMatrix& matrix, std::span<const std::size_t> target,
                              std::span<const std::size_t> reference, const KeynessOptions& options = {});

/// The name of the column of a measure: z, chi2, G2, pmi, log_ratio, exact.
[[nodiscard]] const char* keyness_column(KeynessMeasure measure);

/// `feature,<measure>,p,n_target,n_reference,log10_p,q,log_ratio,log_odds,z,documents_target,documents_reference,
/// dp_target,dp_reference`; the measure's own column is not repeated.
[[nodiscard]] Table keyness_table(const DocumentFeatureMatrix& matrix, const Keyness& found, KeynessMeasure measure);

}  // namespace tarazy
