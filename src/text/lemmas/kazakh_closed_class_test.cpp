#include "text/lemmas/kazakh_closed_class.hpp"

#include <gtest/gtest.h>

namespace tarazy::kazakh_closed_class_test {
namespace {

TEST(KazakhClosedClass, IrregularWordsHaveTheirLemmas) {
    const KazakhClosedClass words = kazakh_closed_class();
    const auto lemma = [&](const char32_t* form) { return words.at(form); };
    EXPECT_EQ(lemma(U"маған"), U"мен");
    EXPECT_EQ(lemma(U"оған"), U"ол");
    EXPECT_EQ(lemma(U"бұған"), U"бұл");
    EXPECT_EQ(lemma(U"соның"), U"сол");
    EXPECT_EQ(lemma(U"еді"), U"е");
    EXPECT_EQ(lemma(U"ма"), U"ма");
    EXPECT_EQ(lemma(U"бе"), U"ма");
    EXPECT_EQ(lemma(U"пен"), U"мен");
    EXPECT_EQ(lemma(U"деген"), U"де");
    EXPECT_EQ(lemma(U"және"), U"және");
}

TEST(KazakhClosedClass, NoEntryIsEmptyOrCarriesAMark) {
    for (const auto& [form, lemma] : kazakh_closed_class()) {
        EXPECT_FALSE(form.empty() || lemma.empty());
        EXPECT_EQ(form.find_first_of(U":; "), std::u32string::npos);
        EXPECT_NE(form.back(), U'-');
    }
}

}  // namespace
}  // namespace tarazy::kazakh_closed_class_test
