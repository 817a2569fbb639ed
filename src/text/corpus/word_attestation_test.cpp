#include "text/corpus/word_attestation.hpp"

#include "base/work_test.hpp"

#include <gtest/gtest.h>

namespace tarazy::word_attestation_test {
namespace {

TEST(WordAttestation, CountsWordsTheirPartsAndAsksTheList) {
    const std::vector<std::string_view> texts = {"Әскери-саяси одақ, әскери одақ.", "ҚАУІПСІЗДІК пен қауіпсіздік"};
    const WordAttestation words = attested_words(
        {"әскери-саяси", "әскери", "әскерисаяси", "қауіпсіздік", "бітім", "бітім"}, texts,
        [](const std::string& word) { return word == "бітім"; }, 2, Work());
    EXPECT_EQ(words.size(), 5u);
    EXPECT_EQ(words.find("әскери-саяси")->times, 1u);
    EXPECT_EQ(words.find("әскери")->times, 2u);
    EXPECT_EQ(words.find("әскерисаяси")->times, 0u);
    EXPECT_EQ(words.find("қауіпсіздік")->times, 2u);
    EXPECT_TRUE(words.find("бітім")->known);
    EXPECT_EQ(words.find("одақ"), nullptr) << "nobody asked";
}

TEST(WordAttestation, WithoutQuestionsNothingIsRead) {
    EXPECT_EQ(attested_words({}, {}, {}, 1, Work()).size(), 0u);
}

}  // namespace
}  // namespace tarazy::word_attestation_test
