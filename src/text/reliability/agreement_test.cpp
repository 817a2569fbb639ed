#include "text/reliability/agreement.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include <cmath>

namespace tarazy::agreement_test {
namespace {

const std::string testdata = TARAZY_SOURCE_DIR "/src/text/testdata/";

struct Judged {
    CodedUnits coded;
    CodedPatterns patterns;
    Agreement of(MeasurementLevel level) const {
        std::vector<double> weights;
        for (const auto& pattern : patterns.patterns) weights.push_back(pattern.units);
        return agreement(coded, patterns, weights, level, true);
    }
};

Judged judged_table(const Table& table, std::vector<std::string> coders = {}, std::vector<std::string> codes = {}) {
    CodedUnits coded = read_coded_units(table, {.coders = std::move(coders), .codes = std::move(codes)});
    CodedPatterns patterns = coded_patterns(coded, table.origin.path);
    return {std::move(coded), std::move(patterns)};
}

Judged judged_file(const std::string& file, std::vector<std::string> coders = {}) {
    return judged_table(read_table(testdata + file), std::move(coders));
}

TEST(Agreement, KrippendorffsExampleAtFourLevels) {
    const Judged judged = judged_file("krippendorff2011_units.csv");
    EXPECT_EQ(judged.patterns.dropped, 1u);
    EXPECT_EQ(judged.patterns.pairable, 11u);
    EXPECT_NEAR(*judged.of(MeasurementLevel::nominal).alpha, 0.743421052631579, 1e-12);
    EXPECT_NEAR(*judged.of(MeasurementLevel::ordinal).alpha, 0.815387503754881, 1e-12);
    EXPECT_NEAR(*judged.of(MeasurementLevel::interval).alpha, 0.849107142857143, 1e-12);
    EXPECT_NEAR(*judged.of(MeasurementLevel::ratio).alpha, 0.797402774711612, 1e-12);
    // irrCAC 1.0 rounds to five digits.
    EXPECT_NEAR(*judged.of(MeasurementLevel::nominal).ac1, 0.77544, 5e-6);
    EXPECT_NEAR(*judged.of(MeasurementLevel::nominal).fleiss, 0.76117, 5e-6);
    EXPECT_NEAR(*ac1_standard_error(judged.coded, judged.patterns), 0.14295, 5e-6);
    EXPECT_FALSE(judged.of(MeasurementLevel::nominal).conger) << "values are missing";
}

TEST(Agreement, FleissDiagnoses) {
    const Judged judged = judged_file("fleiss1971_units.csv");
    const Agreement all = judged.of(MeasurementLevel::nominal);
    EXPECT_NEAR(*all.fleiss, 0.430244520060141, 1e-12);
    EXPECT_NEAR(*all.conger, 0.441808540329333, 1e-12);
    EXPECT_NEAR(*all.ac1, 0.44788, 5e-6);
    EXPECT_NEAR(*ac1_standard_error(judged.coded, judged.patterns), 0.05566, 5e-6);
    EXPECT_NEAR(*all.alpha, 0.43340982828202823, 1e-12) << "by the coincidence matrix";
    EXPECT_NEAR(*all.alpha, *all.fleiss + (1 - *all.fleiss) / 180, 1e-12);
    EXPECT_GT(std::abs(*all.alpha - 0.430877581704519), 1e-3) << "irr 0.84.1 is wrong here";
    const Agreement two = judged_file("fleiss1971_units.csv", {"rater2", "rater3"}).of(MeasurementLevel::nominal);
    EXPECT_NEAR(*two.cohen, 0.631147540983606, 1e-12);
    EXPECT_NEAR(*two.percent, 70, 1e-12);
}

TEST(Agreement, AnxietyRatings) {
    const Judged judged = judged_file("anxiety_units.csv");
    EXPECT_NEAR(*judged.of(MeasurementLevel::nominal).alpha, -0.02372521246458925, 1e-12);
    EXPECT_NEAR(*judged.of(MeasurementLevel::ordinal).alpha, 0.22838694529232217, 1e-12);
    EXPECT_NEAR(*judged.of(MeasurementLevel::interval).alpha, 0.17009860788863107, 1e-12);
    EXPECT_NEAR(*judged.of(MeasurementLevel::ratio).alpha, 0.14180134056187188, 1e-12);
    EXPECT_GT(std::abs(*judged.of(MeasurementLevel::ordinal).alpha - 0.221847851608359), 1e-3) << "irr 0.84.1";
    EXPECT_GT(std::abs(*judged.of(MeasurementLevel::interval).alpha - 0.163065545243619), 1e-3) << "irr 0.84.1";
    for (const MeasurementLevel level : {MeasurementLevel::ordinal, MeasurementLevel::interval}) {
        const Agreement two = judged_file("anxiety_units.csv", {"rater1", "rater2"}).of(level);
        EXPECT_NEAR(*two.cohen_squared, 0.29676511954993, 1e-12);
        EXPECT_NEAR(*two.cohen_linear, 0.189189189189189, 1e-12);
    }
}

/// Alpha from the definition: all pairs of values, one by one.
double alpha_by_pairs(const CodedUnits& coded, MeasurementLevel level) {
    std::vector<double> counts(coded.codes.size(), 0);
    for (std::size_t u = 0; u < coded.units.size(); ++u) {
        const auto codes = coded.of_unit(u);
        if (std::ranges::count_if(codes, [](int c) { return c >= 0; }) < 2) continue;
        for (const int c : codes)
            if (c >= 0) ++counts[static_cast<std::size_t>(c)];
    }
    const auto difference = [&](int a, int b) {
        const auto one = static_cast<std::size_t>(std::min(a, b)), two = static_cast<std::size_t>(std::max(a, b));
        if (one == two) return 0.0;
        if (level == MeasurementLevel::nominal) return 1.0;
        if (level == MeasurementLevel::ordinal) {
            double sum = -(counts[one] + counts[two]) / 2;
            for (std::size_t g = one; g <= two; ++g) sum += counts[g];
            return sum * sum;
        }
        const double apart = coded.numbers[one] - coded.numbers[two];
        const double sum = level == MeasurementLevel::ratio ? coded.numbers[one] + coded.numbers[two] : 1;
        return apart * apart / (sum * sum);
    };
    double observed = 0, expected = 0, total = 0;
    for (std::size_t u = 0; u < coded.units.size(); ++u) {
        const auto codes = coded.of_unit(u);
        const auto m = static_cast<double>(std::ranges::count_if(codes, [](int c) { return c >= 0; }));
        if (m < 2) continue;
        for (std::size_t i = 0; i < codes.size(); ++i)
            for (std::size_t j = 0; j < codes.size(); ++j)
                if (i != j && codes[i] >= 0 && codes[j] >= 0) observed += difference(codes[i], codes[j]) / (m - 1);
        total += m;
    }
    for (std::size_t c = 0; c < counts.size(); ++c)
        for (std::size_t k = 0; k < counts.size(); ++k)
            expected += counts[c] * counts[k] * difference(static_cast<int>(c), static_cast<int>(k));
    return 1 - (total - 1) * observed / expected;
}

TEST(Agreement, ClosedFormsEqualTheDefinition) {
    for (const char* file : {"krippendorff2011_units.csv", "anxiety_units.csv"}) {
        const Judged judged = judged_file(file);
        for (const auto level : {MeasurementLevel::nominal, MeasurementLevel::ordinal, MeasurementLevel::interval,
                                 MeasurementLevel::ratio})
            EXPECT_NEAR(*judged.of(level).alpha, alpha_by_pairs(judged.coded, level), 1e-12) << file;
    }
}

TEST(Agreement, OneCodeAgainstTheOthersIsAlphaOfTheTwo) {
    const Judged judged = judged_file("krippendorff2011_units.csv");
    const Agreement all = judged.of(MeasurementLevel::nominal);
    ASSERT_EQ(all.code_alpha.size(), 5u);
    CodedUnits two = judged.coded;
    two.codes = {"rest", "1"};
    two.numbers = {};
    for (std::int32_t& code : two.code) code = code < 0 ? -1 : (code == 0 ? 1 : 0);
    EXPECT_NEAR(*all.code_alpha[0], alpha_by_pairs(two, MeasurementLevel::nominal), 1e-12);
}

TEST(Agreement, WithoutVariationNothingIsDefined) {
    const Judged judged = judged_table(read_csv("unit,A,B\na,x,x\nb,x,x\n", "x.csv"));
    const Agreement all = judged.of(MeasurementLevel::nominal);
    EXPECT_EQ(all.percent, 100);
    EXPECT_FALSE(all.alpha || all.cohen || all.fleiss || all.ac1 || all.code_alpha[0]);
}

TEST(Agreement, OppositeCodersAreBelowChance) {
    const Judged judged = judged_table(read_csv("unit,A,B\na,x,y\nb,x,y\n", "x.csv"));
    EXPECT_EQ(judged.of(MeasurementLevel::nominal).cohen, 0) << "margins say no unit could agree";
    EXPECT_NEAR(*judged.of(MeasurementLevel::nominal).alpha, 1 - 3 * 4.0 / 8, 1e-12);
}

TEST(Agreement, UnitsThatNobodySharesAreRefused) {
    EXPECT_THROW((void)judged_table(read_csv("unit,A,B\na,x,\nb,,y\n", "x.csv")), InputError);
}

}  // namespace
}  // namespace tarazy::agreement_test
