#include "text/lemmas/kazakh_suffixes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace tarazy::kazakh_suffixes_test {
namespace {

/// The forms of a suffix that may follow a word, without those that hide a letter of it.
std::set<std::u32string> forms_after(const char* tag, std::u32string_view word, std::uint32_t part) {
    const KazakhSuffixes table = kazakh_suffixes();
    std::set<std::u32string> result;
    for (const KazakhSuffixForm& form : table.forms) {
        const KazakhSuffix& suffix = table.suffixes[form.suffix];
        if (suffix.tag != tag || (suffix.after & part) == 0 || form.restored != 0) continue;
        if (form.text.front() == U'я' || form.text.front() == U'ю' || form.text.front() == U'и') continue;
        const KazakhHarmony harmony = harmony_of(word);
        const bool fits =
            harmony == KazakhHarmony::either || form.harmony == KazakhHarmony::either || form.harmony == harmony;
        if (fits && (final_sound(word) & form.sounds) != 0) result.insert(form.text);
    }
    return result;
}

using Forms = std::set<std::u32string>;

TEST(KazakhSuffixes, FollowHarmonyAndTheSoundBefore) {
    EXPECT_EQ(forms_after("plural", U"бала", part_noun), Forms{U"лар"});
    EXPECT_EQ(forms_after("plural", U"көл", part_noun), Forms{U"дер"});
    EXPECT_EQ(forms_after("plural", U"мемлекет", part_noun), Forms{U"тер"});
    EXPECT_EQ(forms_after("gen", U"адам", part_noun), Forms{U"ның"});
    EXPECT_EQ(forms_after("gen", U"қыз", part_noun), Forms{U"дың"});
    EXPECT_EQ(forms_after("dat", U"ел", part_noun), Forms{U"ге"});
    EXPECT_EQ(forms_after("dat", U"қазақ", part_noun), Forms{U"қа"});
    EXPECT_EQ(forms_after("abl", U"заман", part_noun), Forms{U"нан"});
    EXPECT_EQ(forms_after("ins", U"қыз", part_noun), (Forms{U"бен", U"бенен"}));
    EXPECT_EQ(forms_after("neg", U"жаз", part_verb), Forms{U"ба"});
    EXPECT_EQ(forms_after("conv_a", U"оқы", part_verb), Forms{U"й"});
    EXPECT_EQ(forms_after("past", U"кет", part_verb), Forms{U"ті"});
}

TEST(KazakhSuffixes, AreFoundByTheirLastTwoLetters) {
    const KazakhSuffixes table = kazakh_suffixes();
    ASSERT_LT(table.suffixes.size(), 256U) << "a chain holds their numbers in bytes";
    const std::u32string_view letters = U"аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя-x";
    for (const char32_t last : letters)
        for (const char32_t before : letters) {
            std::vector<std::uint16_t> expected;
            for (std::size_t at = 0; at < table.forms.size(); ++at) {
                const std::u32string& text = table.forms[at].text;
                if (text.back() == last && (text.size() == 1 || text[text.size() - 2] == before))
                    expected.push_back(static_cast<std::uint16_t>(at));
            }
            EXPECT_TRUE(std::ranges::equal(table.ending_in(before, last), expected));
        }
}

}  // namespace
}  // namespace tarazy::kazakh_suffixes_test
