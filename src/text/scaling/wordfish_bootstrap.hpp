#pragma once

#include "base/work.hpp"
#include "stats/replicate_summary.hpp"
#include "table/table.hpp"
#include "text/scaling/sentence_counts.hpp"
#include "text/scaling/wordfish.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

struct WordfishBootstrap {
    std::vector<ReplicateSummary> theta;  ///< of each document of the fit
    std::vector<ReplicateSummary> beta;   ///< of each word of the fit
    std::size_t replicates = 0;
    std::size_t undefined = 0;      ///< replicates without a fit: too few documents that differ
    std::size_t not_converged = 0;  ///< replicates left out because their search did not end at an optimum
};

struct WordfishReplicates {
    std::size_t replicates = 200;
    double level = 0.95;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// Positions and word weights from resampled documents (Efron 1979): as many documents are drawn with replacement and
/// the model is fitted again, to its own optimum. The scale of a replicate is laid over that of the fit: the sign by
/// the sum of products of both positions over the drawn documents, mean and standard deviation so that the drawn
/// documents have those of the fit. A document has a position where it was drawn, in .63 of the replicates; a word a
/// weight where a drawn document has it. What a document says is the same in all its replicates: its error here is that
/// of which documents are compared, and comes beside the one of wordfish_errors.hpp. The level of all beta, of which
/// only their prior knows (alpha_i - c theta_i makes up for beta_j + c), varies in none of them. Same bytes at any
/// number of threads and in any order of rows.
/// @param fit  of the same matrix with the same options
/// O(replicates x a fit); 8 bytes (documents + words) a replicate, and 8 a cell for each running one
[[nodiscard]] WordfishBootstrap wordfish_document_bootstrap(const DocumentFeatureMatrix& matrix, const WordfishFit& fit,
                                                            const WordfishOptions& options,
                                                            const WordfishReplicates& asked);

/// The same from resampled sentences within each document (Benoit, Laver & Mikhaylov 2009): every document has a
/// position in every replicate.
[[nodiscard]] WordfishBootstrap wordfish_sentence_bootstrap(const SentenceCounts& counts, const WordfishFit& fit,
                                                            const WordfishOptions& options,
                                                            const WordfishReplicates& asked);

}  // namespace tarazy
