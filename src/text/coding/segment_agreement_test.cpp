#include "text/coding/segment_agreement.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy::segment_agreement_test {
namespace {

std::optional<double> value_of(const Table& table, const std::string& statistic, const std::string& basis,
                               const std::string& code) {
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (text_in(table, "statistic", row) == statistic && text_in(table, "basis", row) == basis &&
            text_in(table, "code", row) == code)
            return number_in(table, "value", row);
    ADD_FAILURE() << statistic << ' ' << basis << ' ' << code << " is not there";
    return {};
}

const std::vector<Segment> coded = {{"d", 0, 10, "A", "x", ""},  {"d", 0, 8, "B", "x", ""},
                                    {"d", 40, 50, "A", "y", ""}, {"d", 45, 55, "B", "y", ""},
                                    {"e", 5, 10, "A", "x", ""},  {"e", 5, 10, "B", "y", ""}};
const std::vector<DocumentLength> documents = {{"d", 100}, {"e", 50}, {"f", 50}};

TEST(SegmentAgreement, CodedTextAndAllTextAreBothNamed) {
    const Table table = segment_agreement_table(coded, documents, "s.csv", {.kappa_over_all_text = true});
    EXPECT_NEAR(*value_of(table, "percent_agreement", "coded text", "x"), 100 * 8.0 / 15, 1e-12);
    EXPECT_NEAR(*value_of(table, "percent_agreement", "coded text", "y"), 100 * 5.0 / 20, 1e-12);
    EXPECT_NEAR(*value_of(table, "percent_agreement", "coded text", ""), 100 * 13.0 / 35, 1e-12);
    EXPECT_NEAR(*value_of(table, "percent_agreement", "all text", "x"), 100 * 193.0 / 200, 1e-12);
    const double chance = (15.0 * 8 + 185.0 * 192) / 40000;
    EXPECT_NEAR(*value_of(table, "cohen_kappa", "all text", "x"), (193.0 / 200 - chance) / (1 - chance), 1e-12);
    EXPECT_GT(*value_of(table, "u_alpha", "all text", ""), 0.3);
    EXPECT_TRUE(value_of(table, "cu_alpha", "coded by two", ""));
    EXPECT_TRUE(value_of(table, "ku_alpha", "coded by two", "x"));
}

TEST(SegmentAgreement, KappaOverUncodedTextIsNotThereUnlessAsked) {
    const Table table = segment_agreement_table(coded, documents, "s.csv", {});
    for (std::size_t row = 0; row < table.rows(); ++row) EXPECT_NE(text_in(table, "statistic", row), "cohen_kappa");
}

TEST(SegmentAgreement, WithoutDocumentsAllTextIsNotKnown) {
    const Table table = segment_agreement_table(coded, {}, "s.csv", {});
    EXPECT_FALSE(value_of(table, "u_alpha", "all text", ""));
    EXPECT_TRUE(value_of(table, "percent_agreement", "coded text", ""));
}

TEST(SegmentAgreement, TwoCodesInOnePlaceLeaveEachCodeItsOwn) {
    std::vector<Segment> twice = coded;
    twice.push_back({"d", 5, 9, "A", "y", ""});
    const Table table = segment_agreement_table(twice, documents, "s.csv", {});
    EXPECT_FALSE(value_of(table, "u_alpha", "all text", ""));
    EXPECT_TRUE(value_of(table, "u_alpha", "all text", "y"));
}

TEST(SegmentAgreement, OneCoderAndWrongPlacesAreRefused) {
    EXPECT_THROW((void)segment_agreement_table({coded[0]}, documents, "s.csv", {}), InputError);
    EXPECT_THROW((void)segment_agreement_table(coded, {{"d", 50}, {"e", 50}}, "s.csv", {}), InputError);
    EXPECT_THROW((void)segment_agreement_table(coded, documents, "s.csv", {.coders = {"A", "C"}}), InputError);
}

TEST(SegmentAgreement, CanBeStopped) {
    expect_stoppable(
        [&](const Work& work) { (void)segment_agreement_table(coded, documents, "s.csv", {.work = work}); });
}

}  // namespace
}  // namespace tarazy::segment_agreement_test
