#pragma once

#include "base/random.hpp"
#include "io/read_table.hpp"
#include "stats/normal.hpp"
#include "text/counts/document_feature_matrix.hpp"
#include "text/scaling/wordfish_model.hpp"

#include <cmath>
#include <string>

namespace tarazy::wordfish_fixture {

inline DocumentFeatureMatrix lbg() {
    return read_document_feature_matrix(read_table(TARAZY_SOURCE_DIR "/src/text/testdata/lbg_counts.csv"));
}

/// Counts drawn from the model; the true positions are normal quantiles in falling order.
struct Simulated {
    DocumentFeatureMatrix matrix;
    WordfishParameters truth;
};

inline Simulated simulated(std::size_t documents, std::size_t words, std::uint64_t seed) {
    Random random(seed, "simulated wordfish", 0);
    Simulated made;
    made.truth = WordfishParameters(documents, words);
    for (std::size_t i = 0; i < documents; ++i) {
        made.truth.theta[i] = normal_quantile(1 - (static_cast<double>(i) + 0.5) / static_cast<double>(documents));
        made.truth.alpha[i] = 0.5 * (random.uniform() - 0.5);
        made.matrix.documents.push_back("d" + std::to_string(1000 + i));
    }
    for (std::size_t j = 0; j < words; ++j) {
        made.truth.beta[j] = normal_quantile(random.uniform());
        made.truth.psi[j] = 2 * (random.uniform() - 0.5);
        made.matrix.features.push_back("w" + std::to_string(10000 + j));
    }
    identify(made.truth);
    for (std::size_t i = 0; i < documents; ++i) {
        for (std::size_t j = 0; j < words; ++j) {
            const double mean =
                std::exp(made.truth.alpha[i] + made.truth.psi[j] + made.truth.beta[j] * made.truth.theta[i]);
            double left = random.uniform(), probability = std::exp(-mean);
            int n = 0;
            while (left >= probability && n < 2000) {  // by inversion
                left -= probability;
                probability *= mean / ++n;
            }
            if (n == 0) continue;
            made.matrix.feature.push_back(static_cast<std::uint32_t>(j));
            made.matrix.count.push_back(n);
        }
        made.matrix.row_begin.push_back(made.matrix.cells());
    }
    return made;
}

}  // namespace tarazy::wordfish_fixture
