#pragma once

#include "text/counts/document_feature_matrix.hpp"
#include "text/topics/topic_chain.hpp"
#include "text/topics/topic_model.hpp"

#include <string>
#include <vector>

namespace tarazy {

struct SeedPriors {
    std::vector<std::string> names;  ///< of the seeded topics, as they first appear
    std::vector<TopicPrior::Seed> seeds;
};

/// The features that the seeds mean, each with `share` of its count over all documents. Case is that of the features.
/// @throws InputError with every seed that fits no feature with counts. O(seeds x features)
[[nodiscard]] SeedPriors seed_priors(const DocumentFeatureMatrix& matrix, const std::vector<SeedWord>& seeds,
                                     double share);

}  // namespace tarazy
