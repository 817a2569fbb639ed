#include "text/lemmas/hunspell_lemmas.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy::irregular_forms_test {
namespace {

TEST(IrregularForms, AreSortedByFormWithoutContradiction) {
    for (const IrregularForms forms : {english_irregular_forms(), russian_irregular_forms()}) {
        EXPECT_TRUE(std::ranges::is_sorted(forms));
        for (std::size_t at = 1; at < forms.size(); ++at)
            if (forms[at].first == forms[at - 1].first) {
                EXPECT_EQ(forms[at].second, forms[at - 1].second);
            }
    }
}

}  // namespace
}  // namespace tarazy::irregular_forms_test
