#include "text/lemmas/kazakh_own_words.hpp"

#include "text/lemmas/kazakh_letters.hpp"

#include <gtest/gtest.h>

namespace tarazy::kazakh_own_words_test {
namespace {

TEST(KazakhOwnWords, AreLowerCaseAndEndWithASpace) {
    for (const std::string_view list : {kazakh_own_verbs, kazakh_own_nouns, kazakh_own_names}) {
        EXPECT_TRUE(list.ends_with(' '));
        EXPECT_EQ(utf8_of(lower_code_points(list)), list);
    }
}

}  // namespace
}  // namespace tarazy::kazakh_own_words_test
