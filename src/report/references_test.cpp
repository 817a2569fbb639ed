#include "report/references.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace references_test {

const std::vector<Source>& sources() {
    static const std::vector<Source> all = {{"bsv",
                                             "Bailey, Michael A.; Strezhnev, Anton; Voeten, Erik",
                                             "2017",
                                             "Estimating {Dynamic} Preferences: 50% & more",
                                             "Journal of Conflict Resolution 61(2): 430-456",
                                             "https://doi.org/10.1177/0022002715595700",
                                             {},
                                             ""},
                                            {"undl",
                                             "United Nations, Dag Hammarskjöld Library",
                                             "2025",
                                             "Voting_Data #1",
                                             "UN",
                                             "https://a.example/{x} y",
                                             {"2020 on", "", ""},
                                             "CC BY 4.0"},
                                            {"vdem", "Coppedge, Michael, et al.", "c. 2026", "V-Dem", "", "", {}, ""},
                                            {"ключ 1", "", "", "Без автора", "", "", {}, ""}};
    return all;
}

TEST(References, CslJsonHasPeopleInstitutionsAndJournals) {
    const auto list = nlohmann::json::parse(csl_json_text(sources()));
    ASSERT_EQ(list.size(), 4u);
    EXPECT_EQ(list[0]["type"], "article-journal");
    EXPECT_EQ(list[0]["author"].size(), 3u);
    EXPECT_EQ(list[0]["author"][1]["family"], "Strezhnev");
    EXPECT_EQ(list[0]["container-title"], "Journal of Conflict Resolution");
    EXPECT_EQ(list[0]["volume"], "61");
    EXPECT_EQ(list[0]["issue"], "2");
    EXPECT_EQ(list[0]["page"], "430-456");
    EXPECT_EQ(list[0]["DOI"], "10.1177/0022002715595700");
    EXPECT_EQ(list[0]["issued"]["date-parts"][0][0], 2017);
    EXPECT_EQ(list[1]["author"][0]["literal"], "United Nations, Dag Hammarskjöld Library");
    EXPECT_EQ(list[1]["note"], "coverage: 2020 on; licence: CC BY 4.0");
    EXPECT_EQ(list[2]["author"][0]["given"], "Michael");
    EXPECT_EQ(list[2]["author"][1]["literal"], "others");
    EXPECT_EQ(list[2]["issued"]["literal"], "c. 2026");
    EXPECT_FALSE(list[3].contains("author"));
}

TEST(References, BibtexEscapesWhatTexReads) {
    const std::string text = bibtex_text(sources());
    for (const char* part : {"@article{bsv,\n  author = {Bailey, Michael A. and Strezhnev, Anton and Voeten, Erik},",
                             "title = {{Estimating \\{Dynamic\\} Preferences: 50\\% \\& more}}", "pages = {430-456}",
                             "author = {{United Nations, Dag Hammarskjöld Library}}", "title = {{Voting\\_Data \\#1}}",
                             "url = {https://a.example/%7Bx%7D%20y}", "author = {Coppedge, Michael and others}",
                             "@misc{-d0-ba-d0-bb-d1-8e-d1-87-201,\n  title = {{Без автора}}\n}"}) {
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    }
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '{')
            ++depth;
        else if (text[i] == '}')
            --depth;
        EXPECT_GE(depth, 0);
    }
    EXPECT_EQ(depth, 0) << "braces are balanced";
}

TEST(References, NoSourcesAreAnEmptyList) {
    EXPECT_EQ(csl_json_text({}), "[]\n");
    EXPECT_EQ(bibtex_text({}), "");
}

}  // namespace references_test
}  // namespace tarazy
