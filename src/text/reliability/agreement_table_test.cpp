#include "text/reliability/agreement_table.hpp"

#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy::agreement_table_test {
namespace {

const std::string testdata = TARAZY_SOURCE_DIR "/src/text/testdata/";

Table table_of(const std::string& csv, AgreementOptions options, std::vector<std::string>& warnings) {
    const CodedUnits coded = read_coded_units(read_csv(csv, "c.csv"), {.level = options.level});
    return agreement_table(coded, "c.csv", options, warnings);
}

CodedUnits krippendorff(MeasurementLevel level) {
    return read_coded_units(read_table(testdata + "krippendorff2011_units.csv"), {.level = level});
}

std::size_t row_named(const Table& table, const std::string& statistic) {
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (text_in(table, "statistic", row) == statistic) return row;
    return table.rows();
}

TEST(AgreementTable, HasValuesIntervalsAndChancesBelowTheThresholds) {
    std::vector<std::string> warnings;
    const Table table = agreement_table(krippendorff(MeasurementLevel::ordinal), "k.csv",
                                        {.level = MeasurementLevel::ordinal}, warnings);
    EXPECT_EQ(warnings, std::vector<std::string>{"1 of 12 units have fewer than two values and are left out"});
    const std::size_t alpha = row_named(table, "krippendorff_alpha");
    ASSERT_LT(alpha, table.rows());
    EXPECT_NEAR(*number_in(table, "value", alpha), 0.815387503754881, 1e-12);
    EXPECT_LT(*number_in(table, "lower", alpha), 0.7);
    EXPECT_GT(*number_in(table, "upper", alpha), 0.9);
    EXPECT_GT(*number_in(table, "p_below_800", alpha), *number_in(table, "p_below_667", alpha));
    EXPECT_EQ(number_in(table, "n_units", alpha), 11);
    EXPECT_EQ(number_in(table, "n_coders", alpha), 4);
    EXPECT_EQ(row_named(table, "cohen_kappa"), table.rows()) << "four coders";
    EXPECT_EQ(row_named(table, "conger_kappa"), table.rows()) << "values are missing";
    EXPECT_NEAR(*number_in(table, "se", row_named(table, "gwet_ac1")), 0.14295, 5e-6);
    const std::size_t code = row_named(table, "krippendorff_alpha_code");
    EXPECT_EQ(text_in(table, "code", code), "1");
    EXPECT_EQ(code + 5, table.rows());
}

TEST(AgreementTable, SameBytesAtAnyNumberOfThreadsAndOrderOfRows) {
    std::vector<std::string> warnings;
    const auto csv = [&](const std::string& text, unsigned threads, std::uint64_t seed) {
        return to_csv(table_of(text, {.replicates = 300, .seed = seed, .threads = threads}, warnings));
    };
    const std::string one = "unit,A,B\na,x,x\nb,y,x\nc,y,y\nd,x,\ne,y,y\n",
                      other = "unit,A,B\ne,y,y\nd,x,\nc,y,y\nb,y,x\na,x,x\n";
    EXPECT_EQ(csv(one, 1, 1), csv(other, 2, 1));
    EXPECT_NE(csv(one, 1, 1), csv(one, 1, 2));
}

TEST(AgreementTable, WithoutVariationSaysSoAndIsNotOne) {
    std::vector<std::string> warnings;
    const Table table = table_of("unit,A,B\na,x,x\nb,x,x\n", {}, warnings);
    const std::size_t alpha = row_named(table, "krippendorff_alpha");
    EXPECT_FALSE(number_in(table, "value", alpha));
    EXPECT_NE(text_in(table, "note", alpha).find("all values are 'x': nothing varies"), std::string::npos);
    EXPECT_EQ(number_in(table, "value", row_named(table, "percent_agreement")), 100);
    ASSERT_EQ(warnings.size(), 1u);
}

TEST(AgreementTable, ResamplesWithoutVariationAreLeftOutAndCounted) {
    std::vector<std::string> warnings;
    const Table table = table_of("unit,A,B\na,x,x\nb,x,x\nc,y,y\n", {.replicates = 500}, warnings);
    const std::size_t alpha = row_named(table, "krippendorff_alpha");
    EXPECT_EQ(number_in(table, "value", alpha), 1);
    EXPECT_LT(*number_in(table, "replicates", alpha), 500);
    EXPECT_GT(*number_in(table, "replicates", alpha), 200);
    EXPECT_EQ(number_in(table, "lower", alpha), 1);
}

TEST(AgreementTable, PairsOfCoders) {
    const Table table = pairwise_agreement_table(krippendorff(MeasurementLevel::nominal), MeasurementLevel::nominal);
    EXPECT_EQ(table.rows(), 6u);
    EXPECT_EQ(number_in(table, "n_units", 0), 9);
    EXPECT_NEAR(*number_in(table, "percent_agreement", 0), 100 * 8.0 / 9, 1e-12);
    EXPECT_FALSE(number_in(table, "cohen_kappa_linear", 0)) << "nominal";
    const CodedUnits apart = read_coded_units(read_csv("unit,A,B,C\na,x,x,\nb,y,x,\nc,,,y\n", "c.csv"), {});
    EXPECT_EQ(number_in(pairwise_agreement_table(apart, MeasurementLevel::nominal), "n_units", 1), 0);
}

TEST(AgreementTable, CanBeStopped) {
    const CodedUnits coded = krippendorff(MeasurementLevel::ratio);
    expect_stoppable([&](const Work& work) {
        std::vector<std::string> warnings;
        AgreementOptions options{.level = MeasurementLevel::ratio, .work = work};
        (void)agreement_table(coded, "k.csv", options, warnings);
    });
}

}  // namespace
}  // namespace tarazy::agreement_table_test
