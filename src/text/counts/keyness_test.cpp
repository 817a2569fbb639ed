#include "text/counts/keyness.hpp"

#include "base/work_test.hpp"
#include "text/counts/random_counts_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace tarazy::keyness_test {
namespace {

using testing_counts::count_of;
using testing_counts::random_counts;
using Places = std::vector<std::size_t>;

constexpr KeynessMeasure all_measures[] = {KeynessMeasure::log_odds, KeynessMeasure::chi_square,
                                           KeynessMeasure::g2,       KeynessMeasure::information,
                                           KeynessMeasure::ratio,    KeynessMeasure::exact};

std::map<std::string, KeyFeature> by_name(const DocumentFeatureMatrix& matrix, const Keyness& found) {
    std::map<std::string, KeyFeature> features;
    for (const KeyFeature& one : found.features) features[matrix.features[one.feature]] = one;
    return features;
}

TEST(Keyness, LogOddsAsTheArticleSays) {
    const DocumentFeatureMatrix matrix = random_counts(8, 12, 3);
    const Places target = {0, 1, 2}, reference = {4, 5, 6, 7};
    const Keyness found = keyness(matrix, target, reference, {.prior_size = 30});
    const std::vector<double> totals = matrix.feature_totals();
    const double all = std::accumulate(totals.begin(), totals.end(), 0.0);
    double n_i = 0, n_j = 0;
    for (const std::size_t d : target) n_i += matrix.document_total(d);
    for (const std::size_t d : reference) n_j += matrix.document_total(d);
    EXPECT_EQ(found.target_total, n_i);
    for (const KeyFeature& one : found.features) {
        double y_i = 0, y_j = 0;
        for (const std::size_t d : target) y_i += count_of(matrix, d, one.feature);
        for (const std::size_t d : reference) y_j += count_of(matrix, d, one.feature);
        const double a = 30 * totals[one.feature] / all;
        const double d = std::log((y_i + a) / (n_i + 30 - y_i - a)) - std::log((y_j + a) / (n_j + 30 - y_j - a));
        EXPECT_NEAR(one.log_odds, d, 1e-12);
        EXPECT_NEAR(one.z, d / std::sqrt(1 / (y_i + a) + 1 / (y_j + a)), 1e-12);
        EXPECT_NEAR(one.p(), std::erfc(std::abs(one.z) / std::sqrt(2.0)), 1e-12);
    }
    EXPECT_TRUE(std::ranges::is_sorted(found.features, std::ranges::greater(), &KeyFeature::z));
}

TEST(Keyness, SwappingTargetAndReferenceTurnsSignsAndKeepsP) {
    const DocumentFeatureMatrix matrix = random_counts(9, 30, 5);
    const Places one = {0, 1, 2, 3}, other = {4, 5, 6, 7, 8};
    for (const KeynessMeasure measure : all_measures) {
        if (measure == KeynessMeasure::information) continue;
        const auto there = by_name(matrix, keyness(matrix, one, other, {.measure = measure}));
        const auto back = by_name(matrix, keyness(matrix, other, one, {.measure = measure}));
        ASSERT_EQ(there.size(), back.size());
        for (const auto& [name, key] : there) {
            const KeyFeature& turned = back.at(name);
            if (measure == KeynessMeasure::exact) {
                EXPECT_NEAR(key.value * turned.value, 1, 1e-9);
            } else {
                EXPECT_NEAR(key.value, -turned.value, 1e-9);
            }
            EXPECT_NEAR(key.log10_p, turned.log10_p, 1e-9);
            EXPECT_NEAR(key.q, turned.q, 1e-9);
            EXPECT_TRUE(key.dp_target == turned.dp_reference || key.n_target == 0);
        }
    }
}

TEST(Keyness, TheOrderOfDocumentsAndFeaturesDoesNotMatter) {
    const DocumentFeatureMatrix matrix = random_counts(6, 15, 8);
    DocumentFeatureMatrix turned;
    turned.documents.assign(matrix.documents.rbegin(), matrix.documents.rend());
    turned.features.assign(matrix.features.rbegin(), matrix.features.rend());
    for (std::size_t d = 0; d < 6; ++d) {
        for (std::size_t f = 0; f < 15; ++f) {
            const double count = count_of(matrix, 5 - d, 14 - f);
            if (count == 0) continue;
            turned.feature.push_back(static_cast<std::uint32_t>(f));
            turned.count.push_back(count);
        }
        turned.row_begin.push_back(turned.cells());
    }
    for (const KeynessMeasure measure : all_measures) {
        const Keyness here = keyness(matrix, Places{0, 1, 2}, Places{3, 4, 5}, {.measure = measure});
        const Keyness there = keyness(turned, Places{5, 4, 3}, Places{2, 1, 0}, {.measure = measure});
        ASSERT_EQ(here.features.size(), there.features.size());
        for (std::size_t k = 0; k < here.features.size(); ++k) {
            EXPECT_EQ(matrix.features[here.features[k].feature], turned.features[there.features[k].feature]);
            EXPECT_NEAR(here.features[k].log10_p, there.features[k].log10_p, 1e-9);
        }
    }
}

TEST(Keyness, PKeepsItsOrderBelowTheSmallestNumber) {
    DocumentFeatureMatrix matrix;
    matrix.documents = {"t", "r"};
    matrix.features = {"nuclear", "weapons", "rest"};
    matrix.feature = {0, 1, 2, 2};
    matrix.count = {9000, 8000, 100000, 200000};
    matrix.row_begin = {0, 3, 4};
    for (const KeynessMeasure measure : {KeynessMeasure::chi_square, KeynessMeasure::g2, KeynessMeasure::exact}) {
        const Keyness found = keyness(matrix, Places{0}, Places{1}, {.measure = measure});
        ASSERT_EQ(matrix.features[found.features[0].feature], "nuclear");
        EXPECT_EQ(found.features[0].p(), 0);
        EXPECT_LT(found.features[0].log10_p, found.features[1].log10_p);
        EXPECT_LT(found.features[1].log10_p, -1000);
    }
}

TEST(Keyness, FeaturesThatAreRareOrInNeitherGroupAreLeftOut) {
    DocumentFeatureMatrix matrix = random_counts(4, 5, 11);
    matrix.features.push_back("elsewhere");
    matrix.feature.push_back(5);
    matrix.count.push_back(100);
    matrix.row_begin.back() = matrix.cells();
    const auto found = by_name(matrix, keyness(matrix, Places{0}, Places{1, 2}, {.least_count = 3}));
    EXPECT_FALSE(found.contains("elsewhere"));
    for (const auto& [name, key] : found) EXPECT_GE(key.n_target + key.n_reference, 3) << name;
}

TEST(Keyness, TheOnlyFeatureHasNoOdds) {
    DocumentFeatureMatrix matrix;
    matrix.documents = {"t", "r"};
    matrix.features = {"peace"};
    matrix.feature = {0, 0};
    matrix.count = {2, 3};
    matrix.row_begin = {0, 1, 2};
    for (const KeynessMeasure measure : all_measures) {
        const Keyness found = keyness(matrix, Places{0}, Places{1}, {.measure = measure});
        ASSERT_EQ(found.features.size(), 1u);
        EXPECT_TRUE(std::isnan(found.features[0].z));
    }
    const Table table = keyness_table(matrix, keyness(matrix, Places{0}, Places{1}), KeynessMeasure::log_odds);
    EXPECT_TRUE(table["z"].missing(0));
    EXPECT_TRUE(table["p"].missing(0));
}

TEST(Keyness, GroupsThatShareADocumentOrAreEmptyAreRefused) {
    const DocumentFeatureMatrix matrix = random_counts(4, 5, 1);
    EXPECT_THROW((void)keyness(matrix, Places{0, 1}, Places{1, 2}), UsageError);
    EXPECT_THROW((void)keyness(matrix, Places{}, Places{1, 2}), InputError);
    EXPECT_THROW((void)keyness(random_counts(4, 5, 1, 0.0), Places{0}, Places{1, 2}), InputError);
    DocumentFeatureMatrix weighted = matrix;
    weighted.count[0] = 0.5;
    EXPECT_THROW((void)keyness(weighted, Places{0}, Places{1}, {.measure = KeynessMeasure::exact}), UsageError);
    EXPECT_NO_THROW((void)keyness(weighted, Places{0}, Places{1}));
}

TEST(Keyness, TheSameAtAnyNumberOfThreads) {
    const DocumentFeatureMatrix matrix = random_counts(6, 2000, 4);
    const Keyness one = keyness(matrix, Places{0, 1}, Places{2, 3}, {.threads = 1});
    const Keyness two = keyness(matrix, Places{0, 1}, Places{2, 3}, {.threads = 2});
    ASSERT_EQ(one.features.size(), two.features.size());
    for (std::size_t k = 0; k < one.features.size(); ++k) {
        EXPECT_EQ(one.features[k].feature, two.features[k].feature);
        EXPECT_EQ(one.features[k].z, two.features[k].z);
    }
}

TEST(Keyness, CanBeStopped) {
    const DocumentFeatureMatrix matrix = random_counts(4, 3000, 2);
    expect_stoppable([&](const Work& work) {
        (void)keyness(matrix, Places{0, 1}, Places{2, 3},
                      {.measure = KeynessMeasure::exact, .threads = 1, .work = work});
    });
}

}  // namespace
}  // namespace tarazy::keyness_test
