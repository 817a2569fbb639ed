#include "report/citation_file.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace citation_file_test {

TEST(CitationFile, AuthorsLicenceAndDateAreRead) {
    const CitationFile file = parse_citation_file(
        "cff-version: 1.2.0\n# a comment\ntitle: \"Balance: a \\\"study\\\"\"\nlicense: CC-BY-4.0 # ours\n"
        "authors:\n  - family-names: Ахметова\n    given-names: 'Д''Айша'\n    orcid: "
        "https://orcid.org/0000-0001-2345-6789\n"
        "    affiliation: University\n  -\n    name: The Institute\n"
        "abstract: >-\n  license: not this\ndate-released: '2026-01-31'\r\ndoi: 10.5281/zenodo.1\n");
    ASSERT_EQ(file.authors.size(), 2u);
    EXPECT_EQ(file.authors[0].name, "Д'Айша Ахметова");
    EXPECT_EQ(file.authors[0].orcid, "https://orcid.org/0000-0001-2345-6789");
    EXPECT_EQ(file.authors[0].affiliation, "University");
    EXPECT_FALSE(file.authors[0].institution);
    EXPECT_EQ(file.authors[1].name, "The Institute");
    EXPECT_TRUE(file.authors[1].institution);
    EXPECT_EQ(file.licence, "CC-BY-4.0");
    EXPECT_EQ(file.title, "Balance: a \"study\"");
    EXPECT_EQ(file.date_released, "2026-01-31");
    EXPECT_EQ(file.doi, "10.5281/zenodo.1");
}

TEST(CitationFile, AuthorsAtTheMarginAndRubbish) {
    const CitationFile file = parse_citation_file("authors:\n- name: A\n- alias: b\nlicense: MIT\n");
    ASSERT_EQ(file.authors.size(), 2u);
    EXPECT_EQ(file.authors[1].name, "b");
    EXPECT_EQ(file.licence, "MIT");
    EXPECT_TRUE(parse_citation_file("").authors.empty());
    EXPECT_TRUE(parse_citation_file("\x01:\n:::\n- \n-").authors.empty());
}

}  // namespace citation_file_test
}  // namespace tarazy
