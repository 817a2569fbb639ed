#include "base/error.hpp"
#include "text/counts/codebook.hpp"

#include <gtest/gtest.h>

namespace tarazy::codebook_yaml_test {
namespace {

std::string said(const std::string& yaml) {
    try {
        (void)read_codebook(yaml, "codes.yml");
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

TEST(CodebookYaml, LevelsAreJoinedByAFullStop) {
    const Codebook codebook = read_codebook(
        "nuclear: [nuclear*, atomic]\nwest:\n  us:\n    - united states\n    - america*\n  europe: nato\n",
        "codes.yml");
    ASSERT_EQ(codebook.codes.size(), 3U);
    EXPECT_EQ(codebook.codes[0].name, "nuclear");
    EXPECT_EQ(codebook.codes[1].name, "west.us");
    EXPECT_EQ(codebook.codes[1].entries[0].phrase.size(), 2U);
    EXPECT_EQ(codebook.codes[1].entries[0].line, 4U);
    EXPECT_EQ(codebook.codes[2].name, "west.europe");
}

TEST(CodebookYaml, MarksThatLookLikeKeysAreEntries) {
    const Codebook codebook = read_codebook(
        "peace:\n  - lemma: peace\n  - lang: kk бейбіт*\n  - china* not: south china\n  - deeper:\n      - war\n",
        "codes.yml");
    ASSERT_EQ(codebook.codes.size(), 2U);
    EXPECT_TRUE(codebook.codes[0].entries[0].phrase[0].lemma);
    EXPECT_EQ(codebook.codes[0].entries[1].language, "kk");
    EXPECT_EQ(codebook.codes[0].entries[2].contexts.size(), 1U);
    EXPECT_EQ(codebook.codes[1].name, "peace.deeper");
}

TEST(CodebookYaml, FaultsAreToldWithTheirLine) {
    EXPECT_NE(said("a: [b\n").find("codes.yml:"), std::string::npos);
    EXPECT_NE(said("a: [b]\na: [c]\n").find("codes.yml:2:1: the code 'a' stands here a second time"),
              std::string::npos);
    EXPECT_NE(said("- peace\n").find("does not begin with a code"), std::string::npos);
    EXPECT_NE(said("a:\n  - \"\"\n").find("codes.yml:2:5: the code 'a' has an empty entry"), std::string::npos);
    EXPECT_NE(said("a: [b not:]\n"), "");
}

TEST(CodebookYaml, ABillionLaughsAreRefused) {
    EXPECT_NE(said("a: &a [ha, ha]\nb: &b [*a, *a]\nc: [*b, *b]\n").find("alias"), std::string::npos);
    EXPECT_NE(said("a: " + std::string(5000, '[') + std::string(5000, ']')).find("codes.yml:"), std::string::npos);
}

}  // namespace
}  // namespace tarazy::codebook_yaml_test
