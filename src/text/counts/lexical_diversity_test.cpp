#include "text/counts/lexical_diversity.hpp"

#include "base/error.hpp"
#include "text/counts/random_counts_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy::lexical_diversity_test {
namespace {

DocumentFeatureMatrix one_document(std::vector<double> counts) {
    DocumentFeatureMatrix matrix;
    matrix.documents = {"a"};
    for (std::size_t f = 0; f < counts.size(); ++f) {
        matrix.features.push_back("w" + std::to_string(f));
        matrix.feature.push_back(static_cast<std::uint32_t>(f));
    }
    matrix.row_begin = {0, counts.size()};
    matrix.count = std::move(counts);
    return matrix;
}

TEST(LexicalDiversity, ByHand) {
    // Ten tokens of four types: 5, 3, 1, 1.
    const LexicalDiversity found = lexical_diversity(one_document({5, 3, 1, 1})).front();
    EXPECT_EQ(found.tokens, 10);
    EXPECT_EQ(found.types, 4);
    EXPECT_NEAR(found.ttr, 0.4, 1e-15);
    EXPECT_NEAR(found.c, std::log10(4.0), 1e-15);
    EXPECT_NEAR(found.r, 4 / std::sqrt(10.0), 1e-15);
    EXPECT_NEAR(found.k, 1e4 * (36.0 / 100 - 0.1), 1e-9);
    EXPECT_NEAR(found.d, (20.0 + 6) / 90, 1e-15);
    EXPECT_NEAR(found.u, 1 / (1 - std::log10(4.0)), 1e-12);
    EXPECT_NEAR(found.maas, std::sqrt(1 - std::log10(4.0)), 1e-12);
    EXPECT_NEAR(found.i, 16.0 / (36 - 4), 1e-15);
    EXPECT_NEAR(found.vm, std::sqrt(0.36 - 0.25), 1e-15);
}

TEST(LexicalDiversity, WhatIsNotDefinedIsUnknown) {
    const Table one = lexical_diversity_table(one_document({1}));
    EXPECT_EQ(one["TTR"].real(0), 1);
    for (const char* measure : {"C", "U", "S", "D", "Maas", "lgV0"}) EXPECT_TRUE(one[measure].missing(0)) << measure;
    const Table none = lexical_diversity_table(one_document({}));
    EXPECT_EQ(none["tokens"].integer(0), 0);
    EXPECT_TRUE(none["TTR"].missing(0));
    EXPECT_TRUE(none["K"].missing(0));
    const LexicalDiversity all_different = lexical_diversity(one_document({1, 1, 1})).front();
    EXPECT_TRUE(std::isnan(all_different.log10_v0));
    EXPECT_EQ(all_different.d, 0);
    EXPECT_TRUE(std::isnan(all_different.i));
    EXPECT_TRUE(one["MATTR"].missing(0)) << "counts have no order";
    const SequenceDiversity sequence{0.5, 0.25, 40};
    EXPECT_EQ(lexical_diversity_table(one_document({2}), std::span(&sequence, 1))["MTLD"].real(0), 40);
}

TEST(LexicalDiversity, WeightsAreRefused) {
    EXPECT_THROW((void)lexical_diversity(one_document({1.5, 2})), InputError);
}

}  // namespace
}  // namespace tarazy::lexical_diversity_test
